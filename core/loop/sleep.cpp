// SPDX-License-Identifier: MIT
#include "core/loop/sleep.h"

namespace loopscope {

SleepAwaiter::~SleepAwaiter()
{
    if (m_timer)
        m_timer->cancel();
}

void SleepAwaiter::suspend(FrameNode &frame)
{
    TaskBase &task = TaskBase::current();
    if (m_delay <= Seconds::zero())
        return task.yield(frame);
    Loop &loop = *Loop::running();
    const auto future = makeRef<FutureState<void>>(loop);
    future->setAwaitWord(AwaitWord::Sleep);
    m_timer = loop.scheduleAt(
        loop.deadlineIn(m_delay),
        [](RefCounted &self, RefCounted *) { static_cast<FutureState<void> &>(self).setResultUnlessDone(); },
        future);
    task.awaitFuture(future, frame);
}

} // namespace loopscope
