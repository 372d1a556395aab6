// SPDX-License-Identifier: MIT
#include "core/listing/listing.h"
#include "core/listing/python_text.h"
#include "core/plan/plan_parser.h"

#include <QTest>

using namespace loopscope;

namespace {

PlanRef planOf(const QByteArray &json)
{
    const auto plan = parsePlan(json, QStringLiteral("test"));
    return plan ? *plan : nullptr;
}

/// A plan whose only coroutine, "main", has these steps.
PlanRef planOfSteps(const QByteArray &steps)
{
    return planOf(R"({"plan":1,"coroutines":{"w":[],"main":[)" + steps +
                  R"(]},"runs":[{"name":"r","main":"main"}]})");
}

/// The lines of main's body, without their first indent, joined by newlines.
QString bodyOf(const QByteArray &steps)
{
    const PlanRef plan = planOfSteps(steps);
    if (!plan)
        return QStringLiteral("no plan");
    QStringList lines = pythonListing(*plan).lines;
    lines = lines.mid(lines.indexOf(QStringLiteral("async def main():")) + 1);
    QStringList body;
    for (const QString &line : lines) {
        if (!line.startsWith(u' '))
            break;
        body += line.mid(4);
    }
    return body.join(u'\n');
}

QString lineOf(const Listing &listing, const Step &step)
{
    const ListedStep *const listed = listing.stepAt(step.place);
    return listed ? listing.lines.value(listed->line - 1).trimmed() : QStringLiteral("not listed");
}

} // namespace

class TestPythonListing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsAScriptThatSaysWhatItIsAbout()
    {
        const PlanRef plan = planOf(R"({"plan":1,"title":"Two","about":"One waits for two.",
            "coroutines":{"a":{"params":["t"],"body":[{"sleep":{"var":"t"},"note":"Waits."},{"print":"a {t}"}]},
            "both":[{"gather":[{"call":"a","args":[1]},{"call":"a","args":[2.5]}]}]},
            "runs":[{"name":"one","main":{"call":"a","args":[0]}},{"name":"two","main":"both"}]})");
        QVERIFY(plan);
        const QString text = pythonListing(*plan).text();
        const QString expected = QStringLiteral(R"(# Two
# One waits for two.
import asyncio
import json


async def a(t):
    # Waits.
    await asyncio.sleep(t)
    print(f"a {text(t)}")


async def both():
    await asyncio.gather(a(1), a(2.5))
)");
        QCOMPARE(text.left(text.indexOf(QStringLiteral("\n\ndef text"))), expected);
        QVERIFY(text.endsWith(QStringLiteral("\n\n\nif __name__ == \"__main__\":\n    asyncio.run(a(0))\n"
                                             "    asyncio.run(both())\n")));
    }

    void whatPythonPrintsTheSameWayIsPrintedAsItIs()
    {
        QCOMPARE(
            bodyOf(R"({"set":"n","value":1},{"print":"{n}"},{"print":"n is {n} {{}}"},{"print":"{self}"})"),
            QStringLiteral("n = 1\nprint(n)\nprint(f\"n is {n} {{}}\")\n"
                           "print(text(asyncio.current_task()))"));
    }

    void aStepIsFoundAtTheLineThatShowsIt()
    {
        const PlanRef plan = planOfSteps(R"({"task":"w","as":"t","note":"Begins w."},
            {"try":[{"await":"t"}],"except":[{"type":"Exception","do":[{"print":"e"}]}],"finally":[{"sleep":1}]},
            {"call_later":1,"do":[{"set":"x","value":1},{"print":"later"}]})");
        QVERIFY(plan);
        const Listing listing = pythonListing(*plan);
        const Steps &steps = plan->coroutines[1].body;
        QCOMPARE(lineOf(listing, steps[0]), QStringLiteral("t = asyncio.create_task(w())"));
        QCOMPARE(lineOf(listing, steps[1]), QStringLiteral("try:"));
        QCOMPARE(lineOf(listing, steps[1].body[0]), QStringLiteral("await t"));
        QCOMPARE(lineOf(listing, steps[1].tryParts->clauses[0].body[0]), QStringLiteral("print(\"e\")"));
        QCOMPARE(lineOf(listing, steps[1].tryParts->finally[0]), QStringLiteral("await asyncio.sleep(1)"));
        QCOMPARE(lineOf(listing, steps[2]),
                 QStringLiteral("asyncio.get_running_loop().call_later(1, callback)"));
        QCOMPARE(lineOf(listing, steps[2].body[1]), QStringLiteral("print(\"later\")"));
        const ListedStep *const whole = listing.stepAt(steps[1].place);
        QCOMPARE(whole->last - whole->first, 5);
        QVERIFY(!listing.stepAt({1, 9999}));
    }

    void namesThatMeanSomethingToPythonGetAnUnderscore()
    {
        QCOMPARE(bodyOf(R"({"set":"class","value":1},{"set":"print","value":2},{"set":"print_","value":3},
                           {"set":"_","value":4},{"set":"named","value":5})"),
                 QStringLiteral("class_ = 1\nprint__ = 2\nprint_ = 3\n__ = 4\nnamed_ = 5"));
    }

    void stringsAreEscaped()
    {
        QCOMPARE(pythonString(QStringLiteral("a\"b\\c\n\t\r")), QStringLiteral("\"a\\\"b\\\\c\\n\\t\\r\""));
        const QString strange = QString(QChar(1)) + QChar(0x7f) + QChar(0x2028);
        QCOMPARE(pythonString(strange), QStringLiteral("\"\\x01\\x7f\\u2028\""));
        QCOMPARE(pythonString(QStringLiteral("事件")), QStringLiteral("\"事件\""));
        QCOMPARE(pythonFormatted(QStringLiteral("{\"x\"}")), QStringLiteral("{{\\\"x\\\"}}"));
        QCOMPARE(bodyOf("{\"print\":\"{{\\\"{self}\\\"}}\\n\"}"),
                 QStringLiteral("print(f\"{{\\\"{text(asyncio.current_task())}\\\"}}\\n\")"));
    }

    void partsOfValuesAreMembersAndElements()
    {
        QCOMPARE(bodyOf(R"({"wait":["w"],"as":"r"},{"cancel":"r.pending"},{"await":"r.done.0","as":"v"})"),
                 QStringLiteral("r = await wait_in_order([asyncio.create_task(w())])\n"
                                "[future.cancel() for future in r[\"pending\"]]\nv = await r[\"done\"][0]"));
        QCOMPARE(
            bodyOf(R"({"wait":["w"],"as":"r"},{"print":"{r.done}"})"),
            QStringLiteral("r = await wait_in_order([asyncio.create_task(w())])\nprint(text(r[\"done\"]))"));
        QCOMPARE(bodyOf(R"({"set":"d","value":{"0":1}},{"print":"x{d.0}"})"),
                 QStringLiteral("d = {\"0\": 1}\nprint(f\"x{text(d['0'])}\")"));
    }

    void anErrorThatIsUsedBehindItsClauseIsKept()
    {
        QCOMPARE(
            bodyOf(R"({"try":[],"except":[{"type":"Exception","as":"e","do":[{"raise":{"var":"e"}}]}]})"),
            QStringLiteral("try:\n    pass\nexcept Exception as e:\n    raise"));
        QCOMPARE(bodyOf(R"({"try":[],"except":[{"type":"QueueEmpty","as":"e","do":[]}]},{"print":"{e}"})"),
                 QStringLiteral("try:\n    pass\nexcept asyncio.QueueEmpty as caught:\n    e = caught\n"
                                "print(text(e))"));
    }

    void callbacksSetTheVariablesAroundThem()
    {
        QCOMPARE(bodyOf(R"({"call_soon":[{"set":"x","value":1}]},{"sleep":0},{"print":"{x}"})"),
                 QStringLiteral(
                     "x = None\ndef callback():\n    nonlocal x\n    x = 1\n"
                     "asyncio.get_running_loop().call_soon(callback)\nawait asyncio.sleep(0)\nprint(x)"));
    }

    void scopesAreBlocks()
    {
        QCOMPARE(bodyOf(R"({"group":[{"spawn":"w"},{"group":[{"spawn":"w","as":"t"}]}]})"),
                 QStringLiteral("async with asyncio.TaskGroup() as group:\n    group.create_task(w())\n"
                                "    async with asyncio.TaskGroup() as group2:\n"
                                "        t = group2.create_task(w())"));
        QCOMPARE(bodyOf(R"({"with_timeout":1,"do":[{"with_timeout":null,"do":[{"reschedule":2}]}]})"),
                 QStringLiteral("async with asyncio.timeout(1) as limit:\n"
                                "    async with asyncio.timeout(None) as limit2:\n"
                                "        limit2.reschedule(asyncio.get_running_loop().time() + 2)"));
    }
};

QTEST_GUILESS_MAIN(TestPythonListing)
#include "tst_python_listing.moc"
