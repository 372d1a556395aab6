// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"
#include "tests/support/plan_run.h"

#include <QTest>

using namespace loopscope;

namespace {

PlanRef planOf(const QByteArray &json)
{
    const auto plan = parsePlan(json, QStringLiteral("test"));
    if (plan)
        return *plan;
    qWarning("%s", qPrintable(line(plan.error().first())));
    return {};
}

/// A plan with one coroutine, main, that has these steps; single quotes stand for double ones.
PlanRef planWith(QByteArray steps, QByteArray rest = "'shared': []")
{
    const QByteArray json = "{'plan': 1, " + rest + ", 'coroutines': {'nap': [{'sleep': 1}], 'main': [" +
                            steps + "]}, 'runs': [{'name': 'r', 'main': 'main'}]}";
    return planOf(QByteArray(json).replace('\'', '"'));
}

QStringList prints(const Store &store)
{
    QStringList texts;
    for (const PrintInfo &print : store.runs().front().prints)
        texts << print.text;
    return texts;
}

QStringList printsOf(const QByteArray &steps)
{
    return prints(*recordedRun(planWith(steps)));
}

/// The payload of main's only suspension.
QByteArray suspensionOf(const QByteArray &steps)
{
    const auto store = recordedRun(planWith(steps));
    for (EventId id{1}; store->contains(id); ++id.value) {
        if (store->event(id).kind == EventKind::Suspended && store->event(id).task == TaskId{1})
            return store->payload(id).replace('"', '\'');
    }
    return {};
}

} // namespace

class TestInterpreter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeDoneRaisesTheErrorOfTheLanguage_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *step, const char *error) {
            QTest::newRow(error) << QByteArray(step) << QString::fromLatin1(error);
        };
        row("{'print': '{unset}'}", "NameError: name 'unset' is not defined");
        row("{'print': '{d.k.9}'}", "KeyError: 9");
        row("{'print': '{d.none.x}'}", "KeyError: none");
        row("{'print': '{s.0}'}", "KeyError: 0");
        row("{'await': 'd.k'}", "TypeError: 'd.k' is no future");
        row("{'cancel': 'd.k'}", "TypeError: 'd.k' is no future");
        row("{'uncancel': 'f'}", "TypeError: 'f' is no task");
        row("{'add': 's', 'value': 1}", "TypeError: expected a number");
        row("{'sleep': {'var': 's'}}", "TypeError: expected a number");
        row("{'call_later': {'var': 'minus'}, 'do': []}", "TypeError: expected a number");
        row("{'repeat': {'var': 'minus'}, 'do': []}", "TypeError: expected a whole number");
        row("{'repeat': 1.5, 'do': []}", "TypeError: expected a whole number");
        row("{'raise': {'var': 's'}}", "TypeError: exceptions must derive from BaseException");
        row("{'task': 'nap', 'into': 's'}", "TypeError: 's' is no list");
        row("{'wait': []}", "ValueError: Set of Tasks/Futures is empty.");
        row("{'result': 'f'}", "InvalidStateError: Result is not set.");
        row("{'exception': 'f'}", "InvalidStateError: Exception is not set.");
        row("{'set_result': 'self'}", "RuntimeError: Task does not support set_result operation");
        row("{'await': 'self'}", "RuntimeError: Task cannot await on itself");
        row("{'fetch': 'demo:/'}", "RuntimeError: fetch needs the real clock");
    }
    void whatCannotBeDoneRaisesTheErrorOfTheLanguage()
    {
        QFETCH(QByteArray, step);
        QFETCH(QString, error);
        QCOMPARE(printsOf("{'set': 's', 'value': 'text'}, {'set': 'minus', 'value': -1}, {'future': 'f'}, "
                          "{'set': 'd', 'value': {'k': [1]}}, "
                          "{'repeat': 0, 'do': [{'set': 'unset', 'value': 0}]}, "
                          "{'try': [" +
                          step +
                          "], 'except': [{'type': 'BaseException', 'as': 'e', 'do': [{'print': '{e}'}]}]}"),
                 QStringList{error});
    }

    void aTaskThatWaitsSaysForWhatAndInWhichStep()
    {
        QCOMPARE(suspensionOf("{'sleep': 2.50}"), QByteArray("{'on':'sleep','step':'1:74','seconds':2.5}"));
        QCOMPARE(suspensionOf("{'gather': ['nap', 'nap']}"), QByteArray("{'on':'gather','step':'1:74','items':2}"));
        QCOMPARE(suspensionOf("{'wait': ['nap'], 'timeout': 3}"),
                 QByteArray("{'on':'wait','step':'1:74','items':1,'seconds':3}"));
        QCOMPARE(suspensionOf("{'task': 'nap', 'as': 't', 'name': 'bob'}, {'await': 't'}"),
                 QByteArray("{'on':'await','step':'1:117','target':'bob'}"));
        QCOMPARE(suspensionOf("{'executor': {'sleep': 1}}"), QByteArray("{'on':'executor','step':'1:74','seconds':1}"));
        QCOMPARE(suspensionOf("{'await': 'nap'}"), QByteArray("{'on':'sleep','step':'1:50','seconds':1}"));
    }

    void selfIsTheRunningTaskAndNullInACallback()
    {
        QCOMPARE(printsOf("{'print': '{self}'}, {'call_soon': [{'print': '{self}'}]}, {'sleep': 0}"),
                 (QStringList{QStringLiteral("Task-1"), QStringLiteral("null")}));
    }

    void aCallbackUsesTheVariablesOfTheCallThatRegisteredIt()
    {
        QCOMPARE(
            printsOf("{'set': 'x', 'value': 1}, {'call_soon': [{'add': 'x', 'value': 1}]}, {'sleep': 0}, "
                     "{'print': '{x}'}"),
            QStringList{QStringLiteral("2")});
    }

    void wholeSumsStayWholeAsLongAsTheyFit()
    {
        QCOMPARE(
            printsOf(
                "{'set': 'x', 'value': 9223372036854775806}, {'add': 'x', 'value': 1}, {'print': '{x}'}, "
                "{'add': 'x', 'value': 1}, {'print': '{x}'}"),
            (QStringList{QStringLiteral("9223372036854775807"), QStringLiteral("9223372036854775808")}));
    }

    void whatFinallyReturnsReplacesAnError()
    {
        const auto store =
            recordedRun(planWith("{'try': [{'raise': 'OSError'}], 'finally': [{'return': 7}]}"));
        QVERIFY(eventLog(*store, RunId{1}).contains("\"outcome\":\"result\",\"value\":7"));
    }

    void aMistakeInSharedIsMainsError()
    {
        const auto store = recordedRun(planWith(
            "{'print': 'never'}", "'shared': [{'set': 'a', 'value': {'var': 'b'}}, {'future': 'b'}]"));
        QVERIFY(prints(*store).isEmpty());
        QVERIFY(
            eventLog(*store, RunId{1})
                .endsWith("\"outcome\":\"exception\",\"type\":\"NameError\",\"message\":\"name 'b' is not "
                          "defined\",\"cost\":0}\n"));
    }

    void tasksThatWaitForEachOtherEndStalled_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("await") << QByteArray("{'await': 'm'}");
        QTest::newRow("gather") << QByteArray("{'gather': ['m', 'self']}");
    }
    void tasksThatWaitForEachOtherEndStalled()
    {
        QFETCH(QByteArray, step);
        QByteArray json = "{'plan': 1, 'shared': [{'set': 'm', 'value': null}], 'coroutines': {'other': [" +
                          step +
                          "], 'main': [{'set': 'm', 'value': {'var': 'self'}}, {'task': 'other', 'as': 't'}, "
                          "{'await': 't'}]}, "
                          "'runs': [{'name': 'r', 'main': 'main'}]}";
        const PlanRef plan = planOf(json.replace('\'', '"'));
        QCOMPARE(recordedRun(plan)->runs().front().outcome, QStringLiteral("stalled"));
    }

    void coroutinesMayAwaitEachOtherDeeperThanAnyStack()
    {
        const PlanRef plan = planOf(
            R"({"plan": 1, "coroutines": {
                "down": {"params": ["rest"], "body": [{"await": {"call": "down", "args": [{"var": "rest.0"}]}}]},
                "main": [{"set": "l", "value": []}, {"repeat": 30000, "do": [{"set": "l", "value": [{"var": "l"}]}]},
                         {"await": {"call": "down", "args": [{"var": "l"}]}}]},
                "runs": [{"name": "r", "main": "main"}]})");
        const auto store = recordedRun(plan);
        QVERIFY(eventLog(*store, RunId{1}).contains("\"type\":\"KeyError\",\"message\":\"0\""));
    }

    void resultsMayHoldTasksDeeperThanAnyStack()
    {
        const PlanRef plan = planOf(
            R"({"plan": 1, "coroutines": {
                "hold": {"params": ["t"], "body": [{"return": {"var": "t"}}]},
                "main": [{"set": "t", "value": 0},
                         {"repeat": 30000, "do": [{"task": {"call": "hold", "args": [{"var": "t"}]}, "as": "t"}]},
                         {"sleep": 1}, {"set": "t", "value": 0}, {"print": "gone"}]},
                "runs": [{"name": "r", "main": "main"}]})");
        QCOMPARE(prints(*recordedRun(plan)), QStringList{QStringLiteral("gone")});
    }
};

QTEST_GUILESS_MAIN(TestInterpreter)
#include "tst_interpreter.moc"
