// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/json_tokens.h"

namespace loopscope {

/// The members of one event of Chrome's Trace Event Format that mean something to us, unread.
struct ChromeEvent
{
    char phase = 0;      ///< 0 where there is none, or none of one letter
    bool isEmpty = true; ///< `{}`
    JsonToken time, duration, process, thread, name, category, id, localId, globalId, scope, arguments;
    JsonToken instantScope, bindId, bindPoint, flowIn, flowOut;
};

/// Reads the object that stands next. Unknown members are passed over; of members that come twice the last
/// counts. False: see `json.failure()`.
[[nodiscard]] bool readChromeEvent(JsonTokens &json, ChromeEvent &event);

} // namespace loopscope
