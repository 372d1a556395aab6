// SPDX-License-Identifier: MIT
#include "core/session/packet_writer.h"

#include "core/session/sequence_state.h"

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

std::string_view textOf(const QByteArray &text)
{
    return {text.constData(), size_t(text.size())};
}

void putJsonAnnotation(std::string &message, quint32 name, const QByteArray &json)
{
    Builder<wire::Annotation> annotation(message);
    annotation.add_uint64(wire::Annotation::NameId, name);
    annotation.add_string(wire::Annotation::Json, view(json));
}

void putReferringAnnotation(std::string &message, quint32 name, PayloadId text)
{
    Builder<wire::Annotation> annotation(message);
    annotation.add_uint64(wire::Annotation::NameId, name);
    annotation.add_uint64(wire::Annotation::TextId, text.value);
}

/// The names of annotations are sent with the state.
SequenceState stateOf(TracePoint now, qint64 unixNs)
{
    SequenceState state{.now = now, .unixNs = unixNs, .interned = {}};
    addInterned(state.interned, wire::InternedData::AnnotationName, payloadAnnotation, "data");
    addInterned(state.interned, wire::InternedData::AnnotationName, infoAnnotation, "recording");
    return state;
}

/// Whether a payload holds no more than the word that its slice is called by.
bool isInTheName(const QByteArray &payload)
{
    return payload.isEmpty() || (payload.startsWith("{\"on\":") && !payload.contains(','));
}

} // namespace

void PacketWriter::start(const QByteArray &title, const QByteArray &infoJson, qint64 startedAtUnixNs)
{
    Builder<wire::Trace> trace(m_out);
    {
        Packet packet(trace, wire::Trace::Packet);
        Builder<wire::Loopscope>(packet, wire::Packet::Loopscope)
            .add_uint64(wire::Loopscope::Format, wire::formatVersion);
        packet.add_bool(wire::Packet::FirstOnSequence, true);
        addState(packet, stateOf(m_clock, startedAtUnixNs));
    }
    {
        Packet packet(trace, wire::Trace::Packet);
        Builder<wire::TrackDescriptor> track(packet, wire::Packet::TrackDescriptor);
        track.add_uint64(wire::TrackDescriptor::Uuid, wire::processTrack);
        track.add_uint32(wire::TrackDescriptor::ChildOrdering, wire::explicitOrdering);
        Builder<wire::ProcessDescriptor> process(track, wire::TrackDescriptor::Process);
        process.add_int32(wire::ProcessDescriptor::Pid, qint32(QCoreApplication::applicationPid()));
        process.add_string(wire::ProcessDescriptor::Name, view(title));
    }
    putJsonAnnotation(m_annotation, infoAnnotation, infoJson);
    Builder<wire::Loopscope>(m_facts).add_bool(wire::Loopscope::Info, true);
    const TrackMark mark{TrackMark::Type::Instant, wire::processTrack, "recording", {}, {}};
    const Drawing drawing = drawingOf(mark);
    putPacket(m_clock, &mark, &drawing);
}

void PacketWriter::restart()
{
    m_nameIds.clear();
    m_textsSent.clear();
    m_implied.forgetNames();
    Builder<wire::Trace> trace(m_out);
    Packet packet(trace, wire::Trace::Packet);
    addState(packet, stateOf(m_clock, 0));
}

void PacketWriter::describe(const Track &track)
{
    m_implied.describe(track.uuid, track.parent, track.rank);
    Builder<wire::Trace> trace(m_out);
    Packet packet(trace, wire::Trace::Packet);
    packet.add_uint64(wire::Packet::SequenceId, wire::sequence);
    Builder<wire::TrackDescriptor> descriptor(packet, wire::Packet::TrackDescriptor);
    descriptor.add_uint64(wire::TrackDescriptor::Uuid, track.uuid);
    descriptor.add_string(wire::TrackDescriptor::Name, view(track.name));
    descriptor.add_uint64(wire::TrackDescriptor::Parent, track.parent);
    descriptor.add_uint32(wire::TrackDescriptor::ChildOrdering, wire::explicitOrdering);
    descriptor.add_int32(wire::TrackDescriptor::SiblingRank, qint32(track.rank));
    descriptor.add_uint32(wire::TrackDescriptor::SiblingMerge, wire::mergeNone);
}

void PacketWriter::draw(TracePoint at, const TrackMark &mark)
{
    const Drawing drawing = drawingOf(mark);
    if (m_implied.of(drawing))
        Builder<wire::Loopscope>(m_facts).add_bool(wire::Loopscope::Drawing, true);
    m_implied.draw(drawing);
    putPacket(at, &mark, &drawing);
}

void PacketWriter::event(const Event &event, const PayloadUse &payload, const std::optional<TrackMark> &mark)
{
    ++m_events;
    internText(event, payload, mark.has_value());
    std::optional<Drawing> drawing;
    std::optional<Event> implied;
    if (mark) {
        drawing = drawingOf(*mark);
        implied = m_implied.of(*drawing);
        m_implied.draw(*drawing);
    }
    if (implied) {
        implied->id = event.id;
        implied->at = event.at;
    }
    if (implied != event)
        putFacts(event);
    m_run = event.run;
    m_implied.note(event, drawing);
    putPacket(event.at, mark ? &*mark : nullptr, drawing ? &*drawing : nullptr);
}

void PacketWriter::end()
{
    Builder<wire::Loopscope>(m_facts).add_uint64(wire::Loopscope::End, m_events);
    putPacket(m_clock, nullptr, nullptr);
}

Drawing PacketWriter::drawingOf(const TrackMark &mark)
{
    Drawing drawing{mark.type, mark.track, 0, SliceName::Other};
    if (mark.type == TrackMark::Type::SliceEnd)
        return drawing;
    const auto known = m_nameIds.constFind(mark.name);
    if (known != m_nameIds.cend()) {
        drawing.nameId = *known;
    } else if (m_nameIds.size() < mostNames && mark.name.size() <= longestInterned) {
        drawing.nameId = quint32(m_nameIds.size()) + 1;
        m_nameIds.insert(mark.name, drawing.nameId);
        addInterned(m_interned, wire::InternedData::EventName, drawing.nameId, textOf(mark.name));
    }
    if (drawing.nameId > 0)
        drawing.name = sliceName(mark.name);
    return drawing;
}

/// Texts that are drawn are arguments of the slice in Perfetto, except when a timer was due: it is drawn there. A text
/// is sent where it is first used, and, if it is an argument again, once after every restart.
void PacketWriter::internText(const Event &event, const PayloadUse &payload, bool isDrawn)
{
    const bool isShort = payload.text.size() <= longestInterned;
    const bool isFirst = payload.time == PayloadUse::Time::First;
    const bool isArgument = isDrawn && event.kind != EventKind::TimerFired && !isInTheName(payload.text);
    const bool isUnsent = isShort && isArgument && !m_textsSent.contains(event.payload);
    if (isUnsent || (isFirst && (isShort || !isDrawn)))
        addInterned(m_interned, wire::InternedData::AnnotationText, event.payload.value,
                    textOf(payload.text));
    if (isUnsent)
        m_textsSent.insert(event.payload);
    if (isShort && isArgument)
        putReferringAnnotation(m_annotation, payloadAnnotation, event.payload);
    else if (isFirst && isDrawn && !isShort)
        putJsonAnnotation(m_annotation, payloadAnnotation, payload.text);
}

/// Writes the packet whose parts are there, and makes room for the next.
void PacketWriter::putPacket(TracePoint at, const TrackMark *mark, const Drawing *drawing)
{
    putTime(at);
    Packet packet(m_packet);
    if (mark) {
        putMark(*mark, *drawing);
        packet.add_message(wire::Packet::TrackEvent, m_event);
    }
    if (!m_facts.empty())
        packet.add_message(wire::Packet::Loopscope, m_facts);
    if (!m_interned.empty())
        packet.add_message(wire::Packet::InternedData, m_interned);
    packet.add_uint64(wire::Packet::SequenceId, wire::sequence);
    Builder<wire::Trace>(m_out).add_message(wire::Trace::Packet, m_packet);
    for (std::string *part : {&m_packet, &m_event, &m_annotation, &m_facts, &m_interned})
        part->clear();
}

void PacketWriter::putTime(TracePoint at)
{
    Packet packet(m_packet);
    at = std::max(at, TracePoint{});
    const bool forwards = at >= m_clock;
    packet.add_uint64(wire::Packet::Timestamp, quint64(forwards ? (at - m_clock).count() : at.ns));
    if (forwards)
        m_clock = at;
    else
        packet.add_uint32(wire::Packet::TimestampClock, wire::Boottime);
}

void PacketWriter::putMark(const TrackMark &mark, const Drawing &drawing)
{
    Builder<wire::TrackEvent> event(m_event);
    event.add_uint32(wire::TrackEvent::Type, quint32(mark.type));
    if (mark.track != wire::processTrack)
        event.add_uint64(wire::TrackEvent::Track, mark.track);
    if (drawing.nameId > 0)
        event.add_uint64(wire::TrackEvent::NameId, drawing.nameId);
    else if (mark.type != TrackMark::Type::SliceEnd)
        event.add_string(wire::TrackEvent::Name, view(mark.name));
    for (const quint64 flow : mark.flows)
        event.add_uint64(wire::TrackEvent::Flow, flow);
    if (mark.arrow)
        event.add_uint64(wire::TrackEvent::TerminatingFlow, *mark.arrow);
    if (!m_annotation.empty())
        event.add_message(wire::TrackEvent::Annotation, m_annotation);
}

void PacketWriter::putFacts(const Event &event)
{
    Builder<wire::Loopscope> facts(m_facts);
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
}

} // namespace loopscope
