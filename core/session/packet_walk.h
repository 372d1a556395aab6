// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/deflate.h"
#include "core/session/packet_fields.h"
#include "core/session/packet_splitter.h"

namespace loopscope {

/// Where reading has to stop, and why.
struct Damage
{
    enum class Kind : quint8 { Broken, TooLarge } kind = Kind::Broken;
    qsizetype offset = 0; ///< in the file, of the packet that is damaged
};

/// A compressed packet may hold so much; what is larger is written as it is.
inline constexpr qsizetype mostUnpacked = 1 << 24;

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
/// where it stands in its file. What is compressed is unpacked into `unpacked`, and the fields refer to that. Returns
/// what stands behind the last of the packets, if it is damage.
template<class TakePlain, class TakeOther>
std::optional<Damage> takeApart(QByteArrayView packet, qsizetype offset, QByteArray &unpacked, TakePlain plain,
                                TakeOther other)
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
    Unpacked bytes = inflated(fields.compressed, mostUnpacked);
    if (!bytes)
        return Damage{bytes.error() == Unpacking::TooLarge ? Damage::Kind::TooLarge : Damage::Kind::Broken, offset};
    unpacked = std::move(*bytes);
    return takeInnerApart(unpacked, offset, plain, other);
}

} // namespace loopscope
