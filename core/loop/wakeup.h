// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace loopscope {

/// The way into a loop from other threads, which stays valid (and silent) when the loop is gone.
class Wakeup
{
public:
    /// `target` lives on the loop's thread.
    explicit Wakeup(QObject *target) : m_target(target) {}

    /// Runs `call` on the loop's thread, in Qt's turn, unless the loop is gone by then. Any thread. What `call`
    /// holds may be destroyed on either thread.
    void post(std::function<void()> call);
    [[nodiscard]] bool isOpen();
    /// The loop is going. Its thread.
    void close();

private:
    std::mutex m_mutex;
    QObject *m_target;
};

} // namespace loopscope
