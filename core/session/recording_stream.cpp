// SPDX-License-Identifier: MIT
#include "core/session/recording_stream.h"

#include "core/session/deflate.h"
#include "core/session/packet_block.h"
#include "core/session/wire_format.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Larger blocks hardly get smaller when they are compressed. Early ones are a quarter of what stands before them, so
/// that a small file that is cut loses no more than that.
constexpr size_t largestBlock = 1 << 17;
constexpr size_t smallestBlock = 1 << 10;
/// Less than this is not worth unpacking.
constexpr size_t smallest = 128;

} // namespace

RecordingStream::RecordingStream(const RecordingInfo &info, Packing packing) : m_packing(packing), m_writer(info)
{
    m_bytes = m_writer.bytes();
    m_writer.clear();
}

void RecordingStream::append(const Record &record)
{
    m_writer.append(record);
    if (m_writer.bytes().size() >= std::clamp(m_flushed / 4, smallestBlock, largestBlock))
        flush();
}

void RecordingStream::flush()
{
    const std::string &block = m_writer.bytes();
    m_flushed += block.size();
    const bool isPacked = m_packing == Packing::Compressed && block.size() >= smallest &&
                          block.size() <= size_t(PacketBlock::mostUnpacked);
    if (isPacked) {
        protozero::pbf_builder<wire::Trace> trace(m_bytes);
        protozero::pbf_builder<wire::Packet> packet(trace, wire::Trace::Packet);
        packet.add_bytes(wire::Packet::Compressed, deflated(block));
    } else {
        m_bytes += block;
    }
    m_writer.clear();
}

void RecordingStream::end()
{
    m_writer.end();
    flush();
}

} // namespace loopscope
