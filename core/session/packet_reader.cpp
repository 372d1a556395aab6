// SPDX-License-Identifier: MIT
#include "core/session/packet_reader.h"

#include "core/session/wire_format.h"

#include <protozero/pbf_message.hpp>

#include <limits>

namespace loopscope {

namespace {

using protozero::pbf_wire_type;
using protozero::tag_and_type;

template<class Field>
using Message = protozero::pbf_message<Field>;

constexpr auto varint = pbf_wire_type::varint;
constexpr auto nested = pbf_wire_type::length_delimited;

QByteArray bytesOf(protozero::data_view view)
{
    return QByteArray(view.data(), qsizetype(view.size()));
}

} // namespace

PacketSplitter::State PacketSplitter::next()
{
    constexpr char packetTag = char(quint32(wire::Trace::Packet) << 3 | quint32(nested));
    m_offset = m_next;
    if (m_offset == m_bytes.size())
        return State::End;
    if (m_bytes[m_offset] != packetTag)
        return State::Damaged;
    const char *at = m_bytes.data() + m_offset + 1;
    const char *end = m_bytes.data() + m_bytes.size();
    quint64 length = 0;
    try {
        length = protozero::decode_varint(&at, end);
    } catch (const protozero::end_of_buffer_exception &) {
        return State::CutShort;
    } catch (const protozero::exception &) {
        return State::Damaged;
    }
    if (length > quint64(end - at))
        return State::CutShort;
    m_packet = QByteArrayView(at, qsizetype(length));
    m_next = at - m_bytes.data() + qsizetype(length);
    return State::Packet;
}

/// The fields of our own message.
struct PacketReader::Facts
{
    bool isInfo = false;
    std::optional<quint32> kind;
    std::optional<quint32> run;
    std::optional<quint64> format, end;
    quint32 task = 0, subject = 0, cause = 0, payload = 0; ///< cause: how far back

    void read(protozero::data_view bytes)
    {
        Message<wire::Loopscope> message(bytes);
        while (message.next()) {
            switch (message.tag_and_type()) {
            case tag_and_type(wire::Loopscope::Kind, varint): kind = message.get_uint32(); break;
            case tag_and_type(wire::Loopscope::Task, varint): task = message.get_uint32(); break;
            case tag_and_type(wire::Loopscope::Subject, varint): subject = message.get_uint32(); break;
            case tag_and_type(wire::Loopscope::CauseDistance, varint): cause = message.get_uint32(); break;
            case tag_and_type(wire::Loopscope::Payload, varint): payload = message.get_uint32(); break;
            case tag_and_type(wire::Loopscope::Run, varint): run = message.get_uint32(); break;
            case tag_and_type(wire::Loopscope::Format, varint): format = message.get_uint64(); break;
            case tag_and_type(wire::Loopscope::Info, varint): isInfo = message.get_bool(); break;
            case tag_and_type(wire::Loopscope::End, varint): end = message.get_uint64(); break;
            default: message.skip();
            }
        }
    }
};

/// The fields of Perfetto's messages that we need.
struct PacketReader::Fields
{
    std::optional<quint64> timestamp, deltasFrom;
    quint32 clock = wire::Deltas;
    quint64 sequence = 0;
    std::optional<protozero::data_view> json, text;
    quint64 textId = 0;

    void readEvent(protozero::data_view bytes)
    {
        Message<wire::TrackEvent> event(bytes);
        while (event.next(wire::TrackEvent::Annotation, nested)) {
            Message<wire::Annotation> annotation(event.get_view());
            while (annotation.next(wire::Annotation::Json, nested))
                json = annotation.get_view();
        }
    }

    void readInterned(protozero::data_view bytes)
    {
        Message<wire::InternedData> all(bytes);
        while (all.next(wire::InternedData::AnnotationText, nested)) {
            Message<wire::Interned> one(all.get_view());
            while (one.next()) {
                switch (one.tag_and_type()) {
                case tag_and_type(wire::Interned::Id, varint): textId = one.get_uint64(); break;
                case tag_and_type(wire::Interned::Text, nested): text = one.get_view(); break;
                default: one.skip();
                }
            }
        }
    }

    void readClocks(protozero::data_view bytes)
    {
        Message<wire::ClockSnapshot> snapshot(bytes);
        while (snapshot.next(wire::ClockSnapshot::Clock, nested)) {
            Message<wire::ClockReading> reading(snapshot.get_view());
            quint32 id = 0;
            quint64 value = 0;
            while (reading.next()) {
                switch (reading.tag_and_type()) {
                case tag_and_type(wire::ClockReading::Id, varint): id = reading.get_uint32(); break;
                case tag_and_type(wire::ClockReading::Timestamp, varint): value = reading.get_uint64(); break;
                default: reading.skip();
                }
            }
            if (id == wire::Deltas)
                deltasFrom = value;
        }
    }

    void read(QByteArrayView bytes, Facts &facts)
    {
        Message<wire::Packet> packet(bytes.data(), size_t(bytes.size()));
        while (packet.next()) {
            switch (packet.tag_and_type()) {
            case tag_and_type(wire::Packet::Timestamp, varint): timestamp = packet.get_uint64(); break;
            case tag_and_type(wire::Packet::TimestampClock, varint): clock = packet.get_uint32(); break;
            case tag_and_type(wire::Packet::SequenceId, varint): sequence = packet.get_uint64(); break;
            case tag_and_type(wire::Packet::ClockSnapshot, nested): readClocks(packet.get_view()); break;
            case tag_and_type(wire::Packet::TrackEvent, nested): readEvent(packet.get_view()); break;
            case tag_and_type(wire::Packet::InternedData, nested): readInterned(packet.get_view()); break;
            case tag_and_type(wire::Packet::Loopscope, nested): facts.read(packet.get_view()); break;
            default: packet.skip();
            }
        }
    }
};

std::optional<PacketContent> PacketReader::read(QByteArrayView packet)
{
    Facts facts;
    Fields fields;
    try {
        fields.read(packet, facts);
    } catch (const protozero::exception &) {
        return {};
    }
    PacketContent content;
    if (fields.sequence != wire::sequence)
        return content;
    constexpr auto latest = quint64(std::numeric_limits<qint64>::max());
    if (fields.deltasFrom && *fields.deltasFrom <= latest)
        m_clock = {qint64(*fields.deltasFrom)};
    if (fields.timestamp && fields.clock == wire::Deltas) {
        if (*fields.timestamp > latest - quint64(m_clock.ns))
            return {};
        m_clock.ns += qint64(*fields.timestamp);
    }
    if (facts.kind) {
        content.record = recordOf(facts, fields);
        if (!content.record)
            return {};
    }
    content.format = facts.format;
    content.end = facts.end;
    if (facts.isInfo && fields.json)
        content.info = bytesOf(*fields.json);
    return content;
}

std::optional<Record> PacketReader::recordOf(const Facts &facts, const Fields &fields)
{
    const bool isAbsolute = fields.clock != wire::Deltas;
    const quint64 at = isAbsolute ? fields.timestamp.value_or(0) : quint64(m_clock.ns);
    const quint32 id = m_lastEvent.value + 1;
    if (*facts.kind < 1 || *facts.kind > quint32(eventKindCount) || id == 0 ||
        at > quint64(std::numeric_limits<qint64>::max()) || facts.cause >= id)
        return {};

    m_run = RunId{facts.run.value_or(m_run.value)};
    m_lastEvent = EventId{id};
    Record record;
    record.event.id = m_lastEvent;
    record.event.at = {qint64(at)};
    record.event.task = TaskId{facts.task};
    record.event.subject = facts.subject;
    record.event.payload = PayloadId{facts.payload};
    record.event.run = m_run;
    record.event.kind = EventKind(*facts.kind);
    if (facts.cause > 0)
        record.event.cause = EventId{id - facts.cause};
    if (facts.payload > m_lastPayload.value) {
        m_lastPayload = record.event.payload;
        if (fields.text && fields.textId == facts.payload)
            record.text = bytesOf(*fields.text);
        else if (fields.json)
            record.text = bytesOf(*fields.json);
    }
    return record;
}

} // namespace loopscope
