// SPDX-License-Identifier: MIT
#include "tests/core/loop/golden_programs.h"

using namespace std::chrono_literals;

namespace loopscope::golden {
namespace {

QString names(const std::vector<AnyFuture> &futures)
{
    QStringList list;
    for (const AnyFuture &future : futures)
        list << u'"' + future.name() + u'"';
    return u'[' + list.join(u',') + u']';
}

} // namespace

QCoro::Task<> a()
{
    print(QStringLiteral("Suspending a"));
    co_await sleep(3s);
    print(QStringLiteral("Resuming a"));
}

QCoro::Task<> b()
{
    print(QStringLiteral("Suspending b"));
    co_await sleep(1s);
    print(QStringLiteral("Resuming b"));
}

QCoro::Task<> seed_cost()
{
    co_await gather(a(), b());
}

namespace yield {

QCoro::Task<> a()
{
    print(QStringLiteral("Suspending a"));
    co_await sleep(0s);
    print(QStringLiteral("Resuming a"));
}

QCoro::Task<> b()
{
    print(QStringLiteral("In b"));
    co_return;
}

} // namespace yield

QCoro::Task<> seed_yield()
{
    co_await gather(yield::a(), yield::b());
}

namespace five {

QCoro::Task<> w(QString name)
{
    for (int i = 0; i < 3; ++i) {
        print(QStringLiteral("%1.%2").arg(name).arg(i));
        co_await sleep(0s);
    }
}

} // namespace five

QCoro::Task<> order_five()
{
    using five::w;
    co_await gather(w(QStringLiteral("A")), w(QStringLiteral("B")), w(QStringLiteral("C")), w(QStringLiteral("D")),
                    w(QStringLiteral("E")));
}

QCoro::Task<QString> c(int depth)
{
    if (depth < 30)
        co_return co_await c(depth + 1);
    print(QStringLiteral("bottom"));
    co_await sleep(1s);
    co_return QStringLiteral("from the bottom");
}

QCoro::Task<> await_chain()
{
    print(co_await c(0));
}

namespace fall {

QCoro::Task<QString> w(QString name, Seconds delay)
{
    print(name + QStringLiteral(" begins"));
    co_await sleep(delay);
    print(name + QStringLiteral(" ends"));
    co_return name;
}

QCoro::Task<QString> f(QString name, Seconds delay)
{
    print(name + QStringLiteral(" begins"));
    co_await sleep(delay);
    print(name + QStringLiteral(" fails"));
    throw ValueError(name);
}

} // namespace fall

QCoro::Task<> gather_fail()
{
    QString caught;
    try {
        co_await gather(fall::w(QStringLiteral("a"), 3s), fall::f(QStringLiteral("b"), 1s),
                        fall::w(QStringLiteral("c"), 2s));
    } catch (const Exception &error) {
        caught = QString::fromUtf8(error.typeName()) + QStringLiteral(": ") + error.message();
    }
    print(QStringLiteral("caught ") + caught);
    co_await sleep(1s);
    print(QStringLiteral("main still here"));
    co_await sleep(2s);
}

namespace first {

QCoro::Task<QString> w(QString name, Seconds delay)
{
    print(name + QStringLiteral(" begins"));
    try {
        co_await sleep(delay);
    } catch (const CancelledError &error) {
        print(QStringLiteral("%1 cancelled [%2]")
                  .arg(Loop::running()->currentTask()->taskName(),
                       QStringLiteral("CancelledError") + error.message()));
        throw;
    }
    print(name + QStringLiteral(" ends"));
    co_return name;
}

} // namespace first

QCoro::Task<> wait_first()
{
    std::vector<AnyFuture> tasks;
    tasks.push_back(createTask(first::w, QStringLiteral("a"), Seconds(3)));
    tasks.push_back(createTask(first::w, QStringLiteral("b"), Seconds(1)));
    tasks.push_back(createTask(first::w, QStringLiteral("c"), Seconds(2)));
    const WaitOptions firstOne{{}, ReturnWhen::FirstCompleted};
    WaitResult result = co_await wait(tasks, firstOne);
    print(names(result.done) + u' ' + names(result.pending));
    QStringList answers;
    for (const AnyFuture &task : result.pending)
        answers << (task.cancel() ? QStringLiteral("true") : QStringLiteral("false"));
    print(u'[' + answers.join(u',') + u']');
    result = co_await wait(result.pending);
    print(QStringLiteral(R"({"done":%1,"pending":%2})").arg(names(result.done), names(result.pending)));
}

namespace callbacks {

QCoro::Task<> w(QString name)
{
    print(name);
    co_await sleep(0s);
    print(name + QStringLiteral(" again"));
}

} // namespace callbacks

QCoro::Task<> callback_order()
{
    Loop &loop = *Loop::running();
    loop.callSoon([] { print(QStringLiteral("soon 1")); });
    const auto task = createTask(callbacks::w, QStringLiteral("task 1"));
    loop.callSoon([] {
        print(QStringLiteral("soon 2"));
        Loop::running()->callSoon([] { print(QStringLiteral("soon 3")); });
    });
    createTask(callbacks::w, QStringLiteral("task 2"));
    task.addDoneCallback([] { print(QStringLiteral("task 1 done")); });
    co_await sleep(0s);
    print(QStringLiteral("main"));
    co_await sleep(1s);
}

QCoro::Task<> j(int seconds)
{
    const QString slept = QStringLiteral("slept %1").arg(seconds);
    print(co_await Loop::running()->executor().simulate(Seconds(seconds), slept));
}

QCoro::Task<> executor_parallel()
{
    co_await gather(j(3), j(1), j(2));
}

namespace waiters {

QCoro::Task<> w(Future<QString> f, QString name)
{
    print(name + u' ' + co_await f);
}

} // namespace waiters

QCoro::Task<> future_waiters(Future<QString> f)
{
    createTask(waiters::w, f, QStringLiteral("a"));
    createTask(waiters::w, f, QStringLiteral("b"));
    createTask(waiters::w, f, QStringLiteral("c"));
    co_await sleep(1s);
    f.setResult(QStringLiteral("go"));
    print(QStringLiteral("set"));
    co_await sleep(0s);
    print(QStringLiteral("main again"));
}

} // namespace loopscope::golden
