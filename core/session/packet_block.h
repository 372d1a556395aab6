// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/packet_fields.h"

#include <QByteArray>

#include <vector>

namespace loopscope {

/// Where reading has to stop, and why.
struct Damage
{
    enum class Kind : quint8 { Broken, TooLarge } kind = Kind::Broken;
    qsizetype offset = 0; ///< in the file, of the packet that is damaged
};

/// Some packets in a row, unpacked, with the fields of each taken out: what can be done to them without knowing those
/// before, and so on any thread.
class PacketBlock
{
public:
    /// `packets`: whole packets, which must outlive the block. `offset`: where they stand in their file.
    PacketBlock(QByteArrayView packets, qsizetype offset);

    /// Calls `plain(const PlainPacket &)` or `other(const PacketFields &, qsizetype offset)` for every packet in order,
    /// until one of them returns false.
    template<class TakePlain, class TakeOther>
    void visit(TakePlain plain, TakeOther other) const
    {
        for (const Entry &entry : m_entries) {
            const Other *const one = entry.isOther ? &m_others[entry.packet.delta] : nullptr;
            if (!(one ? other(one->fields, one->offset) : plain(entry.packet)))
                return;
        }
    }

    /// What stands behind the last of the packets, if it is damage.
    [[nodiscard]] const std::optional<Damage> &damage() const { return m_damage; }

    /// A compressed packet may hold so much; what is larger is written as it is.
    static constexpr qsizetype mostUnpacked = 1 << 24;

private:
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

    enum class Place : quint8 { File, Compressed };
    void add(QByteArrayView packet, qsizetype offset, Place place);
    void addUnpacked(QByteArrayView packed, qsizetype offset);

    std::vector<Entry> m_entries;
    std::vector<Other> m_others;
    std::vector<QByteArray> m_unpacked; ///< what the fields of compressed packets refer to
    std::optional<Damage> m_damage;
};

} // namespace loopscope
