// SPDX-License-Identifier: MIT
#include "core/session/thread_tracks.h"

#include "core/session/sequence_state.h"
#include "core/session/track_mark.h"
#include "core/session/wire_format.h"

#include <protozero/pbf_builder.hpp>

#include <QCoreApplication>

namespace loopscope {

namespace {

template<class Field>
using Builder = protozero::pbf_builder<Field>;

/// Names that are no site's.
constexpr quint32 valueName = 1;
constexpr quint32 lostName = 1;
constexpr quint32 firstSiteName = 2;

constexpr auto beginType = quint32(TrackMark::Type::SliceBegin);
constexpr auto endType = quint32(TrackMark::Type::SliceEnd);
constexpr auto instantType = quint32(TrackMark::Type::Instant);

/// A sequence begins: its clock counts from now, and its events are on its own track.
SequenceState stateOf(quint32 sequence, qint64 ns)
{
    SequenceState state{.sequence = sequence, .now = {ns}, .track = wire::processTrack + sequence, .interned = {}};
    addInterned(state.interned, wire::InternedData::AnnotationName, valueName, "value");
    addInterned(state.interned, wire::InternedData::EventName, lostName, "records lost");
    return state;
}

void addThread(Builder<wire::Packet> &packet, quint32 sequence, const TracedThread &thread)
{
    Builder<wire::TrackDescriptor> track(packet, wire::Packet::TrackDescriptor);
    track.add_uint64(wire::TrackDescriptor::Uuid, wire::processTrack + sequence);
    track.add_uint64(wire::TrackDescriptor::Parent, wire::processTrack);
    Builder<wire::ThreadDescriptor> descriptor(track, wire::TrackDescriptor::Thread);
    descriptor.add_int32(wire::ThreadDescriptor::Pid, qint32(QCoreApplication::applicationPid()));
    descriptor.add_int64(wire::ThreadDescriptor::Tid, qint64(thread.id));
    descriptor.add_string(wire::ThreadDescriptor::Name, thread.name.constData());
}

} // namespace

ThreadTracks::ThreadTracks(const QByteArray &name)
{
    Builder<wire::Trace> trace(m_bytes);
    Builder<wire::Packet> packet(trace, wire::Trace::Packet);
    Builder<wire::TrackDescriptor> track(packet, wire::Packet::TrackDescriptor);
    track.add_uint64(wire::TrackDescriptor::Uuid, wire::processTrack);
    Builder<wire::ProcessDescriptor> process(track, wire::TrackDescriptor::Process);
    process.add_int32(wire::ProcessDescriptor::Pid, qint32(QCoreApplication::applicationPid()));
    process.add_string(wire::ProcessDescriptor::Name, name.constData());
}

void ThreadTracks::take(const TracedThread &thread, const ProbeRecord &record, qint64 ns)
{
    Track &track = trackOf(thread, ns);
    switch (record.kind()) {
    case ProbeRecord::Kind::Begin:
        ++track.depth;
        return put(track, beginType, record.site(), record.value, ns);
    case ProbeRecord::Kind::End:
        if (track.depth == 0)
            return;
        --track.depth;
        return put(track, endType, nullptr, 0, ns);
    case ProbeRecord::Kind::Instant: return put(track, instantType, record.site(), record.value, ns);
    case ProbeRecord::Kind::Lost: return putLost(track, record, ns);
    }
}

void ThreadTracks::end(qint64 ns)
{
    for (auto &[thread, track] : m_tracks) {
        for (; track.depth > 0; --track.depth)
            put(track, endType, nullptr, 0, ns);
    }
}

ThreadTracks::Track &ThreadTracks::trackOf(const TracedThread &thread, qint64 ns)
{
    const auto [at, isNew] = m_tracks.try_emplace(thread.id);
    Track &track = at->second;
    if (!isNew)
        return track;
    track.sequence = quint32(m_tracks.size()) + 1;
    track.now = ns;
    Builder<wire::Trace> trace(m_bytes);
    {
        Builder<wire::Packet> packet(trace, wire::Trace::Packet);
        packet.add_bool(wire::Packet::FirstOnSequence, true);
        addState(packet, stateOf(track.sequence, ns));
    }
    Builder<wire::Packet> packet(trace, wire::Trace::Packet);
    addThread(packet, track.sequence, thread);
    return track;
}

void ThreadTracks::addTime(std::string &packet, Track &track, qint64 ns)
{
    ns = std::max(ns, track.now);
    Builder<wire::Packet>(packet).add_uint64(wire::Packet::Timestamp, quint64(ns - track.now));
    track.now = ns;
}

void ThreadTracks::put(Track &track, quint32 type, const TraceSite *site, quint64 value, qint64 ns)
{
    std::string bytes, event, interned;
    addTime(bytes, track, ns);
    Builder<wire::TrackEvent>(event).add_uint32(wire::TrackEvent::Type, type);
    if (site) {
        const auto [name, isNew] = track.names.try_emplace(site, quint32(track.names.size()) + firstSiteName);
        if (isNew)
            addInterned(interned, wire::InternedData::EventName, name->second, site->name);
        Builder<wire::TrackEvent>(event).add_uint64(wire::TrackEvent::NameId, name->second);
    }
    if (value != 0) {
        Builder<wire::TrackEvent> annotated(event);
        Builder<wire::Annotation> annotation(annotated, wire::TrackEvent::Annotation);
        annotation.add_uint64(wire::Annotation::NameId, valueName);
        annotation.add_uint64(wire::Annotation::Unsigned, value);
    }
    Builder<wire::Packet> packet(bytes);
    packet.add_message(wire::Packet::TrackEvent, event);
    if (!interned.empty())
        packet.add_message(wire::Packet::InternedData, interned);
    packet.add_uint64(wire::Packet::SequenceId, track.sequence);
    Builder<wire::Trace>(m_bytes).add_message(wire::Trace::Packet, bytes);
}

void ThreadTracks::putLost(Track &track, const ProbeRecord &record, qint64 ns)
{
    if (record.endsAll()) {
        for (; track.depth > 0; --track.depth)
            put(track, endType, nullptr, 0, ns);
    }
    std::string bytes;
    addTime(bytes, track, ns);
    Builder<wire::Packet> packet(bytes);
    {
        Builder<wire::TrackEvent> event(packet, wire::Packet::TrackEvent);
        event.add_uint32(wire::TrackEvent::Type, instantType);
        event.add_uint64(wire::TrackEvent::NameId, lostName);
        Builder<wire::Annotation> annotation(event, wire::TrackEvent::Annotation);
        annotation.add_uint64(wire::Annotation::NameId, valueName);
        annotation.add_uint64(wire::Annotation::Unsigned, record.value);
    }
    packet.add_uint32(wire::Packet::PreviousDropped, 1);
    packet.add_uint64(wire::Packet::SequenceId, track.sequence);
    Builder<wire::Trace>(m_bytes).add_message(wire::Trace::Packet, bytes);
}

} // namespace loopscope
