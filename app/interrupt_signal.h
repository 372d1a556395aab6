// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <array>
#include <memory>

class QSocketNotifier;

namespace loopscope {

/// Turns SIGINT and SIGTERM into a Qt signal, as long as it lives. At most one at a time.
class InterruptSignal : public QObject
{
    Q_OBJECT

public:
    explicit InterruptSignal(QObject *parent = nullptr);
    ~InterruptSignal() override;

    /// Gives the signals back to the system. Returns whether one has come that was not told of.
    bool letGo();

Q_SIGNALS:
    void interrupted();

private:
    void read();
    [[nodiscard]] bool takeSignals();

    std::array<int, 2> m_ends{-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace loopscope
