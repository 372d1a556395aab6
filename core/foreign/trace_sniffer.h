// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// What a file's first bytes say it is.
enum class TraceKind : quint8 {
    Unknown,
    Recording,  ///< one of our own
    Packets,    ///< Perfetto's, of another program
    ChromeJson, ///< or at least text that may be
    Gzip,       ///< of one of these
};

/// So many bytes are enough to tell.
inline constexpr qsizetype sniffedBytes = 1 << 16;

[[nodiscard]] TraceKind traceKind(QByteArrayView begin);

/// JSON that is a trace and not, for one, a plan: a list, or an object with `traceEvents`.
[[nodiscard]] bool looksLikeChromeTrace(QByteArrayView begin);

} // namespace loopscope
