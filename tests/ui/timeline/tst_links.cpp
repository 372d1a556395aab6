// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/timeline/links.h"

#include <QTest>

using namespace loopscope;
using enum EventKind;

namespace {

QString text(const std::vector<Link> &links)
{
    static constexpr std::array rows{"run", "loop", "task", "network", "request", "pool", "jobs", "output"};
    const auto end = [](const LinkEnd &each) {
        return QLatin1String(rows[size_t(each.row)]) +
               QString::number(each.task.value ? each.task.value : each.index);
    };
    QStringList out;
    for (const Link &link : links)
        out << end(link.from) +
                   (link.kind == LinkKind::Creates ? QStringLiteral(" creates ")
                                                   : QStringLiteral(" wakes ")) +
                   end(link.to);
    return out.join(u'|');
}

QString selected(const Story &story, quint32 event, quint32 task)
{
    return text(linksOf(story.store, {.event = EventId{event}, .task = TaskId{task}}));
}

EventId findEvent(const Story &story, EventKind kind, quint32 task)
{
    for (quint32 id = story.events; id > 0; --id)
        if (story.store.event(EventId{id}).kind == kind &&
            story.store.event(EventId{id}).task == TaskId{task})
            return EventId{id};
    return {};
}

} // namespace

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allArrowsOfARun()
    {
        const Story story = sleepStory();
        const RunInfo &run = story.store.runs().front();
        const TimeSpan all{run.begin, run.last + Nanos(1)};
        QCOMPARE(text(linksIn(story.store, run, all, 100)),
                 QStringLiteral("task1 creates task2|loop0 wakes task2|task2 wakes task1"));
        QCOMPARE(linksIn(story.store, run, all, 2).size(), size_t(2));
        QCOMPARE(text(linksIn(story.store, run, {TracePoint{500'000'000}, run.last + Nanos(1)}, 100)),
                 QStringLiteral("loop0 wakes task2|task2 wakes task1"));
    }

    void runningSliceShowsWhatWokeItAndWhatItDid()
    {
        const Story story = sleepStory();
        const EventId resumed = findEvent(story, Resumed, 2);
        QCOMPARE(selected(story, resumed.value, 2),
                 QStringLiteral("loop0 wakes task2|task1 creates task2|task2 wakes task1"));
    }

    void suspendedSliceShowsWhatEndedTheWait()
    {
        const Story story = sleepStory();
        QCOMPARE(selected(story, findEvent(story, Suspended, 1).value, 1),
                 QStringLiteral("task2 wakes task1"));
    }

    void printSelectsTheSliceItHappenedIn()
    {
        const Story story = sleepStory();
        QCOMPARE(selected(story, findEvent(story, Print, 2).value, 2),
                 selected(story, findEvent(story, Resumed, 2).value, 2));
    }

    void answerWakesFromItsRequest()
    {
        Story story;
        story.say(RunBegin, 0);
        story.say(Created, 0, {.task = 1});
        story.say(RequestQueued, 1, {.task = 1, .payload = json("{}"), .subject = 7});
        const EventId done = story.say(RequestDone, 9, {.payload = json("{}"), .subject = 7});
        story.say(Ready, 10, {.task = 1, .cause = done});
        const RunInfo &run = story.store.runs().front();
        QCOMPARE(text(linksIn(story.store, run, {run.begin, run.last + Nanos(1)}, 10)),
                 QStringLiteral("request0 wakes task1"));
    }

    void selectionOfNothingHasNoArrows()
    {
        const Story story = sleepStory();
        QCOMPARE(selected(story, 0, 0), QString());
        QCOMPARE(selected(story, 0, 2), QString());
        QCOMPARE(selected(story, 3, 99), QString());
    }
};

QTEST_APPLESS_MAIN(TestLinks)
#include "tst_links.moc"
