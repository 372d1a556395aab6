// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// Makes the records of a new recording out of events of others, taken one after the other: numbers events,
/// runs, tasks and payloads through from 1, as a recorder does, and lets causes point to what was taken. A
/// cause that was not is left out.
///
/// Requests, jobs, timers, passes and callbacks keep their numbers, which count within a run.
class Renumbering
{
public:
    /// What is taken from now on comes from `source`, which must outlive that, and happened `offset` later. It takes
    /// memory for the events from `first` on, before which none will be taken, up to the last one taken.
    void begin(const Store &source, Nanos offset, EventId first = EventId{1});

    /// The next record of the new recording, with the event's own payload.
    [[nodiscard]] Record take(const Event &event);
    /// The same with another payload text; an empty one is none.
    [[nodiscard]] Record take(const Event &event, const QByteArray &payload);

    /// What an event of the present source is called now; none when it was not taken.
    [[nodiscard]] EventId taken(EventId source) const;
    /// What a task of the present source is called now; none when nothing of it was taken.
    [[nodiscard]] TaskId taken(TaskId source) const { return {m_taskFor.value(source.value)}; }
    /// So many records were taken.
    [[nodiscard]] quint32 count() const { return m_events; }
    /// The latest time of them.
    [[nodiscard]] TracePoint last() const { return m_last; }

private:
    [[nodiscard]] Record renumbered(const Event &event);
    [[nodiscard]] TaskId taskFor(quint32 number);
    void putText(Record &record, const QByteArray &text);

    const Store *m_source = nullptr;
    Nanos m_offset{0};
    TracePoint m_last;
    quint32 m_events = 0, m_tasks = 0, m_runs = 0, m_payloads = 0;
    quint32 m_first = 1;
    std::vector<quint32> m_eventFor; ///< by id in the source behind `m_first`; 0 for those not taken
    QHash<quint32, quint32> m_taskFor, m_runFor, m_payloadFor; ///< by number in the source
    QHash<QByteArray, quint32> m_shortTexts;                   ///< payloads by text, across sources
};

} // namespace loopscope
