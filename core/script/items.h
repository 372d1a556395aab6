// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/as_completed.h"
#include "core/loop/gather.h"
#include "core/loop/wait.h"
#include "core/script/var.h"

namespace loopscope::script {

/// What may be waited for: a coroutine that has not begun, a task or future, or a list of those.
using Item = std::variant<Var, QCoro::Task<Var>, QCoro::Task<>>;

template<class T>
concept AnItem =
    std::constructible_from<Var, T> || std::same_as<T, QCoro::Task<Var>> || std::same_as<T, QCoro::Task<>>;

template<AnItem T>
void addItem(std::vector<Item> &list, T &&item)
{
    if constexpr (std::constructible_from<Var, T>)
        list.emplace_back(Var(std::forward<T>(item)));
    else
        list.emplace_back(std::forward<T>(item));
}
template<AnItem... T>
[[nodiscard]] std::vector<Item> itemsOf(T &&...items)
{
    std::vector<Item> list;
    (addItem(list, std::forward<T>(items)), ...);
    return list;
}

/// The future that an item is, or becomes; lists are not taken.
[[nodiscard]] AnyFuture futureOf(Item item);
/// The futures that the items are, or become, in order.
[[nodiscard]] std::vector<AnyFuture> futuresOf(std::vector<Item> items);

[[nodiscard]] Future<Var> gatherItems(std::vector<Item> items, ReturnExceptions returnExceptions);
[[nodiscard]] QCoro::Task<Var> waitItems(std::vector<Item> items, WaitOptions options);
[[nodiscard]] QCoro::Task<Var> waitForItem(Item item, std::optional<Seconds> timeout);
[[nodiscard]] QCoro::Task<Var> shieldItem(Item item);

/// asyncio.gather: the list of all results.
template<AnItem... T>
[[nodiscard]] Future<Var> gather(T &&...items)
{
    return gatherItems(itemsOf(std::forward<T>(items)...), ReturnExceptions::No);
}
template<AnItem... T>
[[nodiscard]] Future<Var> gather(ReturnExceptions returnExceptions, T &&...items)
{
    return gatherItems(itemsOf(std::forward<T>(items)...), returnExceptions);
}

/// asyncio.wait: an object with the lists "done" and "pending".
template<AnItem... T>
[[nodiscard]] QCoro::Task<Var> wait(T &&...items)
{
    return waitItems(itemsOf(std::forward<T>(items)...), {});
}
template<AnItem... T>
[[nodiscard]] QCoro::Task<Var> wait(WaitOptions options, T &&...items)
{
    return waitItems(itemsOf(std::forward<T>(items)...), options);
}

/// asyncio.wait_for: the result, or TimeoutError. No timeout: a plain await.
template<AnItem T>
[[nodiscard]] QCoro::Task<Var> waitFor(T &&item, std::optional<Seconds> timeout)
{
    return waitForItem(std::move(itemsOf(std::forward<T>(item)).front()), timeout);
}

/// asyncio.shield.
template<AnItem T>
[[nodiscard]] QCoro::Task<Var> shield(T &&item)
{
    return shieldItem(std::move(itemsOf(std::forward<T>(item)).front()));
}

/// asyncio.as_completed: the results of the items in the order in which they end.
class Completions
{
public:
    template<AnItem... T>
    explicit Completions(std::optional<Seconds> timeout, T &&...items)
        : m_line(futuresOf(itemsOf(std::forward<T>(items)...)), timeout), m_left(m_line.count())
    {
    }

    [[nodiscard]] size_t left() const { return m_left; }
    /// The result of the next one; throws its error.
    [[nodiscard]] QCoro::Task<Var> next();
    /// The same, with an Exception as a value.
    [[nodiscard]] QCoro::Task<Var> nextOrError();

private:
    AsCompleted m_line;
    size_t m_left;
};

} // namespace loopscope::script
