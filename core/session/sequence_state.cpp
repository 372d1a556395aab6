// SPDX-License-Identifier: MIT
#include "core/session/sequence_state.h"

namespace loopscope {

namespace {

template<class Field>
using Builder = protozero::pbf_builder<Field>;

void addClock(Builder<wire::ClockSnapshot> &snapshot, wire::Clock id, qint64 ns)
{
    Builder<wire::ClockReading> reading(snapshot, wire::ClockSnapshot::Clock);
    reading.add_uint32(wire::ClockReading::Id, id);
    reading.add_uint64(wire::ClockReading::Timestamp, quint64(ns));
    if (id == wire::Deltas)
        reading.add_bool(wire::ClockReading::IsIncremental, true);
}

} // namespace

void addState(Builder<wire::Packet> &packet, const SequenceState &state)
{
    {
        Builder<wire::ClockSnapshot> snapshot(packet, wire::Packet::ClockSnapshot);
        addClock(snapshot, wire::Boottime, state.now.ns);
        addClock(snapshot, wire::Deltas, state.now.ns);
        if (state.unixNs > 0)
            addClock(snapshot, wire::Realtime, state.unixNs);
        snapshot.add_uint32(wire::ClockSnapshot::PrimaryClock, wire::Boottime);
    }
    {
        Builder<wire::PacketDefaults> defaults(packet, wire::Packet::Defaults);
        defaults.add_uint32(wire::PacketDefaults::TimestampClock, wire::Deltas);
        Builder<wire::TrackEventDefaults> event(defaults, wire::PacketDefaults::TrackEvent);
        event.add_uint64(wire::TrackEventDefaults::Track, state.track);
    }
    packet.add_uint32(wire::Packet::SequenceFlags, wire::StateCleared | wire::NeedsState);
    packet.add_uint64(wire::Packet::SequenceId, state.sequence);
    packet.add_message(wire::Packet::InternedData, state.interned);
}

void addInterned(std::string &message, wire::InternedData field, quint32 id, std::string_view text)
{
    Builder<wire::InternedData> all(message);
    Builder<wire::Interned> one(all, field);
    one.add_uint64(wire::Interned::Id, id);
    one.add_bytes(wire::Interned::Text, protozero::data_view(text.data(), text.size()));
}

} // namespace loopscope
