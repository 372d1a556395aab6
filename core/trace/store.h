// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/channel.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace loopscope {

/// The states a task can be seen in. Done, failed and cancelled are ends, not states: see TaskEnd.
enum class TaskState : quint8 { Created, Ready, Running, Suspended };
enum class TaskEnd : quint8 { Unfinished, Done, Failed, Cancelled };

/// A stretch of one state. The last stretch of an unfinished task is open: `end` is empty.
struct StateSpan
{
    TaskState state = TaskState::Created;
    TracePoint begin;
    std::optional<TracePoint> end;
    EventId event; ///< the event that began it: Created, Ready, Resumed or Suspended
};

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
    std::vector<StateSpan> states; ///< in time order, without gaps, from Created to Done
    std::vector<EventId> events;   ///< every event whose task it is, and the cancels aimed at it
};

struct PassInfo
{
    quint32 number = 0;
    TracePoint begin;
    std::optional<TracePoint> end;
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
    QString outcome;           ///< as in RunEnd; empty while it goes on
    std::optional<Nanos> cost; ///< until main's Done, as in RunEnd
    std::vector<TaskId> tasks; ///< in creation order
    std::vector<PassInfo> passes;
    std::vector<PrintInfo> prints;
    std::vector<RequestInfo> requests;
    std::vector<JobInfo> jobs;
    Nanos worstLag{0}; ///< the longest pass so far, real clock only
};

/// All events of a recording and what follows from them, kept up to date with every append: runs, tasks with
/// their state spans, passes, requests, prints. Append-only; references stay valid until the next append.
/// Lives on one thread (the window's, or a command's). Wrong order in a damaged file is tolerated, never
/// fatal: a span never ends before it begins, and what speaks of unknown runs, tasks or requests changes no
/// picture. Only events in order of their ids, with no gap, are taken at all.
class Store
{
public:
    void append(const Record &record);

    /// Grows by one with every append; equal revisions mean an equal picture.
    [[nodiscard]] quint64 revision() const { return m_events.size(); }
    [[nodiscard]] qsizetype eventCount() const { return qsizetype(m_events.size()); }
    /// `id` must be one of this store's.
    [[nodiscard]] const Event &event(EventId id) const { return m_events[id.value - 1]; }
    [[nodiscard]] bool contains(EventId id) const { return id && id.value <= m_events.size(); }
    /// Empty for an unknown id.
    [[nodiscard]] QByteArray payload(PayloadId id) const { return m_payloads.value(id.value); }
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
    void createTask(const Event &event, RunInfo &run);
    void enterState(const Event &event, TaskState state);
    void finishTask(const Event &event);
    void noteTasks(const Event &event);
    void queueRequest(const Event &event, RunInfo &run);
    void applyRequest(const Event &event, RunInfo &run);
    void finishRequest(const Event &event, RequestInfo &request) const;
    void applyJob(const Event &event, RunInfo &run);
    TaskInfo *mutableTask(TaskId id);
    RunInfo *mutableRun(RunId id);

    std::vector<Event> m_events;
    QHash<quint32, QByteArray> m_payloads;
    std::vector<RunInfo> m_runs;
    std::vector<TaskInfo> m_tasks;
    QHash<RunId, size_t> m_runAt;
    QHash<TaskId, size_t> m_taskAt;
    QHash<quint64, size_t> m_requestAt; ///< by run and number
    QHash<quint64, size_t> m_jobAt;     ///< by run and number
};

} // namespace loopscope
