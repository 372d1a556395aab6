// SPDX-License-Identifier: MIT
#pragma once

#include <QtEndian>

namespace loopscope {

/// Numbers of 0 to 64 bits, one behind the other without gaps. Whoever owns the bytes keeps this many more
/// behind them, so that a number is one load.
inline constexpr size_t packedBitsSlack = 8;

/// The number of `width` bits that begins at bit `at`.
[[nodiscard]] inline quint64 bitsAt(const quint8 *bytes, size_t at, unsigned width)
{
    const quint8 *from = bytes + at / 8;
    const unsigned shift = at % 8;
    quint64 value = qFromLittleEndian<quint64>(from) >> shift;
    if (shift + width > 64)
        value |= quint64(from[8]) << (64 - shift);
    return width == 64 ? value : value & ((quint64(1) << width) - 1);
}

/// Writes where all bits are still 0.
inline void setBitsAt(quint8 *bytes, size_t at, unsigned width, quint64 value)
{
    quint8 *into = bytes + at / 8;
    const unsigned shift = at % 8;
    qToLittleEndian<quint64>(qFromLittleEndian<quint64>(into) | value << shift, into);
    if (shift + width > 64)
        into[8] |= quint8(value >> (64 - shift));
}

} // namespace loopscope
