// SPDX-License-Identifier: MIT
#include "ui/plan/plan_draft.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

namespace {

QByteArray planText(const char *steps)
{
    return QByteArray("{'plan':1,'title':'T','coroutines':{'a':[").replace('\'', '"') +
           QByteArray(steps).replace('\'', '"') +
           QByteArray("]},'runs':[{'name':'r','main':'a'}]}").replace('\'', '"');
}

} // namespace

class TestPlanDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenedPlanIsCheckedAtOnce()
    {
        PlanDraft draft;
        QSignalSpy checked(&draft, &PlanDraft::checked);
        draft.open({"x.json", {}}, planText("{'sleep':1}"));
        QCOMPARE(checked.count(), 1);
        QVERIFY(draft.plan());
        QCOMPARE(draft.title(), "T");
        QVERIFY(!draft.isChanged());
    }

    void anEditIsCheckedWhenThePlanIsAskedFor()
    {
        PlanDraft draft;
        draft.open({"x.json", {}}, planText("{'sleep':1}"));
        draft.edit(planText("{'sleep':'3s'}"));
        QVERIFY(draft.isChanged());
        QVERIFY(!draft.plan());
        QCOMPARE(draft.problems().size(), 1);
        QCOMPARE(draft.problems()[0].file, "x.json");
        QCOMPARE(draft.title(), "x.json");
        draft.edit(planText("{'sleep':1}"));
        QVERIFY(draft.plan());
        QVERIFY(!draft.isChanged());
    }

    void aSavedPlanIsUnchanged()
    {
        PlanDraft draft;
        draft.open({"x.json", {}}, planText("{'sleep':1}"));
        draft.edit(planText("{'sleep':2}"));
        QSignalSpy changed(&draft, &PlanDraft::changedChanged);
        draft.markSaved({"y.json", "/tmp/y.json"});
        QVERIFY(!draft.isChanged());
        QCOMPARE(draft.source().path, "/tmp/y.json");
        QCOMPARE(changed.count(), 1);
    }

    void noTextIsNoPlanAndNoProblem()
    {
        PlanDraft draft;
        draft.open({"new", {}}, "\n");
        QVERIFY(!draft.plan());
        QVERIFY(draft.problems().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlanDraft)
#include "tst_plan_draft.moc"
