// SPDX-License-Identifier: MIT
#include "core/coro/frame_host.h"

namespace loopscope {

bool FrameHost::runFrames(FrameNode *first, std::exception_ptr injected)
{
    Step step{first ? first : std::exchange(m_leaf, nullptr), std::move(injected)};
    FrameHost *const before = exchangeCurrent(this);
    Step *const stepBefore = std::exchange(s_step, &step);
    while (step.next)
        std::exchange(step.next, nullptr)->self().resume();
    s_step = stepBefore;
    exchangeCurrent(before);
    return step.rootFinished;
}

void FrameHost::destroyFrames() noexcept
{
    FrameNode *frame = std::exchange(m_leaf, nullptr);
    while (frame) {
        FrameNode *const caller = frame->awaitedBy ? &frame->awaitedBy->caller() : nullptr;
        if (caller)
            frame->awaitedBy->forgetChild();
        frame->self().destroy();
        frame = caller;
    }
}

} // namespace loopscope
