// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <array>

class QSocketNotifier;

namespace loopscope {

/// Turns SIGINT and SIGTERM into a Qt signal, as long as it lives. At most one at a time.
class InterruptSignal : public QObject
{
    Q_OBJECT

public:
    explicit InterruptSignal(QObject *parent = nullptr);
    ~InterruptSignal() override;

Q_SIGNALS:
    void interrupted();

private:
    void read();

    std::array<int, 2> m_ends{-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace loopscope
