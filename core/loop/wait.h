// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"

namespace loopscope {

enum class ReturnWhen { FirstCompleted, FirstException, AllCompleted };

struct WaitOptions
{
    std::optional<Seconds> timeout;
    ReturnWhen returnWhen = ReturnWhen::AllCompleted;
};

/// Both in the order in which the futures were listed (CPython gives sets).
struct WaitResult
{
    std::vector<AnyFuture> done;
    std::vector<AnyFuture> pending;
};

/// asyncio.wait. Suspends at least once, even if all is done; on waking, done is what is done then. Neither a timeout
/// nor being cancelled touches the futures. A future listed twice counts once. Throws ValueError for an empty list.
QCoro::Task<WaitResult> wait(std::vector<AnyFuture> futures, WaitOptions options);
QCoro::Task<WaitResult> wait(std::vector<AnyFuture> futures);

} // namespace loopscope
