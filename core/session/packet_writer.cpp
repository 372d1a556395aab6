// SPDX-License-Identifier: MIT
#include "core/session/packet_writer.h"

#include <QCoreApplication>

namespace loopscope {

namespace {

template<class Field>
using Builder = protozero::pbf_builder<Field>;

/// Texts up to this length are sent once and referred to; longer ones hardly ever come again.
constexpr qsizetype longestInterned = 256;
constexpr qsizetype mostNames = 1 << 16;

constexpr quint32 payloadAnnotation = 1;
constexpr quint32 infoAnnotation = 2;

protozero::data_view view(const QByteArray &text)
{
    return {text.constData(), size_t(text.size())};
}

void addInterned(std::string &message, wire::InternedData field, quint32 id, const QByteArray &text)
{
    Builder<wire::InternedData> all(message);
    Builder<wire::Interned> one(all, field);
    one.add_uint64(wire::Interned::Id, id);
    one.add_bytes(wire::Interned::Text, view(text));
}

std::string jsonAnnotation(quint32 name, const QByteArray &json)
{
    std::string message;
    Builder<wire::Annotation> annotation(message);
    annotation.add_uint64(wire::Annotation::NameId, name);
    annotation.add_string(wire::Annotation::Json, view(json));
    return message;
}

std::string referringAnnotation(quint32 name, PayloadId text)
{
    std::string message;
    Builder<wire::Annotation> annotation(message);
    annotation.add_uint64(wire::Annotation::NameId, name);
    annotation.add_uint64(wire::Annotation::TextId, text.value);
    return message;
}

void addClock(Builder<wire::ClockSnapshot> &snapshot, wire::Clock id, quint64 value)
{
    Builder<wire::ClockReading> reading(snapshot, wire::ClockSnapshot::Clock);
    reading.add_uint32(wire::ClockReading::Id, id);
    reading.add_uint64(wire::ClockReading::Timestamp, value);
    if (id == wire::Deltas)
        reading.add_bool(wire::ClockReading::IsIncremental, true);
}

void addClocks(Builder<wire::Packet> &packet, qint64 startedAtUnixNs)
{
    Builder<wire::ClockSnapshot> snapshot(packet, wire::Packet::ClockSnapshot);
    addClock(snapshot, wire::Boottime, 0);
    addClock(snapshot, wire::Deltas, 0);
    if (startedAtUnixNs > 0)
        addClock(snapshot, wire::Realtime, quint64(startedAtUnixNs));
    snapshot.add_uint32(wire::ClockSnapshot::PrimaryClock, wire::Boottime);
}

void addDefaults(Builder<wire::Packet> &packet)
{
    Builder<wire::PacketDefaults> defaults(packet, wire::Packet::Defaults);
    defaults.add_uint32(wire::PacketDefaults::TimestampClock, wire::Deltas);
    Builder<wire::TrackEventDefaults> event(defaults, wire::PacketDefaults::TrackEvent);
    event.add_uint64(wire::TrackEventDefaults::Track, PacketWriter::processTrack);
}

} // namespace

void PacketWriter::start(const QByteArray &title, const QByteArray &infoJson, qint64 startedAtUnixNs)
{
    Builder<wire::Trace> trace(m_out);
    {
        Packet packet(trace, wire::Trace::Packet);
        Builder<wire::Loopscope>(packet, wire::Packet::Loopscope)
            .add_uint64(wire::Loopscope::Format, wire::formatVersion);
        addClocks(packet, startedAtUnixNs);
        addDefaults(packet);
        packet.add_bool(wire::Packet::FirstOnSequence, true);
        packet.add_uint32(wire::Packet::SequenceFlags, wire::StateCleared | wire::NeedsState);
        packet.add_uint64(wire::Packet::SequenceId, wire::sequence);
        std::string interned;
        addInterned(interned, wire::InternedData::AnnotationName, payloadAnnotation, "data");
        addInterned(interned, wire::InternedData::AnnotationName, infoAnnotation, "recording");
        packet.add_message(wire::Packet::InternedData, interned);
    }
    {
        Packet packet(trace, wire::Trace::Packet);
        Builder<wire::TrackDescriptor> track(packet, wire::Packet::TrackDescriptor);
        track.add_uint64(wire::TrackDescriptor::Uuid, processTrack);
        track.add_uint32(wire::TrackDescriptor::ChildOrdering, wire::explicitOrdering);
        Builder<wire::ProcessDescriptor> process(track, wire::TrackDescriptor::Process);
        process.add_int32(wire::ProcessDescriptor::Pid, qint32(QCoreApplication::applicationPid()));
        process.add_string(wire::ProcessDescriptor::Name, view(title));
    }
    Packet packet(trace, wire::Trace::Packet);
    putTime(packet, TracePoint{});
    std::string interned;
    putMark(packet, {TrackMark::Type::Instant, processTrack, "recording", {}, {}},
            jsonAnnotation(infoAnnotation, infoJson), interned);
    Builder<wire::Loopscope>(packet, wire::Packet::Loopscope).add_bool(wire::Loopscope::Info, true);
    finish(packet, interned);
}

void PacketWriter::describe(const Track &track)
{
    Builder<wire::Trace> trace(m_out);
    Packet packet(trace, wire::Trace::Packet);
    {
        Builder<wire::TrackDescriptor> descriptor(packet, wire::Packet::TrackDescriptor);
        descriptor.add_uint64(wire::TrackDescriptor::Uuid, track.uuid);
        descriptor.add_string(wire::TrackDescriptor::Name, view(track.name));
        descriptor.add_uint64(wire::TrackDescriptor::Parent, track.parent);
        descriptor.add_uint32(wire::TrackDescriptor::ChildOrdering, wire::explicitOrdering);
        descriptor.add_int32(wire::TrackDescriptor::SiblingRank, qint32(track.rank));
        descriptor.add_uint32(wire::TrackDescriptor::SiblingMerge, wire::mergeNone);
    }
    finish(packet, {});
}

void PacketWriter::draw(TracePoint at, const TrackMark &mark)
{
    Builder<wire::Trace> trace(m_out);
    Packet packet(trace, wire::Trace::Packet);
    putTime(packet, at);
    std::string interned;
    putMark(packet, mark, {}, interned);
    finish(packet, interned);
}

void PacketWriter::event(const Event &event, const PayloadUse &payload, const std::optional<TrackMark> &mark)
{
    Builder<wire::Trace> trace(m_out);
    Packet packet(trace, wire::Trace::Packet);
    putTime(packet, event.at);
    std::string interned;
    std::string annotation;
    const bool isShort = payload.text.size() <= longestInterned;
    const bool isFirst = payload.time == PayloadUse::Time::First;
    if (isFirst && (isShort || !mark))
        addInterned(interned, wire::InternedData::AnnotationText, event.payload.value, payload.text);
    if (isShort && !payload.text.isEmpty())
        annotation = referringAnnotation(payloadAnnotation, event.payload);
    else if (isFirst)
        annotation = jsonAnnotation(payloadAnnotation, payload.text);
    if (mark)
        putMark(packet, *mark, annotation, interned);
    packet.add_message(wire::Packet::Loopscope, facts(event));
    finish(packet, interned);
}

void PacketWriter::end()
{
    Builder<wire::Trace> trace(m_out);
    Packet packet(trace, wire::Trace::Packet);
    Builder<wire::Loopscope>(packet, wire::Packet::Loopscope).add_uint64(wire::Loopscope::End, m_events);
    finish(packet, {});
}

void PacketWriter::finish(Packet &packet, const std::string &interned)
{
    if (!interned.empty())
        packet.add_message(wire::Packet::InternedData, interned);
    packet.add_uint32(wire::Packet::SequenceFlags, wire::NeedsState);
    packet.add_uint64(wire::Packet::SequenceId, wire::sequence);
}

void PacketWriter::putTime(Packet &packet, TracePoint at)
{
    at = std::max(at, TracePoint{});
    const bool forwards = at >= m_clock;
    packet.add_uint64(wire::Packet::Timestamp, quint64(forwards ? (at - m_clock).count() : at.ns));
    if (forwards)
        m_clock = at;
    else
        packet.add_uint32(wire::Packet::TimestampClock, wire::Boottime);
}

void PacketWriter::putMark(Packet &packet, const TrackMark &mark, const std::string &annotation,
                           std::string &interned)
{
    Builder<wire::TrackEvent> event(packet, wire::Packet::TrackEvent);
    event.add_uint32(wire::TrackEvent::Type, quint32(mark.type));
    if (mark.track != processTrack)
        event.add_uint64(wire::TrackEvent::Track, mark.track);
    if (mark.type != TrackMark::Type::SliceEnd) {
        const auto known = m_nameIds.constFind(mark.name);
        if (known != m_nameIds.cend()) {
            event.add_uint64(wire::TrackEvent::NameId, *known);
        } else if (m_nameIds.size() < mostNames && mark.name.size() <= longestInterned) {
            const quint32 fresh = quint32(m_nameIds.size()) + 1;
            m_nameIds.insert(mark.name, fresh);
            addInterned(interned, wire::InternedData::EventName, fresh, mark.name);
            event.add_uint64(wire::TrackEvent::NameId, fresh);
        } else {
            event.add_string(wire::TrackEvent::Name, view(mark.name));
        }
    }
    for (const quint64 flow : mark.flows)
        event.add_fixed64(wire::TrackEvent::Flow, flow);
    if (mark.arrow)
        event.add_fixed64(wire::TrackEvent::TerminatingFlow, *mark.arrow);
    if (!annotation.empty())
        event.add_message(wire::TrackEvent::Annotation, annotation);
}

std::string PacketWriter::facts(const Event &event)
{
    ++m_events;
    std::string message;
    Builder<wire::Loopscope> facts(message);
    facts.add_uint32(wire::Loopscope::Kind, quint32(event.kind));
    if (event.task)
        facts.add_uint32(wire::Loopscope::Task, event.task.value);
    if (event.subject)
        facts.add_uint32(wire::Loopscope::Subject, event.subject);
    if (event.cause && event.cause < event.id)
        facts.add_uint32(wire::Loopscope::CauseDistance, event.id.value - event.cause.value);
    if (event.payload)
        facts.add_uint32(wire::Loopscope::Payload, event.payload.value);
    if (event.run != m_run)
        facts.add_uint32(wire::Loopscope::Run, event.run.value);
    m_run = event.run;
    return message;
}

} // namespace loopscope
