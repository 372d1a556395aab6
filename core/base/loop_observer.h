// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QByteArray>

namespace loopscope {

/// What a loop says when something happens. `at` counts from the loop's own start, `task` and `subject` number
/// the loop's own tasks; a recorder turns both into the recording's.
struct Emission
{
    EventKind kind;
    TracePoint at;
    TaskId task;
    quint32 subject = 0;
    EventId cause;
    /// See EventKind. Never written after this: an observer may keep it, and know it again by its address.
    QByteArray payload;
};

/// Hears everything that happens on a loop, on the loop's thread, in order, while it happens.
class LoopObserver
{
public:
    LoopObserver() = default;
    LoopObserver(const LoopObserver &) = delete;
    LoopObserver &operator=(const LoopObserver &) = delete;
    virtual ~LoopObserver() = default;

    /// Takes note and returns the id that later events may name as their cause; none if it was lost. Must not
    /// throw, resume a coroutine, or call back into the loop.
    virtual EventId observe(const Emission &emission) = 0;
};

} // namespace loopscope
