// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <tl/expected.hpp>

#include <string>
#include <string_view>

namespace loopscope {

/// `bytes` in zlib's format (RFC 1950), as Perfetto's compressed_packets field carries it.
[[nodiscard]] std::string deflated(std::string_view bytes);

/// Why something could not be unpacked: it is damaged, cut short or followed by something else; or it gives more than
/// it may.
enum class Unpacking : quint8 { Damaged, TooLarge };
using Unpacked = tl::expected<QByteArray, Unpacking>;

/// What `packed` holds, if that is no more than `most` bytes: more than that is never in memory.
[[nodiscard]] Unpacked inflated(QByteArrayView packed, qsizetype most);

} // namespace loopscope
