// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/record_chunk.h"

#include <condition_variable>
#include <functional>
#include <mutex>

namespace loopscope {

/// One event on its way from the thread it happened on to those who keep or write it. `text` is the payload's
/// text the first time its id is used, and null from then on.
struct Record
{
    Event event;
    QByteArray text;
};

/// A growing list of records: one thread appends, any number of readers follow, each at its own pace, with no
/// lock. Records lie in chunks; a record is visible to readers once the chunk's count was stored with
/// release. A chunk is used again when the last reader has gone past it.
///
/// It grows as far as its readers are behind. Whoever appends asks whether it is full, and decides what then.
class Channel
{
public:
    /// Some six million events.
    static constexpr qsizetype defaultMost = qsizetype(256) << 20;

    /// Follows a channel from the point where it was made. Belongs to one thread at a time.
    class Reader
    {
    public:
        /// Calls `take` for every record appended since the last call, at most `most` of them, in order.
        /// Returns how many there were.
        qsizetype drain(const std::function<void(const Record &)> &take, qsizetype most = 1 << 30);

    private:
        friend class Channel;
        [[nodiscard]] QByteArray nextText();

        ChunkRef m_chunk;
        quint32 m_next = 0;
        const RecordChunk::Text *m_text = nullptr; ///< the last one taken of this chunk
    };

    /// `most`: bytes that may stand unread before it is full.
    explicit Channel(qsizetype most = defaultMost);
    ~Channel();
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    // The producer's thread only.

    /// `text`: null unless this is the first use of the event's payload.
    void append(const Event &event, const QByteArray &text = {})
    {
        RecordChunk &chunk = *m_last;
        chunk.put(m_count, event, text);
        if (++m_count == RecordChunk::capacity) [[unlikely]]
            goOn();
        else
            chunk.m_count.store(m_count, std::memory_order_release);
    }
    void append(const Record &record) { append(record.event, record.text); }

    /// Whether as much stands unread as may. What is appended all the same is kept.
    [[nodiscard]] bool isFull() const { return m_pool->heldBytes() >= m_most; }
    /// Whether there is room for a good while.
    [[nodiscard]] bool hasRoom() const { return m_pool->heldBytes() < m_most - m_most / 4; }
    /// Waits until there is room, or until nobody may wait any more. Its readers must be other threads'.
    void waitForRoom();

    /// From now on nobody waits for room: whoever reads will not. From any thread.
    void stopWaiting();

    /// A reader of all that is appended from now on. Producer thread, or before it starts.
    [[nodiscard]] Reader reader() const;

private:
    void goOn();

    const qsizetype m_most;
    std::shared_ptr<ChunkPool> m_pool = std::make_shared<ChunkPool>();
    ChunkRef m_tail;
    RecordChunk *m_last; ///< the tail
    quint32 m_count = 0; ///< of its records
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_mayWait = true; ///< guarded by the mutex
};

} // namespace loopscope
