// SPDX-License-Identifier: MIT
#include "core/loop/task_group.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

QCoro::Task<QString> work(QString name, Seconds delay)
{
    try {
        co_await sleep(delay);
    } catch (const CancelledError &) {
        print(name + QStringLiteral(" cancelled"));
        throw;
    }
    print(name);
    co_return name;
}

QCoro::Task<QString> bad(Seconds delay)
{
    co_await sleep(delay);
    throw ValueError(QStringLiteral("bad"));
}

QCoro::Task<> allEnd()
{
    co_await withTaskGroup([](TaskGroup &group) -> QCoro::Task<> {
        group.createTask(work(QStringLiteral("one"), 1s));
        group.createTask(work(QStringLiteral("two"), 2s));
        co_return;
    });
    print(QStringLiteral("left"));
}

QCoro::Task<> oneFails()
{
    QString text;
    try {
        co_await withTaskGroup([](TaskGroup &group) -> QCoro::Task<> {
            group.createTask(bad(1s));
            group.createTask(work(QStringLiteral("sibling"), 9s));
            co_await work(QStringLiteral("body"), 9s);
        });
    } catch (const ExceptionGroup &error) {
        text = QString::fromUtf8(errorMembers(describeError(std::current_exception())));
        Q_UNUSED(error);
    }
    print(text + QString::number(Loop::running()->currentTask()->cancelling()));
}

QCoro::Task<> tooLate()
{
    TaskGroup group;
    co_await group.exit(nullptr);
    QString text;
    try {
        group.createTask(work(QStringLiteral("never"), 1s));
    } catch (const RuntimeError &error) {
        text = error.message();
    }
    print(text);
}

QCoro::Task<> fallsWhenCancelled()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
        throw ValueError(QStringLiteral("in the end"));
    }
}

QCoro::Task<> endsSlowly()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &) {
    }
    co_await sleep(1s);
}

QCoro::Task<> cancelledFromOutside()
{
    const auto parent = createTask([]() -> QCoro::Task<> {
        co_await withTaskGroup([](TaskGroup &group) -> QCoro::Task<> {
            group.createTask(fallsWhenCancelled());
            group.createTask(endsSlowly());
            co_return;
        });
    });
    co_await sleep(1s);
    parent.cancel();
    bool hasFailed = false;
    try {
        co_await parent;
    } catch (const ExceptionGroup &) {
        hasFailed = true;
    }
    print(hasFailed ? QString::number(parent.cancelling()) : QStringLiteral("?"));
}

} // namespace

class TestTaskGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChildThatFailsWhileItIsAbortingDoesNotCancelTheParentAgain()
    {
        LoopHarness harness;
        harness.run(cancelledFromOutside);
        QCOMPARE(harness.prints(), QStringLiteral("2 1\n"));
    }

    void leavesWhenAllHaveEnded()
    {
        LoopHarness harness;
        harness.run(allEnd);
        QCOMPARE(harness.prints(), QStringLiteral("1 one\n2 two\n2 left\n"));
    }

    void aFailureCancelsSiblingsAndBody()
    {
        LoopHarness harness;
        harness.run(oneFails);
        QCOMPARE(harness.prints(), QStringLiteral("1 sibling cancelled\n1 body cancelled\n1 "
                     "\"type\":\"ExceptionGroup\",\"message\":\"unhandled errors in a TaskGroup\","
                     "\"errors\":[{\"error\":\"ValueError\",\"message\":\"bad\"}]0\n"));
    }

    void aFinishedGroupTakesNoMore()
    {
        LoopHarness harness;
        harness.run(tooLate);
        QCOMPARE(harness.prints(), QStringLiteral("0 TaskGroup is finished\n"));
    }
};

QTEST_GUILESS_MAIN(TestTaskGroup)
#include "tst_task_group.moc"
