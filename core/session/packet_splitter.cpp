// SPDX-License-Identifier: MIT
#include "core/session/packet_splitter.h"

#include "core/session/wire_format.h"

#include <protozero/pbf_reader.hpp>

namespace loopscope {

PacketSplitter::State PacketSplitter::next()
{
    constexpr char packetTag =
        char(quint32(wire::Trace::Packet) << 3 | quint32(protozero::pbf_wire_type::length_delimited));
    m_offset = m_next;
    if (m_offset == m_bytes.size())
        return State::End;
    if (m_bytes[m_offset] != packetTag)
        return State::Damaged;
    const char *at = m_bytes.data() + m_offset + 1;
    const char *end = m_bytes.data() + m_bytes.size();
    quint64 length = 0;
    try {
        length = protozero::decode_varint(&at, end);
    } catch (const protozero::end_of_buffer_exception &) {
        return State::CutShort;
    } catch (const protozero::exception &) {
        return State::Damaged;
    }
    if (length > quint64(largestPacket))
        return State::Damaged;
    if (length > quint64(end - at))
        return State::CutShort;
    m_packet = QByteArrayView(at, qsizetype(length));
    m_next = at - m_bytes.data() + qsizetype(length);
    return State::Packet;
}

} // namespace loopscope
