// SPDX-License-Identifier: MIT
#include "core/plan/builtin_plans.h"
#include "ui/plan/plan_draft.h"
#include "ui/plan/plan_editor.h"
#include "ui/plan/plan_panel.h"
#include "ui/plan/problem_list.h"
#include "ui/style/theme.h"

#include <QListWidget>
#include <QTest>

using namespace loopscope;

class TestPlanPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheDraftAndGivesEditsBack()
    {
        PlanDraft draft;
        PlanPanel panel(m_theme, draft);
        draft.open({"tutorial", {}}, *builtinPlanText("tutorial"));
        QCOMPARE(panel.editor()->toPlainText().toUtf8(), *builtinPlanText("tutorial"));
        QVERIFY(!draft.isChanged());
        panel.editor()->appendPlainText("x");
        QVERIFY(draft.isChanged());
        QVERIFY(draft.text().endsWith("\nx"));
    }

    void aBadPlanListsItsProblemsAndLeadsToThem()
    {
        PlanDraft draft;
        PlanPanel panel(m_theme, draft);
        draft.open({"bad.json", {}},
                   "{\"plan\": 1,\n \"coroutines\": {\"a\": [{\"sleep\": \"x\"}]},\n \"runs\": [{}]}");
        auto *list = panel.findChild<QListWidget *>();
        QVERIFY(list->count() >= 2);
        QVERIFY(panel.findChild<ProblemList *>()->isVisibleTo(&panel));
        panel.goToNextProblem();
        QCOMPARE(panel.editor()->cursorPlace().line, 2);
        panel.goToNextProblem();
        QCOMPARE(panel.editor()->cursorPlace().line, 3);
        draft.open({"tutorial", {}}, *builtinPlanText("tutorial"));
        QVERIFY(!panel.findChild<ProblemList *>()->isVisibleTo(&panel));
    }

    void aPlaceOutsideTheTextIsHarmless()
    {
        PlanEditor editor(m_theme);
        editor.setPlainText("{}");
        editor.goTo({99, 1});
        editor.goTo({1, 99});
        QCOMPARE(editor.cursorPlace(), (TextPlace{1, 3}));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestPlanPanel)
#include "tst_plan_panel.moc"
