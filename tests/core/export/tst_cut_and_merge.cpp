// SPDX-License-Identifier: MIT
#include "core/analysis/run_repeat.h"
#include "core/analysis/session_stats.h"
#include "core/analysis/state_times.h"
#include "core/export/cut_recording.h"
#include "core/export/merge_recordings.h"
#include "tests/core/analysis/session_story.h"
#include "tests/core/session/random_recording.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

LoadedRecording recordingOf(Story story)
{
    LoadedRecording recording;
    recording.store = std::move(story.store);
    return recording;
}

LoadedRecording randomRecording(quint32 seed, int steps)
{
    LoadedRecording recording;
    for (const Record &record : likelyRecording(seed, steps))
        recording.store.append(record);
    return recording;
}

/// Every event of a store, without its own number and its payload's.
QByteArray told(const Store &store, EventId id, Nanos later = 0ns)
{
    const Event event = store.event(id);
    return QByteArray::number(int(event.kind)) + ' ' + QByteArray::number(event.at.ns + later.count()) + ' ' +
           QByteArray::number(event.subject) + ' ' + store.payload(event.payload);
}

/// Numbers rise, causes lie before their effects, payload texts come with their first use.
bool isWhole(const Store &store)
{
    for (quint32 id = 1; id <= quint32(store.eventCount()); ++id) {
        const Event event = store.event(EventId{id});
        if (event.id.value != id || (event.cause && event.cause.value >= id) || !store.run(event.run))
            return false;
    }
    return true;
}

} // namespace

class TestCutAndMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutOfEverythingIsTheSameRecording()
    {
        const LoadedRecording whole = randomRecording(7, 400);
        const auto part = cutRecording(whole, {});
        QVERIFY(part);
        QCOMPARE(part->store.eventCount(), whole.store.eventCount());
        for (quint32 id = 1; id <= quint32(whole.store.eventCount()); ++id) {
            QCOMPARE(told(part->store, EventId{id}), told(whole.store, EventId{id}));
            QCOMPARE(part->store.event(EventId{id}).cause, whole.store.event(EventId{id}).cause);
        }
    }

    void tasksBeginInTheStateTheyWereIn()
    {
        const auto part = cutRecording(recordingOf(sleepStory()), {.from = 500ms});
        QVERIFY(part && isWhole(part->store));
        const RunInfo &run = part->store.runs().at(0);
        QCOMPARE(run.begin.ns, 0);
        QCOMPARE(run.name, QStringLiteral("gather"));
        QCOMPARE(run.outcome, QStringLiteral("result"));
        const TaskInfo *task = part->store.task(run.tasks.at(1));
        QCOMPARE(task->name, QStringLiteral("Task-2"));
        QCOMPARE(task->parent, run.tasks.at(0));
        QCOMPARE(task->end, TaskEnd::Done);
        QCOMPARE(stateTimes(*task, *run.end).of(TaskState::Suspended), Nanos(501320us));
        QVERIFY(part->store.payload(run.first).contains("\"cut_ns\":500000000"));
    }

    void aPartOfAPartTellsOnceHowMuchIsGoneInAll()
    {
        const auto part = cutRecording(recordingOf(sleepStory()), {.from = 200ms});
        const auto smaller = cutRecording(*part, {.from = 300ms});
        QVERIFY(smaller);
        const QByteArray payload = smaller->store.payload(smaller->store.runs().at(0).first);
        QCOMPARE(payload.count("cut_ns"), 1);
        QVERIFY2(payload.contains("\"cut_ns\":500000000"), payload.constData());
    }

    void timersAreDueAsLongAfterTheNewBeginning()
    {
        const auto part = cutRecording(recordingOf(sleepStory()), {.from = 500ms});
        QByteArray due;
        for (quint32 id = 1; id <= quint32(part->store.eventCount()); ++id)
            if (part->store.event(EventId{id}).kind == EventKind::TimerFired)
                due = part->store.payload(EventId{id});
        QCOMPARE(due, "{\"due_ns\":500500000}");
    }

    void whatLastsBeyondTheEndStaysOpen()
    {
        const auto part = cutRecording(recordingOf(sleepStory()), {.to = 600ms});
        QVERIFY(part && isWhole(part->store));
        const RunInfo &run = part->store.runs().at(0);
        QVERIFY(!run.end);
        QCOMPARE(part->store.task(run.tasks.at(1))->end, TaskEnd::Unfinished);
    }

    void aPartInWhichNothingHappensStillShowsWhoSlept()
    {
        const auto part = cutRecording(recordingOf(sleepStory()), {.from = 400ms, .to = 600ms});
        QVERIFY(part);
        QCOMPARE(part->store.taskCount(), 2);
        QCOMPARE(part->store.event(EventId{quint32(part->store.eventCount())}).kind, EventKind::Suspended);
    }

    void causesAreKeptWhereTheyAreInside()
    {
        const LoadedRecording whole = randomRecording(9, 600);
        const Nanos half(whole.store.event(EventId{quint32(whole.store.eventCount())}).at.ns / 2);
        const auto part = cutRecording(whole, {.from = half});
        QVERIFY(part && isWhole(part->store));
        qsizetype causes = 0;
        for (quint32 id = 1; id <= quint32(part->store.eventCount()); ++id)
            causes += part->store.event(EventId{id}).cause ? 1 : 0;
        QVERIFY(causes > part->store.eventCount() / 4);
    }

    void runsAreCutEachFromItsOwnBeginning()
    {
        const auto part = cutRecording(recordingOf(sessionStory({4, 2, 6})),
                                       {.from = 1ms, .to = 2ms, .runs = {QStringLiteral("r")}});
        QVERIFY(part && isWhole(part->store));
        QCOMPARE(part->store.runs().size(), size_t(3));
        for (const RunInfo &run : part->store.runs())
            QVERIFY(run.last - run.begin <= 1ms);
    }

    void chosenTasksBringTheirOwnEventsAlone()
    {
        Story story = sleepStory();
        const auto part = cutRecording(recordingOf(std::move(story)), {.tasks = {QStringLiteral("b")}});
        QVERIFY(part && isWhole(part->store));
        QCOMPARE(part->store.taskCount(), 1);
        const TaskInfo *task = part->store.task(TaskId{1});
        QCOMPARE(task->name, QStringLiteral("Task-2")); // although it is the first one now
        QVERIFY(!task->parent);
        const RunInfo &run = part->store.runs().at(0);
        QCOMPARE(run.outcome, QStringLiteral("result"));
        QCOMPARE(run.passes.size(), size_t(0));
        QCOMPARE(run.prints.size(), size_t(1));
    }

    void whatWasCutIsNoted()
    {
        LoadedRecording whole = recordingOf(sleepStory());
        whole.info.startedAt = QDateTime::fromMSecsSinceEpoch(1'000'000, Qt::UTC);
        whole.info.planName = QStringLiteral("p");
        auto part = cutRecording(whole, {.from = 500ms, .tasks = {QStringLiteral("b")}});
        QVERIFY(part);
        QJsonObject cut = part->info.others["cut"].toObject();
        QCOMPARE(cut["from_s"].toString(), QStringLiteral("0.5"));
        QCOMPARE(cut["tasks"][0].toString(), QStringLiteral("b"));
        QCOMPARE(cut["events_of"].toInt(), int(whole.store.eventCount()));
        QCOMPARE(cut["events_kept"].toInt(), int(part->store.eventCount()));
        QCOMPARE(part->info.startedAt.toMSecsSinceEpoch(), 1'000'500);
        QCOMPARE(part->info.planName, QStringLiteral("p"));
        part = cutRecording(*part, {.to = 100ms});
        QCOMPARE(part->info.others["cut"].toObject()["before"].toObject()["from_s"].toString(),
                 QStringLiteral("0.5"));
    }

    void whatIsNotThereIsAProblem()
    {
        const LoadedRecording whole = recordingOf(sleepStory());
        QVERIFY(
            message(cutRecording(whole, {.runs = {QStringLiteral("x")}}).error()).contains(u"no run \"x\""));
        QVERIFY(message(cutRecording(whole, {.tasks = {QStringLiteral("x")}}).error())
                    .contains(u"no task \"x\""));
        QVERIFY(!cutRecording(whole, {.from = 10s}));
        QVERIFY(!cutRecording(whole, {.from = 2s, .to = 1s}));
        QVERIFY(!cutRecording(LoadedRecording(), {}));
    }

    void anyPartOfAnyRecordingIsWhole()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            LoadedRecording wild;
            for (const Record &record : wildRecording(seed, 300))
                wild.store.append(record);
            for (const auto from : {0ns, 10ns, 1000ns}) {
                const auto part = cutRecording(wild, {.from = from, .to = from + 100us});
                if (!part)
                    continue;
                for (quint32 id = 1; id <= quint32(part->store.eventCount()); ++id)
                    QVERIFY(part->store.event(EventId{id}).cause.value < id);
            }
        }
    }

    void bookmarksInThePartStayAtTheirInstants()
    {
        LoadedRecording whole = recordingOf(sleepStory());
        const EventId timer = whole.store.firstFrom({1'001'250'000}, EventId{1}, EventId{20});
        QCOMPARE(whole.store.event(timer).kind, EventKind::TimerFired);
        whole.info.bookmarks = {{{{0}, 1}, QStringLiteral("before")},
                                {{{1'001'250'000}, 1, timer.value}, QStringLiteral("timer")},
                                {{{1'002'000'000}, 0}, QStringLiteral("in no run of its own")},
                                {{{1'002'600'000}, 1}, QStringLiteral("behind")}};
        whole.info.view.event = 7;
        const auto part = cutRecording(whole, {.from = 1001ms, .to = 1002100us});
        QVERIFY(part);
        const EventId there = part->store.firstFrom({250'000}, EventId{1}, EventId{10});
        QCOMPARE(part->store.event(there).kind, EventKind::TimerFired);
        const QList<Bookmark> expected{{{{250'000}, 1, there.value}, QStringLiteral("timer")},
                                       {{{1'000'000}, 1}, QStringLiteral("in no run of its own")}};
        QCOMPARE(part->info.bookmarks, expected);
        QCOMPARE(part->info.view, ViewState());
    }

    void bookmarksGoWithTheirRuns()
    {
        RecordingMerger merger;
        LoadedRecording one = recordingOf(sleepStory());
        one.info.bookmarks = {{{{5}, 1}, QStringLiteral("one")},
                              {{{std::numeric_limits<qint64>::max()}, 7}, QStringLiteral("nonsense")}};
        one.info.view.task = 2;
        QVERIFY(merger.add(one, QStringLiteral("a")));
        QVERIFY(merger.add(one, QStringLiteral("b")));
        LoadedRecording both = merger.take();
        const QList<Bookmark> expected{{{{5}, 1}, QStringLiteral("one")},
                                       {{{1'002'600'000}, 1}, QStringLiteral("nonsense")},
                                       {{{1'002'600'005}, 2}, QStringLiteral("one")},
                                       {{{2'005'200'000}, 2}, QStringLiteral("nonsense")}};
        QCOMPARE(both.info.bookmarks, expected);
        QCOMPARE(both.info.view, ViewState());
        const auto second = cutRecording(both, {.from = 1002600001ns});
        QVERIFY(second);
        QVERIFY(second->info.bookmarks.size() >= 2);
        QCOMPARE(runAt(second->store, second->info.bookmarks.back().place)->id,
                 second->store.runs().back().id);
    }

    void mergedRunsLieEndToEnd()
    {
        const LoadedRecording first = randomRecording(1, 200), second = randomRecording(2, 200);
        RecordingMerger merger;
        QVERIFY(merger.add(first, QStringLiteral("a")) && merger.add(second, QStringLiteral("b")));
        const LoadedRecording whole = merger.take();
        QVERIFY(isWhole(whole.store));
        const quint32 count = quint32(first.store.eventCount());
        QCOMPARE(whole.store.eventCount(), first.store.eventCount() + second.store.eventCount());
        QCOMPARE(whole.store.runs().size(), first.store.runs().size() + second.store.runs().size());
        QCOMPARE(whole.store.taskCount(), first.store.taskCount() + second.store.taskCount());
        QCOMPARE(told(whole.store, EventId{3}), told(first.store, EventId{3}));
        TracePoint last;
        for (quint32 id = 1; id <= count; ++id)
            last = std::max(last, first.store.event(EventId{id}).at);
        const Event moved = whole.store.event(EventId{count + 1});
        QCOMPARE(moved.at, last + Nanos(second.store.event(EventId{1}).at.ns));
    }

    void mergedSessionsCountAsOne()
    {
        RecordingMerger merger;
        QVERIFY(merger.add(recordingOf(sessionStory({4, 2})), QStringLiteral("a")));
        QVERIFY(merger.add(recordingOf(sessionStory({6})), QStringLiteral("b")));
        QCOMPARE(sessionStatsOf(merger.take().store).runs.at(0).repeats, 3);
    }

    void whatTheyAgreeOnIsSaidOfTheWhole()
    {
        LoadedRecording first = recordingOf(sleepStory()), second = recordingOf(sleepStory());
        first.info.planName = second.info.planName = QStringLiteral("p");
        first.info.title = QStringLiteral("one");
        second.info.title = QStringLiteral("two");
        first.info.clock = QStringLiteral("real");
        second.info.clock = QStringLiteral("virtual");
        RecordingMerger merger;
        QVERIFY(merger.add(first, QStringLiteral("a")) && merger.add(second, QStringLiteral("b")));
        const RecordingInfo info = merger.take().info;
        QCOMPARE(info.planName, QStringLiteral("p"));
        QCOMPARE(info.title, QStringLiteral("one + two"));
        QVERIFY(info.clock.isEmpty());
        const QJsonArray parts = info.others["merged"].toArray();
        QCOMPARE(parts[1]["file"].toString(), QStringLiteral("b"));
        QCOMPARE(parts[1]["info"]["clock"].toString(), QStringLiteral("virtual"));
    }
};

QTEST_GUILESS_MAIN(TestCutAndMerge)
#include "tst_cut_and_merge.moc"
