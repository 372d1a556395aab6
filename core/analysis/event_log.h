// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QStringList>

namespace loopscope {

/// The event log of the plan language (core/plan/PLAN.md, "The event log"): one compact JSON object for each
/// thing that the language tells of, with times that count from the beginning of the run.

/// The word of a kind, such as "resume"; null for kinds that the log does not have.
[[nodiscard]] const char *eventLogWord(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindOf(QStringView word);
[[nodiscard]] QStringList eventLogWords();

/// The line of one event, without a line break. Empty for events that the log does not have: passes, timers,
/// ready queue, ends of callbacks, network.
[[nodiscard]] QByteArray eventLogLine(const Store &store, EventId id);

/// All lines of a run, each with its line break.
[[nodiscard]] QByteArray eventLog(const Store &store, RunId run);

} // namespace loopscope
