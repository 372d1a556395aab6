// SPDX-License-Identifier: MIT
#include "tests/core/loop/golden_programs.h"

using namespace std::chrono_literals;

namespace loopscope::golden {
namespace {

void printCancelled(const CancelledError &error)
{
    const QString text = error.message().isEmpty() ? QString() : QStringLiteral(": ") + error.message();
    print(QStringLiteral("%1 cancelled [CancelledError%2]").arg(Loop::running()->currentTask()->taskName(), text));
}

} // namespace

namespace sleeping {

QCoro::Task<QString> w(QString name, Seconds delay)
{
    print(name + QStringLiteral(" begins"));
    try {
        co_await sleep(delay);
    } catch (const CancelledError &error) {
        printCancelled(error);
        throw;
    }
    print(name + QStringLiteral(" ends"));
    co_return name;
}

QString text(bool value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

} // namespace sleeping

QCoro::Task<> cancel_sleeping()
{
    using sleeping::text;
    const auto task = createTask(sleeping::w, QStringLiteral("w"), Seconds(5));
    co_await sleep(1s);
    print(text(task.cancel()));
    try {
        co_await task;
    } catch (const CancelledError &) {
        print(QStringLiteral("awaited a cancelled task"));
    }
    const bool again = task.cancel();
    print(text(again) + u' ' + text(task.done()) + u' ' + text(task.cancelled()));
}

namespace chain {

QCoro::Task<> inner()
{
    try {
        co_await sleep(9s);
    } catch (const CancelledError &error) {
        printCancelled(error);
        throw;
    }
}

QCoro::Task<> middle()
{
    const auto task = createTask(inner);
    try {
        co_await task;
    } catch (const CancelledError &error) {
        printCancelled(error);
        throw;
    }
}

QCoro::Task<> outer()
{
    const auto task = createTask(middle);
    try {
        co_await task;
    } catch (const CancelledError &error) {
        printCancelled(error);
        throw;
    }
}

} // namespace chain

QCoro::Task<> cancel_chain()
{
    const auto task = createTask(chain::outer);
    co_await sleep(1s);
    task.cancel(QStringLiteral("top"));
    try {
        co_await task;
    } catch (const CancelledError &error) {
        print(QStringLiteral("main: CancelledError: ") + error.message());
    }
}

namespace gathered {

QCoro::Task<> outer()
{
    try {
        co_await gather(sleeping::w(QStringLiteral("a"), 3s), sleeping::w(QStringLiteral("b"), 4s));
    } catch (const CancelledError &error) {
        printCancelled(error);
        throw;
    }
}

} // namespace gathered

QCoro::Task<> gather_outer_cancel()
{
    const auto task = createTask(gathered::outer);
    co_await sleep(1s);
    task.cancel();
    try {
        co_await task;
    } catch (const CancelledError &) {
        print(QStringLiteral("outer is gone"));
    }
}

QCoro::Task<QString> stub(QString name, Seconds delay)
{
    print(name + QStringLiteral(" begins"));
    try {
        co_await sleep(delay);
    } catch (const CancelledError &) {
        print(name + QStringLiteral(" ignores it"));
    }
    co_await sleep(1s);
    print(name + QStringLiteral(" ends"));
    co_return name;
}

QCoro::Task<> cancel_swallowed()
{
    const auto task = createTask(stub, QStringLiteral("s"), Seconds(5));
    co_await sleep(1s);
    task.cancel();
    const QString result = co_await task;
    print(QStringLiteral("%1 %2 %3").arg(result, sleeping::text(task.cancelled())).arg(task.cancelling()));
}

} // namespace loopscope::golden
