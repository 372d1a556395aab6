// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace loopscope::demo {

/// A wait that can be broken off from another thread, once and for all.
class Pause
{
public:
    /// Waits so long, or until interrupted. False once it is interrupted.
    bool wait(std::chrono::milliseconds length)
    {
        std::unique_lock lock(m_mutex);
        return !m_changed.wait_for(lock, length, [this] { return m_interrupted; });
    }

    void interrupt()
    {
        const std::scoped_lock lock(m_mutex);
        m_interrupted = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_interrupted = false;
};

} // namespace loopscope::demo
