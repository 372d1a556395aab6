// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define LOOPSCOPE_FRAMES_ON_HEAP 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define LOOPSCOPE_FRAMES_ON_HEAP 1
#endif
#endif

namespace loopscope {

/// Where the frames of our coroutines lie, and the futures they wait for.
///
/// `co_await task` must know whether the awaited QCoro::Task is a frame of ours (it has a FrameNode) or one that
/// a library compiled with QCoro's own promise. Frames of ours therefore come from one reserved range of
/// addresses, so that the question is a subtraction. What is freed goes to lists by size, one set a thread.
///
/// What we do not do: give memory back to the system, or serve what is larger than 4 KiB or beyond the range's end;
/// that comes from the ordinary heap and is found in a locked table, as everything is in sanitizer builds.
class FrameHeap
{
public:
    /// Of a frame: aligned to 16 bytes.
    [[nodiscard]] static void *allocate(std::size_t size) { return allocateFrom<16>(size); }
    static void free(void *frame, std::size_t size) noexcept { freeTo<16>(frame, size); }

    /// Of an object that is content with 8 bytes: with a million of them the rounding counts.
    [[nodiscard]] static void *allocateObject(std::size_t size) { return allocateFrom<8>(size); }
    static void freeObject(void *object, std::size_t size) noexcept { freeTo<8>(object, size); }

    /// Whether `frame`, a coroutine's, was allocated here and is not freed yet.
    [[nodiscard]] static bool owns(const void *frame) noexcept
    {
#ifndef LOOPSCOPE_FRAMES_ON_HEAP
        if (inRange(frame)) [[likely]]
            return true;
#endif
        return ownsElsewhere(frame);
    }

private:
    template<std::size_t unit>
    [[nodiscard]] static void *allocateFrom(std::size_t size)
    {
#ifndef LOOPSCOPE_FRAMES_ON_HEAP
        if (size <= largest) [[likely]] {
            Free *&first = s_lists<unit>.free[(size + unit - 1) / unit];
            if (first) [[likely]]
                return std::exchange(first, first->next);
            if (void *const memory = cutFromBlock(s_lists<unit>.room, (size + unit - 1) / unit * unit))
                return memory;
        }
#endif
        return allocateElsewhere(size);
    }
    template<std::size_t unit>
    static void freeTo(void *memory, [[maybe_unused]] std::size_t size) noexcept
    {
#ifndef LOOPSCOPE_FRAMES_ON_HEAP
        if (inRange(memory)) [[likely]] {
            Free *&first = s_lists<unit>.free[(size + unit - 1) / unit];
            first = new (memory) Free{first};
            return;
        }
#endif
        freeElsewhere(memory);
    }
    static void *allocateElsewhere(std::size_t size);
    static void freeElsewhere(void *memory) noexcept;
    static bool ownsElsewhere(const void *memory) noexcept;

#ifndef LOOPSCOPE_FRAMES_ON_HEAP
    static constexpr std::size_t largest = 4096;
    static constexpr std::size_t rangeSize = std::size_t(16) << 30; // of addresses; memory only where it is touched

    struct Free
    {
        Free *next;
    };
    /// What is left of the block that new memory is cut from.
    struct Room
    {
        char *begin;
        std::size_t size;
    };
    /// One thread's free lists, by size in units.
    template<std::size_t unit>
    struct Lists
    {
        std::array<Free *, largest / unit + 1> free;
        Room room;
    };

    static bool inRange(const void *memory) noexcept
    {
        return reinterpret_cast<std::uintptr_t>(memory) - s_rangeBegin < rangeSize;
    }
    static void *cutFromBlock(Room &room, std::size_t size);

    static const std::uintptr_t s_rangeBegin;
    template<std::size_t unit>
    static inline constinit thread_local Lists<unit> s_lists{};
#endif
};

} // namespace loopscope
