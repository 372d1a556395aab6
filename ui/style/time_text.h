// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <QString>

#include <optional>

namespace loopscope {

/// How times and amounts are written, everywhere in the window and in every language: a decimal point, thin
/// groups of three (U+202F, which does not break), the unit after a thin space. Times are rounded to the
/// nearest.

/// An instant to the microsecond: `1.001 500`. Log rows.
[[nodiscard]] QString instantDigits(TracePoint sinceRunBegan);
/// The same with its unit: `1.001 500 s`. Inspector.
[[nodiscard]] QString instantText(TracePoint sinceRunBegan);
/// An instant to the millisecond, no unit: `1.002`. The transport and the playhead's flag.
[[nodiscard]] QString readoutText(TracePoint sinceRunBegan);
/// What a run cost: `3.003 s`; below a tenth of a second as durationText.
[[nodiscard]] QString costText(Nanos length);
/// A length with the unit that suits it: `250 ns`, `12.5 µs`, `0.600 ms`, `12.4 ms`, `96 ms`, `1.000 5 s`.
[[nodiscard]] QString durationText(Nanos length);
/// What a run cost more or less than another, as costText with a sign: `+1.002 s`, `−0.500 ms`.
[[nodiscard]] QString differenceText(Nanos difference);
/// A label of a ruler whose labels are `step` apart: `1.5 s`, `200 ms`, `−50 µs`.
[[nodiscard]] QString tickText(TracePoint at, Nanos step);
/// The playhead's instant on such a ruler, in its unit but finer, without the unit: `1.002`, `206.4`, `1
/// 001.800`.
[[nodiscard]] QString flagText(TracePoint at, Nanos step);

/// A share: `99.85 %`, `20 %`.
[[nodiscard]] QString shareText(double share);
/// How much more, or less, than a whole: `+33.4 %`.
[[nodiscard]] QString differenceShareText(double share);
/// An amount of data: `512 B`, `2.3 kB`, `78 kB`, `1.4 MB`.
[[nodiscard]] QString bytesText(qint64 bytes);
/// A number of things: `1 877`.
[[nodiscard]] QString countText(qint64 count);

} // namespace loopscope
