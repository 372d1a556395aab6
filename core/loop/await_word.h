// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace loopscope {

/// What a task is suspended on, as events say it. A byte, because every future carries one.
enum class AwaitWord : quint8 {
    Await,
    Acquire,
    ConditionWait,
    EventWait,
    Executor,
    Fetch,
    Gather,
    Get,
    Group,
    Native,
    Put,
    Shield,
    Sleep,
    Wait,
    WaitFor,
};
inline constexpr int awaitWordCount = 15;

[[nodiscard]] constexpr const char *toText(AwaitWord word)
{
    constexpr const char *texts[awaitWordCount] = {"await", "acquire", "condition_wait", "event_wait", "executor",
                                     "fetch", "gather",  "get",            "group",      "native",
                                     "put",   "shield",  "sleep",          "wait",       "wait_for"};
    return texts[size_t(word)];
}

} // namespace loopscope
