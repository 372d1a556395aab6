// SPDX-License-Identifier: MIT
#include "core/analysis/text_timeline.h"
#include "gather_story.h"

#include <QTest>

using namespace loopscope;

class TestTextTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsOfNoLengthAreSeenAndEndsAreMarked()
    {
        const Story story = gatherStory();
        QCOMPARE(textTimeline(story.store, {24, 40}), QStringLiteral("gather: 3 s\n"
                                                                     "Task-1 f2 █──────────█ ✓\n"
                                                                     "Task-2 a  █──────────█ ✓\n"
                                                                     "Task-3 b  █───█ ✗\n"
                                                                     "          0        3 s\n"));
    }

    void longStatesFillTheirColumnsAndTheMostOfAColumnWins()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(EventKind::Created, 20, {.task = 1, .payload = json("{'task':'T'}")});
        story.say(EventKind::Ready, 40, {.task = 1});
        story.say(EventKind::Resumed, 60, {.task = 1});
        story.say(EventKind::Suspended, 80, {.task = 1});
        story.say(EventKind::Done, 100, {.task = 1, .payload = json("{'outcome':'cancelled'}")});
        story.say(EventKind::RunEnd, 100, {.payload = json("{'run':'r','outcome':'cancelled','cost':0.1}")});
        QCOMPARE(textTimeline(story.store, {14, 40}), QStringLiteral("r: cancelled 0.1 s\n"
                                                                     "T   ··▄▄██── ⊘\n"
                                                                     "  0    0.1 s\n"));
    }

    void runsShareOneScaleAndAreAlignedAtTheirStart()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'one','main':'m'}")});
        story.say(EventKind::Created, 0, {.task = 1, .payload = json("{'task':'T'}")});
        story.say(EventKind::Resumed, 0, {.task = 1});
        story.say(EventKind::RunEnd, 100,
                  {.payload = json("{'run':'one','outcome':'abandoned','cost':0.1}")});
        story.say(EventKind::RunBegin, 100, {.payload = json("{'run':'two','main':'m'}")});
        story.say(EventKind::Created, 100, {.task = 2, .payload = json("{'task':'U'}")});
        story.say(EventKind::Resumed, 100, {.task = 2});
        story.say(EventKind::Done, 150, {.task = 2, .payload = json("{'outcome':'result'}")});
        story.say(EventKind::RunEnd, 150, {.payload = json("{'run':'two','outcome':'result','cost':0.05}")});
        QCOMPARE(textTimeline(story.store, {14, 40}), QStringLiteral("one: abandoned 0.1 s\n"
                                                                     "T ██████████\n"
                                                                     "two: 0.05 s\n"
                                                                     "U █████ ✓\n"
                                                                     "  0    0.1 s\n"));
    }

    void tooManyTasksAreCountedInsteadOfDrawn()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        for (quint32 task = 1; task <= 5; ++task)
            story.say(EventKind::Created, 0, {.task = task, .payload = json("{'task':'T'}")});
        const QString text = textTimeline(story.store, {14, 2});
        QVERIFY2(text.contains(QStringLiteral("… and 3 more tasks\n")), qPrintable(text));
        QCOMPARE(text.count(u'\n'), 5);
    }

    void aRunWithoutLengthAndAnEmptyRecordingAreDrawn()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(EventKind::Created, 0, {.task = 1, .payload = json("{'task':'T'}")});
        story.say(EventKind::Resumed, 0, {.task = 1});
        QCOMPARE(textTimeline(story.store, {14, 40}), QStringLiteral("r: unfinished\nT █\n  0      0 s\n"));
        QCOMPARE(textTimeline(Store()), QString());
    }
};

QTEST_APPLESS_MAIN(TestTextTimeline)
#include "tst_text_timeline.moc"
