// SPDX-License-Identifier: MIT
#include "tests/core/analysis/judged_claims.h"

#include <QTest>

using namespace loopscope;

namespace {

QByteArray made(const char *name, const char *coro)
{
    return QByteArray("{\"task\":\"") + name + "\",\"coro\":\"" + coro + "\"}";
}

/// A run of 10 s comes first. Then, in `gather`, a task called a that runs b, and another that runs a; each
/// hands a job to a thread, fetches and is asked to stop, and a callback prints.
Story busyStory()
{
    using enum EventKind;
    Story story;
    story.say(RunBegin, 0, {.payload = json("{'run':'other','main':'c','clock':'virtual'}")});
    story.say(RunEnd, 10000, {.payload = json("{'run':'other','outcome':'result','value':1,'cost':10}")});
    story.say(RunBegin, 10000, {.payload = json("{'run':'gather','main':'b','clock':'virtual'}")});
    story.say(Created, 10000, {.task = 1, .payload = made("a", "b")});
    story.say(Created, 10500, {.task = 2, .payload = made("Task-2", "a"), .subject = 1});
    story.say(Resumed, 11000, {.task = 1});
    story.say(ExecutorBegin, 11000, {.task = 1, .payload = json("{'job':'Job-1'}"), .subject = 1});
    story.say(RequestQueued, 11000, {.task = 1, .payload = json("{'method':'GET','url':'u'}"), .subject = 1});
    story.say(RequestSent, 11500, {.subject = 1});
    story.say(Suspended, 11500, {.task = 1, .payload = json("{'on':'fetch'}")});
    story.say(Resumed, 12000, {.task = 2});
    story.say(ExecutorBegin, 12000, {.task = 2, .payload = json("{'job':'Job-2'}"), .subject = 2});
    story.say(Print, 12000, {.task = 2, .payload = json("{'text':'by a task'}")});
    story.say(CancelRequested, 12000, {.task = 2, .subject = 1});
    story.say(Suspended, 12000, {.task = 2, .payload = json("{'on':'sleep'}")});
    story.say(Print, 12500, {.payload = json("{'text':'by a callback'}")});
    story.say(RequestDone, 13000, {.payload = json("{'status':200,'bytes':1}"), .subject = 1});
    story.say(ExecutorEnd, 13000, {.payload = json("{'job':'Job-1'}"), .subject = 1});
    story.say(CancelRequested, 13000, {.task = 0, .subject = 2});
    story.say(ExecutorEnd, 15000, {.payload = json("{'job':'Job-2'}"), .subject = 2});
    story.say(Created, 15000, {.task = 3, .payload = made("waiting", "c"), .subject = 1});
    story.say(Ready, 15000, {.task = 3});
    story.say(Done, 15000, {.task = 2, .payload = json("{'outcome':'exception','type':'E','message':'m'}")});
    return story;
}

} // namespace

class TestClaimFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreOfTheRightTasksAndTheRightRun_data()
    {
        QTest::addColumn<QByteArray>("that");
        QTest::addColumn<QString>("figures");
        const auto row = [](const char *name, const char *that, const char *figures) {
            QTest::newRow(name) << QByteArray(that) << QString::fromUtf8(figures);
        };
        row("a name goes before a coroutine", "{'equal': [{'names': 'a'}, 'a']}", "names(a) \"a\" = \"a\"");
        row("a coroutine where no name is", "{'equal': [{'names': 'b'}, 'a']}", "names(b) \"a\" = \"a\"");
        row("moments count from their run", "{'equal': [{'created': '*'}, [0, 0.5, 5]]}",
            "created(*) 0 s, 0.5 s, 5 s = 0 s, 0.5 s, 5 s");
        row("who took no step did not start", "{'equal': [{'start': '*'}, [1, 2]]}",
            "start(*) 1 s, 2 s = 1 s, 2 s");
        row("of events, too", "{'equal': [{'at': 'print'}, [2, 2.5]]}", "at(print) 2 s, 2.5 s = 2 s, 2.5 s");
        row("callbacks print, too", "{'equal': [{'prints': '*'}, ['by a task', 'by a callback']]}",
            "prints(*) \"by a task\", \"by a callback\" = \"by a task\", \"by a callback\"");
        row("not as a task", "{'equal': [{'prints': 'Task-2'}, 'by a task']}",
            "prints(Task-2) \"by a task\" = \"by a task\"");
        row("requests with their queue", "{'equal': [{'requests': 'a'}, 2]}", "requests(a) 2 s = 2 s");
        row("nobody else's requests", "{'equal': [{'requests': 'Task-2'}, []]}",
            "requests(Task-2) nothing = nothing");
        row("jobs by who asked", "{'equal': [{'jobs': 'Task-2'}, 3]}", "jobs(Task-2) 3 s = 3 s");
        row("all jobs", "{'equal': [{'jobs': '*'}, [2, 3]]}", "jobs(*) 2 s, 3 s = 2 s, 3 s");
        row("events of nobody", "{'equal': [{'at': 'executor_end'}, [3, 5]]}",
            "at(executor_end) 3 s, 5 s = 3 s, 5 s");
        row("by whom", "{'equal': [{'at': 'cancel', 'of': 'Task-2'}, 2]}", "at(cancel of Task-2) 2 s = 2 s");
        row("at whom", "{'equal': [{'at': 'cancel', 'with': {'target': 'Task-2'}}, 3]}",
            "at(cancel target \"Task-2\") 3 s = 3 s");
        row("unfinished ones have no end", "{'equal': [{'end': '*'}, 5]}", "end(*) 5 s = 5 s");
        row("but an outcome", "{'equal': [{'outcome': 'a'}, 'unfinished']}",
            "outcome(a) \"unfinished\" = \"unfinished\"");
        row("and a life until now", "{'equal': [{'life': 'a'}, 5]}", "life(a) 5 s = 5 s");
        row("messages", "{'equal': [{'message': '*'}, 'm']}", "message(*) \"m\" = \"m\"");
        row("costs of other runs", "{'equal': [{'cost': 'other'}, 10]}", "cost(other) 10 s = 10 s");
        row("an unfinished run has no cost", "{'equal': [{'cost': 'gather'}, []]}",
            "cost(gather) nothing = nothing");
        row("steps that follow do not overlap", "{'equal': [{'overlap': '*'}, 0]}", "overlap(*) 0 s = 0 s");
        row("sections by events, in the order they happened",
            "{'equal': [{'at_once': [{'at': 'executor_begin'}, {'at': 'executor_end'}]}, 2]}",
            "at_once(at(executor_begin), at(executor_end)) 2 = 2");
        row("sections that follow each other",
            "{'equal': [{'at_once': [{'at': 'resume'}, {'at': 'suspend'}]}, 1]}",
            "at_once(at(resume), at(suspend)) 1 = 1");
    }

    void factsAreOfTheRightTasksAndTheRightRun()
    {
        QFETCH(QByteArray, that);
        QFETCH(QString, figures);
        QCOMPARE(judged(busyStory().store, that.constData()), figures);
    }
};

QTEST_APPLESS_MAIN(TestClaimFacts)
#include "tst_claim_facts.moc"
