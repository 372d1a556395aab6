// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/sync_event.h"

namespace loopscope::sync {

struct QueueEmpty : Exception
{
    QueueEmpty() : Exception("QueueEmpty") {}
};
struct QueueFull : Exception
{
    QueueFull() : Exception("QueueFull") {}
};

/// What a queue does beside keeping its items: the lines of getters and putters, and the count of unfinished work.
class QueueBase
{
public:
    /// `maxSize` 0 or less: no limit.
    explicit QueueBase(qint64 maxSize) : m_maxSize(maxSize) { m_finished.set(); }
    QueueBase(const QueueBase &) = delete;
    QueueBase &operator=(const QueueBase &) = delete;

    [[nodiscard]] virtual qint64 size() const = 0;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] bool full() const { return m_maxSize > 0 && size() >= m_maxSize; }

    /// Who waits in `get`.
    [[nodiscard]] const Waiters &getters() const { return m_getters; }

    /// ValueError if called more often than items were put.
    void taskDone();
    /// Waits until taskDone was called for every item.
    QCoro::Task<> join();

protected:
    ~QueueBase() = default;
    QCoro::Task<> waitForItem();
    QCoro::Task<> waitForRoom();
    void itemPut();
    void itemTaken();

private:
    static void wakeNext(Waiters &line);

    Waiters m_getters;
    Waiters m_putters;
    Event m_finished;
    qint64 m_maxSize;
    qint64 m_unfinished = 0;
};

/// A queue between tasks, first in first out (CPython: asyncio.Queue). It must outlive whoever waits for it.
///
/// `get` and `put` wait in line while it is empty or full, and look again when woken. Each get wakes the first putter
/// and each put the first getter that is not done. One that is cancelled after it was woken wakes the next, if there
/// is still something to have.
template<class T>
class Queue final : public QueueBase
{
public:
    explicit Queue(qint64 maxSize = 0) : QueueBase(maxSize) {}

    [[nodiscard]] qint64 size() const override { return qint64(m_items.size()); }

    QCoro::Task<> put(T item)
    {
        co_await waitForRoom();
        putNow(std::move(item));
    }
    QCoro::Task<T> get()
    {
        co_await waitForItem();
        co_return getNow();
    }
    /// QueueFull if there is no room (put_nowait).
    void putNow(T item)
    {
        if (full())
            throw QueueFull();
        m_items.push_back(std::move(item));
        itemPut();
    }
    /// QueueEmpty if there is nothing (get_nowait).
    T getNow()
    {
        if (empty())
            throw QueueEmpty();
        T item = std::move(m_items.front());
        m_items.pop_front();
        itemTaken();
        return item;
    }

private:
    std::deque<T> m_items;
};

} // namespace loopscope::sync
