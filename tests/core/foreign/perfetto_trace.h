// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/track_event_reader.h"
#include "tests/core/foreign/read_trace.h"

#include <QByteArray>

#include <protozero/pbf_writer.hpp>

#include <functional>
#include <string>

namespace loopscope {

/// A Perfetto trace written by hand, field by field, as no recorder of ours would write it.
class PerfettoTrace
{
public:
    using Fill = std::function<void(protozero::pbf_writer &)>;

    /// A packet of sequence 1, with whatever `fill` writes.
    PerfettoTrace &packet(const Fill &fill, quint32 sequence = 1)
    {
        std::string bytes;
        protozero::pbf_writer writer(bytes);
        writer.add_uint32(10, sequence);
        fill(writer);
        protozero::pbf_writer(m_bytes).add_message(1, bytes);
        return *this;
    }
    /// The beginning of a sequence: nothing before it is built upon.
    PerfettoTrace &start(quint32 sequence = 1)
    {
        return packet([](protozero::pbf_writer &packet) { packet.add_uint32(13, 1); }, sequence);
    }
    PerfettoTrace &track(quint64 uuid, const Fill &fill)
    {
        return packet([&](protozero::pbf_writer &packet) {
            protozero::pbf_writer track(packet, 60);
            track.add_uint64(1, uuid);
            fill(track);
        });
    }
    PerfettoTrace &track(quint64 uuid, const std::string &name, quint64 parent = 0)
    {
        return track(uuid, [&](protozero::pbf_writer &track) {
            track.add_string(2, name);
            if (parent != 0)
                track.add_uint64(5, parent);
        });
    }
    /// A TrackEvent of a type on a track; `at` is in nanoseconds of the trace's own clock.
    PerfettoTrace &event(quint64 at, quint32 type, quint64 track, const Fill &fill = {})
    {
        return packet([&](protozero::pbf_writer &packet) {
            packet.add_uint64(8, at);
            protozero::pbf_writer event(packet, 11);
            if (type != 0)
                event.add_uint32(9, type);
            if (track != 0)
                event.add_uint64(11, track);
            if (fill)
                fill(event);
        });
    }
    PerfettoTrace &event(quint64 at, quint32 type, quint64 track, const std::string &name)
    {
        return event(at, type, track, [&](protozero::pbf_writer &event) { event.add_string(23, name); });
    }
    /// An event in the words of LegacyEvent.
    PerfettoTrace &legacy(quint64 at, char phase, const std::string &name, const Fill &fill = {})
    {
        return event(at, 0, 0, [&](protozero::pbf_writer &event) {
            event.add_string(23, name);
            protozero::pbf_writer legacy(event, 6);
            legacy.add_int32(2, phase);
            if (fill)
                fill(legacy);
        });
    }

    [[nodiscard]] QByteArray bytes() const { return QByteArray::fromStdString(m_bytes); }

private:
    std::string m_bytes;
};

/// Two slices, one in the other.
inline PerfettoTrace twoSlices()
{
    constexpr quint32 begin = 1, end = 2;
    PerfettoTrace trace;
    trace.start().track(7, "t").event(10, begin, 7, "a").event(12, begin, 7, "b").event(15, end, 7);
    return trace.event(19, end, 7);
}
inline const QString twoSlicesText = QStringLiteral("Task \"t\"\n  | a 10..19 |\n  | b 12..15 |\n");

inline Read read(const QByteArray &packets, qsizetype piece = 1 << 20)
{
    return readWith<TrackEventReader>(packets, piece);
}

} // namespace loopscope
