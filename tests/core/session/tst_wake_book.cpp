// SPDX-License-Identifier: MIT
#include "core/session/wake_book.h"

#include <QTest>

using namespace loopscope;

namespace {

Event eventOf(quint32 id, EventKind kind, quint32 task, quint32 cause = 0, quint32 subject = 0)
{
    return {EventId{id}, EventId{cause}, {}, TaskId{task}, subject, {}, RunId{1}, kind};
}

} // namespace

class TestWakeBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTasksEndSendsItsOwnNumberToTheFirstItWakes()
    {
        WakeBook book;
        book.note(eventOf(5, EventKind::Done, 2));
        QVERIFY(!book.ready(eventOf(6, EventKind::Ready, 1, 5)));
        QCOMPARE(book.resumed(TaskId{1}), std::optional<quint64>(5));
        QVERIFY(!book.resumed(TaskId{1}));
    }

    void theSecondItWakesGetsAnArrowFromTheLoop()
    {
        WakeBook book;
        book.note(eventOf(5, EventKind::Done, 2));
        QVERIFY(!book.ready(eventOf(6, EventKind::Ready, 1, 5)));
        const auto source = book.ready(eventOf(7, EventKind::Ready, 3, 5));
        QVERIFY(source);
        QCOMPARE(source->task, TaskId{});
        QCOMPARE(source->flow, 7u);
    }

    void aNewTaskIsWokenByItsParent()
    {
        WakeBook book;
        book.note(eventOf(5, EventKind::Created, 2, 0, 1));
        const Event ready = eventOf(6, EventKind::Ready, 2, 5);
        const auto source = book.ready(ready);
        QVERIFY(source);
        QCOMPARE(source->task, TaskId{1});
        book.isSent(ready);
        QCOMPARE(book.resumed(TaskId{2}), std::optional<quint64>(6));
    }

    void withoutAKnownCauseThereIsNoArrow()
    {
        WakeBook book;
        QVERIFY(!book.ready(eventOf(6, EventKind::Ready, 2)));
        QVERIFY(!book.ready(eventOf(7, EventKind::Ready, 2, 3)));
        QVERIFY(!book.resumed(TaskId{2}));
    }
};

QTEST_APPLESS_MAIN(TestWakeBook)
#include "tst_wake_book.moc"
