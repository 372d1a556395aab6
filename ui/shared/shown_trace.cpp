// SPDX-License-Identifier: MIT
#include "ui/shared/shown_trace.h"

namespace loopscope {

void ShownTrace::replace(const TrackStore *tracks, const QList<Problem> &skipped)
{
    m_tracks = tracks;
    m_skipped = skipped;
    m_now.reset();
    Q_EMIT replaced();
    Q_EMIT nowChanged();
}

TimeSpan ShownTrace::span() const
{
    return {{}, m_tracks ? TracePoint{} + m_tracks->span().length() : TracePoint{}};
}

void ShownTrace::setNow(std::optional<TracePoint> sinceTraceBegan)
{
    if (!m_tracks)
        sinceTraceBegan.reset();
    if (sinceTraceBegan)
        sinceTraceBegan = std::clamp(*sinceTraceBegan, span().begin, span().end);
    if (sinceTraceBegan == m_now)
        return;
    m_now = sinceTraceBegan;
    Q_EMIT nowChanged();
}

} // namespace loopscope
