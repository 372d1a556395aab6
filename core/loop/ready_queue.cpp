// SPDX-License-Identifier: MIT
#include "core/loop/ready_queue.h"

#include <new>

#include <sys/mman.h>

namespace loopscope {

// Memory of its own from the system: from the heap, a freed block would stay with the process.

void *ReadyQueue::Block::operator new(size_t size)
{
    void *const block = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        throw std::bad_alloc();
    return block;
}

void ReadyQueue::Block::operator delete(void *block, size_t size) noexcept
{
    munmap(block, size);
}

} // namespace loopscope
