// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <functional>
#include <memory>

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
/// release. A chunk is freed when the last reader has gone past it.
class Channel
{
    struct Chunk
    {
        static constexpr quint32 capacity = 512;
        std::array<Record, capacity> records;
        std::atomic<quint32> count = 0;
        std::shared_ptr<Chunk> next; ///< written before count reaches capacity, read only after

        ~Chunk();
    };

public:
    /// Follows a channel from the point where it was made. Belongs to one thread at a time.
    class Reader
    {
    public:
        /// Calls `take` for every record appended since the last call, at most `most` of them, in order.
        /// Returns how many there were.
        qsizetype drain(const std::function<void(const Record &)> &take, qsizetype most = 1 << 30);

    private:
        friend class Channel;
        std::shared_ptr<Chunk> m_chunk;
        quint32 m_next = 0;
    };

    Channel();
    ~Channel();
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    /// Producer thread only.
    void append(Record record);

    /// A reader of all that is appended from now on. Producer thread, or before it starts.
    [[nodiscard]] Reader reader() const;

private:
    std::shared_ptr<Chunk> m_tail;
};

} // namespace loopscope
