// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/future.h"
#include "core/loop/holders.h"

#include <algorithm>
#include <deque>

namespace loopscope::sync {

/// One place in the line for something that others hold.
class PlaceInLine final : public FutureState<void>
{
public:
    PlaceInLine(Loop &loop, const Holders &holders) : FutureState<void>(loop), m_holders(holders) {}
    [[nodiscard]] const Holders *holders() const override { return done() ? nullptr : &m_holders; }

private:
    const Holders &m_holders; ///< of the primitive, which outlives whoever waits for it
};

/// The line of those who wait for a primitive: futures, first come first.
class Waiters
{
public:
    using Waiter = Ref<FutureState<void>>;

    [[nodiscard]] Waiter append(AwaitWord awaitWord)
    {
        return append(makeRef<FutureState<void>>(*Loop::running()), awaitWord);
    }
    /// For what is taken and given back.
    [[nodiscard]] Waiter append(AwaitWord awaitWord, const Holders &holders)
    {
        return append(makeRef<PlaceInLine>(*Loop::running(), holders), awaitWord);
    }
    /// Most often it is the first, or near.
    void remove(const Waiter &waiter)
    {
        if (const auto found = std::ranges::find(m_line, waiter); found != m_line.end())
            m_line.erase(found);
    }
    [[nodiscard]] std::deque<Waiter> takeAll() { return std::exchange(m_line, {}); }
    void removeCancelled()
    {
        std::erase_if(m_line, [](const Waiter &waiter) { return waiter->cancelled(); });
    }
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
    Waiter append(Waiter waiter, AwaitWord awaitWord)
    {
        waiter->setAwaitWord(awaitWord);
        m_line.push_back(waiter);
        return waiter;
    }

    std::deque<Waiter> m_line;
};

} // namespace loopscope::sync
