// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_packets.h"

#include "core/foreign/perfetto_fields.h"
#include "core/foreign/zstandard.h"

namespace loopscope {

using protozero::pbf_reader;
using protozero::pbf_wire_type;
namespace field = perfetto;

struct PerfettoPackets::Fields
{
    std::optional<quint64> timestamp;
    std::optional<quint32> clock;
    quint64 sequence = 0;
    quint32 flags = 0;
    bool isCleared = false, isFirst = false;
    quint32 dropped = 0;
    using Message = std::optional<protozero::data_view>;
    Message event, interned, defaults, clocks, track, process, thread, processTree, deflated, zstandard;

    void read(pbf_reader in, FieldCounter &skipped)
    {
        while (in.next()) {
            if (in.wire_type() == pbf_wire_type::varint)
                readNumber(in, skipped);
            else if (Message *place =
                         in.wire_type() == pbf_wire_type::length_delimited ? placeOf(in.tag()) : nullptr)
                *place = in.get_view();
            else
                skipped.skip(in, PerfettoMessage::Packet);
        }
    }

private:
    void readNumber(pbf_reader &in, FieldCounter &skipped)
    {
        switch (in.tag()) {
        case field::Timestamp: timestamp = in.get_uint64(); break;
        case field::TimestampClock: clock = in.get_uint32(); break;
        case field::SequenceId: sequence = in.get_uint64(); break;
        case field::SequenceFlags: flags = in.get_uint32(); break;
        case field::StateCleared: isCleared = in.get_bool(); break;
        case field::FirstOnSequence: isFirst = in.get_bool(); break;
        case field::PacketsDropped: dropped = in.get_uint32(); break;
        default: skipped.skip(in, PerfettoMessage::Packet);
        }
    }
    Message *placeOf(quint32 tag)
    {
        switch (tag) {
        case field::Event: return &event;
        case field::InternedData: return &interned;
        case field::Defaults: return &defaults;
        case field::ClockSnapshot: return &clocks;
        case field::TrackDescriptor: return &track;
        case field::ProcessDescriptor: return &process;
        case field::ThreadDescriptor: return &thread;
        case field::ProcessTree: return &processTree;
        case field::Deflated: return &deflated;
        case field::Zstandard: return &zstandard;
        default: return nullptr;
        }
    }
};

bool PerfettoPackets::take(QByteArrayView packet)
{
    if (m_depth == 0 && !m_isTold)
        m_taken += packet.size();
    try {
        Fields fields;
        fields.read(pbf_reader(packet.data(), size_t(packet.size())), m_skipped);
        takeFields(fields);
        return true;
    } catch (const protozero::exception &) {
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 damaged packets were skipped"));
        return false;
    }
}

void PerfettoPackets::takeFields(const Fields &fields)
{
    if (fields.deflated || fields.zstandard)
        takeCompressed(fields);
    if (m_last.second == nullptr || m_last.first != fields.sequence)
        m_last = {fields.sequence, &m_sequences[fields.sequence]};
    PerfettoSequence &sequence = *m_last.second;
    takeState(fields, sequence);
    if (fields.clocks)
        takeClocks(*fields.clocks, fields.sequence);
    if ((fields.flags & field::NeedsState) != 0 && !sequence.isComplete) {
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 packets were skipped: what they build on is missing"));
        return;
    }
    if (fields.track)
        m_tracks.describe(*fields.track);
    if (fields.process)
        m_tracks.describeProcess(*fields.process);
    if (fields.thread)
        m_tracks.describeThread(*fields.thread, sequence);
    if (fields.processTree)
        m_tracks.takeProcessTree(*fields.processTree);
    if (fields.event)
        takeEvent(fields, sequence);
    m_understood += fields.event || fields.track || fields.clocks || fields.process || fields.thread ? 1 : 0;
}

void PerfettoPackets::takeState(const Fields &fields, PerfettoSequence &sequence)
{
    if (fields.isCleared || (fields.flags & field::Cleared) != 0) {
        sequence.clear();
    } else if (fields.dropped != 0 && !fields.isFirst) {
        sequence.isComplete = false;
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "at %1 places the trace itself lost packets"));
    }
    if (fields.interned)
        sequence.takeInterned(*fields.interned, m_store.texts());
    if (fields.defaults)
        sequence.takeDefaults(*fields.defaults, m_skipped);
}

void PerfettoPackets::takeClocks(protozero::data_view snapshot, quint64 sequence)
{
    std::vector<ClockBook::Reading> readings;
    std::optional<quint32> primary;
    pbf_reader in(snapshot);
    while (in.next()) {
        if (in.tag() == field::clocks::Primary && in.wire_type() == pbf_wire_type::varint) {
            primary = in.get_uint32();
        } else if (in.tag() == field::clocks::Clock && in.wire_type() == pbf_wire_type::length_delimited) {
            ClockBook::Reading reading;
            pbf_reader one = in.get_message();
            while (one.next()) {
                const quint32 tag = one.tag();
                if (one.wire_type() != pbf_wire_type::varint || tag < 1 || tag > 4) {
                    one.skip();
                    continue;
                }
                const quint64 value = one.get_uint64();
                switch (tag) {
                case field::clocks::Id: reading.clock = quint32(value); break;
                case field::clocks::Ticks: reading.ticks = value; break;
                case field::clocks::IsIncremental: reading.isIncremental = value != 0; break;
                default: reading.unit = value;
                }
            }
            readings.push_back(reading);
        } else {
            in.skip();
        }
    }
    m_clocks.take(sequence, readings, primary);
}

void PerfettoPackets::takeEvent(const Fields &fields, PerfettoSequence &sequence)
{
    m_event.read(*fields.event, m_skipped);
    TracePoint at;
    if (fields.timestamp) {
        at = m_clocks.resolve(fields.sequence, fields.clock.value_or(sequence.clock), *fields.timestamp);
    } else {
        static constexpr qint64 most = qint64(1) << 52; // microseconds
        const auto bounded = [](qint64 us) { return std::clamp(us, -most, most); };
        if (m_event.timeAbsoluteUs)
            sequence.referenceUs = bounded(*m_event.timeAbsoluteUs);
        else if (m_event.timeDeltaUs)
            sequence.referenceUs = bounded(bounded(sequence.referenceUs) + bounded(*m_event.timeDeltaUs));
        else
            return m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events have no time: skipped"));
        at = TracePoint{bounded(sequence.referenceUs) * 1000};
    }
    m_events.take(m_event, sequence, at);
}

void PerfettoPackets::takeCompressed(const Fields &fields)
{
    if (m_depth >= deepest)
        return m_skips.note(
            QT_TRANSLATE_NOOP("Problem", "%1 compressed packets lie too deep in others: skipped"));
    const qint64 room = freelyUnpacked + mostTimes * m_taken - m_unpacked;
    const qsizetype most = qsizetype(std::clamp<qint64>(room, 0, largest));
    const Result<Uncompressed> unpacked = fields.deflated ? deflateUncompressed(bytesOf(*fields.deflated), most)
                                                      : zstandardUncompressed(bytesOf(*fields.zstandard), most);
    if (!unpacked)
        return m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 compressed packets were skipped: %2"),
                            message(unpacked.error()).toUtf8());
    m_unpacked += unpacked->bytes.size();
    ++m_depth;
    const PacketWalk walk = walkPackets(unpacked->bytes, *this);
    --m_depth;
    if (walk.end != PacketWalk::End::Bytes || !unpacked->isWhole)
        m_skips.note(
            QT_TRANSLATE_NOOP("Problem", "%1 compressed packets are damaged within: read up to there"));
}

PacketWalk walkPackets(QByteArrayView bytes, PerfettoPackets &packets)
{
    constexpr char packetTag = 1 << 3 | 2;
    PacketWalk walk;
    while (walk.offset < bytes.size() && !packets.isCancelled()) {
        const char *at = bytes.data() + walk.offset;
        const char *end = bytes.data() + bytes.size();
        if (*at++ != packetTag) {
            walk.end = PacketWalk::End::Damaged;
            return walk;
        }
        try {
            const quint64 length = protozero::decode_varint(&at, end);
            if (length > quint64(PerfettoPackets::largest)) {
                walk.end = PacketWalk::End::Damaged;
                return walk;
            }
            if (length > quint64(end - at)) {
                walk.end = PacketWalk::End::CutShort;
                return walk;
            }
            packets.take({at, qsizetype(length)});
            walk.offset = at - bytes.data() + qsizetype(length);
        } catch (const protozero::end_of_buffer_exception &) {
            walk.end = PacketWalk::End::CutShort;
            return walk;
        } catch (const protozero::exception &) {
            walk.end = PacketWalk::End::Damaged;
            return walk;
        }
    }
    return walk;
}

} // namespace loopscope
