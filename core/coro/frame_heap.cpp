// SPDX-License-Identifier: MIT
#include "core/coro/frame_heap.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <new>
#include <unordered_set>
#include <utility>

#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOOPSCOPE_FRAMES_ON_HEAP 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LOOPSCOPE_FRAMES_ON_HEAP 1
#endif
#endif

namespace loopscope {
namespace {

/// Frames on the ordinary heap, for sanitizers and for sizes the range does not serve.
class Table
{
public:
    void *allocate(std::size_t size)
    {
        void *frame = ::operator new(size);
        const std::lock_guard lock(m_mutex);
        m_frames.insert(frame);
        return frame;
    }
    void free(void *frame) noexcept
    {
        {
            const std::lock_guard lock(m_mutex);
            m_frames.erase(frame);
        }
        ::operator delete(frame);
    }
    bool owns(const void *frame) noexcept
    {
        const std::lock_guard lock(m_mutex);
        return m_frames.contains(frame);
    }

private:
    std::mutex m_mutex;
    std::unordered_set<const void *> m_frames;
};

Table &table()
{
    static auto *const frames = new Table; // outlives static objects that still hold tasks
    return *frames;
}

#ifndef LOOPSCOPE_FRAMES_ON_HEAP
constexpr std::size_t unit = 32;
constexpr std::size_t classes = 4096 / unit;
constexpr std::size_t blockSize = std::size_t(256) << 10;
constexpr std::size_t rangeSize = std::size_t(16) << 30; // of addresses; memory only where it is touched

char *reserve()
{
    void *range = mmap(nullptr, rangeSize, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return range == MAP_FAILED ? nullptr : static_cast<char *>(range);
}

char *const rangeBegin = reserve();
std::atomic<std::size_t> rangeUsed{0};

struct FreeFrame
{
    FreeFrame *next;
};

/// One thread's free lists, and the block it cuts new frames from.
struct Lists
{
    std::array<FreeFrame *, classes + 1> free{};
    char *block = nullptr;
    std::size_t left = 0;
};
constinit thread_local Lists lists;

void *cutFromBlock(std::size_t size)
{
    if (lists.left < size) {
        const std::size_t from = rangeUsed.fetch_add(blockSize, std::memory_order_relaxed);
        if (!rangeBegin || from + blockSize > rangeSize)
            return nullptr;
        lists.block = rangeBegin + from;
        lists.left = blockSize;
    }
    lists.left -= size;
    return std::exchange(lists.block, lists.block + size);
}

bool inRange(const void *frame) noexcept
{
    return rangeBegin
        && reinterpret_cast<std::uintptr_t>(frame) - reinterpret_cast<std::uintptr_t>(rangeBegin) < rangeSize;
}
#endif

} // namespace

#ifdef LOOPSCOPE_FRAMES_ON_HEAP

void *FrameHeap::allocate(std::size_t size) { return table().allocate(size); }
void FrameHeap::free(void *frame, std::size_t) noexcept { table().free(frame); }
bool FrameHeap::owns(const void *frame) noexcept { return table().owns(frame); }

#else

void *FrameHeap::allocate(std::size_t size)
{
    const std::size_t sizeClass = (size + unit - 1) / unit;
    if (sizeClass > classes)
        return table().allocate(size);
    if (FreeFrame *frame = lists.free[sizeClass]) {
        lists.free[sizeClass] = frame->next;
        return frame;
    }
    void *frame = cutFromBlock(sizeClass * unit);
    return frame ? frame : table().allocate(size);
}

void FrameHeap::free(void *frame, std::size_t size) noexcept
{
    if (!inRange(frame))
        return table().free(frame);
    const std::size_t sizeClass = (size + unit - 1) / unit;
    lists.free[sizeClass] = new (frame) FreeFrame{lists.free[sizeClass]};
}

bool FrameHeap::owns(const void *frame) noexcept
{
    return inRange(frame) || table().owns(frame);
}

#endif

} // namespace loopscope
