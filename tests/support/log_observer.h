// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/loop_observer.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace loopscope {

/// Writes what a loop says as the lines of the plan language's event log, straight from the emissions, with no
/// recorder in between.
///
/// Tasks whose coroutine's name begins with "extra" are left out, with all they do, and the others are numbered as
/// if those were not there: so a log can be compared although something else ran beside it.
class LogObserver final : public LoopObserver
{
public:
    EventId observe(const Emission &emission) override;
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    [[nodiscard]] quint32 eventCount() const { return m_count; }

private:
    bool nameTask(const Emission &emission);
    [[nodiscard]] QByteArray taskText(quint32 number) const;
    /// Task numbers in a payload's text, as if there were no extras.
    [[nodiscard]] QByteArray renumbered(const QByteArray &payload) const;
    [[nodiscard]] bool isExtra(quint32 number) const;
    bool concernsExtra(const Emission &emission);
    void add(const Emission &emission, QByteArray keys);

    QStringList m_lines;
    QHash<quint32, QByteArray> m_names; ///< empty: an extra
    QSet<quint32> m_extraJobs;
    quint32 m_namedTasks = 0;
    quint32 m_count = 0;
};

} // namespace loopscope
