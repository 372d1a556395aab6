// SPDX-License-Identifier: MIT
#include "core/export/chrome_micros.h"

namespace loopscope {

QByteArray chromeMicros(qint64 nanoseconds)
{
    const bool isNegative = nanoseconds < 0;
    const quint64 size = isNegative ? 0 - quint64(nanoseconds) : quint64(nanoseconds);
    QByteArray text = (isNegative ? "-" : "") + QByteArray::number(size / 1000);
    if (const quint64 rest = size % 1000; rest != 0)
        text += '.' + QByteArray::number(rest).rightJustified(3, '0');
    return text;
}

} // namespace loopscope
