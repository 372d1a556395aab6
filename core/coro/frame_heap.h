// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace loopscope {

/// Where the frames of our coroutines lie.
///
/// `co_await task` must know whether the awaited QCoro::Task is a frame of ours (it has a FrameNode) or one that
/// a library compiled with QCoro's own promise. Frames of ours therefore come from one reserved range of
/// addresses, so that the question is a subtraction. Freed frames go to lists by size, one set a thread.
///
/// What we do not do: give memory back to the system, or serve frames beyond 4 KiB or beyond the range's end;
/// those come from the ordinary heap and are found in a locked table, as all are in sanitizer builds.
class FrameHeap
{
public:
    [[nodiscard]] static void *allocate(std::size_t size);
    static void free(void *frame, std::size_t size) noexcept;

    /// Whether `frame` was allocated here and is not freed yet.
    [[nodiscard]] static bool owns(const void *frame) noexcept;
};

} // namespace loopscope
