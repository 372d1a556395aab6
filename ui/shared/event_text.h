// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// What an event says to people, in the language of the window: `b` `ready` `woken by timer 2`.
struct EventText
{
    QString who;    ///< a task, "loop", a request: see actorText
    QString what;   ///< a word or two
    QString detail; ///< may be empty
};

[[nodiscard]] EventText eventText(const Store &store, EventId event);

/// Only the middle of it: "ready", "print", "timer fired".
[[nodiscard]] QString kindText(EventKind kind);

/// What a task waits for, from the payload of its Suspended: `sleep 3 s`, `gather: 2 tasks`, `fetch /emojis`.
[[nodiscard]] QString awaitedText(const QByteArray &suspended);

/// A task as people know it: the name it was given, else its coroutine's, with its number where one run has
/// several such. Empty for an unknown task.
[[nodiscard]] QString taskText(const Store &store, TaskId task);

/// How a task ended: `result 3`, `ValueError: no`, `cancelled`. Empty for an event that ends nothing.
[[nodiscard]] QString outcomeText(const Store &store, EventId done);

/// What made an event happen, as in "woken by …": `timer 2, sleep 1 s`, `b, done`. Empty where it is not
/// known.
[[nodiscard]] QString causeText(const Store &store, EventId event);

/// The pass an event fell into; 0 where it is not known.
[[nodiscard]] quint32 passOf(const Store &store, EventId event);

} // namespace loopscope
