// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/session_stats.h"

#include <QStringList>

namespace loopscope {

/// `10 repeats`, `1 repeat`.
[[nodiscard]] QString countedRepeats(qint64 number);

/// `10 repeats after 2 warm-ups, real clock`, and what was left out.
[[nodiscard]] QString repeatsText(const RunStats &run);

/// What the figures do not know of, as parts of a sentence; none where they know all.
[[nodiscard]] QStringList gapTexts(const RunGaps &gaps);

/// `a`, and `a #2` for the second task of that name in its run.
[[nodiscard]] QString labelOf(const QString &task, int order);

} // namespace loopscope
