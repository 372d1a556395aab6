// SPDX-License-Identifier: MIT
#include "app/interrupt_signal.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace loopscope {

namespace {

volatile std::sig_atomic_t writeEnd = -1;

/// All a handler may do: tell the event loop through a pipe.
extern "C" void tellOfSignal(int)
{
    const char byte = 1;
    if (writeEnd >= 0) [[maybe_unused]]
        const auto written = ::write(writeEnd, &byte, 1);
}

} // namespace

InterruptSignal::InterruptSignal(QObject *parent) : QObject(parent)
{
    if (::pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // without it Ctrl+C ends the program at once, as it does any other
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &InterruptSignal::read);
    writeEnd = m_ends[1];
    std::signal(SIGINT, tellOfSignal);
    std::signal(SIGTERM, tellOfSignal);
}

InterruptSignal::~InterruptSignal()
{
    (void)letGo();
}

bool InterruptSignal::letGo()
{
    if (!m_notifier)
        return false;
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    writeEnd = -1;
    m_notifier.reset();
    const bool isAnyLeft = takeSignals();
    for (const int end : m_ends)
        ::close(end);
    return isAnyLeft;
}

bool InterruptSignal::takeSignals()
{
    bool isAny = false;
    char bytes[16];
    while (::read(m_ends[0], bytes, sizeof bytes) > 0)
        isAny = true;
    return isAny;
}

void InterruptSignal::read()
{
    (void)takeSignals();
    Q_EMIT interrupted();
}

} // namespace loopscope
