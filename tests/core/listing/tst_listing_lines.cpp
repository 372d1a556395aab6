// SPDX-License-Identifier: MIT
#include "core/listing/listing.h"
#include "tests/core/listing/shown_plans.h"

#include <QTest>

using namespace loopscope;

namespace {

/// Calls `visit(step, enclosing)` for each step and the one around it.
template<class Visit>
void forEachStep(const Steps &steps, const Step *enclosing, const Visit &visit)
{
    for (const Step &step : steps) {
        visit(step, enclosing);
        forEachStep(step.body, &step, visit);
        if (!step.tryParts)
            continue;
        for (const ExceptClause &clause : step.tryParts->clauses)
            forEachStep(clause.body, &step, visit);
        forEachStep(step.tryParts->otherwise, &step, visit);
        forEachStep(step.tryParts->finally, &step, visit);
    }
}

} // namespace

/// Each step of each plan has its lines in both listings, and a step's lines hold those of the steps inside
/// it.
class TestListingLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepHasItsLines_data()
    {
        QTest::addColumn<PlanRef>("plan");
        QTest::addColumn<bool>("python");
        for (const ShownPlan &shown : shownPlans()) {
            QTest::newRow(qPrintable(shown.name + QStringLiteral(" python"))) << shown.plan << true;
            QTest::newRow(qPrintable(shown.name + QStringLiteral(" c++"))) << shown.plan << false;
        }
    }

    void everyStepHasItsLines()
    {
        QFETCH(PlanRef, plan);
        QFETCH(bool, python);
        const Listing listing = python ? pythonListing(*plan) : cppListing(*plan);
        size_t count = 0;
        const auto check = [&](const Step &step, const Step *enclosing) {
            ++count;
            const ListedStep *const listed = listing.stepAt(step.place);
            QVERIFY(listed);
            QVERIFY(1 <= listed->first && listed->first <= listed->line && listed->line <= listed->last);
            QVERIFY(listed->last <= listing.lines.size());
            const ListedStep *const around = enclosing ? listing.stepAt(enclosing->place) : nullptr;
            QVERIFY(!around || (around->first <= listed->first && listed->last <= around->last));
        };
        forEachStep(plan->shared, nullptr, check);
        for (const Coroutine &coroutine : plan->coroutines)
            forEachStep(coroutine.body, nullptr, check);
        QCOMPARE(listing.steps.size(), count);
        for (const QString &line : listing.lines)
            QVERIFY(!line.contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestListingLines)
#include "tst_listing_lines.moc"
