// SPDX-License-Identifier: MIT
#include "core/session/packet_reader.h"

#include "core/session/wire_format.h"

#include <limits>

namespace loopscope {

namespace {

constexpr auto latest = quint64(std::numeric_limits<qint64>::max());
/// Our writer interns no more names than this; others mean nothing to us.
constexpr quint32 mostNames = (1 << 16) + 1;

} // namespace

std::optional<PacketContent> PacketReader::read(const PacketFields &fields)
{
    PacketContent content;
    if (fields.sequence != wire::sequence)
        return content;
    if (fields.isCleared) {
        m_names.clear();
        m_implied.forgetNames();
    }
    readNames(fields);
    if (!moveClock(fields))
        return {};
    if (fields.newTrack > wire::processTrack)
        m_implied.describe(fields.newTrack, fields.parent, fields.rank);

    const std::optional<Drawing> drawing = drawingOf(fields);
    std::optional<Event> event;
    if (fields.kind > 0) {
        event = explicitEvent(fields);
        if (!event)
            return {};
    } else if (drawing && !fields.isDrawing) {
        event = m_implied.of(*drawing);
    }
    if (drawing)
        m_implied.draw(*drawing);
    if (event) {
        if (!number(*event, drawing))
            return {};
        content.record = recordOf(*event, fields);
    }
    content.format = fields.format;
    content.end = fields.end;
    if (fields.isInfo && !fields.json.isNull())
        content.info = fields.json.toByteArray();
    return content;
}

std::optional<Event> PacketReader::read(const PlainPacket &packet)
{
    m_clock.ns += std::min(qint64(packet.delta), qint64(latest) - m_clock.ns);
    m_at = m_clock;
    Drawing drawing{TrackMark::Type(packet.type), packet.track, packet.nameId, SliceName::Other};
    if (packet.nameId < m_names.size())
        drawing.name = m_names[packet.nameId];
    std::optional<Event> event = m_implied.of(drawing);
    m_implied.draw(drawing);
    if (event && !number(*event, drawing))
        event.reset();
    return event;
}

void PacketReader::readNames(const PacketFields &fields)
{
    if (fields.newNameId == 0 || fields.newNameId >= mostNames)
        return;
    if (m_names.size() <= fields.newNameId)
        m_names.resize(fields.newNameId + 1, SliceName::Other);
    m_names[fields.newNameId] = sliceName(fields.newName);
}

bool PacketReader::moveClock(const PacketFields &fields)
{
    if (fields.deltasFrom && *fields.deltasFrom <= latest)
        m_clock = {qint64(*fields.deltasFrom)};
    m_at = m_clock;
    if (!fields.timestamp)
        return true;
    if (fields.clock != wire::Deltas) {
        m_at = {qint64(*fields.timestamp)};
        return *fields.timestamp <= latest;
    }
    if (*fields.timestamp > latest - quint64(m_clock.ns))
        return false;
    m_clock.ns += qint64(*fields.timestamp);
    m_at = m_clock;
    return true;
}

std::optional<Drawing> PacketReader::drawingOf(const PacketFields &fields) const
{
    if (fields.type == 0)
        return {};
    Drawing drawing{TrackMark::Type(fields.type), fields.track, fields.nameId, SliceName::Other};
    if (fields.nameId < m_names.size())
        drawing.name = m_names[fields.nameId];
    return drawing;
}

/// Empty when there is no such event: a kind that nobody knows, or a cause before the first event.
std::optional<Event> PacketReader::explicitEvent(const PacketFields &fields) const
{
    const quint32 id = m_lastEvent.value + 1;
    if (fields.kind > quint32(eventKindCount) || fields.cause >= id)
        return {};
    Event event;
    event.task = TaskId{fields.task};
    event.subject = fields.subject;
    event.payload = PayloadId{fields.payload};
    event.run = RunId{fields.run.value_or(m_run.value)};
    event.kind = EventKind(fields.kind);
    if (fields.cause > 0)
        event.cause = EventId{id - fields.cause};
    return event;
}

/// The next event; false when there are too many.
bool PacketReader::number(Event &event, const std::optional<Drawing> &drawing)
{
    if (m_lastEvent.value == std::numeric_limits<quint32>::max())
        return false;
    m_lastEvent.value++;
    m_run = event.run;
    event.id = m_lastEvent;
    event.at = m_at;
    m_implied.note(event, drawing);
    return true;
}

Record PacketReader::recordOf(const Event &event, const PacketFields &fields)
{
    Record record{event, {}};
    if (event.payload > m_lastPayload) {
        m_lastPayload = event.payload;
        if (!fields.text.isNull() && fields.textId == event.payload.value)
            record.text = fields.text.toByteArray();
        else if (!fields.json.isNull())
            record.text = fields.json.toByteArray();
    }
    return record;
}

} // namespace loopscope
