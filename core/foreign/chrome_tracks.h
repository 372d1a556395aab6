// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/chrome_event.h"
#include "core/trace/track_store.h"

#include <QHash>

namespace loopscope {

/// Which track of a store an event of Chrome's format belongs to: makes tracks when they are first spoken of.
class ChromeTracks
{
public:
    explicit ChromeTracks(TrackStore &store) : m_store(store) {}

    [[nodiscard]] TrackId process(const ChromeEvent &event) { return process(processOf(event)); }
    [[nodiscard]] TrackId thread(const ChromeEvent &event);
    /// The lane of an asynchronous activity: of all events with its category and id.
    [[nodiscard]] TrackId task(const ChromeEvent &event);
    [[nodiscard]] TrackId counter(const ChromeEvent &event, QByteArrayView series);
    /// The states of a thread, beside its slices.
    [[nodiscard]] TrackId states(const ChromeEvent &event);
    /// What belongs to no process.
    [[nodiscard]] TrackId global();

    [[nodiscard]] TextId idOf(const JsonToken &token);

private:
    struct Key
    {
        quint64 a = 0, b = 0, c = 0;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.a, key.b, key.c); }
    };
    [[nodiscard]] qint64 processOf(const ChromeEvent &event) { return numberOf(event.process, 0); }
    [[nodiscard]] qint64 numberOf(const JsonToken &token, qint64 otherwise);
    [[nodiscard]] TrackId process(qint64 number);
    TrackId make(const TrackInfo &info, const JsonToken &name);

    TrackStore &m_store;
    QHash<qint64, TrackId> m_processes;
    QHash<Key, TrackId> m_threads;
    QHash<Key, TrackId> m_tasks;
    QHash<Key, TrackId> m_counters;
    QHash<TrackId, TrackId> m_states;
    Key m_lastThread;
    TrackId m_last; ///< the track of m_lastThread
    TrackId m_global;
};

} // namespace loopscope
