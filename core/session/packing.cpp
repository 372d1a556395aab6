// SPDX-License-Identifier: MIT
#include "core/session/packing.h"

#include "core/session/deflate.h"
#include "core/session/packet_block.h"
#include "core/session/wire_format.h"

#include <protozero/pbf_builder.hpp>

namespace loopscope {

namespace {

/// Less than this is not worth unpacking.
constexpr size_t smallest = 128;

} // namespace

void putPackets(std::string &out, const std::string &packets, Packing packing)
{
    const bool isPacked = packing == Packing::Compressed && packets.size() >= smallest &&
                          packets.size() <= size_t(PacketBlock::mostUnpacked);
    if (!isPacked) {
        out += packets;
        return;
    }
    protozero::pbf_builder<wire::Trace> trace(out);
    protozero::pbf_builder<wire::Packet> packet(trace, wire::Trace::Packet);
    packet.add_bytes(wire::Packet::Compressed, deflated(packets));
}

} // namespace loopscope
