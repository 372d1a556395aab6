// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/loop_observer.h"
#include "core/trace/channel.h"
#include "core/trace/loss_book.h"
#include "core/trace/payload_numbers.h"

namespace loopscope {

/// What becomes of events when those who read them are too far behind.
enum class WhenFull : quint8 {
    Lose, ///< they are lost, and counted (see LossBook): what is recorded keeps its pace
    Wait, ///< the loop waits: for runs on the virtual clock, which waiting does not change
};

/// Turns what loops say into the events of one recording, and appends them to a channel.
///
/// One recorder serves any number of runs, one after the other: it numbers events through, moves each run
/// behind the one before (a run's offset is the later of the recording's last event and `sinceStart`), and
/// gives tasks numbers that are unique in the recording. Lives on the loop's thread.
class Recorder : public LoopObserver
{
public:
    explicit Recorder(std::shared_ptr<Channel> channel, WhenFull whenFull = WhenFull::Lose);

    EventId observe(const Emission &emission) override;

    /// The recording's clock as the next run begins; a real-clock run is placed there, not end to end.
    void setSinceStart(Nanos sinceStart) { m_sinceStart = sinceStart; }

    /// Is called on the loop's thread, amid an event, when the channel is full: to read what this thread reads. Must
    /// not call back into the loop.
    void setMakeRoom(std::function<void()> makeRoom) { m_makeRoom = std::move(makeRoom); }

private:
    [[nodiscard]] bool losesSome(const Emission &emission);
    void beginRun(TracePoint at);
    void tellOfLoss(TracePoint at);
    [[nodiscard]] quint32 subjectOf(const Emission &emission) const;
    [[nodiscard]] quint32 recorded(quint32 task) const { return task == 0 ? 0 : m_taskBase + task; }

    std::shared_ptr<Channel> m_channel;
    const WhenFull m_whenFull;
    std::function<void()> m_makeRoom;
    PayloadNumbers m_payloads;
    Nanos m_sinceStart{0};
    TracePoint m_last;
    Nanos m_offset{0};
    quint32 m_taskBase = 0;
    quint32 m_taskMost = 0;
    EventId m_lastEvent;
    RunId m_run;
    bool m_isLosing = false;  ///< there was no room, or something lost is not over yet
    bool m_hadNoRoom = false; ///< and no EventsLost has told of that yet
    LossBook m_loss;
    quint32 m_lost = 0; ///< events that no EventsLost has told of yet
    TracePoint m_lostSince;
};

} // namespace loopscope
