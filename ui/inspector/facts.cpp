// SPDX-License-Identifier: MIT
#include "ui/inspector/facts.h"

#include "core/trace/payload_view.h"
#include "ui/shared/event_text.h"
#include "ui/style/time_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

/// What is being told about, gathered once for all its facts.
struct SliceView
{
    const Store &store;
    const TaskInfo &task;
    const RunInfo &run;
    size_t at;
    TracePoint now;

    [[nodiscard]] StateSpan span() const { return task.states[at]; }
    [[nodiscard]] TracePoint end() const { return std::max(span().begin, span().end.value_or(now)); }
    [[nodiscard]] std::optional<StateSpan> before() const
    {
        return at > 0 ? std::optional(task.states[at - 1]) : std::nullopt;
    }
    [[nodiscard]] std::optional<StateSpan> after() const
    {
        return at + 1 < task.states.size() ? std::optional(task.states[at + 1]) : std::nullopt;
    }
    [[nodiscard]] QString since(TracePoint when) const { return instantText({(when - run.begin).count()}); }
    /// The Ready that led to this slice, to its end if it is suspended.
    [[nodiscard]] EventId ready() const
    {
        const std::optional<StateSpan> with = span().state == TaskState::Running     ? before()
                                              : span().state == TaskState::Suspended ? after()
                                                                                     : span();
        return with && with->state == TaskState::Ready ? with->event : EventId{};
    }
};

size_t spanAt(const TaskInfo &task, EventId event)
{
    return task.states.indexAt(event).value_or(0);
}

QString stateText(TaskState state)
{
    switch (state) {
    case TaskState::Created: return Tr::tr("created");
    case TaskState::Ready: return Tr::tr("ready");
    case TaskState::Running: return Tr::tr("running");
    case TaskState::Suspended: return Tr::tr("suspended");
    }
    return {};
}

void addCause(const SliceView &slice, QList<Fact> &rows)
{
    const EventId ready = slice.ready();
    if (!ready)
        return;
    const QString cause = causeText(slice.store, ready);
    if (!cause.isEmpty())
        rows += {Tr::tr("Woken by"), cause, slice.store.event(ready).cause};
}

/// How long a running slice stood in the ready queue, and how long after its timer's instant it came. On the
/// virtual clock neither takes any time.
void addDelays(const SliceView &slice, QList<Fact> &rows)
{
    const std::optional<StateSpan> before = slice.before();
    if (!slice.run.realClock || slice.span().state != TaskState::Running || !before ||
        before->state != TaskState::Ready)
        return;
    rows += {Tr::tr("Waited"),
             Tr::tr("%1 in the ready queue").arg(durationText(slice.span().begin - before->begin))};
    const Event &ready = slice.store.event(before->event);
    if (!slice.store.contains(ready.cause) || slice.store.event(ready.cause).kind != EventKind::TimerFired)
        return;
    const QByteArray timer = slice.store.payload(ready.cause);
    if (const auto due = PayloadView(timer).integer("due_ns"))
        rows +=
            {Tr::tr("Late by"), Tr::tr("%1 after the timer")
                                    .arg(durationText(slice.span().begin - slice.run.begin - Nanos(*due)))};
}

void addPrints(const SliceView &slice, QList<Fact> &rows)
{
    const EventId first = slice.span().event;
    const EventId last = slice.after() ? slice.after()->event : EventId{0xFFFFFFFF};
    constexpr int most = 5;
    int shown = 0;
    for (const PrintInfo &print : slice.run.prints) {
        if (print.task != slice.task.id || print.event < first || print.event > last)
            continue;
        if (++shown > most)
            break;
        rows += {Tr::tr("Prints"), print.text};
    }
}

void addWhatCameThen(const SliceView &slice, QList<Fact> &rows)
{
    const Store &store = slice.store;
    if (const std::optional<StateSpan> after = slice.after()) {
        const QString waits = after->state == TaskState::Suspended
                                  ? Tr::tr("suspended: %1").arg(awaitedText(store.payload(after->event)))
                                  : stateText(after->state);
        rows += {Tr::tr("Then"), waits};
    } else if (slice.task.finished) {
        const EventText text = eventText(store, slice.task.finished);
        const bool plain = slice.task.end == TaskEnd::Done;
        rows += {Tr::tr("Then"), plain ? Tr::tr("done, %1").arg(text.detail) : text.detail};
    }
}

} // namespace

Facts sliceFacts(const Store &store, const TaskInfo &task, EventId event, TracePoint now)
{
    const RunInfo &run = *store.run(task.run);
    const SliceView slice{store, task, run, spanAt(task, event), now};
    const StateSpan span = slice.span();
    Facts facts;
    facts.badge = taskText(store, task.id);
    facts.title = stateText(span.state);
    facts.place = Tr::tr("task %1, run %2").arg(task.number).arg(run.name);
    facts.end = task.end;
    facts.state = span.state;
    facts.rows += {Tr::tr("From"), slice.since(span.begin)};
    const QString length = durationText(slice.end() - span.begin);
    facts.rows += {Tr::tr("For"), span.end ? length : Tr::tr("%1 so far").arg(length)};
    if (span.state == TaskState::Suspended)
        facts.rows += {Tr::tr("Waits for"), awaitedText(store.payload(span.event))};
    if (span.state == TaskState::Created && store.task(task.parent))
        facts.rows += {Tr::tr("Made by"), taskText(store, task.parent), store.event(span.event).cause};
    addCause(slice, facts.rows);
    addDelays(slice, facts.rows);
    if (span.state == TaskState::Running)
        addPrints(slice, facts.rows);
    addWhatCameThen(slice, facts.rows);
    return facts;
}

Facts eventFacts(const Store &store, EventId id)
{
    const Event &event = store.event(id);
    const RunInfo *run = store.run(event.run);
    const EventText text = eventText(store, id);
    Facts facts;
    facts.badge = text.who;
    facts.title = text.what;
    if (run)
        facts.place = Tr::tr("run %1").arg(run->name);
    facts.rows += {Tr::tr("At"), instantText(run ? TracePoint{(event.at - run->begin).count()} : event.at)};
    if (!text.detail.isEmpty())
        facts.rows += {Tr::tr("Says"), text.detail};
    if (const QString cause = causeText(store, id); !cause.isEmpty())
        facts.rows += {Tr::tr("Because of"), cause, event.cause};
    return facts;
}

} // namespace loopscope
