// SPDX-License-Identifier: MIT
#include "core/export/lane_walk.h"

#include "core/trace/open_slices.h"
#include "core/trace/payload_view.h"

#include <map>

namespace loopscope {

namespace {

/// As in the Perfetto file: a name is no place for a whole body.
constexpr qsizetype longestName = 200;

struct OpenSlice
{
    EventKind kind;
    quint32 subject;
};

struct OpenLane
{
    ExportLane lane;
    std::vector<OpenSlice> slices;
};

class Walk
{
public:
    Walk(const Store &store, LaneListener &listener) : m_store(store), m_listener(listener) {}

    void see(const Event &event)
    {
        m_last = std::max(m_last, event.at);
        switch (event.kind) {
        case EventKind::RunBegin: beginRun(event); break;
        case EventKind::RunEnd: closeRun(event.run, event.at, &event); break;
        case EventKind::Created:
        case EventKind::Ready:
        case EventKind::Resumed:
        case EventKind::Suspended:
        case EventKind::Done: seeTask(event); break;
        case EventKind::Print: seePrint(event); break;
        case EventKind::ExecutorBegin:
        case EventKind::ExecutorEnd: seeJob(event); break;
        case EventKind::RequestQueued:
        case EventKind::RequestConnecting:
        case EventKind::RequestEncrypted:
        case EventKind::RequestSent:
        case EventKind::RequestHeaders:
        case EventKind::RequestDone: seeRequest(event); break;
        default: seeOnLoop(event); break;
        }
    }
    void finish()
    {
        while (!m_open.empty())
            closeRun(RunId{m_open.begin()->first.run}, m_last, nullptr);
    }

private:
    /// Sorted so that the lanes of one run lie together, the run's own first.
    struct Key
    {
        quint32 run;
        LaneKind kind;
        quint32 number;
        auto operator<=>(const Key &) const = default;
    };

    [[nodiscard]] QString memberOf(const Event &event, QByteArrayView key) const
    {
        const QByteArray payload = m_store.payload(event.payload);
        return PayloadView(payload).text(key).left(longestName);
    }
    OpenLane *find(RunId run, LaneKind kind, quint32 number = 0)
    {
        const auto at = m_open.find({run.value, kind, number});
        return at == m_open.end() ? nullptr : &at->second;
    }
    /// Null when it is open already.
    OpenLane *open(RunId run, LaneKind kind, quint32 number, const QString &name)
    {
        const auto [at, isNew] = m_open.try_emplace({run.value, kind, number});
        if (!isNew)
            return nullptr;
        at->second.lane = {++m_lanes, kind, run, number, name};
        m_listener.laneOpened(at->second.lane);
        return &at->second;
    }
    void begin(OpenLane &lane, const Event &event, const QString &name)
    {
        lane.slices.push_back({event.kind, event.subject});
        m_listener.sliceBegan(lane.lane, event, name);
    }
    /// The outermost of them is what `end` ended.
    void endDownTo(OpenLane &lane, size_t depth, TracePoint at, const Event *end = nullptr)
    {
        for (; lane.slices.size() > depth; lane.slices.pop_back())
            m_listener.sliceEnded(lane.lane, at, lane.slices.size() == depth + 1 ? end : nullptr);
    }
    void enter(OpenLane *lane, const Event &event, const QString &name)
    {
        if (!lane)
            return;
        endDownTo(*lane, 0, event.at);
        begin(*lane, event, name);
    }
    void close(LaneKind kind, quint32 number, const Event &end)
    {
        if (OpenLane *lane = find(end.run, kind, number)) {
            endDownTo(*lane, 0, end.at, &end);
            m_open.erase({end.run.value, kind, number});
        }
    }
    void closeRun(RunId run, TracePoint at, const Event *end)
    {
        const auto first = m_open.lower_bound({run.value, LaneKind::Run, 0});
        auto behind = first;
        for (; behind != m_open.end() && behind->first.run == run.value; ++behind)
            endDownTo(behind->second, 0, at, behind->first.kind == LaneKind::Run ? end : nullptr);
        m_open.erase(first, behind);
    }

    void beginRun(const Event &event);
    void seeTask(const Event &event);
    void seePrint(const Event &event);
    void seeJob(const Event &event);
    void seeRequest(const Event &event);
    void seeOnLoop(const Event &event);
    void sendWake(const Event &ready);

    const Store &m_store;
    LaneListener &m_listener;
    std::map<Key, OpenLane> m_open;
    QHash<TaskId, EventId> m_wakes; ///< the Ready of tasks that have not resumed since, where it was told
    quint32 m_lanes = 0;
    TracePoint m_last;
};

void Walk::beginRun(const Event &event)
{
    const QString name = memberOf(event, "run");
    if (OpenLane *lane = open(event.run, LaneKind::Run, 0, (QStringLiteral("run ") + name).trimmed())) {
        begin(*lane, event, name.isEmpty() ? QStringLiteral("run") : name);
        open(event.run, LaneKind::Loop, 0, QStringLiteral("loop"));
    }
}

void Walk::seeTask(const Event &event)
{
    const quint32 number = event.task.value;
    if (event.kind == EventKind::Done) {
        close(LaneKind::Task, number, event);
        return;
    }
    if (event.kind == EventKind::Created) {
        const QString name = (memberOf(event, "task") + u' ' + memberOf(event, "coro")).trimmed();
        OpenLane *lane =
            find(event.run, LaneKind::Run) ? open(event.run, LaneKind::Task, number, name) : nullptr;
        if (lane)
            begin(*lane, event, QStringLiteral("created"));
        return;
    }
    OpenLane *lane = find(event.run, LaneKind::Task, number);
    if (event.kind == EventKind::Suspended) {
        const QString on = memberOf(event, "on");
        enter(lane, event, QStringLiteral("suspended") + (on.isEmpty() ? on : QStringLiteral(": ") + on));
        return;
    }
    if (event.kind == EventKind::Ready) {
        sendWake(event);
        enter(lane, event, QStringLiteral("ready"));
        return;
    }
    enter(lane, event, QStringLiteral("running"));
    if (const EventId ready = m_wakes.take(event.task); lane && ready)
        m_listener.wakeReceived(lane->lane, event, ready);
}

/// From the task that runs and did it, else from what the loop does.
void Walk::sendWake(const Event &ready)
{
    if (!m_store.contains(ready.cause))
        return;
    const Event cause = m_store.event(ready.cause);
    // Who creates a task also makes it ready.
    const TaskId source = cause.kind == EventKind::Created ? TaskId{cause.subject} : cause.task;
    OpenLane *lane = source ? find(ready.run, LaneKind::Task, source.value) : nullptr;
    if (!lane || lane->slices.empty() || lane->slices.back().kind != EventKind::Resumed)
        lane = find(ready.run, LaneKind::Loop);
    if (!lane || lane->slices.empty())
        return;
    m_listener.wakeSent(lane->lane, ready);
    m_wakes.insert(ready.task, ready.id);
}

void Walk::seePrint(const Event &event)
{
    OpenLane *lane = find(event.run, LaneKind::Output);
    if (!lane)
        lane = open(event.run, LaneKind::Output, 0, QStringLiteral("output"));
    m_listener.instant(lane->lane, event, memberOf(event, "text"));
}

void Walk::seeJob(const Event &event)
{
    if (event.kind == EventKind::ExecutorEnd) {
        close(LaneKind::Job, event.subject, event);
        return;
    }
    const QString name = (QStringLiteral("job ") + memberOf(event, "job")).trimmed();
    if (OpenLane *lane = open(event.run, LaneKind::Job, event.subject, name))
        begin(*lane, event, name);
}

void Walk::seeRequest(const Event &event)
{
    if (event.kind == EventKind::RequestQueued) {
        const QString name = (memberOf(event, "method") + u' ' + memberOf(event, "url")).trimmed();
        if (OpenLane *lane = open(event.run, LaneKind::Request, event.subject, name))
            begin(*lane, event, QStringLiteral("queued"));
        return;
    }
    switch (event.kind) {
    case EventKind::RequestDone: close(LaneKind::Request, event.subject, event); return;
    case EventKind::RequestConnecting:
        enter(find(event.run, LaneKind::Request, event.subject), event, QStringLiteral("connecting"));
        return;
    case EventKind::RequestEncrypted:
        enter(find(event.run, LaneKind::Request, event.subject), event, QStringLiteral("sending"));
        return;
    case EventKind::RequestSent:
        enter(find(event.run, LaneKind::Request, event.subject), event, QStringLiteral("server"));
        return;
    default:
        enter(find(event.run, LaneKind::Request, event.subject), event, QStringLiteral("receiving"));
        return;
    }
}

/// What stands on the loop's lane for a moment; null for what lasts.
const char *momentName(EventKind kind)
{
    switch (kind) {
    case EventKind::TimerFired: return "timer";
    case EventKind::CancelRequested: return "cancel requested";
    case EventKind::CallbackError: return "error in a callback";
    case EventKind::Stalled: return "stalled";
    case EventKind::Unretrieved: return "error never retrieved";
    case EventKind::NeverAwaited: return "coroutine never awaited";
    case EventKind::EventsLost: return "events lost";
    default: return nullptr;
    }
}

void Walk::seeOnLoop(const Event &event)
{
    OpenLane *lane = find(event.run, LaneKind::Loop);
    if (!lane)
        return;
    if (const char *const moment = momentName(event.kind)) {
        m_listener.instant(lane->lane, event, QString::fromLatin1(moment));
        return;
    }
    const bool isPass = event.kind == EventKind::PassBegin || event.kind == EventKind::PassEnd;
    if (event.kind == EventKind::PassBegin || event.kind == EventKind::CallbackBegin) {
        const QString of = isPass ? QString() : memberOf(event, "of");
        begin(*lane, event,
              isPass ? QStringLiteral("pass")
                     : QStringLiteral("callback") + (of.isEmpty() ? of : QStringLiteral(": ") + of));
        return;
    }
    const EventKind opener = isPass ? EventKind::PassBegin : EventKind::CallbackBegin;
    if (const size_t depth = depthOf(lane->slices, opener, event.subject); depth > 0)
        endDownTo(*lane, depth - 1, event.at, &event);
}

} // namespace

void walkLanes(const Store &store, LaneListener &listener)
{
    Walk walk(store, listener);
    const quint32 count = quint32(store.eventCount());
    for (quint32 id = 1; id <= count && id != 0 && listener.wantsMore(); ++id)
        walk.see(store.event(EventId{id}));
    walk.finish();
}

} // namespace loopscope
