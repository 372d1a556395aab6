// SPDX-License-Identifier: MIT
#include "core/session/packet_fields.h"

#include "core/session/wire_format.h"

#include <protozero/pbf_message.hpp>

#include <utility>

namespace loopscope {

namespace {

using protozero::pbf_wire_type;
using protozero::tag_and_type;

template<class Field>
using Message = protozero::pbf_message<Field>;

constexpr auto varint = pbf_wire_type::varint;
constexpr auto nested = pbf_wire_type::length_delimited;

QByteArrayView textOf(protozero::data_view view)
{
    return {view.size() > 0 ? view.data() : "", qsizetype(view.size())};
}

void readOurs(protozero::data_view bytes, PacketFields &fields)
{
    Message<wire::Loopscope> message(bytes);
    while (message.next()) {
        switch (message.tag_and_type()) {
        case tag_and_type(wire::Loopscope::Kind, varint): fields.kind = message.get_uint32(); break;
        case tag_and_type(wire::Loopscope::Task, varint): fields.task = message.get_uint32(); break;
        case tag_and_type(wire::Loopscope::Subject, varint): fields.subject = message.get_uint32(); break;
        case tag_and_type(wire::Loopscope::CauseDistance, varint): fields.cause = message.get_uint32(); break;
        case tag_and_type(wire::Loopscope::Payload, varint): fields.payload = message.get_uint32(); break;
        case tag_and_type(wire::Loopscope::Run, varint): fields.run = message.get_uint32(); break;
        case tag_and_type(wire::Loopscope::Format, varint): fields.format = message.get_uint64(); break;
        case tag_and_type(wire::Loopscope::Info, varint): fields.isInfo = message.get_bool(); break;
        case tag_and_type(wire::Loopscope::End, varint): fields.end = message.get_uint64(); break;
        case tag_and_type(wire::Loopscope::Drawing, varint): fields.isDrawing = message.get_bool(); break;
        default: message.skip();
        }
    }
}

void readAnnotation(protozero::data_view bytes, PacketFields &fields)
{
    Message<wire::Annotation> annotation(bytes);
    while (annotation.next(wire::Annotation::Json, nested))
        fields.json = textOf(annotation.get_view());
}

void readEvent(protozero::data_view bytes, PacketFields &fields)
{
    Message<wire::TrackEvent> event(bytes);
    while (event.next()) {
        switch (event.tag_and_type()) {
        case tag_and_type(wire::TrackEvent::Type, varint): fields.type = quint8(event.get_uint32()); break;
        case tag_and_type(wire::TrackEvent::Track, varint): fields.track = event.get_uint64(); break;
        case tag_and_type(wire::TrackEvent::NameId, varint): fields.nameId = event.get_uint32(); break;
        case tag_and_type(wire::TrackEvent::Annotation, nested): readAnnotation(event.get_view(), fields); break;
        default: event.skip();
        }
    }
}

template<class Number>
void readInternedOne(protozero::data_view bytes, Number &id, PacketFields::Text &text)
{
    Message<wire::Interned> one(bytes);
    while (one.next()) {
        switch (one.tag_and_type()) {
        case tag_and_type(wire::Interned::Id, varint): id = Number(one.get_uint64()); break;
        case tag_and_type(wire::Interned::Text, nested): text = textOf(one.get_view()); break;
        default: one.skip();
        }
    }
}

void readInterned(protozero::data_view bytes, PacketFields &fields)
{
    Message<wire::InternedData> all(bytes);
    while (all.next()) {
        switch (all.tag_and_type()) {
        case tag_and_type(wire::InternedData::EventName, nested):
            readInternedOne(all.get_view(), fields.newNameId, fields.newName);
            break;
        case tag_and_type(wire::InternedData::AnnotationText, nested):
            readInternedOne(all.get_view(), fields.textId, fields.text);
            break;
        default: all.skip();
        }
    }
}

void readTrack(protozero::data_view bytes, PacketFields &fields)
{
    Message<wire::TrackDescriptor> track(bytes);
    while (track.next()) {
        switch (track.tag_and_type()) {
        case tag_and_type(wire::TrackDescriptor::Uuid, varint): fields.newTrack = track.get_uint64(); break;
        case tag_and_type(wire::TrackDescriptor::Parent, varint): fields.parent = track.get_uint64(); break;
        case tag_and_type(wire::TrackDescriptor::SiblingRank, varint): fields.rank = track.get_uint32(); break;
        default: track.skip();
        }
    }
}

void readClocks(protozero::data_view bytes, PacketFields &fields)
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
            fields.deltasFrom = value;
    }
}

/// Walks over a plain packet, whose fields stand in the order in which our writer puts them.
class PlainWalk
{
public:
    explicit PlainWalk(QByteArrayView bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool take(quint8 byte)
    {
        if (m_at == m_end || quint8(*m_at) != byte)
            return false;
        ++m_at;
        return true;
    }
    /// A number of at most four bytes; a longer one ends the walk.
    [[nodiscard]] quint32 number()
    {
        quint32 value = 0;
        for (int shift = 0; shift < 28 && m_at != m_end; shift += 7) {
            const quint8 byte = quint8(*m_at++);
            value |= quint32(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_isOver = true;
        return 0;
    }
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    const char *m_at;
    const char *m_end;
    bool m_isOver = false;
};

template<class Field>
constexpr quint8 tagByte(Field field, pbf_wire_type type)
{
    return quint8(quint32(field) << 3 | quint32(type));
}

} // namespace

std::optional<PlainPacket> readPlain(QByteArrayView packet)
{
    PlainWalk walk(packet);
    PlainPacket plain;
    if (!walk.take(tagByte(wire::Packet::Timestamp, varint)))
        return {};
    plain.delta = walk.number();
    if (!walk.take(tagByte(wire::Packet::TrackEvent, nested)))
        return {};
    const quint32 length = walk.number();
    if (!walk.take(tagByte(wire::TrackEvent::Type, varint)))
        return {};
    const quint32 type = walk.number();
    if (!walk.take(tagByte(wire::TrackEvent::Track, varint)))
        return {};
    plain.track = walk.number();
    if (length < 4 || length > quint32(packet.size()) || type > 0xff)
        return {};
    // The name's and the sequence's fields have the same tag, one in the event and one in the packet.
    constexpr quint8 tag = tagByte(wire::TrackEvent::NameId, varint);
    static_assert(tag == tagByte(wire::Packet::SequenceId, varint));
    if (!walk.take(tag))
        return {};
    quint32 last = walk.number();
    quint32 name = 0;
    if (!walk.atEnd()) {
        if (!walk.take(tag))
            return {};
        name = std::exchange(last, walk.number());
    }
    if (!walk.atEnd() || walk.isOver() || last != wire::sequence || name > 0xffff)
        return {};
    plain.nameId = quint16(name);
    plain.type = quint8(type);
    return plain;
}

bool readFields(QByteArrayView bytes, PacketFields &fields)
{
    fields.clock = wire::Deltas;
    try {
        Message<wire::Packet> packet(bytes.data(), size_t(bytes.size()));
        while (packet.next()) {
            switch (packet.tag_and_type()) {
            case tag_and_type(wire::Packet::Timestamp, varint): fields.timestamp = packet.get_uint64(); break;
            case tag_and_type(wire::Packet::TimestampClock, varint): fields.clock = packet.get_uint32(); break;
            case tag_and_type(wire::Packet::SequenceId, varint): fields.sequence = packet.get_uint64(); break;
            case tag_and_type(wire::Packet::SequenceFlags, varint):
                fields.isCleared = (packet.get_uint32() & wire::StateCleared) != 0;
                break;
            case tag_and_type(wire::Packet::ClockSnapshot, nested): readClocks(packet.get_view(), fields); break;
            case tag_and_type(wire::Packet::TrackEvent, nested): readEvent(packet.get_view(), fields); break;
            case tag_and_type(wire::Packet::InternedData, nested): readInterned(packet.get_view(), fields); break;
            case tag_and_type(wire::Packet::TrackDescriptor, nested): readTrack(packet.get_view(), fields); break;
            case tag_and_type(wire::Packet::Compressed, nested): fields.compressed = textOf(packet.get_view()); break;
            case tag_and_type(wire::Packet::Loopscope, nested): readOurs(packet.get_view(), fields); break;
            default: packet.skip();
            }
        }
    } catch (const protozero::exception &) {
        return false;
    }
    return true;
}

} // namespace loopscope
