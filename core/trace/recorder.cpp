// SPDX-License-Identifier: MIT
#include "core/trace/recorder.h"

#include "core/base/json_text.h"
#include "core/trace/safe_time.h"

#include <algorithm>
#include <utility>

namespace loopscope {

namespace {

/// What goes on being lost of things whose beginning was lost is told of at least so often.
constexpr Nanos tellEvery = std::chrono::seconds(1);

} // namespace

Recorder::Recorder(std::shared_ptr<Channel> channel, WhenFull whenFull)
    : m_channel(std::move(channel)), m_whenFull(whenFull)
{
}

EventId Recorder::observe(const Emission &emission)
{
    if (emission.kind == EventKind::RunBegin)
        beginRun(emission.at);
    if ((m_isLosing || m_channel->isFull()) && losesSome(emission)) [[unlikely]]
        return {};

    Event event;
    event.id = EventId{++m_lastEvent.value};
    event.cause = emission.cause;
    event.at = safeLater(emission.at, m_offset);
    event.task = TaskId{recorded(emission.task.value)};
    event.subject = subjectOf(emission);
    event.run = m_run;
    event.kind = emission.kind;
    const auto [payload, isNew] = m_payloads.of(emission.payload);
    event.payload = payload;

    m_last = std::max(m_last, event.at);
    m_taskMost = std::max(m_taskMost, event.task.value);
    if (isNew)
        m_channel->append(event, emission.payload);
    else
        m_channel->append(event);
    return m_lastEvent;
}

/// As the recording numbers it; a parent that was lost is none.
quint32 Recorder::subjectOf(const Emission &emission) const
{
    if (emission.kind == EventKind::CancelRequested)
        return recorded(emission.subject);
    if (emission.kind == EventKind::Created)
        return m_loss.isLost(TaskId{emission.subject}) ? 0 : recorded(emission.subject);
    return emission.subject;
}

void Recorder::beginRun(TracePoint at)
{
    ++m_run.value;
    m_offset = std::max(Nanos(m_last.ns), m_sinceStart) - Nanos(at.ns);
    m_taskBase = m_taskMost;
}

/// There is no room, or there was none.
bool Recorder::losesSome(const Emission &emission)
{
    if (m_makeRoom && m_channel->isFull())
        m_makeRoom();
    if (m_whenFull == WhenFull::Wait && m_channel->isFull())
        m_channel->waitForRoom();
    const bool hasRoom = m_hadNoRoom ? m_channel->hasRoom() : !m_channel->isFull();
    m_taskMost = std::max(m_taskMost, recorded(emission.task.value)); // also of a task that is lost
    const TracePoint at = safeLater(emission.at, m_offset);
    const bool isKept = m_loss.keeps(emission.kind, emission.task, emission.subject, hasRoom);
    if (!isKept) {
        if (m_lost++ == 0)
            m_lostSince = at;
        m_hadNoRoom = m_hadNoRoom || !hasRoom;
    }
    // There is room again; or later, what is lost of things whose beginning had none.
    const bool isOver = isKept && m_hadNoRoom && hasRoom && emission.kind != EventKind::RunBegin;
    const bool isLate = hasRoom && safeLength(m_lostSince, at) >= tellEvery;
    if (m_lost > 0 && (isOver || isLate || emission.kind == EventKind::RunEnd))
        tellOfLoss(at);
    m_isLosing = m_lost > 0 || !m_loss.isEmpty();
    return !isKept;
}

void Recorder::tellOfLoss(TracePoint at)
{
    Event event;
    event.id = EventId{++m_lastEvent.value};
    event.at = at;
    event.subject = std::exchange(m_lost, 0);
    m_hadNoRoom = false;
    event.run = m_run;
    event.kind = EventKind::EventsLost;
    const QByteArray text = JsonObjectText().add("for_ns", qint64((at - m_lostSince).count())).text();
    const auto [payload, isNew] = m_payloads.of(text);
    event.payload = payload;
    m_last = std::max(m_last, event.at);
    m_channel->append(event, isNew ? text : QByteArray());
}

} // namespace loopscope
