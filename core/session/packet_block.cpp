// SPDX-License-Identifier: MIT
#include "core/session/packet_block.h"

#include "core/session/deflate.h"
#include "core/session/packet_splitter.h"

namespace loopscope {

PacketBlock::PacketBlock(QByteArrayView packets, qsizetype offset)
{
    PacketSplitter splitter(packets);
    while (!m_damage && splitter.next() == PacketSplitter::State::Packet)
        add(splitter.packet(), offset + splitter.offset(), Place::File);
}

void PacketBlock::add(QByteArrayView packet, qsizetype offset, Place place)
{
    if (const std::optional<PlainPacket> plain = readPlain(packet)) {
        m_entries.push_back({*plain, false});
        return;
    }
    PacketFields fields;
    if (!readFields(packet, fields)) {
        m_damage = {Damage::Kind::Broken, offset};
    } else if (fields.compressed.isNull()) {
        m_entries.push_back({{quint32(m_others.size()), 0, 0, 0}, true});
        m_others.push_back({fields, offset});
    } else if (place == Place::File) {
        addUnpacked(fields.compressed, offset);
    } else {
        m_damage = {Damage::Kind::Broken, offset}; // compressed twice: nobody writes that
    }
}

void PacketBlock::addUnpacked(QByteArrayView packed, qsizetype offset)
{
    const Unpacked unpacked = inflated(packed, mostUnpacked);
    if (!unpacked) {
        const bool isTooLarge = unpacked.error() == Unpacking::TooLarge;
        m_damage = {isTooLarge ? Damage::Kind::TooLarge : Damage::Kind::Broken, offset};
        return;
    }
    m_unpacked.push_back(*unpacked);
    PacketSplitter splitter(m_unpacked.back());
    PacketSplitter::State state = splitter.next();
    for (; state == PacketSplitter::State::Packet && !m_damage; state = splitter.next())
        add(splitter.packet(), offset, Place::Compressed);
    if (state != PacketSplitter::State::End && !m_damage)
        m_damage = {Damage::Kind::Broken, offset};
}

} // namespace loopscope
