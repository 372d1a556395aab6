// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <optional>

namespace loopscope {

/// The fields of one packet that recordings use, taken out without knowing the packets before it: so this part of
/// reading can be done for many packets at once. Borrows the packet's bytes.
struct PacketFields
{
    /// A text, or none where it is null.
    using Text = QByteArrayView;

    quint64 sequence = 0;
    std::optional<quint64> timestamp;
    std::optional<quint64> deltasFrom; ///< a clock snapshot: what the deltas count from
    quint32 clock = 0;                 ///< of the timestamp
    bool isCleared = false;            ///< the sequence's state begins anew
    Text compressed;                   ///< a Trace of its own

    // The track event.
    quint8 type = 0; ///< TrackMark::Type, 0 where there is none
    quint64 track = 0;
    quint32 nameId = 0;
    Text json;

    // Interned strings: of each kind a packet of ours defines at most one that is asked for again.
    quint32 newNameId = 0;
    Text newName;
    quint64 textId = 0;
    Text text;

    // The track descriptor.
    quint64 newTrack = 0; ///< 0 where there is none
    quint64 parent = 0;
    quint32 rank = 0;

    // Our own message.
    bool isInfo = false;
    bool isDrawing = false;
    quint32 kind = 0; ///< 0 where it says none
    std::optional<quint32> run;
    std::optional<quint64> format, end;
    quint32 task = 0, subject = 0, cause = 0, payload = 0; ///< cause: how far back
};

/// A packet that does nothing but draw, as most do: a time since the one before, a track, and what is drawn there.
struct PlainPacket
{
    quint32 delta = 0;
    quint32 track = 0;
    quint16 nameId = 0;
    quint8 type = 0; ///< TrackMark::Type
};

/// Empty when the packet is another than a plain one.
[[nodiscard]] std::optional<PlainPacket> readPlain(QByteArrayView packet);

/// False when the packet is no valid message.
[[nodiscard]] bool readFields(QByteArrayView packet, PacketFields &fields);

} // namespace loopscope
