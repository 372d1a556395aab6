// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"

#include <condition_variable>
#include <mutex>

namespace loopscope {

/// Lets one thread end the sleep of others early. Shared by a loop, whose `block` sleeps on it, and its jobs.
class Interruption
{
public:
    /// Sleeps for `length`, or until interrupted; returns at once while an interruption is in force.
    void sleep(Nanos length);
    /// Wakes every sleeper. In force until `reset`. Any thread.
    void interrupt();
    void reset();
    [[nodiscard]] bool interrupted();

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_interrupted = false;
};

} // namespace loopscope
