// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"
#include "core/trace/channel.h"

#include <QByteArrayView>

#include <optional>

namespace loopscope {

/// What one packet of a recording holds for us.
struct PacketContent
{
    std::optional<quint64> format; ///< in a recording's first packet: the version of the format
    std::optional<Record> record;
    std::optional<QByteArray> info; ///< metadata, JSON
    std::optional<quint64> end;     ///< the recording is whole, and has so many events
};

/// Cuts a stream of bytes into packets. Borrows the bytes.
class PacketSplitter
{
public:
    explicit PacketSplitter(QByteArrayView bytes) : m_bytes(bytes) {}

    enum class State : quint8 { Packet, End, CutShort, Damaged };

    /// Goes on to the next packet. Behind the last whole one: `End`, `CutShort` when bytes of one more are
    /// there, or `Damaged` when what is there is no packet.
    State next();
    [[nodiscard]] QByteArrayView packet() const { return m_packet; }
    /// Where the packet begins, or where there is none.
    [[nodiscard]] qsizetype offset() const { return m_offset; }

private:
    QByteArrayView m_bytes;
    QByteArrayView m_packet;
    qsizetype m_offset = 0;
    qsizetype m_next = 0;
};

/// Understands the packets of one recording, in order: keeps the clock, numbers the events, and knows which
/// texts it has already given.
///
/// Reads what PacketWriter writes and skips all other fields. What it does not do: read other people's
/// tracks.
class PacketReader
{
public:
    /// Empty when the packet is damaged: no valid message, or one that no recording has.
    [[nodiscard]] std::optional<PacketContent> read(QByteArrayView packet);

private:
    struct Facts;
    struct Fields;
    std::optional<Record> recordOf(const Facts &facts, const Fields &fields);

    TracePoint m_clock;
    EventId m_lastEvent;
    PayloadId m_lastPayload;
    RunId m_run;
};

} // namespace loopscope
