// SPDX-License-Identifier: MIT
#include "core/export/chrome_threads.h"

namespace loopscope {

namespace {

/// Numbers beyond are not written as they are: a reader of JSON may round them.
constexpr qint64 greatest = qint64(1) << 40;

bool isUsable(std::optional<qint64> number)
{
    return number && *number >= 0 && *number < greatest;
}

} // namespace

ChromeThreads::ChromeThreads(const TrackStore &tracks) : m_tracks(tracks)
{
    for (quint32 id = 1; id <= tracks.trackCount(); ++id)
        if (const auto number = tracks.info({id}).number; isUsable(number))
            m_next = std::max(m_next, *number + 1);
    m_threads.reserve(tracks.trackCount());
    for (quint32 id = 1; id <= tracks.trackCount(); ++id) {
        const TrackInfo &info = tracks.info({id});
        const qint64 process = processOf({id});
        const bool isOwn = info.kind == TrackKind::Thread && isUsable(info.number) && !info.overflowOf;
        m_threads.push_back({process, free(isOwn ? *info.number : -1, m_takenThreads[process])});
        if (info.overflowOf)
            m_next += tracks.rowCount({id});
    }
}

ChromeThreads::Thread ChromeThreads::of(TrackId track, quint32 row) const
{
    Thread thread = m_threads[track.value - 1];
    if (m_tracks.info(track).overflowOf)
        thread.thread += row;
    return thread;
}

qint64 ChromeThreads::processOf(TrackId track)
{
    TrackId at = track;
    while (at && m_tracks.info(at).kind != TrackKind::Process)
        at = m_tracks.info(at).parent;
    if (!at) {
        if (m_noProcess == 0)
            m_noProcess = free(-1, m_takenProcesses);
        return m_noProcess;
    }
    qint64 &process = m_processes[at];
    if (process == 0) {
        const auto number = m_tracks.info(at).number;
        process = free(isUsable(number) && *number > 0 ? *number : -1, m_takenProcesses);
    }
    return process;
}

qint64 ChromeThreads::free(qint64 wanted, QSet<qint64> &taken)
{
    if (wanted < 0 || taken.contains(wanted))
        wanted = m_next++;
    taken.insert(wanted);
    return wanted;
}

} // namespace loopscope
