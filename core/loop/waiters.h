// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/future.h"

#include <algorithm>
#include <deque>

namespace loopscope::sync {

/// The line of those who wait for a primitive: futures, first come first.
class Waiters
{
public:
    using Waiter = Ref<FutureState<void>>;

    [[nodiscard]] Waiter append(const char *awaitWord)
    {
        auto waiter = makeRef<FutureState<void>>(*Loop::running());
        waiter->setAwaitWord(awaitWord);
        m_line.push_back(waiter);
        return waiter;
    }
    void remove(const Waiter &waiter) { std::erase(m_line, waiter); }
    [[nodiscard]] const std::deque<Waiter> &line() const { return m_line; }
    [[nodiscard]] bool allCancelled() const
    {
        return std::ranges::all_of(m_line, [](const Waiter &waiter) { return waiter->cancelled(); });
    }
    [[nodiscard]] Waiter firstPending() const
    {
        const auto found = std::ranges::find_if(m_line, [](const Waiter &waiter) { return !waiter->done(); });
        return found == m_line.end() ? Waiter() : *found;
    }
    [[nodiscard]] Waiter takeFirst()
    {
        Waiter first = std::move(m_line.front());
        m_line.pop_front();
        return first;
    }

private:
    std::deque<Waiter> m_line;
};

} // namespace loopscope::sync
