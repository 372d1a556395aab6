// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/loop_observer.h"
#include "core/trace/channel.h"

#include <QHash>

namespace loopscope {

/// Turns what loops say into the events of one recording, and appends them to a channel.
///
/// One recorder serves any number of runs, one after the other: it numbers events through, moves each run
/// behind the one before (a run's offset is the later of the recording's last event and `sinceStart`), and
/// gives tasks numbers that are unique in the recording. Lives on the loop's thread.
class Recorder : public LoopObserver
{
public:
    explicit Recorder(std::shared_ptr<Channel> channel);

    EventId observe(const Emission &emission) override;

    /// The recording's clock as the next run begins; a real-clock run is placed there, not end to end.
    void setSinceStart(Nanos sinceStart) { m_sinceStart = sinceStart; }

private:
    PayloadId intern(const QByteArray &text, QByteArray &firstUse);

    std::shared_ptr<Channel> m_channel;
    QHash<QByteArray, PayloadId> m_interned; ///< short texts only, bounded
    Nanos m_sinceStart{0};
    TracePoint m_last;
    Nanos m_offset{0};
    quint32 m_taskBase = 0;
    quint32 m_taskMost = 0;
    EventId m_lastEvent;
    PayloadId m_lastPayload;
    RunId m_run;
};

} // namespace loopscope
