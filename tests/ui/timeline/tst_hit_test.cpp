// SPDX-License-Identifier: MIT
#include "ui/timeline/hit_test.h"

#include <QTest>

using namespace loopscope;

namespace {

Bar bar(BarKind kind, double x, double width, quint32 event, double trueWidth = -1)
{
    return {kind, {x, 5, width, 22}, trueWidth < 0 ? width : trueWidth, EventId{event}, {}};
}

RowGeometry lane()
{
    RowGeometry out;
    out.bars = {bar(BarKind::LoopIdle, 0, 500, 0), bar(BarKind::Suspended, 0, 100, 1),
                bar(BarKind::Suspended, 102, 100, 3), bar(BarKind::Running, 100, 3, 2, 0.4)};
    out.marks = {{MarkKind::Done, 202, 199, 16, 300, {}, EventId{4}}};
    return out;
}

EventId hit(double x, double y = 16)
{
    return hitAt(Row(), lane(), {x, y}, 3).event;
}

} // namespace

class TestHitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void barUnderThePointIsHit()
    {
        QCOMPARE(hit(50), EventId{1});
        QCOMPARE(hit(150), EventId{3});
    }

    void whatIsDrawnWiderThanItIsCanBeHit()
    {
        for (double x : {97.5, 100.0, 102.0, 105.5})
            QCOMPARE(hit(x), EventId{2});
        QCOMPARE(hit(96.5), EventId{1});
    }

    void whatIsPaintedOnTopIsMeant()
    {
        RowGeometry row;
        row.bars = {bar(BarKind::Ready, 100, 2.5, 1, 0.2), bar(BarKind::Running, 100, 3, 2, 0.6)};
        QCOMPARE(hitAt(Row(), row, {101, 20}, 3).event, EventId{2});
    }

    void signBesideALaneIsHitAtItsHeightOnly()
    {
        QCOMPARE(hit(210), EventId{4});
        QCOMPARE(hit(210, 1), EventId());
    }

    void groundIsNothing()
    {
        QCOMPARE(hit(450), EventId());
        QVERIFY(!hitAt(Row(), lane(), {450, 16}, 3).bar);
    }
};

QTEST_APPLESS_MAIN(TestHitTest)
#include "tst_hit_test.moc"
