// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/inspector/request_facts.h"
#include "ui/inspector/run_costs.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;
using enum EventKind;

namespace {

/// One line per fact, thin spaces made plain.
QString text(const Facts &facts)
{
    QStringList lines{facts.badge + u' ' + facts.title + QStringLiteral(", ") + facts.place};
    for (const Fact &fact : facts.rows)
        lines += fact.label + QStringLiteral(": ") + fact.value;
    return lines.join(u'\n').replace(QChar(0x202F), u' ');
}

} // namespace

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunningSliceTellsWhoWokeItAndHowLateItCame()
    {
        const Story story = sleepStory();
        const Facts facts = sliceFacts(story.store, *story.store.task(TaskId{2}), EventId{16}, {});
        QCOMPARE(text(facts), "b running, task 2, run gather\n"
                              "From: 1.001 500 s\n"
                              "For: 0.600 ms\n"
                              "Woken by: timer 2, sleep 1 s of b\n"
                              "Waited: 0.180 ms in the ready queue\n"
                              "Late by: 1.000 ms after the timer\n"
                              "Prints: Resuming b\n"
                              "Then: done, result None");
        QCOMPARE(facts.rows[2].link, EventId{13});
    }

    void aSuspendedSliceTellsWhatItWaitsFor()
    {
        const Story story = sleepStory();
        const Facts facts = sliceFacts(story.store, *story.store.task(TaskId{2}), EventId{10}, {});
        QCOMPARE(text(facts), "b suspended, task 2, run gather\n"
                              "From: 0.000 500 s\n"
                              "For: 1.000 8 s\n"
                              "Waits for: sleep 1 s\n"
                              "Woken by: timer 2, sleep 1 s of b\n"
                              "Then: ready");
    }

    void anOpenSliceLastsUntilNow()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'m'}")});
        story.say(Suspended, 10, {.task = 1, .payload = json("{'on':'sleep','seconds':9}")});
        const Facts facts = sliceFacts(story.store, *story.store.task(TaskId{1}), EventId{3}, {35'000'000});
        QVERIFY2(text(facts).contains("For: 25 ms so far"), qPrintable(text(facts)));
    }

    void runsAreComparedWithTheFastest()
    {
        Story story;
        for (const char *cost : {"4.006", "3.003"}) {
            story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
            story.say(
                RunEnd, 1,
                {.payload = "{\"run\":\"r\",\"outcome\":\"result\",\"cost\":" + QByteArray(cost) + '}'});
        }
        QCOMPARE(runCosts(story.store)[0].behind, std::optional(Nanos(1003ms)));
        QCOMPARE(runCosts(story.store)[1].behind, std::optional(Nanos(0)));
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        QVERIFY(!runCosts(story.store)[2].cost);
    }

    void aRequestHasThePhasesThatWereSeen()
    {
        RequestInfo request;
        request.queued = {1'000'000};
        request.sent = {3'000'000};
        request.headers = {9'000'000};
        const QList<FetchPhaseSpan> reused{
            {FetchPhase::Queued, 0ms, 2ms}, {FetchPhase::Server, 2ms, 6ms}, {FetchPhase::Receive, 8ms, 1ms}};
        QCOMPARE(fetchPhases(request, {10'000'000}), reused);
        request.connecting = {2'000'000};
        request.encrypted = {2'500'000};
        QCOMPARE(fetchPhases(request, {10'000'000})[1], (FetchPhaseSpan{FetchPhase::Tls, 1ms, 1ms}));
    }

    void aFailedRequestTellsItsError()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(RequestQueued, 0, {.payload = json("{'method':'GET','url':'http://x/'}"), .subject = 1});
        story.say(RequestDone, 3, {.payload = json("{'status':404,'error':'HTTP 404'}"), .subject = 1});
        const Facts facts = requestFacts(story.store, story.store.runs()[0].requests[0], {});
        QCOMPARE(text(facts), "failed GET http://x/, \nTask: \nTotal: 3.000 ms\nError: HTTP 404");
        QCOMPARE(facts.end, TaskEnd::Failed);
    }
};

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
