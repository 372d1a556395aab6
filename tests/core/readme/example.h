// SPDX-License-Identifier: MIT
#include "core/loop/executor.h"
#include "core/loop/gather.h"
#include "core/loop/sleep.h"
#include "core/loop/task_group.h"
#include "core/loop/timeout.h"

using namespace loopscope;
using namespace std::chrono_literals;

QCoro::Task<int> square(int number)
{
    co_await sleep(100ms);
    co_return number * number;
}

QCoro::Task<> countInto(int *sum, int number)
{
    *sum += co_await square(number); // awaited, not gathered: part of this task, in the same step
}

QCoro::Task<QString> tour()
{
    const auto [four, nine] = co_await gather(square(2), square(3)); // both at once: 100 ms, in this order
    const auto job = runInExecutor([] { return 20 + 9; });           // on a thread, beside the loop

    int sum = four + nine;
    TaskGroup group;
    for (int number : {4, 5})
        group.createTask(countInto(&sum, number));
    co_await group.exit(nullptr); // waits for both; the first error would cancel the other

    try {
        co_await timeout(50ms, square(6)); // cancels it when time is up
    } catch (const TimeoutError &) {
        ++sum;
    }
    sum += co_await job;
    co_return QStringLiteral("the sum is %1").arg(sum);
}
