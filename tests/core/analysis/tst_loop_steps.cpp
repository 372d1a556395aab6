// SPDX-License-Identifier: MIT
#include "core/analysis/loop_steps.h"
#include "tests/support/story.h"

#include <QTest>

using namespace loopscope;

namespace {

/// `TASK BEGIN-END` of each step, in events and in milliseconds; `!` where a nested loop shows.
QString picture(const Store &store)
{
    QString text;
    for (const LoopStep &step : loopStepsOf(store))
        text += QStringLiteral("%1 %2-%3 %4-%5%6\n")
                    .arg(step.task.value)
                    .arg(step.begin.value)
                    .arg(step.end.value)
                    .arg(double(step.span.begin.ns) / 1e6)
                    .arg(double(step.span.end.ns) / 1e6)
                    .arg(step.nested ? QStringLiteral("!") : QString());
    return text;
}

} // namespace

class TestLoopSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStepGoesFromResumedToSuspendedOrDone()
    {
        QCOMPARE(picture(sleepStory().store),
                 QStringLiteral("1 5-8 0.1-0.3\n2 9-10 0.4-0.5\n2 15-17 1001.5-1002.1\n"
                                "1 19-20 1002.3-1002.4\n"));
    }

    void callbacksAreSteps()
    {
        using enum EventKind;
        Story story;
        story.say(RunBegin, 0);
        story.say(CallbackBegin, 1, {.subject = 7});
        story.say(CallbackEnd, 3, {.subject = 7});
        QCOMPARE(picture(story.store), QStringLiteral("0 2-3 1-3\n"));
    }

    void aStepInsideAStepIsPartOfIt()
    {
        using enum EventKind;
        Story story;
        story.say(RunBegin, 0);
        story.say(PassBegin, 0, {.subject = 1});
        story.say(Resumed, 1, {.task = 1});
        story.say(PassBegin, 2, {.subject = 2});
        story.say(Resumed, 2, {.task = 2});
        story.say(Suspended, 3, {.task = 2});
        story.say(PassEnd, 3, {.subject = 2});
        story.say(Suspended, 4, {.task = 1});
        QCOMPARE(picture(story.store), QStringLiteral("1 3-8 1-4!\n"));
    }

    void aStepWithoutAnEndEndsWithItsPass()
    {
        using enum EventKind;
        Story story;
        story.say(RunBegin, 0);
        story.say(PassBegin, 0, {.subject = 1});
        story.say(Resumed, 1, {.task = 1});
        story.say(PassEnd, 2, {.subject = 1});
        story.say(Resumed, 5, {.task = 2});
        story.say(Print, 9, {.task = 2});
        QCOMPARE(picture(story.store), QStringLiteral("1 3-0 1-2\n2 5-0 5-9\n"));
    }
};

QTEST_APPLESS_MAIN(TestLoopSteps)
#include "tst_loop_steps.moc"
