// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/base/ref.h"

#include <array>
#include <memory>

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

/// The FIFO of callbacks that are ready to run (asyncio: BaseEventLoop._ready). A chain of blocks of 64 KiB, which go
/// back to the system: a crowd that was ready once takes no memory afterwards.
class ReadyQueue
{
public:
    ReadyQueue() = default;
    ReadyQueue(const ReadyQueue &) = delete;
    ReadyQueue &operator=(const ReadyQueue &) = delete;
    ~ReadyQueue() { clear(); }

    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] size_t size() const { return m_size; }

    void append(ReadyEntry entry)
    {
        if (m_end == blockSize)
            addBlock();
        m_last->entries[m_end++] = std::move(entry);
        ++m_size;
    }

    [[nodiscard]] ReadyEntry takeFirst()
    {
        ReadyEntry entry = std::move(m_head->entries[m_first++]);
        --m_size;
        if (m_first == blockSize)
            dropBlock();
        return entry;
    }

    void clear()
    {
        while (!empty())
            (void)takeFirst();
    }

private:
    static constexpr size_t blockSize = 2047;
    struct Block
    {
        static void *operator new(size_t size);
        static void operator delete(void *block, size_t size) noexcept;

        std::array<ReadyEntry, blockSize> entries;
        std::unique_ptr<Block> next;
    };

    void addBlock()
    {
        auto block = m_spare ? std::move(m_spare) : std::make_unique<Block>();
        Block *const added = block.get();
        (m_last ? m_last->next : m_head) = std::move(block);
        m_last = added;
        m_end = 0;
    }
    void dropBlock()
    {
        m_spare = std::exchange(m_head, std::move(m_head->next));
        m_first = 0;
        if (!m_head) {
            m_last = nullptr;
            m_end = blockSize;
        }
    }

    std::unique_ptr<Block> m_head;
    std::unique_ptr<Block> m_spare; ///< the one emptied last
    Block *m_last = nullptr;
    size_t m_first = 0;       ///< in the head
    size_t m_end = blockSize; ///< in the last; full, so that the first append adds a block
    size_t m_size = 0;
};

} // namespace loopscope
