// SPDX-License-Identifier: MIT
#include "core/plan/builtin_plans.h"
#include "ui/plan/plan_list_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace loopscope;

class TestPlanListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAModelWhilePlansComeAndGo()
    {
        PlanListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEntries(PlanListModel::BuiltIn, builtinPlanEntries());
        model.setEntries(PlanListModel::Own,
                         {{{}, "/x.json", "X", {}, 1, 0}, {{}, "/y.json", "Y", {}, 0, 2}});
        model.setEntries(PlanListModel::Own, {{{}, "/y.json", "Y", {}, 0, 2}});
        model.setEntries(PlanListModel::Own, {});
    }

    void everyBuiltInPlanTellsWhatItTeaches()
    {
        const QList<PlanEntry> entries = builtinPlanEntries();
        QCOMPARE(entries.size(), builtinPlanNames().size());
        for (const PlanEntry &entry : entries)
            QVERIFY2(!entry.title.isEmpty(), qPrintable(entry.name));
    }

    void builtInPlansAreToldInTheLanguageAskedFor()
    {
        PlanListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setEntries(PlanListModel::BuiltIn, builtinPlanEntries());
        const QPersistentModelIndex tutorial = model.find("tutorial", {});
        QCOMPARE(tutorial.data().toString(), "Sequential, gather, wait");
        model.setEntries(PlanListModel::BuiltIn, builtinPlanEntries("zh_CN"));
        QCOMPARE(tutorial.data().toString(), "顺序、gather 与 wait");
        QVERIFY(tutorial.data(PlanListModel::AboutRole).toString().contains("协程"));
    }

    void plansAreFoundByNameOrPath()
    {
        PlanListModel model;
        model.setEntries(PlanListModel::BuiltIn, builtinPlanEntries());
        model.setEntries(PlanListModel::Own, {{{}, "/x.json", "X", {}, 1, 0}});
        QCOMPARE(model.entry(model.find("tutorial", {}))->name, "tutorial");
        QCOMPARE(model.entry(model.find({}, "/x.json"))->title, "X");
        QVERIFY(!model.find("nothing", {}).isValid());
        QVERIFY(!model.entry(model.index(0, 0)));
    }

    void aBadPlanShowsItsProblems()
    {
        PlanListModel model;
        PlanEntry bad = planEntryOf("{}", "bad.json");
        QCOMPARE(bad.title, "bad.json");
        QVERIFY(bad.problems > 0);
        model.setEntries(PlanListModel::Own, {bad});
        const QModelIndex row = model.index(0, 0, model.index(PlanListModel::Own, 0));
        QCOMPARE(row.data(PlanListModel::ProblemsRole).toInt(), bad.problems);
    }
};

QTEST_GUILESS_MAIN(TestPlanListModel)
#include "tst_plan_list_model.moc"
