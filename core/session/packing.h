// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <string>

namespace loopscope {

/// How packets stand in a file.
enum class Packing : quint8 {
    Compressed, ///< in blocks, each a packet of its own that Perfetto unpacks
    Plain,
};

/// Larger blocks hardly get smaller when they are compressed.
inline constexpr size_t largestBlock = 1 << 17;

/// Appends whole packets to `out`: as one compressed packet, unless there are too few or too many bytes for that.
void putPackets(std::string &out, const std::string &packets, Packing packing);

} // namespace loopscope
