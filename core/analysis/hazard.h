// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// What goes wrong in programs that await, as far as a recording shows it. Beside each kind: what `length`
/// is, and what `text` says.
enum class HazardKind : quint8 {
    BlockedLoop,   ///< a step or callback held the loop; length: how long; text: a callback's "of"
    LostException, ///< a task or future failed and nobody asked; length: until it was told; text: the error
    LateCancel,    ///< a task went on after it was asked to cancel; length: until it ended; text: how, a
                   ///< TaskEnd's word
    AwaitsInARow,  ///< waits one after another that could overlap; length: what that saves; text: the verb
    NeverResumed,  ///< a task waited for what never came; length: until the end of the run; text: for what
    NeverAwaited,  ///< a coroutine was called and thrown away; task: who did that; text: the coroutine
    NestedLoop,    ///< a step ran an event loop inside itself; length: of the step; text: a callback's "of"
};
inline constexpr int hazardKindCount = 7;

/// A step that began later than it could have.
struct DelayedStep
{
    TaskId task;
    EventId resumed;
    Nanos late{0}; ///< by this hazard
};

/// One finding, with its evidence. It holds data and no sentences: who shows it finds the words.
struct Hazard
{
    HazardKind kind = HazardKind::BlockedLoop;
    RunId run;
    TaskId task;                      ///< whose it is; none for a callback and a future
    QString name;                     ///< of the task, or of the future
    TracePoint at;                    ///< where it begins, since the recording's start
    Nanos length{0};                  ///< see HazardKind
    QString text;                     ///< see HazardKind; may be empty
    std::vector<TaskId> waitsFor;     ///< NeverResumed: the tasks it waited for, as far as the stall names them
    bool isInRing = false;            ///< NeverResumed: they waited for it in turn, a deadlock
    std::vector<EventId> events;      ///< the evidence, in the order in which it happened
    std::vector<DelayedStep> delayed; ///< BlockedLoop: who had to wait, the longest first, the first few
    qsizetype delayedCount = 0;       ///< and how many steps in all
};

/// From where on something is worth telling. Each default has a reason.
struct HazardLimits
{
    /// What asyncio's debug mode calls slow (loop.slow_callback_duration).
    Nanos blocked = std::chrono::milliseconds(100);
    /// Cleaning up takes a step or two; who needs as long as a slow callback keeps others waiting.
    Nanos cancelled = std::chrono::milliseconds(100);
    /// Less than this is not felt (and not worth a change of the program).
    Nanos saving = std::chrono::milliseconds(100);
    /// Waits of one task that differ by less than this part of the longest are taken for a clock's ticks.
    double sameLength = 0.1;
    /// So many delayed steps are listed for each block, and so many events for each finding; the rest is
    /// counted.
    qsizetype mostListed = 10;
    /// A step that had to wait for more blocks than this is held against the last of them only. It bounds the
    /// work.
    qsizetype blocksLookedBack = 100;
};

} // namespace loopscope
