// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/implied_events.h"
#include "core/session/packet_fields.h"
#include "core/trace/channel.h"

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

/// Understands the packets of one recording, in order: keeps the clock, numbers the events, expects those that are
/// implied, and knows which texts it has already given.
///
/// Reads what PacketWriter writes and skips all other fields. What it does not do: unpack packets, and read other
/// people's tracks.
class PacketReader
{
public:
    /// Empty when the packet is damaged: no message that a recording has.
    [[nodiscard]] std::optional<PacketContent> read(const PacketFields &fields);

    /// The same for a plain packet: the event in it, if there is one.
    [[nodiscard]] std::optional<Event> read(const PlainPacket &packet);

    [[nodiscard]] quint32 eventCount() const { return m_lastEvent.value; }

private:
    void readNames(const PacketFields &fields);
    [[nodiscard]] bool moveClock(const PacketFields &fields);
    [[nodiscard]] std::optional<Drawing> drawingOf(const PacketFields &fields) const;
    [[nodiscard]] std::optional<Event> explicitEvent(const PacketFields &fields) const;
    [[nodiscard]] bool number(Event &event, const std::optional<Drawing> &drawing);
    Record recordOf(const Event &event, const PacketFields &fields);

    TracePoint m_clock;
    TracePoint m_at; ///< of the packet being read
    EventId m_lastEvent;
    PayloadId m_lastPayload;
    RunId m_run;
    ImpliedEvents m_implied;
    std::vector<SliceName> m_names; ///< by interned id
};

} // namespace loopscope
