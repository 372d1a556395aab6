// SPDX-License-Identifier: MIT
#include "ui/overview/recording_overview.h"

namespace loopscope {

RecordingOverview::RecordingOverview(const Recording &recording, Playhead &playhead)
    : m_recording(recording), m_playhead(playhead)
{
    connect(&recording, &Recording::replaced, this, &OverviewContent::replaced);
    connect(&recording, &Recording::grew, this, &OverviewContent::changed);
    connect(&recording, &Recording::liveNowChanged, this, &OverviewContent::changed);
    connect(&playhead, &Playhead::changed, this, &OverviewContent::changed);
}

TimeSpan RecordingOverview::session() const
{
    TimeSpan session;
    for (const RunInfo &run : m_recording.store().runs())
        session.end = std::max(session.end, m_recording.endOf(run));
    if (!m_recording.store().runs().empty())
        session.begin = m_recording.store().runs().front().begin;
    return session;
}

std::vector<OverviewShape> RecordingOverview::shapes(const OverviewMap &map, double top, double height) const
{
    return overviewShapes(m_recording.store(), map, top, height, map.session.end);
}

QList<OverviewContent::Part> RecordingOverview::parts() const
{
    QList<Part> parts;
    for (const RunInfo &run : m_recording.store().runs())
        parts.append({{run.begin, m_recording.endOf(run)}, run.name});
    return parts;
}

std::optional<TimeSpan> RecordingOverview::framed() const
{
    const Store &store = m_recording.store();
    const RunInfo *run = store.run(m_playhead.moment().run);
    if (!run && !store.runs().empty())
        run = &store.runs().front();
    return run ? std::optional(TimeSpan{run->begin, m_recording.endOf(*run)}) : std::nullopt;
}

std::optional<TracePoint> RecordingOverview::now() const
{
    const Moment &moment = m_playhead.moment();
    const RunInfo *run = m_recording.store().run(moment.run);
    return run ? std::optional(run->begin + (moment.at - TracePoint{})) : std::nullopt;
}

void RecordingOverview::goTo(TracePoint at)
{
    for (const RunInfo &run : m_recording.store().runs())
        if (TimeSpan{run.begin, m_recording.endOf(run)}.contains(at))
            m_playhead.goToTime(m_recording.store(), run.id, TracePoint{} + (at - run.begin));
}

} // namespace loopscope
