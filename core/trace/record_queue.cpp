// SPDX-License-Identifier: MIT
#include "core/trace/record_queue.h"

namespace loopscope {

bool RecordQueue::push(Batch batch)
{
    std::unique_lock lock(m_mutex);
    m_hasRoom.wait(lock, [this] { return m_isClosed || m_batches.size() < mostBatches; });
    if (m_isClosed)
        return false;
    m_batches.push_back(std::move(batch));
    return true;
}

RecordQueue::Batch RecordQueue::pop()
{
    Batch batch;
    {
        const std::lock_guard lock(m_mutex);
        if (m_batches.empty())
            return batch;
        batch = std::move(m_batches.front());
        m_batches.pop_front();
    }
    m_hasRoom.notify_one();
    return batch;
}

void RecordQueue::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_batches.clear();
    }
    m_hasRoom.notify_all();
}

} // namespace loopscope
