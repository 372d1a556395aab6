// SPDX-License-Identifier: MIT
#include "core/trace/record_chunk.h"

namespace loopscope {

RecordChunk::RecordChunk() = default;

RecordChunk::~RecordChunk()
{
    reset();
}

void RecordChunk::putText(quint32 at, const QByteArray &text)
{
    auto made = std::make_unique<Text>(Text{text, nullptr});
    Text *const last = made.get();
    (m_lastText ? m_lastText->next : m_firstText) = std::move(made);
    m_lastText = last;
    m_textBytes += text.size();
    m_pool->noteText(text.size());
    m_events[at].payload.value |= hasText;
}

void RecordChunk::reset()
{
    while (m_firstText) // one by one: each freeing the next would recurse
        m_firstText = std::move(m_firstText->next);
    m_lastText = nullptr;
    m_textBytes = 0;
    m_next = nullptr;
    m_pool = nullptr;
    m_count.store(0, std::memory_order_relaxed);
}

ChunkRef::~ChunkRef()
{
    RecordChunk *chunk = m_chunk;
    while (chunk && chunk->m_holds.fetch_sub(1, std::memory_order_acq_rel) == 1) {
        RecordChunk *const next = chunk->m_next;
        const std::shared_ptr<ChunkPool> pool = std::move(chunk->m_pool);
        pool->giveBack(chunk);
        chunk = next;
    }
}

ChunkPool::~ChunkPool()
{
    destroyAll(m_returned.load(std::memory_order_acquire));
    destroyAll(m_spare);
}

RecordChunk *ChunkPool::take()
{
    if (!m_spare)
        m_spare = m_returned.exchange(nullptr, std::memory_order_acquire);
    RecordChunk *chunk = m_spare;
    if (chunk) {
        m_spare = chunk->m_spare;
        m_spareCount.fetch_sub(1, std::memory_order_relaxed);
    } else {
        chunk = std::make_unique<RecordChunk>().release();
    }
    chunk->m_pool = shared_from_this();
    m_held.fetch_add(qsizetype(sizeof(RecordChunk)), std::memory_order_relaxed);
    return chunk;
}

void ChunkPool::giveBack(RecordChunk *chunk)
{
    m_held.fetch_sub(qsizetype(sizeof(RecordChunk)) + chunk->m_textBytes, std::memory_order_relaxed);
    chunk->reset();
    if (m_spareCount.fetch_add(1, std::memory_order_relaxed) >= mostSpare) {
        m_spareCount.fetch_sub(1, std::memory_order_relaxed);
        const std::unique_ptr<RecordChunk> last(chunk);
        return;
    }
    RecordChunk *top = m_returned.load(std::memory_order_relaxed);
    do {
        chunk->m_spare = top;
    } while (!m_returned.compare_exchange_weak(top, chunk, std::memory_order_release, std::memory_order_relaxed));
}

void ChunkPool::destroyAll(RecordChunk *chunk)
{
    while (chunk) {
        const std::unique_ptr<RecordChunk> last(chunk);
        chunk = chunk->m_spare;
    }
}

} // namespace loopscope
