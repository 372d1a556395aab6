// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/shared/event_text.h"

#include <QTest>

using namespace loopscope;
using enum EventKind;

namespace {

QString line(const Store &store, EventId event)
{
    const EventText text = eventText(store, event);
    return QStringList({text.who, text.what, text.detail}).join(QStringLiteral(" | "));
}

} // namespace

class TestEventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSleepReadsLikeASentence()
    {
        const Story story = sleepStory();
        QStringList lines;
        for (quint32 id = 10; id <= 20; ++id)
            lines += line(story.store, EventId{id});
        QCOMPARE(lines.join(u'\n'), QString::fromUtf8("b | suspended | sleep 1 s\n"
                                                      "loop | pass ends | pass 1\n"
                                                      "loop | pass begins | pass 2\n"
                                                      "loop | timer fired | sleep 1 s of b\n"
                                                      "b | ready | woken by timer 2, sleep 1 s of b\n"
                                                      "b | running | pass 2\n"
                                                      "b | print | Resuming b\n"
                                                      "b | done | result None\n"
                                                      "f2 | ready | woken by b, done\n"
                                                      "f2 | running | pass 2\n"
                                                      "f2 | done | result [null]"));
    }

    void everyKindHasAWord()
    {
        for (int kind = 1; kind <= eventKindCount; ++kind)
            QVERIFY2(!kindText(EventKind(kind)).isEmpty(), QByteArray::number(kind).constData());
    }

    void awaitedThingsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("expected");
        QTest::newRow("sleep") << json("{'on':'sleep','seconds':2.5}") << "sleep 2.5 s";
        QTest::newRow("gather") << json("{'on':'gather','items':['a','b']}") << "gather: 2 tasks";
        QTest::newRow("one") << json("{'on':'wait','items':1}") << "wait: 1 task";
        QTest::newRow("fetch") << json("{'on':'fetch','url':'demo:/emojis'}") << "fetch demo:/emojis";
        QTest::newRow("await") << json("{'on':'await','item':'Task-2'}") << "await Task-2";
        QTest::newRow("bare") << json("{'on':'event_wait'}") << "event_wait";
    }

    void awaitedThingsAreNamed()
    {
        QFETCH(QByteArray, payload);
        QTEST(awaitedText(payload), "expected");
    }

    void tasksOfOneCoroutineAreNumbered()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'m'}")});
        story.say(Created, 0, {.task = 2, .payload = json("{'task':'Task-2','coro':'worker'}")});
        QCOMPARE(taskText(story.store, TaskId{2}), "worker");
        story.say(Created, 0, {.task = 3, .payload = json("{'task':'Task-3','coro':'worker'}")});
        story.say(Created, 0, {.task = 4, .payload = json("{'task':'boss','coro':'worker'}")});
        QCOMPARE(taskText(story.store, TaskId{1}), "m");
        QCOMPARE(taskText(story.store, TaskId{2}), "worker 2");
        QCOMPARE(taskText(story.store, TaskId{3}), "worker 3");
        QCOMPARE(taskText(story.store, TaskId{4}), "boss");
        QCOMPARE(taskText(story.store, TaskId{99}), "");
    }

    void endsSayWhy()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        story.say(Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'m'}")});
        const auto end = [&](const QByteArray &payload) {
            return line(story.store, story.say(Done, 1, {.task = 1, .payload = payload}));
        };
        QCOMPARE(end(json("{'outcome':'exception','type':'ValueError','message':'no'}")),
                 "m | failed | ValueError: no");
        QCOMPARE(end(json("{'outcome':'exception','type':'KeyError','message':''}")),
                 "m | failed | KeyError");
        QCOMPARE(end(json("{'outcome':'cancelled','message':'enough'}")),
                 "m | cancelled | cancelled: enough");
        QCOMPARE(end(json("{'outcome':'result','value':'a b'}")), "m | done | result \"a b\"");
    }

    void requestsTellStatusAndSize()
    {
        Story story;
        story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        const auto queued = story.say(RequestQueued, 0,
                                      {.payload = json("{'method':'GET','url':'http://x/'}"), .subject = 2});
        const auto done = story.say(RequestDone, 9,
                                    {.payload = json("{'status':200,'bytes':2300,'body':{}}"), .subject = 2});
        QCOMPARE(line(story.store, queued), "request 2 | queued | GET http://x/");
        QCOMPARE(line(story.store, done), QStringLiteral(u"request 2 | finished | status 200, 2.3\u202FkB"));
    }
};

QTEST_GUILESS_MAIN(TestEventText)
#include "tst_event_text.moc"
