// SPDX-License-Identifier: MIT
#include "core/loop/interruption.h"

namespace loopscope {

void Interruption::sleep(Nanos length)
{
    const auto until = std::chrono::steady_clock::now() + length;
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, until, [this] { return m_interrupted; });
}

void Interruption::interrupt()
{
    const std::lock_guard lock(m_mutex);
    m_interrupted = true;
    m_changed.notify_all();
}

void Interruption::reset()
{
    const std::lock_guard lock(m_mutex);
    m_interrupted = false;
}

bool Interruption::interrupted()
{
    const std::lock_guard lock(m_mutex);
    return m_interrupted;
}

} // namespace loopscope
