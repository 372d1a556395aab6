// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/perfetto_sequence.h"
#include "core/trace/track_store.h"

#include <QHash>

namespace loopscope {

/// Which track of a store Perfetto means by an uuid, a process or a thread. A track may be used before it is
/// described.
class PerfettoTracks
{
public:
    /// Both are borrowed. What means nothing to us goes to `skipped`.
    PerfettoTracks(TrackStore &store, FieldCounter &skipped) : m_store(store), m_skipped(skipped) {}

    void describe(protozero::data_view trackDescriptor);
    /// The packets of old traces that name the writing thread, or a process.
    void describeThread(protozero::data_view threadDescriptor, PerfettoSequence &sequence);
    void describeProcess(protozero::data_view processDescriptor);
    void takeProcessTree(protozero::data_view tree);

    [[nodiscard]] TrackId track(quint64 uuid);
    [[nodiscard]] TrackId process(qint32 pid);
    [[nodiscard]] TrackId thread(qint32 pid, qint64 tid);
    /// What belongs to no process.
    [[nodiscard]] TrackId global();
    /// An asynchronous activity of an old trace; of all processes without a `pid`.
    [[nodiscard]] TrackId task(std::optional<qint32> pid, TextId scope, quint64 id, TextId name);
    /// A counter of an old trace, and the series in it where it has several (0 if not).
    [[nodiscard]] TrackId counter(std::optional<qint32> pid, TextId name, TextId series);
    /// The value that a counter's event stands for.
    [[nodiscard]] double counted(TrackId track, double value);

private:
    struct Counter
    {
        double unit = 1;
        bool isIncremental = false;
        double sum = 0;
    };
    struct Description;
    void place(quint64 uuid, const Description &what);

    using Key = std::tuple<bool, qint32, quint32, quint64>;
    TrackStore &m_store;
    FieldCounter &m_skipped;
    QHash<quint64, TrackId> m_tracks; ///< by uuid
    QHash<qint32, TrackId> m_processes;
    QHash<std::pair<qint32, qint64>, TrackId> m_threads;
    std::map<Key, TrackId> m_tasks;
    std::map<std::tuple<qint32, quint32, quint32>, TrackId> m_counterTracks; ///< by process, name, series
    QHash<TrackId, Counter> m_counters;
    TrackId m_global;
};

} // namespace loopscope
