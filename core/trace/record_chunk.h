// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <memory>
#include <utility>

namespace loopscope {

class ChunkPool;

/// A piece of a channel: records of one size, which one thread appends, and the texts that came with them. Readers on
/// other threads look at no more than `count` says, which is stored with release when a record is whole.
class RecordChunk
{
public:
    static constexpr quint32 capacity = 512;

    /// A text that came with the first event that uses its payload.
    struct Text
    {
        QByteArray bytes;
        std::unique_ptr<Text> next; ///< of the next record that has one; looked at only by who has seen that record
    };

    RecordChunk();
    ~RecordChunk();
    RecordChunk(const RecordChunk &) = delete;
    RecordChunk &operator=(const RecordChunk &) = delete;

private:
    friend class Channel;
    friend class ChunkPool;
    friend class ChunkRef;

    /// In the number of a record's payload: its text stands in the chunk.
    static constexpr quint32 hasText = 0x8000'0000;

    /// Producer only.
    void put(quint32 at, const Event &event, const QByteArray &text)
    {
        m_events[at] = event;
        if (!text.isNull()) [[unlikely]]
            putText(at, text);
    }
    void putText(quint32 at, const QByteArray &text);
    void reset();

    std::array<Event, capacity> m_events;
    std::atomic<quint32> m_count = 0;
    std::unique_ptr<Text> m_firstText;
    Text *m_lastText = nullptr;       ///< the producer's
    qsizetype m_textBytes = 0;        ///< the producer's, until the chunk is done with
    RecordChunk *m_next = nullptr;    ///< written before count reaches capacity, read only after; a hold on it
    std::shared_ptr<ChunkPool> m_pool;
    std::atomic<quint32> m_holds = 0; ///< the chunk before, the channel while it is its last, each reader in it
    RecordChunk *m_spare = nullptr;   ///< the next one in the pool
};

/// One hold on a chunk; the counts are atomic. Who lets go last gives the chunk back to its pool, and lets go of those
/// after it.
class ChunkRef
{
public:
    ChunkRef() = default;
    explicit ChunkRef(RecordChunk *chunk) : m_chunk(chunk) { retain(); }
    ChunkRef(const ChunkRef &other) : ChunkRef(other.m_chunk) {}
    ChunkRef(ChunkRef &&other) noexcept : m_chunk(std::exchange(other.m_chunk, nullptr)) {}
    ChunkRef &operator=(ChunkRef other) noexcept
    {
        std::swap(m_chunk, other.m_chunk);
        return *this;
    }
    ~ChunkRef();

    [[nodiscard]] RecordChunk *get() const { return m_chunk; }
    RecordChunk *operator->() const { return m_chunk; }
    explicit operator bool() const { return m_chunk != nullptr; }

private:
    friend class Channel;
    void retain()
    {
        if (m_chunk)
            m_chunk->m_holds.fetch_add(1, std::memory_order_relaxed);
    }

    RecordChunk *m_chunk = nullptr;
};

/// Where a channel's chunks come from and go to: those that all readers have left are used again, so that recording
/// allocates nothing once it runs. Knows how much stands unread.
class ChunkPool : public std::enable_shared_from_this<ChunkPool>
{
public:
    ~ChunkPool();

    /// Producer only: a chunk with nothing in it and no hold on it.
    [[nodiscard]] RecordChunk *take();
    /// Any thread: nobody holds it any more.
    void giveBack(RecordChunk *chunk);

    /// Memory of all chunks that somebody holds, and of their texts.
    [[nodiscard]] qsizetype heldBytes() const { return m_held.load(std::memory_order_relaxed); }
    void noteText(qsizetype size) { m_held.fetch_add(size, std::memory_order_relaxed); }

private:
    static constexpr quint32 mostSpare = 256;

    static void destroyAll(RecordChunk *chunk);

    std::atomic<RecordChunk *> m_returned = nullptr; ///< a stack: any thread pushes, the producer takes it whole
    RecordChunk *m_spare = nullptr;                  ///< the producer's own
    std::atomic<quint32> m_spareCount = 0;           ///< in both
    std::atomic<qsizetype> m_held = 0;
};

} // namespace loopscope
