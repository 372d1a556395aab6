// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/implied_events.h"
#include "core/session/wire_format.h"

#include <protozero/pbf_builder.hpp>

#include <QHash>
#include <QSet>

#include <string>

namespace loopscope {

/// The text of an event's payload, as far as it is known where it is written: a text used again may be gone.
struct PayloadUse
{
    QByteArray text;
    enum class Time : quint8 { First, Again } time = Time::Again;
};

/// Writes the packets of one sequence, each whole and behind the one before, and keeps the sequence's state:
/// the clock that counts in deltas, and the strings already sent. Knows Perfetto's messages, not what events
/// mean, except that it leaves out what its reader will expect anyway (ImpliedEvents).
class PacketWriter
{
public:
    /// The sequence's start: clocks, defaults, the process and its track, and the recording's metadata.
    void start(const QByteArray &title, const QByteArray &infoJson, qint64 startedAtUnixNs);

    /// Begins the sequence's state anew, so that what follows can be read by who has lost what was before.
    void restart();

    void describe(const Track &track);

    /// Draws something that is no event of its own, such as the end of the slice before.
    void draw(TracePoint at, const TrackMark &mark);

    /// The next event, drawn as `mark` where it shows. Times before 0 are written as 0.
    void event(const Event &event, const PayloadUse &payload, const std::optional<TrackMark> &mark);

    /// Says that the recording is whole.
    void end();

    [[nodiscard]] const std::string &bytes() const { return m_out; }
    void clear() { m_out.clear(); }

private:
    using Packet = protozero::pbf_builder<wire::Packet>;

    [[nodiscard]] Drawing drawingOf(const TrackMark &mark);
    void internText(const Event &event, const PayloadUse &payload, bool isDrawn);
    void putPacket(TracePoint at, const TrackMark *mark, const Drawing *drawing);
    void putTime(TracePoint at);
    void putMark(const TrackMark &mark, const Drawing &drawing);
    void putFacts(const Event &event);

    std::string m_out;
    std::string m_packet, m_event, m_annotation, m_facts, m_interned; ///< of the packet being written; kept for speed
    ImpliedEvents m_implied;
    QHash<QByteArray, quint32> m_nameIds;
    QSet<PayloadId> m_textsSent; ///< since the state began
    TracePoint m_clock;
    RunId m_run;
    quint32 m_events = 0;
};

} // namespace loopscope
