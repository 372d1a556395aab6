// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/packet_walk.h"

#include <QByteArray>

#include <vector>

namespace loopscope {

/// Some packets in a row, unpacked, with the fields of each taken out: what can be done to them without knowing those
/// before, and so on any thread.
///
/// A few bytes may unpack to millions of packets, of which each would take a hundred times its size. What goes beyond
/// what any usual block holds is not taken apart in advance, but one packet at a time when it is visited.
class PacketBlock
{
public:
    /// `packets`: whole packets, which must outlive the block. `offset`: where they stand in their file.
    PacketBlock(QByteArrayView packets, qsizetype offset);

    /// Calls `plain(const PlainPacket &)` or `other(const PacketFields &, qsizetype offset)` for every packet in order,
    /// until one of them returns false. Returns what stands behind the last of the packets, if it is damage.
    template<class TakePlain, class TakeOther>
    std::optional<Damage> visit(TakePlain plain, TakeOther other) const
    {
        for (const Entry &entry : m_entries) {
            const Other *const one = entry.isOther ? &m_others[entry.packet.delta] : nullptr;
            if (!(one ? other(one->fields, one->offset) : plain(entry.packet)))
                return {};
        }
        return m_damage ? m_damage : visitRest(plain, other);
    }

private:
    /// So many packets that are not plain, and so many unpacked bytes, are kept at most.
    static constexpr size_t mostOthers = 1 << 17;
    static constexpr qsizetype mostBytes = 2 * mostUnpacked;

    struct Entry
    {
        PlainPacket packet;
        bool isOther = false; ///< then `delta` is its place among the others
    };
    struct Other
    {
        PacketFields fields;
        qsizetype offset;
    };

    [[nodiscard]] bool keep(QByteArrayView packet, qsizetype offset);
    template<class TakePlain, class TakeOther>
    std::optional<Damage> visitRest(TakePlain plain, TakeOther other) const;

    std::vector<Entry> m_entries;
    std::vector<Other> m_others;
    std::vector<QByteArray> m_unpacked; ///< what the fields of compressed packets refer to
    qsizetype m_unpackedSize = 0;
    std::optional<Damage> m_damage;
    QByteArrayView m_rest; ///< behind the entries: what is not taken apart
    qsizetype m_restOffset = 0;
};

template<class TakePlain, class TakeOther>
std::optional<Damage> PacketBlock::visitRest(TakePlain plain, TakeOther other) const
{
    bool goesOn = true;
    std::optional<Damage> damage;
    QByteArray unpacked;
    PacketSplitter splitter(m_rest);
    while (goesOn && !damage && splitter.next() == PacketSplitter::State::Packet) {
        const qsizetype offset = m_restOffset + splitter.offset();
        damage = takeApart(
            splitter.packet(), offset, unpacked, [&](const PlainPacket &packet) { return goesOn = plain(packet); },
            [&](const PacketFields &fields) { return goesOn = other(fields, offset); });
    }
    return damage;
}

} // namespace loopscope
