// SPDX-License-Identifier: MIT
#include "core/loop/task_scope.h"
#include "tests/support/loop_harness.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

/// Says when it dies. Held by a coroutine's frame.
struct Farewell
{
    QString name;
    QStringList *said;
    ~Farewell() { *said << name; }
};

/// What a widget is: an object with state and tasks that use it.
struct Owner
{
    explicit Owner(QStringList *out) : said(out), tasks(*Loop::running()) {}
    ~Owner() { *said << QStringLiteral("owner"); }

    QCoro::Task<> inner()
    {
        const Farewell farewell{QStringLiteral("inner"), said};
        co_await sleep(1h);
        *said << QStringLiteral("never");
    }
    QCoro::Task<> work()
    {
        const Farewell farewell{QStringLiteral("work"), said};
        try {
            co_await inner();
        } catch (const CancelledError &) {
            *said << QStringLiteral("a handler that would use the dead owner");
        }
    }
    QCoro::Task<> quick() { co_return; }

    QStringList *said;
    TaskScope tasks;
};

QCoro::Task<> ownerDies(QStringList *said)
{
    auto owner = std::make_unique<Owner>(said);
    const auto work = owner->tasks.createTask(&Owner::work, owner.get());
    const auto unbegun = owner->tasks.createTask(&Owner::quick, owner.get());
    co_await sleep(0s);
    const auto late = owner->tasks.createTask(&Owner::quick, owner.get());
    owner.reset();
    print(QStringLiteral("%1%2%3").arg(work.cancelled()).arg(unbegun.cancelled()).arg(late.cancelled()));
    try {
        co_await work;
    } catch (const CancelledError &) {
        print(QStringLiteral("awaiter told"));
    }
    co_await sleep(1s);
}

QCoro::Task<> waitsFor(Task<> *other)
{
    co_await *other;
}

QCoro::Task<> stubborn()
{
    try {
        co_await sleep(1s);
    } catch (const CancelledError &) {
        print(QStringLiteral("goes on"));
    }
    co_await sleep(1s);
}

/// The owned task awaits one that goes on when it is cancelled.
QCoro::Task<> awaitedGoesOn()
{
    Task<> other = createTask(&stubborn);
    TaskScope scope(*Loop::running());
    scope.createTask(&waitsFor, &other);
    co_await sleep(0s);
    co_await sleep(0s);
    scope.cancelAtOnce();
    co_await other;
}

struct SelfDestroyer
{
    QCoro::Task<> run(std::unique_ptr<SelfDestroyer> *self, QStringList *said)
    {
        self->reset();
        *said << QStringLiteral("still running");
        co_await sleep(0s);
        *said << QStringLiteral("never");
    }
    TaskScope tasks{*Loop::running()};
};

QCoro::Task<> ownerDiesByItsOwnTask(QStringList *said)
{
    auto owner = std::make_unique<SelfDestroyer>();
    const auto task = owner->tasks.createTask(&SelfDestroyer::run, owner.get(), &owner, said);
    try {
        co_await task;
    } catch (const CancelledError &) {
        *said << QStringLiteral("cancelled");
    }
}

QCoro::Task<> manyQuickOnes(qsizetype *unfinished)
{
    QStringList said;
    Owner owner(&said);
    for (int i = 0; i < 100; ++i)
        co_await owner.tasks.createTask(&Owner::quick, &owner);
    *unfinished = owner.tasks.unfinished();
}

} // namespace

class TestTaskScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksEndWithTheirOwnerAndRunNoLineAfterwards()
    {
        QStringList said;
        LoopHarness harness;
        QVERIFY(harness.run(&ownerDies, &said).good);
        QCOMPARE(said, (QStringList{QStringLiteral("owner"), QStringLiteral("inner"), QStringLiteral("work")}));
        QCOMPARE(harness.prints(), QStringLiteral("0 101\n0 awaiter told\n"));
    }

    void aTaskThatDestroysItsOwnerGoesOnToItsNextSuspension()
    {
        QStringList said;
        LoopHarness harness;
        QVERIFY(harness.run(&ownerDiesByItsOwnTask, &said).good);
        QCOMPARE(said, (QStringList{QStringLiteral("still running"), QStringLiteral("cancelled")}));
    }

    void tasksThatAreDoneAreForgotten()
    {
        qsizetype unfinished = -1;
        LoopHarness harness;
        QVERIFY(harness.run(&manyQuickOnes, &unfinished).good);
        QCOMPARE(unfinished, qsizetype(0));
    }

    void itIsNotWokenByWhatItWaitedFor()
    {
        LoopHarness harness;
        QVERIFY(harness.run(&awaitedGoesOn).good);
        const QStringList ofIt = harness.log().filter(QStringLiteral("Task-3"));
        QVERIFY2(ofIt.last().contains(QStringLiteral("\"done\"")), qPrintable(ofIt.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestTaskScope)
#include "tst_task_scope.moc"
