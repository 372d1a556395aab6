// SPDX-License-Identifier: MIT
#include "core/loop/wakeup.h"

namespace loopscope {

void Wakeup::post(std::function<void()> call)
{
    const std::lock_guard lock(m_mutex);
    if (m_target)
        QMetaObject::invokeMethod(m_target, std::move(call), Qt::QueuedConnection);
}

bool Wakeup::isOpen()
{
    const std::lock_guard lock(m_mutex);
    return m_target != nullptr;
}

void Wakeup::close()
{
    const std::lock_guard lock(m_mutex);
    m_target = nullptr;
}

} // namespace loopscope
