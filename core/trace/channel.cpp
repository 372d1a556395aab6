// SPDX-License-Identifier: MIT
#include "core/trace/channel.h"

namespace loopscope {

namespace {

/// Readers tell nobody that they went on, which would cost them; who waits looks.
constexpr auto betweenLooks = std::chrono::milliseconds(1);

} // namespace

qsizetype Channel::Reader::drain(const std::function<void(const Record &)> &take, qsizetype most)
{
    qsizetype taken = 0;
    Record record;
    while (m_chunk && taken < most) {
        const quint32 available = m_chunk->m_count.load(std::memory_order_acquire);
        for (; m_next < available && taken < most; ++taken) {
            record.event = m_chunk->m_events[m_next++];
            const bool hasText = record.event.payload.value & RecordChunk::hasText;
            record.event.payload.value &= ~RecordChunk::hasText;
            record.text = hasText ? nextText() : QByteArray();
            take(record);
        }
        if (m_next < RecordChunk::capacity)
            break;
        m_chunk = ChunkRef(m_chunk->m_next);
        m_next = 0;
        m_text = nullptr;
    }
    return taken;
}

QByteArray Channel::Reader::nextText()
{
    m_text = m_text ? m_text->next.get() : m_chunk->m_firstText.get();
    return m_text->bytes;
}

Channel::Channel(qsizetype most) : m_most(most), m_tail(m_pool->take()), m_last(m_tail.get()) {}

Channel::~Channel() = default;

/// The chunk is full: the next one stands behind it before anybody can see that.
void Channel::goOn()
{
    ChunkRef next(m_pool->take());
    next->m_holds.fetch_add(1, std::memory_order_relaxed); // the chunk's before it
    m_last->m_next = next.get();
    m_last->m_count.store(RecordChunk::capacity, std::memory_order_release);
    m_last = next.get();
    m_count = 0;
    m_tail = std::move(next);
}

void Channel::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    while (m_mayWait && !hasRoom())
        m_stopped.wait_for(lock, betweenLooks);
}

void Channel::stopWaiting()
{
    {
        const std::lock_guard lock(m_mutex);
        m_mayWait = false;
    }
    m_stopped.notify_one();
}

Channel::Reader Channel::reader() const
{
    Reader reader;
    reader.m_chunk = m_tail;
    reader.m_next = m_count;
    reader.m_text = m_last->m_lastText;
    return reader;
}

} // namespace loopscope
