// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <optional>

namespace loopscope {

/// Which events the log shows. Empty members let everything pass, but for the begin and end of passes and the
/// end of callbacks: they say nothing that the events between them do not, and are shown only when asked for.
struct LogFilter
{
    RunId run = {};
    TaskId task = {};
    std::optional<EventKind> kind = {};

    bool operator==(const LogFilter &) const = default;
    [[nodiscard]] bool accepts(const Event &event) const;
};

} // namespace loopscope
