// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/base/ref.h"

#include <vector>

namespace loopscope {

/// One callback that waits for its turn: `run(context, argument)`. No closure is allocated for it.
struct ReadyEntry
{
    using Function = void (*)(RefCounted &context, RefCounted *argument);

    Function run = nullptr;
    Ref<RefCounted> context;
    Ref<RefCounted> argument;
    EventId cause; ///< what made it ready
};

/// The FIFO of callbacks that are ready to run (asyncio: BaseEventLoop._ready). A ring that grows by doubling.
class ReadyQueue
{
public:
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] size_t size() const { return m_size; }

    void append(ReadyEntry entry)
    {
        if (m_size == m_ring.size())
            grow();
        m_ring[(m_first + m_size++) & (m_ring.size() - 1)] = std::move(entry);
    }

    [[nodiscard]] ReadyEntry takeFirst()
    {
        ReadyEntry entry = std::move(m_ring[m_first]);
        m_first = (m_first + 1) & (m_ring.size() - 1);
        --m_size;
        return entry;
    }

    void clear()
    {
        while (!empty())
            (void)takeFirst();
    }

private:
    void grow()
    {
        std::vector<ReadyEntry> larger(m_ring.size() * 2);
        for (size_t i = 0; i < m_size; ++i)
            larger[i] = std::move(m_ring[(m_first + i) & (m_ring.size() - 1)]);
        m_ring = std::move(larger);
        m_first = 0;
    }

    std::vector<ReadyEntry> m_ring = std::vector<ReadyEntry>(64); // the size is always a power of two
    size_t m_first = 0;
    size_t m_size = 0;
};

} // namespace loopscope
