// SPDX-License-Identifier: MIT
#include "ui/shared/recording_follower.h"

#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/shared/viewport.h"

#include <QScopedValueRollback>

namespace loopscope {

RecordingFollower::RecordingFollower(const Recording &recording, Viewport &viewport, Playhead &playhead,
                                     Selection &selection, QObject *parent)
    : QObject(parent), m_recording(recording), m_viewport(viewport), m_playhead(playhead),
      m_selection(selection)
{
    connect(&recording, &Recording::replaced, this, &RecordingFollower::startAfresh);
    connect(&recording, &Recording::grew, this, &RecordingFollower::advance);
    connect(&recording, &Recording::liveNowChanged, this, &RecordingFollower::advance);
    connect(&playhead, &Playhead::changed, this, &RecordingFollower::notePlayhead);
    connect(&viewport, &Viewport::modeChanged, this, &RecordingFollower::noteViewport);
    advance();
}

void RecordingFollower::follow()
{
    setFollowing(true);
    const QScopedValueRollback moving(m_isMoving, true);
    if (m_viewport.mode() == Viewport::Mode::Free)
        m_viewport.follow();
    goToNewest();
}

void RecordingFollower::startAfresh()
{
    const QScopedValueRollback moving(m_isMoving, true);
    m_selection.clear();
    m_playhead.clear();
    m_viewport.setContent(extent());
    m_viewport.fit();
    setFollowing(true);
}

void RecordingFollower::advance()
{
    const QScopedValueRollback moving(m_isMoving, true);
    m_viewport.setContent(extent());
    if (m_isFollowing)
        goToNewest();
}

void RecordingFollower::notePlayhead()
{
    if (!m_isMoving && m_recording.isLive())
        setFollowing(false);
}

void RecordingFollower::noteViewport()
{
    if (!m_isMoving && m_recording.isLive())
        setFollowing(m_viewport.mode() != Viewport::Mode::Free);
}

void RecordingFollower::setFollowing(bool following)
{
    if (following == m_isFollowing)
        return;
    m_isFollowing = following;
    Q_EMIT followingChanged();
}

void RecordingFollower::goToNewest()
{
    if (!m_recording.isLive() || m_recording.store().runs().empty())
        return;
    const RunInfo &run = m_recording.store().runs().back();
    m_playhead.setMoment({run.id, TracePoint{} + (m_recording.endOf(run) - run.begin), run.lastEvent});
}

TimeSpan RecordingFollower::extent() const
{
    TimeSpan out = m_recording.alignedSpan();
    if (m_recording.isLive())
        out.end = out.begin + roundExtent(out.length());
    return out;
}

Nanos roundExtent(Nanos length)
{
    constexpr qint64 least = 100'000'000; // a run that has only begun is shown as a tenth of a second
    const qint64 wanted = std::max<qint64>(least, length.count());
    qint64 power = least;
    while (power * 10 <= wanted)
        power *= 10;
    for (qint64 tenths : {10, 15, 20, 30, 40, 50, 60, 80})
        if (power / 10 * tenths >= wanted)
            return Nanos(power / 10 * tenths);
    return Nanos(power * 10);
}

} // namespace loopscope
