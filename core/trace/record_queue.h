// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/channel.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace loopscope {

/// Records on their way from a thread that reads them to one that keeps them, batch by batch. Whoever is
/// ahead waits: the reader when the queue is full, so that memory stays bounded; the keeper never, it comes
/// back.
class RecordQueue
{
public:
    using Batch = std::vector<Record>;
    static constexpr size_t mostBatches = 32;

    /// Waits while the queue is full. False when it is closed, and the batch is lost.
    bool push(Batch batch);
    /// The next batch; empty when none is there.
    [[nodiscard]] Batch pop();
    /// Nobody takes anything any more: whoever waits in `push` goes on at once.
    void close();

private:
    std::mutex m_mutex;
    std::condition_variable m_hasRoom;
    std::deque<Batch> m_batches;
    bool m_isClosed = false;
};

} // namespace loopscope
