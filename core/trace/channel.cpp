// SPDX-License-Identifier: MIT
#include "core/trace/channel.h"

namespace loopscope {

/// Frees a long row of chunks one by one: each freeing the next would recurse once per chunk.
Channel::Chunk::~Chunk()
{
    std::shared_ptr<Chunk> rest = std::move(next);
    while (rest.use_count() == 1 && rest->count.load(std::memory_order_acquire) == capacity) {
        std::shared_ptr<Chunk> after = std::move(rest->next);
        rest = std::move(after);
    }
}

qsizetype Channel::Reader::drain(const std::function<void(const Record &)> &take, qsizetype most)
{
    qsizetype taken = 0;
    while (m_chunk && taken < most) {
        const quint32 available = m_chunk->count.load(std::memory_order_acquire);
        while (m_next < available && taken < most) {
            take(m_chunk->records[m_next++]);
            ++taken;
        }
        if (m_next < Chunk::capacity)
            break;
        m_chunk = m_chunk->next;
        m_next = 0;
    }
    return taken;
}

Channel::Channel() : m_tail(std::make_shared<Chunk>()) {}

Channel::~Channel() = default;

void Channel::append(Record record)
{
    const quint32 index = m_tail->count.load(std::memory_order_relaxed);
    m_tail->records[index] = std::move(record);
    const bool full = index + 1 == Chunk::capacity;
    if (full)
        m_tail->next = std::make_shared<Chunk>();
    m_tail->count.store(index + 1, std::memory_order_release);
    if (full)
        m_tail = m_tail->next;
}

Channel::Reader Channel::reader() const
{
    Reader reader;
    reader.m_chunk = m_tail;
    reader.m_next = m_tail->count.load(std::memory_order_relaxed);
    return reader;
}

} // namespace loopscope
