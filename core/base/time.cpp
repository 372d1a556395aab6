// SPDX-License-Identifier: MIT
#include "core/base/time.h"

#include <cmath>

namespace loopscope {

Nanos secondsToNanos(double seconds)
{
    // nearbyint follows the rounding mode, which Qt and the standard library leave at "to nearest, ties to even".
    constexpr double longest = 9.0e12; // µs still exact as nanoseconds in 64 bits
    const double micros = std::nearbyint(seconds * 1e6);
    return std::chrono::microseconds(static_cast<qint64>(std::clamp(micros, -longest * 1e3, longest * 1e3)));
}

QByteArray secondsText(Nanos time)
{
    const qint64 part = time.count() % 1000;
    const qint64 micros = time.count() / 1000 + (part >= 500 ? 1 : part <= -500 ? -1 : 0);
    QByteArray text = QByteArray::number(micros / 1'000'000);
    if (const qint64 rest = micros % 1'000'000; rest != 0) {
        text += '.' + QByteArray::number(rest).rightJustified(6, '0');
        while (text.endsWith('0'))
            text.chop(1);
    }
    return text;
}

} // namespace loopscope
