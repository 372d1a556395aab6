// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/hazard.h"

namespace loopscope {

/// For people, a line or two each, times from the beginning of the run:
/// `  blocked_loop     0.75 s: Task-1 held the loop for 2 s; 1 step had to wait: Task-2 1.75 s`.
[[nodiscard]] QString toText(const Store &store, const std::vector<Hazard> &hazards);

/// For programs, a compact list; times are seconds from the beginning of the run:
/// `[{"hazard","run","task"|null,"name","at","length","text","events":[N…],"delayed":[{"task","event","late"}…],
/// "delayed_steps"}]`, where `hazard` is one of blocked_loop, lost_exception, late_cancel, awaits_in_a_row,
/// never_resumed, never_awaited, nested_loop. The last two keys are blocked_loop's.
[[nodiscard]] QByteArray toJson(const Store &store, const std::vector<Hazard> &hazards);

/// "blocked_loop" …
[[nodiscard]] QLatin1String wordFor(HazardKind kind);

} // namespace loopscope
