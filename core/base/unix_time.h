// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <limits>

namespace loopscope {

/// Nanoseconds since 1970; 0 for what is no time, or lies beyond what 64 bits hold (about 1678 to 2262).
[[nodiscard]] inline qint64 unixNanos(const QDateTime &time)
{
    constexpr qint64 milli = 1'000'000;
    const qint64 millis = time.isValid() ? time.toMSecsSinceEpoch() : 0;
    constexpr qint64 most = std::numeric_limits<qint64>::max() / milli;
    return millis >= -most && millis <= most ? millis * milli : 0;
}

} // namespace loopscope
