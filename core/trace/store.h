// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/channel.h"
#include "core/trace/id_index.h"
#include "core/trace/pass_list.h"
#include "core/trace/payload_list.h"
#include "core/trace/run_events.h"
#include "core/trace/task_events.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace loopscope {

enum class TaskEnd : quint8 { Unfinished, Done, Failed, Cancelled };

struct TaskInfo
{
    TaskId id;
    RunId run;
    QString name;       ///< "Task-3", or the name it was given
    QString coro;       ///< the coroutine's name
    quint32 number = 0; ///< its number within its run, from 1
    TaskId parent;
    EventId created;
    EventId finished; ///< its Done
    TaskEnd end = TaskEnd::Unfinished;
    StateList states;          ///< in time order, without gaps, from Created to Done
    TaskEvents events{states}; ///< every event whose task it is, and the cancels aimed at it

    TaskInfo() = default;
    TaskInfo(const TaskInfo &) = delete; ///< `events` looks into `states`
    TaskInfo &operator=(const TaskInfo &) = delete;
};

/// One fetch, by its phases. Phases not seen (a reused connection, a failure) are empty.
struct RequestInfo
{
    quint32 number = 0;
    RunId run;
    TaskId task;
    QString method;
    QString url;
    TracePoint queued;
    std::optional<TracePoint> connecting, encrypted, sent, headers, done;
    int status = 0; ///< HTTP status, 0 while unknown
    qint64 bytes = 0;
    QString error;       ///< empty when it went well
    EventId first, last; ///< RequestQueued; RequestDone once there
};

struct JobInfo
{
    quint32 number = 0;
    RunId run;
    TaskId task;
    QString name;
    TracePoint begin;
    std::optional<TracePoint> end;
};

struct PrintInfo
{
    EventId event;
    TaskId task;
    TracePoint at;
    QString text;
    quint32 nth =
        0; ///< how many came before it in its instant: in one pass, or at one point of a virtual clock
};

/// Events that were not recorded, because those who keep them were too far behind (see Recorder).
struct LossInfo
{
    /// From the first one lost until it was told of: when there was room again; of what belongs to things whose
    /// beginning was lost, after a second or at the run's end.
    TimeSpan span;
    quint32 events = 0;
};

struct RunInfo
{
    RunId id;
    QString name;
    QString main;
    bool realClock = false;
    TracePoint begin;
    TracePoint last; ///< of its latest event so far
    std::optional<TracePoint> end;
    EventId first, lastEvent;
    std::vector<EventStretch> stretches; ///< all its events; more than one where other runs spoke between them
    quint32 eventCount = 0;
    QString outcome;           ///< as in RunEnd; empty while it goes on
    std::optional<Nanos> cost; ///< until main's Done, as in RunEnd
    std::vector<TaskId> tasks; ///< in creation order
    PassList passes;
    std::vector<PrintInfo> prints;
    quint32 mostPrintsAtOnce = 0; ///< in one instant, see PrintInfo
    std::vector<RequestInfo> requests;
    std::vector<JobInfo> jobs;
    std::vector<LossInfo> losses;
    Nanos worstLag{0};        ///< the longest pass so far, real clock only
    size_t passesAtPrint = 0; ///< how many there were at the latest print
};

/// All events of a recording and what follows from them, kept up to date with every append: runs, tasks with
/// their state spans, passes, requests, prints. Append-only; references stay valid until the next append.
/// Lives on one thread (the window's, or a command's). Wrong order in a damaged file is tolerated, never
/// fatal: a span never ends before it begins, and what speaks of unknown runs, tasks or requests changes no
/// picture. Only events in order of their ids, with no gap, are taken at all.
///
/// What there is many of (events, states, passes) is kept packed and handed out by value; an event takes less
/// than 18 bytes, with its states and their totals.
class Store
{
public:
    /// Takes no more than so many events.
    explicit Store(quint32 most = EventList::most) : m_most(std::min(most, EventList::most)) {}

    void append(const Record &record);

    /// Grows by one with every append; equal revisions mean an equal picture.
    [[nodiscard]] quint64 revision() const { return m_events.size(); }
    [[nodiscard]] qsizetype eventCount() const { return qsizetype(m_events.size()); }
    /// How many records were not taken: beyond the most, or not the next in order.
    [[nodiscard]] quint64 refusedCount() const { return m_refused; }
    /// `id` must be one of this store's. To walk through many, take `events`: it is ten times quicker.
    [[nodiscard]] Event event(EventId id) const { return m_events.at(id); }
    [[nodiscard]] bool contains(EventId id) const { return id && id.value <= m_events.size(); }
    /// All, in order.
    [[nodiscard]] EventRange events() const { return events(EventId{1}); }
    [[nodiscard]] EventRange events(EventId first) const;
    /// From `first` to `last`, both of them; those of them that there are.
    [[nodiscard]] EventRange events(EventId first, EventId last) const;
    /// A run's own.
    [[nodiscard]] RunEvents events(const RunInfo &run) const { return {m_events, run.stretches}; }
    /// The first event from `first` to `last` (this store's) at `edge` or later; the one behind `last` if
    /// there is none.
    [[nodiscard]] EventId firstFrom(TracePoint edge, EventId first, EventId last) const
    {
        return m_events.firstFrom(edge, first, last);
    }
    /// Empty for an unknown id.
    [[nodiscard]] QByteArray payload(PayloadId id) const { return m_payloads.text(id); }
    [[nodiscard]] QByteArray payload(EventId id) const { return payload(event(id).payload); }
    /// In the order they began.
    [[nodiscard]] const std::vector<RunInfo> &runs() const { return m_runs; }
    /// Null for an unknown id, as `task`.
    [[nodiscard]] const RunInfo *run(RunId id) const;
    [[nodiscard]] const TaskInfo *task(TaskId id) const;
    [[nodiscard]] qsizetype taskCount() const { return qsizetype(m_tasks.size()); }

private:
    void apply(const Event &event);
    void beginRun(const Event &event);
    void endRun(const Event &event, RunInfo &run);
    void applyPass(const Event &event, RunInfo &run);
    void applyPrint(const Event &event, RunInfo &run);
    void applyLoss(const Event &event, RunInfo &run);
    void createTask(const Event &event, RunInfo &run);
    void enterState(const Event &event, TaskState state);
    void finishTask(const Event &event);
    void noteTask(const Event &event);
    void noteCancel(const Event &event);
    void queueRequest(const Event &event, RunInfo &run);
    void applyRequest(const Event &event, RunInfo &run);
    void finishRequest(const Event &event, RequestInfo &request) const;
    void applyJob(const Event &event, RunInfo &run);
    TaskInfo *mutableTask(TaskId id);
    RunInfo *mutableRun(RunId id);

    EventList m_events;
    PayloadList m_payloads;
    std::vector<RunInfo> m_runs;
    std::deque<TaskInfo> m_tasks; ///< they stay where they are
    IdIndex m_runAt;
    IdIndex m_taskAt;
    QHash<quint64, size_t> m_requestAt; ///< by run and number
    QHash<quint64, size_t> m_jobAt;     ///< by run and number
    QSet<QString> m_coros;              ///< thousands of tasks share a name
    quint32 m_most;
    quint64 m_refused = 0;
};

} // namespace loopscope
