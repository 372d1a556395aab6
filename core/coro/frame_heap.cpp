// SPDX-License-Identifier: MIT
#include "core/coro/frame_heap.h"

#include <atomic>
#include <mutex>
#include <unordered_set>

#include <sys/mman.h>

namespace loopscope {
namespace {

/// Memory of the ordinary heap, for sanitizers and for sizes the range does not serve.
class Table
{
public:
    void *allocate(std::size_t size)
    {
        void *memory = ::operator new(size);
        const std::lock_guard lock(m_mutex);
        m_all.insert(memory);
        return memory;
    }
    void free(void *memory) noexcept
    {
        {
            const std::lock_guard lock(m_mutex);
            m_all.erase(memory);
        }
        ::operator delete(memory);
    }
    bool owns(const void *memory) noexcept
    {
        const std::lock_guard lock(m_mutex);
        return m_all.contains(memory);
    }

private:
    std::mutex m_mutex;
    std::unordered_set<const void *> m_all;
};

Table &table()
{
    static auto *const all = new Table; // outlives static objects that still hold tasks
    return *all;
}

} // namespace

void FrameHeap::freeElsewhere(void *memory) noexcept
{
    table().free(memory);
}

bool FrameHeap::ownsElsewhere(const void *memory) noexcept
{
    return table().owns(memory);
}

void *FrameHeap::allocateElsewhere(std::size_t size)
{
    return table().allocate(size);
}

#ifndef LOOPSCOPE_FRAMES_ON_HEAP

namespace {

constexpr std::size_t blockSize = std::size_t(256) << 10;
constinit std::atomic<std::size_t> rangeUsed{0};

/// An address no memory has, where nothing could be reserved: then nothing is in the range.
std::uintptr_t reserve(std::size_t size)
{
    void *const range = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return range == MAP_FAILED ? ~std::uintptr_t(0) : reinterpret_cast<std::uintptr_t>(range);
}

} // namespace

const std::uintptr_t FrameHeap::s_rangeBegin = reserve(rangeSize);

void *FrameHeap::cutFromBlock(Room &room, std::size_t size)
{
    if (room.size < size) {
        const std::size_t from = rangeUsed.fetch_add(blockSize, std::memory_order_relaxed);
        if (s_rangeBegin == ~std::uintptr_t(0) || from + blockSize > rangeSize)
            return nullptr;
        room = {reinterpret_cast<char *>(s_rangeBegin) + from, blockSize};
    }
    room.size -= size;
    return std::exchange(room.begin, room.begin + size);
}

#endif

} // namespace loopscope
