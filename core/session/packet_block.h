// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/deflate.h"
#include "core/session/packet_fields.h"
#include "core/session/packet_splitter.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace loopscope {

/// Where reading has to stop, and why.
struct Damage
{
    /// AnotherFile: a recording behind the first one.
    enum class Kind : quint8 { Broken, TooLarge, AnotherFile } kind = Kind::Broken;
    qsizetype offset = 0; ///< in the file, of the packet that cannot be read
};

/// A compressed packet may hold so much; what is larger is written as it is.
inline constexpr qsizetype mostUnpackedSize = 1 << 24;

/// How much all compressed packets of a file may unpack to: the most repetitive recordings, of a loop that does the
/// same again and again, have some 110 times their size.
class UnpackingBudget
{
public:
    static constexpr qint64 free = 64 << 20;
    static constexpr qint64 mostTimes = 300;

    /// So many more bytes of packets are there: the file's own, as far as nobody says otherwise.
    void addPackets(qsizetype size) { m_fileBytes += m_isTold ? 0 : size; }
    /// So many bytes of the file are there, which is compressed as a whole: bounds must not multiply.
    void setFileBytes(qint64 size)
    {
        m_isTold = true;
        m_fileBytes = size;
    }
    /// False when they are more than may be.
    [[nodiscard]] bool take(qint64 unpacked)
    {
        m_unpacked += unpacked;
        return m_unpacked <= free + m_fileBytes * mostTimes;
    }

private:
    qint64 m_fileBytes = 0;
    qint64 m_unpacked = 0;
    bool m_isTold = false;
};

/// The same as `takeApart` for the packets of what was compressed.
template<class TakePlain, class TakeOther>
std::optional<Damage> takeInnerApart(QByteArrayView packets, qsizetype offset, TakePlain plain, TakeOther other)
{
    const Damage broken{Damage::Kind::Broken, offset};
    PacketSplitter splitter(packets);
    PacketSplitter::State state = splitter.next();
    for (; state == PacketSplitter::State::Packet; state = splitter.next()) {
        bool goesOn = true;
        if (const std::optional<PlainPacket> one = readPlain(splitter.packet())) {
            goesOn = plain(*one);
        } else {
            PacketFields fields;
            if (!readFields(splitter.packet(), fields) || !fields.compressed.isNull())
                return broken; // compressed twice: nobody writes that
            goesOn = other(fields);
        }
        if (!goesOn)
            return {};
    }
    return state == PacketSplitter::State::End ? std::nullopt : std::optional(broken);
}

/// Takes the fields out of one packet of a file, or out of all packets that it holds compressed, in order: calls
/// `plain(const PlainPacket &)` or `other(const PacketFields &)` for each, until one of them returns false. `offset`:
/// where it stands in its file. What is compressed is unpacked into `unpacked`, and the fields refer to that; nothing
/// of it is taken where `budget` (null: without bounds) has too little left. Returns what stands behind the last of
/// the packets, if it is damage.
template<class TakePlain, class TakeOther>
std::optional<Damage> takeApart(QByteArrayView packet, qsizetype offset, QByteArray &unpacked,
                                UnpackingBudget *budget, TakePlain plain, TakeOther other)
{
    if (const std::optional<PlainPacket> one = readPlain(packet)) {
        plain(*one);
        return {};
    }
    PacketFields fields;
    if (!readFields(packet, fields))
        return Damage{Damage::Kind::Broken, offset};
    if (fields.compressed.isNull()) {
        other(fields);
        return {};
    }
    Unpacked bytes = inflated(fields.compressed, mostUnpackedSize);
    if (!bytes)
        return Damage{bytes.error() == Unpacking::TooLarge ? Damage::Kind::TooLarge : Damage::Kind::Broken, offset};
    unpacked = std::move(*bytes);
    if (budget && !budget->take(unpacked.size()))
        return Damage{Damage::Kind::TooLarge, offset};
    return takeInnerApart(unpacked, offset, plain, other);
}

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
    /// until one of them returns false. Returns what stands behind the last of the packets, if it is damage, or where
    /// more is unpacked than `budget` has left.
    template<class TakePlain, class TakeOther>
    std::optional<Damage> visit(UnpackingBudget &budget, TakePlain plain, TakeOther other) const
    {
        budget.addPackets(m_size);
        if (!budget.take(m_unpackedSize))
            return Damage{Damage::Kind::TooLarge, m_offset};
        for (const Entry &entry : m_entries) {
            const Other *const one = entry.isOther ? &m_others[entry.packet.delta] : nullptr;
            if (!(one ? other(one->fields, one->offset) : plain(entry.packet)))
                return {};
        }
        return m_damage ? m_damage : visitRest(budget, plain, other);
    }

    static constexpr qsizetype mostUnpacked = mostUnpackedSize;

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
    std::optional<Damage> visitRest(UnpackingBudget &budget, TakePlain plain, TakeOther other) const;

    qsizetype m_size; ///< in the file
    qsizetype m_offset;
    std::vector<Entry> m_entries;
    std::vector<Other> m_others;
    std::vector<QByteArray> m_unpacked; ///< what the fields of compressed packets refer to
    qsizetype m_unpackedSize = 0; ///< of what is kept
    std::optional<Damage> m_damage;
    QByteArrayView m_rest; ///< behind the entries: what is not taken apart
    qsizetype m_restOffset = 0;
};

template<class TakePlain, class TakeOther>
std::optional<Damage> PacketBlock::visitRest(UnpackingBudget &budget, TakePlain plain, TakeOther other) const
{
    bool goesOn = true;
    std::optional<Damage> damage;
    QByteArray unpacked;
    PacketSplitter splitter(m_rest);
    while (goesOn && !damage && splitter.next() == PacketSplitter::State::Packet) {
        const qsizetype offset = m_restOffset + splitter.offset();
        damage = takeApart(
            splitter.packet(), offset, unpacked, &budget,
            [&](const PlainPacket &packet) { return goesOn = plain(packet); },
            [&](const PacketFields &fields) { return goesOn = other(fields, offset); });
    }
    return damage;
}

} // namespace loopscope
