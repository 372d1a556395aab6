// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"
#include "core/session/wire_format.h"

#include <protozero/pbf_builder.hpp>

#include <QByteArray>
#include <QHash>

#include <optional>
#include <string>
#include <vector>

namespace loopscope {

/// What one packet draws on a track.
struct TrackMark
{
    enum class Type : quint8 { SliceBegin = 1, SliceEnd = 2, Instant = 3 };

    Type type = Type::Instant;
    quint64 track = 0;
    QByteArray name;              ///< UTF-8; unused for an end
    std::vector<quint64> flows;   ///< arrows that leave from here
    std::optional<quint64> arrow; ///< the arrow that ends here
};

/// A track of Perfetto: a row of slices, below its parent and in the order of `rank`.
struct Track
{
    quint64 uuid = 0;
    quint64 parent = 0;
    quint32 rank = 0;
    QByteArray name;
};

/// The text of an event's payload, as far as it is known where it is written: a text used again may be gone.
struct PayloadUse
{
    QByteArray text;
    enum class Time : quint8 { First, Again } time = Time::Again;
};

/// Writes the packets of one sequence, each whole and behind the one before, and keeps the sequence's state:
/// the clock that counts in deltas, and the strings already sent. Knows Perfetto's messages, not what events
/// mean.
class PacketWriter
{
public:
    /// The sequence's start: clocks, defaults, the process and its track, and the recording's metadata.
    void start(const QByteArray &title, const QByteArray &infoJson, qint64 startedAtUnixNs);

    void describe(const Track &track);

    /// Draws something that is no event of its own, such as the end of the slice before.
    void draw(TracePoint at, const TrackMark &mark);

    /// The next event, drawn as `mark` where it shows. Times before 0 are written as 0.
    void event(const Event &event, const PayloadUse &payload, const std::optional<TrackMark> &mark);

    /// Says that the recording is whole.
    void end();

    [[nodiscard]] const std::string &bytes() const { return m_out; }
    void clear() { m_out.clear(); }

    static constexpr quint64 processTrack = 1;

private:
    using Packet = protozero::pbf_builder<wire::Packet>;
    void finish(Packet &packet, const std::string &interned);
    void putTime(Packet &packet, TracePoint at);
    void putMark(Packet &packet, const TrackMark &mark, const std::string &annotation, std::string &interned);
    std::string facts(const Event &event);

    std::string m_out;
    QHash<QByteArray, quint32> m_nameIds;
    TracePoint m_clock;
    RunId m_run;
    quint32 m_events = 0;
};

} // namespace loopscope
