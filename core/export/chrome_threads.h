// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"

#include <QHash>
#include <QSet>

namespace loopscope {

/// Which process and thread of Chrome's format a track is written as. Their own numbers are kept where they
/// are theirs alone; all others count on behind the greatest.
class ChromeThreads
{
public:
    struct Thread
    {
        qint64 process = 0, thread = 0;
    };

    explicit ChromeThreads(const TrackStore &tracks);

    /// Of a track whose rows nest, one for all rows; of one that overflowed, one for each.
    [[nodiscard]] Thread of(TrackId track, quint32 row) const;

private:
    [[nodiscard]] qint64 processOf(TrackId track);
    [[nodiscard]] qint64 free(qint64 wanted, QSet<qint64> &taken);

    const TrackStore &m_tracks;
    qint64 m_next = 1;
    qint64 m_noProcess = 0;
    std::vector<Thread> m_threads; ///< by track; of an overflow, the first row's
    QHash<TrackId, qint64> m_processes;
    QSet<qint64> m_takenProcesses;
    QHash<qint64, QSet<qint64>> m_takenThreads; ///< by process
};

} // namespace loopscope
