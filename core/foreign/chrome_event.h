// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/json_tokens.h"

#include <vector>

namespace loopscope {

/// The members of one event of Chrome's Trace Event Format that mean something to us, unread.
struct ChromeEvent
{
    char phase = 0;      ///< 0 where there is none, or none of one letter
    bool isEmpty = true; ///< `{}`
    JsonToken time, duration, process, thread, name, category, id, localId, globalId, scope, arguments;
    JsonToken instantScope, bindId, bindPoint, flowIn, flowOut;
    std::vector<QByteArrayView>
        others; ///< names of members that mean nothing to us, no more than `mostOthers`
    quint64 moreOthers = 0;

    static constexpr size_t mostOthers = 64;
};

/// Reads the object that stands next over what was there before; of members that come twice the last counts.
/// False: see `json.failure()`.
[[nodiscard]] bool readChromeEvent(JsonTokens &json, ChromeEvent &event);

} // namespace loopscope
