// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/queue.h"

namespace loopscope {

/// The futures in the order in which they end (CPython 3.11: asyncio.as_completed). It must outlive its `next`.
///
/// The callbacks are added, and then the timer is made, at once. Futures done beforehand come in listed order. When
/// time is up the rest are neither cancelled nor given: each further `next` throws TimeoutError. Leaving early leaves
/// timer and callbacks in place, which then do nothing.
class AsCompleted
{
public:
    AsCompleted(std::vector<AnyFuture> futures, std::optional<Seconds> timeout);
    ~AsCompleted();
    AsCompleted(const AsCompleted &) = delete;
    AsCompleted &operator=(const AsCompleted &) = delete;

    /// How many there are, twins counted once.
    [[nodiscard]] size_t count() const { return m_count; }
    /// The next to end; its result and error are the caller's to ask for. Call it `count()` times.
    QCoro::Task<AnyFuture> next();

private:
    class Line;

    Ref<Line> m_line;
    size_t m_count;
};

} // namespace loopscope
