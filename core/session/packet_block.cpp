// SPDX-License-Identifier: MIT
#include "core/session/packet_block.h"

namespace loopscope {

PacketBlock::PacketBlock(QByteArrayView packets, qsizetype offset) : m_size(packets.size()), m_offset(offset)
{
    PacketSplitter splitter(packets);
    while (!m_damage && splitter.next() == PacketSplitter::State::Packet) {
        if (!keep(splitter.packet(), offset + splitter.offset())) {
            m_rest = packets.sliced(splitter.offset());
            m_restOffset = offset + splitter.offset();
            return;
        }
    }
}

/// False when that would be too much; then nothing of it is kept.
bool PacketBlock::keep(QByteArrayView packet, qsizetype offset)
{
    const size_t entriesBefore = m_entries.size(), othersBefore = m_others.size();
    QByteArray unpacked;
    m_damage = takeApart(
        packet, offset, unpacked, nullptr,
        [this](const PlainPacket &plain) {
            m_entries.push_back({plain, false});
            return true;
        },
        [&](const PacketFields &fields) {
            m_entries.push_back({{quint32(m_others.size()), 0, 0, 0}, true});
            m_others.push_back({fields, offset});
            return m_others.size() <= mostOthers;
        });
    m_unpackedSize += unpacked.size();
    if (m_others.size() > mostOthers || m_unpackedSize > mostBytes) {
        m_unpackedSize -= unpacked.size();
        m_entries.resize(entriesBefore);
        m_others.erase(m_others.begin() + std::ptrdiff_t(othersBefore), m_others.end());
        m_damage.reset();
        return false;
    }
    if (!unpacked.isNull())
        m_unpacked.push_back(std::move(unpacked));
    return true;
}

} // namespace loopscope
