// SPDX-License-Identifier: MIT
#include "core/analysis/claim_verdict.h"

#include "tests/core/analysis/gather_story.h"
#include "tests/core/analysis/judged_claims.h"

#include <QTest>

using namespace loopscope;

namespace {

/// The gather story is on the virtual clock. See there for who does what when.
QString judged(const char *that)
{
    return judged(gatherStory().store, that);
}

/// Two steps that lie over each other for a second, and a third.
Story twoAtOnce()
{
    Story story;
    story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'gather','main':'a','clock':'real'}")});
    for (const quint32 task : {1u, 2u}) {
        const QByteArray name = "{\"task\":\"Task-" + QByteArray::number(task) + "\",\"coro\":\"a\"}";
        story.say(EventKind::Created, 0, {.task = task, .payload = name});
    }
    story.say(EventKind::Resumed, 0, {.task = 1});
    story.say(EventKind::Resumed, 1000, {.task = 2});
    story.say(EventKind::Suspended, 2000, {.task = 1, .payload = json("{'on':'sleep'}")});
    story.say(EventKind::Suspended, 3000, {.task = 2, .payload = json("{'on':'get'}")});
    return story;
}

} // namespace

class TestClaimVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresTellBothSides_data()
    {
        QTest::addColumn<QByteArray>("that");
        QTest::addColumn<QString>("figures");
        const auto row = [](const char *that, const char *figures) {
            QTest::newRow(that) << QByteArray(that) << QString::fromUtf8(figures);
        };
        row("{'equal': [{'cost': 'gather'}, {'max': [{'life': 'a'}, {'life': 'b'}]}]}",
            "cost(gather) 3 s = max(life(a), life(b)) 3 s");
        row("{'equal': [{'cost': 'gather'}, {'sum': [{'life': 'a'}, {'life': 'b'}]}]}",
            "! cost(gather) 3 s ≠ sum(life(a), life(b)) 4 s");
        row("{'equal': [{'end': '*'}, [3, 3, 1]]}", "end(*) 3 s, 3 s, 1 s = 3 s, 3 s, 1 s");
        row("{'equal': [{'end': '*'}, 3]}", "! end(*) 3 s, 3 s, 1 s ≠ 3 s");
        row("{'equal': [{'end': 'b'}, [1, 3]]}", "! end(b) 1 s ≠ 1 s, 3 s");
        row("{'equal': [{'min': {'end': '*'}}, 1]}", "min(end(*)) 1 s = 1 s");
        row("{'equal': [{'gaps': [1, 3, 4]}, [2, 1]]}", "gaps(1, 3, 4) 2, 1 = 2, 1");
        row("{'equal': [{'minus': [[5, 7], [1, 2]]}, [4, 5]]}", "minus(5, 7, 1, 2) 4, 5 = 4, 5");
        row("{'equal': [{'minus': [1, {'end': 'a'}]}, -2]}", "minus(1, end(a)) -2 s = -2 s");
        row("{'before': [{'end': 'a'}, {'end': 'a'}]}", "! end(a) 3 s not before end(a) 3 s");
        row("{'equal': [{'prints': 'b'}, ['']]}", "! prints(b) nothing ≠ \"\"");
        row("{'equal': ['', 0]}", "! \"\" ≠ 0");
        row("{'equal': [{'names': 'a'}, 0]}", "! names(a) \"Task-2\" ≠ 0");
        row("{'differ': [{'end': 'a'}, {'end': 'b'}]}", "end(a) 3 s ≠ end(b) 1 s");
        row("{'differ': [{'end': 'a'}, 3]}", "! end(a) 3 s = 3 s");
        row("{'less': [{'end': 'b'}, {'end': 'a'}]}", "end(b) 1 s < end(a) 3 s");
        row("{'less': [{'end': 'a'}, {'end': 'a'}]}", "! end(a) 3 s ≮ end(a) 3 s");
        row("{'at_most': [{'end': 'a'}, {'end': 'a'}]}", "end(a) 3 s ≤ end(a) 3 s");
        row("{'at_most': [{'end': '*'}, 2]}", "! end(*) 3 s, 3 s, 1 s ≰ 2 s");
        row("{'before': [{'end': 'a'}, {'end': 'f2'}]}", "end(a) 3 s before end(f2) 3 s");
        row("{'before': [{'end': 'f2'}, {'end': 'a'}]}", "! end(f2) 3 s not before end(a) 3 s");
        row("{'equal': [{'prints': '*'}, 'hello']}", "prints(*) \"hello\" = \"hello\"");
        row("{'equal': [{'prints': 'b'}, []]}", "prints(b) nothing = nothing");
        row("{'equal': [{'outcome': '*'}, ['result', 'result', 'exception']]}",
            "outcome(*) \"result\", \"result\", \"exception\" = \"result\", \"result\", \"exception\"");
        row("{'equal': [{'error': '*'}, 'E']}", "error(*) \"E\" = \"E\"");
        row("{'equal': [{'value': 'a'}, 'null']}", "value(a) \"null\" = \"null\"");
        row("{'equal': [{'names': '*'}, ['Task-1', 'Task-2', 'Task-3']]}",
            "names(*) \"Task-1\", \"Task-2\", \"Task-3\" = \"Task-1\", \"Task-2\", \"Task-3\"");
        row("{'equal': [{'suspended': 'Task-3'}, 1]}", "suspended(Task-3) 1 s = 1 s");
        row("{'equal': [{'running': '*'}, [0, 0, 0]]}", "running(*) 0 s, 0 s, 0 s = 0 s, 0 s, 0 s");
        row("{'equal': [{'count': {'at': 'suspend', 'with': {'on': 'sleep'}}}, 2]}",
            "count(at(suspend on \"sleep\")) 2 = 2");
        row("{'equal': [{'at': 'resume', 'of': 'a'}, [0, 3]]}", "at(resume of a) 0 s, 3 s = 0 s, 3 s");
        row("{'equal': [{'gaps': {'at': 'resume', 'of': 'a'}}, 3]}", "gaps(at(resume of a)) 3 s = 3 s");
        row("{'equal': [{'minus': [{'end': '*'}, {'end': 'b'}]}, [2, 2, 0]]}",
            "minus(end(*), end(b)) 2 s, 2 s, 0 s = 2 s, 2 s, 0 s");
        row("{'equal': [{'first': {'end': '*'}}, {'last': {'at': 'resume'}}]}",
            "first(end(*)) 3 s = last(at(resume)) 3 s");
        row("{'equal': [{'at_once': [{'start': '*'}, {'end': '*'}]}, 3]}", "at_once(start(*), end(*)) 3 = 3");
        row("{'equal': [{'overlap': '*'}, 0]}", "overlap(*) 0 s = 0 s");
        row("{'equal': [{'count': {'jobs': '*'}}, {'count': {'requests': '*'}}]}",
            "count(jobs(*)) 0 = count(requests(*)) 0");
    }

    void figuresTellBothSides()
    {
        QFETCH(QByteArray, that);
        QFETCH(QString, figures);
        QCOMPARE(judged(that.constData()), figures);
    }

    void whatIsNotThereHoldsNothing()
    {
        QVERIFY(judged("{'less': [{'jobs': '*'}, 5]}").startsWith(u'!'));
        QVERIFY(judged("{'at_most': [{'end': 'a'}, []]}").startsWith(u'!'));
        QVERIFY(judged("{'before': [{'at': 'cancel'}, {'end': 'a'}]}").startsWith(u'!'));
    }

    void aLengthIsNoMomentToBeBeforeAnother()
    {
        QVERIFY(judged("{'before': [{'life': 'b'}, {'end': 'a'}]}").startsWith(u'!'));
    }

    void textsAreNeitherEqualToNumbersNorLess()
    {
        QVERIFY(judged("{'equal': [{'names': 'a'}, 2]}").startsWith(u'!'));
        QVERIFY(judged("{'less': [{'names': 'a'}, 'Z']}").startsWith(u'!'));
    }

    void everyComparisonOfAClaimMustHold()
    {
        const ClaimReport report =
            judgedBy(gatherStory().store,
                     "[{'equal': [{'end': 'a'}, 3]}, {'equal': [{'end': 'b'}, 3]}, {'equal': [1, 1]}]");
        QCOMPARE(report.count(ClaimVerdict::Broken), 1);
        QCOMPARE(report.verdicts.front().figures.size(), 3);
    }

    void timesMayBeOffOnTheRealClockOnly()
    {
        const Story story = twoAtOnce();
        QCOMPARE(judged(story.store, "{'equal': [{'overlap': '*'}, 0.9], 'within': 0.1}"),
                 QStringLiteral("overlap(*) 1 s = 0.9 s (within 0.1 s)"));
        QVERIFY(judged(story.store, "{'equal': [{'overlap': '*'}, 0.9]}").startsWith(u'!'));
        QVERIFY(!judged(story.store, "{'at_most': [{'overlap': '*'}, 0.99]}").startsWith(u'!'));
        QVERIFY(judged(story.store, "{'less': [{'overlap': '*'}, 1], 'within': 1}").startsWith(u'!'));
        QVERIFY(judged("{'equal': [{'end': 'a'}, 3.001], 'within': 1}").startsWith(u'!'));
    }

    void aRunThatIsNotThereLeavesTheClaimUnjudged()
    {
        const ClaimReport report =
            judgedBy(gatherStory().store, "{'equal': [{'cost': 'gather'}, {'sum': {'cost': 'other'}}]}");
        QCOMPARE(report.count(ClaimVerdict::Unjudged), 1);
        QCOMPARE(toText(report), QStringLiteral("unjudged X.\n"));
    }

    void aTaskThatWasNotThereIsAProblem()
    {
        const ClaimReport report = judgedBy(gatherStory().store, "{'equal': [{'end': 'c'}, 1]}");
        QVERIFY(report.verdicts.empty());
        QCOMPARE(line(report.problems.value(0)),
                 QStringLiteral("p:1:62: $[0].that.equal[0]: run \"gather\" had no task \"c\", and "
                                "none that runs a coroutine of that name"));
    }

    void reportsAreTextAndJson()
    {
        const ClaimReport report = judgedBy(gatherStory().store, "{'equal': [{'end': 'a'}, 4]}");
        QCOMPARE(toText(report), QStringLiteral("broken   X.\n         end(a) 3 s ≠ 4 s\n"));
        QCOMPARE(QString::fromUtf8(toJson(report)),
                 QString::fromUtf8(
                     json("[{'id':'x','verdict':'broken','sentence':'X.','figures':['end(a) 3 s ≠ 4 s']}]")));
    }
};

QTEST_APPLESS_MAIN(TestClaimVerdict)
#include "tst_claim_verdict.moc"
