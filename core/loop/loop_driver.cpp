// SPDX-License-Identifier: MIT
#include "core/loop/loop_driver.h"

#include <QCoreApplication>
#include <QEvent>

#include <limits>

namespace loopscope {

void LoopDriver::requestPass()
{
    if (m_posted)
        return;
    m_posted = true;
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void LoopDriver::requestPassIn(Nanos wait)
{
    // Qt counts milliseconds: rounded up, a timer is never early. A longer wait than Qt can count is cut in two.
    const qint64 millis = (std::max<qint64>(wait.count(), 0) + 999'999) / 1'000'000;
    m_timer.start(int(std::min<qint64>(millis, std::numeric_limits<int>::max() / 2)), Qt::PreciseTimer, this);
}

void LoopDriver::cancelRequests()
{
    m_timer.stop();
    QCoreApplication::removePostedEvents(this, QEvent::User);
    m_posted = false;
}

bool LoopDriver::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_posted = false;
    m_pass();
    return true;
}

void LoopDriver::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    m_pass();
}

} // namespace loopscope
