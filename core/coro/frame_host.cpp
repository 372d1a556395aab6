// SPDX-License-Identifier: MIT
#include "core/coro/frame_host.h"

namespace loopscope {

bool FrameHost::runFrames(std::exception_ptr injected)
{
    FrameHost *const before = exchangeCurrent(this);
    m_injected = std::move(injected);
    m_rootFinished = false;
    if (!m_next)
        m_next = std::exchange(m_leaf, nullptr);
    while (m_next)
        std::exchange(m_next, nullptr)->self.resume();
    exchangeCurrent(before);
    return m_rootFinished;
}

void FrameHost::destroyFrames() noexcept
{
    FrameNode *frame = std::exchange(m_leaf, nullptr);
    while (frame) {
        FrameNode *const caller = frame->caller;
        if (frame->awaitedBy)
            frame->awaitedBy->forgetChild();
        frame->self.destroy();
        frame = caller;
    }
}

} // namespace loopscope
