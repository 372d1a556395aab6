// SPDX-License-Identifier: MIT
#include "core/loop/outside_calls.h"

#include <QThread>

namespace loopscope {

OutsideCalls::Call OutsideCalls::add(Function function, const std::shared_ptr<Wakeup> &home)
{
    const quint32 number = ++m_last;
    m_calls.insert(number, std::move(function));
    const auto bring = [this, number, home, thread = QThread::currentThread()] {
        if (QThread::currentThread() != thread)
            home->post([this, number] { arrive(number); });
        else if (home->isOpen())
            arrive(number);
    };
    return {number, bring};
}

void OutsideCalls::drop(quint32 number)
{
    const auto dropped = m_calls.take(number); // dies when the table is whole again
}

void OutsideCalls::arrive(quint32 number)
{
    if (const auto arrived = m_calls.take(number))
        arrived();
}

} // namespace loopscope
