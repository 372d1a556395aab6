// SPDX-License-Identifier: MIT
#include "core/export/cut_recording.h"

#include "core/analysis/renumbering.h"
#include "core/analysis/statistics.h"
#include "core/export/cut_payloads.h"
#include "core/export/open_events.h"
#include "core/trace/payload_view.h"
#include "core/trace/safe_time.h"

#include <QJsonArray>
#include <QJsonObject>

#include <limits>

namespace loopscope {

namespace {

/// A kept run, the part of it that is kept, and what was open when that began.
struct RunCut
{
    TimeSpan window; ///< its end is included
    OpenEvents open;
    bool hasBegun = false; ///< what was open is in the new recording
};

class Cut
{
public:
    Cut(const Store &source, const CutChoice &choice) : m_source(source), m_choice(choice)
    {
        for (const RunInfo &run : source.runs()) {
            if (choice.runs.isEmpty() || choice.runs.contains(run.name))
                m_runs.insert(run.id, {windowOf(run), {}, false});
        }
        findTasks();
        TracePoint first{std::numeric_limits<qint64>::max()};
        for (const RunInfo &run : source.runs()) {
            const auto cut = m_runs.constFind(run.id);
            if (cut != m_runs.cend() && std::max(run.end.value_or(run.last), run.last) >= cut->window.begin &&
                run.begin <= cut->window.end)
                first = std::min(first, std::max(run.begin, cut->window.begin));
        }
        m_begin = first;
        m_numbers.begin(source, Nanos(-first.ns));
    }

    Store take()
    {
        const quint32 count = quint32(m_source.eventCount());
        for (quint32 id = 1; id <= count && id != 0; ++id)
            see(m_source.event(EventId{id}));
        for (const RunInfo &run : m_source.runs()) {
            const auto cut = m_runs.find(run.id);
            if (cut != m_runs.end() && run.last >= cut->window.begin)
                beginAt(*cut);
        }
        return std::move(m_part);
    }

    [[nodiscard]] TracePoint begin() const { return m_begin; }
    /// Those that lie in what was taken, where they now are.
    [[nodiscard]] QList<Bookmark> kept(const QList<Bookmark> &bookmarks) const
    {
        QList<Bookmark> kept;
        for (Bookmark bookmark : bookmarks) {
            const RunInfo *const run = runAt(m_source, bookmark.place);
            const auto cut = run ? m_runs.constFind(run->id) : m_runs.cend();
            const TracePoint at = bookmark.place.at;
            if (cut == m_runs.cend() || !cut->hasBegun || at < std::max(m_begin, cut->window.begin) ||
                at > cut->window.end)
                continue;
            bookmark.place = {TracePoint() + (at - m_begin), numberInPart(*run),
                              m_numbers.taken(EventId{bookmark.place.event}).value};
            kept << bookmark;
        }
        return kept;
    }

private:
    [[nodiscard]] TimeSpan windowOf(const RunInfo &run) const
    {
        const TracePoint base = m_choice.runs.isEmpty() ? TracePoint() : run.begin;
        constexpr TracePoint last{std::numeric_limits<qint64>::max()};
        return {m_choice.from ? safeLater(base, *m_choice.from) : TracePoint{std::numeric_limits<qint64>::min()},
                m_choice.to ? safeLater(base, *m_choice.to) : last};
    }
    void findTasks()
    {
        for (const RunInfo &run : m_source.runs()) {
            for (const TaskId id : run.tasks) {
                const TaskInfo *const task = m_source.task(id);
                if (task && (m_choice.tasks.contains(task->name) || m_choice.tasks.contains(task->coro)))
                    m_tasks.insert(id);
            }
        }
    }

    void see(Event event)
    {
        const auto cut = m_runs.find(event.run);
        if (cut == m_runs.end() || event.at > cut->window.end || !isChosen(event))
            return;
        if (event.at < cut->window.begin) {
            cut->open.see(event);
            return;
        }
        beginAt(*cut);
        append(event, *cut);
    }

    /// Whether it belongs to a chosen lane. Tasks that are not chosen are taken out of it.
    bool isChosen(Event &event)
    {
        if (m_choice.tasks.isEmpty())
            return true;
        const quint64 key = quint64(event.run.value) << 32 | event.subject;
        bool isOwned = m_tasks.contains(event.task);
        switch (event.kind) {
        case EventKind::RunBegin:
        case EventKind::RunEnd:
        case EventKind::EventsLost:
        case EventKind::Stalled: return true;
        case EventKind::Created: takeOut(event.subject); break;
        case EventKind::CancelRequested:
            isOwned = isOwned || m_tasks.contains(TaskId{event.subject});
            takeOut(event.subject);
            takeOut(event.task.value);
            break;
        case EventKind::RequestQueued: m_requests[key] = isOwned; break;
        case EventKind::RequestConnecting:
        case EventKind::RequestEncrypted:
        case EventKind::RequestSent:
        case EventKind::RequestHeaders:
        case EventKind::RequestDone: isOwned = m_requests.value(key); break;
        case EventKind::ExecutorBegin: m_jobs[key] = isOwned; break;
        case EventKind::ExecutorEnd: isOwned = m_jobs.value(key); break;
        default: break;
        }
        return isOwned;
    }
    void takeOut(quint32 &task) const
    {
        if (!m_tasks.contains(TaskId{task}))
            task = 0;
    }

    /// Its number among the runs that were taken, from 1.
    [[nodiscard]] quint32 numberInPart(const RunInfo &run) const
    {
        const RunInfo *const first = m_source.runs().data();
        return quint32(std::count_if(first, &run + 1, [this](const RunInfo &other) {
            const auto cut = m_runs.constFind(other.id);
            return cut != m_runs.cend() && cut->hasBegun;
        }));
    }

    void beginAt(RunCut &cut)
    {
        if (std::exchange(cut.hasBegun, true))
            return;
        for (Event event : cut.open.take()) {
            event.at = cut.window.begin;
            append(event, cut);
        }
    }

    void append(const Event &event, const RunCut &cut)
    {
        const RunInfo *const run = m_source.run(event.run);
        const Nanos clipped = run ? std::max(Nanos::zero(), clippedOf(*run, cut)) : Nanos::zero();
        const auto number = [&](quint32 before) {
            const bool isThere = run && before > 0 && before <= run->tasks.size();
            const TaskInfo *task = isThere ? m_part.task(m_numbers.taken(run->tasks[before - 1])) : nullptr;
            return task ? task->number : 0;
        };
        const auto payload = cutPayload(m_source, event, {clipped, number});
        m_part.append(payload ? m_numbers.take(event, *payload) : m_numbers.take(event));
    }
    static Nanos clippedOf(const RunInfo &run, const RunCut &cut)
    {
        return cut.window.begin > run.begin ? cut.window.begin - run.begin : Nanos::zero();
    }

    const Store &m_source;
    const CutChoice &m_choice;
    QHash<RunId, RunCut> m_runs;
    QSet<TaskId> m_tasks;
    QHash<quint64, bool> m_requests, m_jobs; ///< by run and number: whether a chosen task owns it
    TracePoint m_begin;
    Renumbering m_numbers;
    Store m_part;
};

Result<void> check(const Store &store, const CutChoice &choice)
{
    if (choice.from && choice.to && *choice.to < *choice.from)
        return failure({QT_TRANSLATE_NOOP("Problem", "the part to keep ends before it begins")});
    for (const QString &name : choice.runs) {
        const auto isIt = [&name](const RunInfo &run) { return run.name == name; };
        if (std::none_of(store.runs().begin(), store.runs().end(), isIt))
            return failure({QT_TRANSLATE_NOOP("Problem", "there is no run \"%1\""), {name}});
    }
    QSet<QString> names;
    for (const RunInfo &run : store.runs()) {
        for (const TaskId id : run.tasks) {
            if (const TaskInfo *const task = store.task(id); task && !choice.tasks.isEmpty())
                names << task->name << task->coro;
        }
    }
    for (const QString &name : choice.tasks) {
        if (!names.contains(name))
            return failure({QT_TRANSLATE_NOOP(
                                "Problem", "there is no task \"%1\", and none of a coroutine of that name"),
                            {name}});
    }
    return {};
}

RecordingInfo infoOf(const LoadedRecording &source, const CutChoice &choice, TracePoint begin, qsizetype kept)
{
    RecordingInfo info = source.info;
    info.view = {};
    if (info.startedAt.isValid())
        info.startedAt = info.startedAt.addMSecs(begin.ns / 1'000'000);
    QJsonObject cut;
    const auto seconds = [](Nanos time) { return QString::fromLatin1(exactSeconds(time)); };
    if (choice.from)
        cut.insert(QLatin1String("from_s"), seconds(*choice.from));
    if (choice.to)
        cut.insert(QLatin1String("to_s"), seconds(*choice.to));
    if (!choice.runs.isEmpty())
        cut.insert(QLatin1String("runs"), QJsonArray::fromStringList(choice.runs));
    if (!choice.tasks.isEmpty())
        cut.insert(QLatin1String("tasks"), QJsonArray::fromStringList(choice.tasks));
    cut.insert(QLatin1String("events_kept"), qint64(kept));
    cut.insert(QLatin1String("events_of"), qint64(source.store.eventCount()));
    if (info.others.contains(QLatin1String("cut")))
        cut.insert(QLatin1String("before"), info.others.value(QLatin1String("cut")));
    info.others.insert(QLatin1String("cut"), cut);
    return info;
}

} // namespace

Result<LoadedRecording> cutRecording(const LoadedRecording &source, const CutChoice &choice)
{
    if (const Result<void> good = check(source.store, choice); !good)
        return failure(good.error());
    Cut cut(source.store, choice);
    LoadedRecording part;
    part.store = cut.take();
    if (part.store.eventCount() == 0)
        return failure({QT_TRANSLATE_NOOP("Problem", "nothing happened in the part to keep")});
    part.info = infoOf(source, choice, cut.begin(), part.store.eventCount());
    part.info.bookmarks = cut.kept(source.info.bookmarks);
    return part;
}

} // namespace loopscope
