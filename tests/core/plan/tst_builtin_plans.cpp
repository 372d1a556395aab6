// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_server.h"
#include "core/plan/builtin_plans.h"
#include "tests/support/plan_run.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace loopscope;

namespace {

PlanRef planOf(const QString &name)
{
    // Servers that take their time are for people, not for tests.
    static const QRegularExpression latency(u"latency=\\d+"_qs);
    const QString text = QString::fromUtf8(builtinPlanText(name).value()).replace(latency, u"latency=9"_qs);
    const auto plan = parsePlan(text.toUtf8(), name);
    return plan ? *plan : nullptr;
}

bool fetches(const QString &name)
{
    return builtinPlanText(name).value().contains("\"fetch\"");
}

QStringList printsOf(const RunInfo &run)
{
    QStringList texts;
    for (const PrintInfo &print : run.prints)
        texts += print.text;
    return texts;
}

} // namespace

class TestBuiltinPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedPlanIsListedAndEveryListedPlanIsShipped()
    {
        QStringList listed;
        for (const QString &name : builtinPlanNames())
            listed += name + u".json"_qs;
        listed.sort();
        QCOMPARE(QDir(u":/loopscope/plans"_qs).entryList(QDir::Files, QDir::Name), listed);
    }

    void everyPlanSaysWhatItTeaches()
    {
        for (const QString &name : builtinPlanNames()) {
            const QJsonObject plan = QJsonDocument::fromJson(builtinPlanText(name).value()).object();
            QVERIFY2(!plan[u"title"_qs].toString().isEmpty(), qPrintable(name));
            QVERIFY2(plan[u"about"_qs].toString().endsWith(u'.'), qPrintable(name));
            QVERIFY2(!plan[u"runs"_qs].toArray().isEmpty(), qPrintable(name));
        }
    }

    void everyPlanRunsToAResult()
    {
        for (const QString &name : builtinPlanNames()) {
            const PlanRef plan = planOf(name);
            QVERIFY2(plan, qPrintable(name));
            if (fetches(name))
                continue;
            const auto store = recordedRun(plan);
            QVERIFY2(!store->runs().empty(), qPrintable(name));
            for (const RunInfo &run : store->runs())
                QVERIFY2(run.outcome == u"result", qPrintable(name + u' ' + run.name));
        }
    }

    void theTutorialCostsFourThreeAndThreeSeconds()
    {
        const auto store = recordedRun(planOf(u"tutorial"_qs));
        QCOMPARE(store->runs().size(), size_t(3));
        QCOMPARE(store->runs()[0].cost, std::chrono::seconds(4));
        QCOMPARE(store->runs()[1].cost, std::chrono::seconds(3));
        QCOMPARE(store->runs()[2].cost, std::chrono::seconds(3));
    }

    void joinallPrintsOneToFour()
    {
        const auto store = recordedRun(planOf(u"joinall"_qs));
        QCOMPARE(printsOf(store->runs().front()), QStringList({u"1"_qs, u"2"_qs, u"3"_qs, u"4"_qs}));
    }

    void plansThatFetchRunOnTheRealClockWithTheDemoServer()
    {
        const auto server = DemoServer::start();
        QVERIFY(server);
        for (const QString &name : {u"fetch"_qs, u"fetch_three"_qs}) {
            const auto store = recordedRun(planOf(name), {}, ClockKind::Real, (*server)->url());
            for (const RunInfo &run : store->runs()) {
                QVERIFY2(run.outcome == u"result", qPrintable(name + u' ' + run.name));
                QCOMPARE(run.requests.size(), size_t(name == u"fetch" ? 1 : 3));
                QCOMPARE(run.requests.front().status, 200);
            }
        }
    }

    void otherNamesAreNone()
    {
        QVERIFY(!builtinPlanText(u"nothing"_qs));
        QVERIFY(!builtinPlanText(u"../plans/tutorial"_qs));
        QVERIFY(!builtinPlanText({}));
    }
};

QTEST_GUILESS_MAIN(TestBuiltinPlans)
#include "tst_builtin_plans.moc"
