// SPDX-License-Identifier: MIT
#include "core/trace/recorder.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Texts longer than this hardly ever come twice; more texts than this are not worth remembering.
constexpr qsizetype longestInterned = 256;
constexpr qsizetype mostInterned = 1 << 16;

bool namesTaskInSubject(EventKind kind)
{
    return kind == EventKind::Created || kind == EventKind::CancelRequested;
}

} // namespace

Recorder::Recorder(std::shared_ptr<Channel> channel) : m_channel(std::move(channel)) {}

EventId Recorder::observe(const Emission &emission)
{
    if (emission.kind == EventKind::RunBegin) {
        ++m_run.value;
        m_offset = std::max(Nanos(m_last.ns), m_sinceStart) - Nanos(emission.at.ns);
        m_taskBase = m_taskMost;
    }
    const auto recorded = [this](quint32 number) { return number == 0 ? 0 : m_taskBase + number; };

    Record record;
    Event &event = record.event;
    event.id = EventId{++m_lastEvent.value};
    event.cause = emission.cause;
    event.at = emission.at + m_offset;
    event.task = TaskId{recorded(emission.task.value)};
    event.subject = namesTaskInSubject(emission.kind) ? recorded(emission.subject) : emission.subject;
    event.payload = intern(emission.payload, record.text);
    event.run = m_run;
    event.kind = emission.kind;

    m_last = std::max(m_last, event.at);
    m_taskMost = std::max(m_taskMost, event.task.value);
    m_channel->append(std::move(record));
    return m_lastEvent;
}

PayloadId Recorder::intern(const QByteArray &text, QByteArray &firstUse)
{
    if (text.isEmpty())
        return {};
    const bool isShort = text.size() <= longestInterned;
    if (isShort) {
        if (const auto known = m_interned.constFind(text); known != m_interned.cend())
            return *known;
        if (m_interned.size() >= mostInterned)
            m_interned.clear();
    }
    const PayloadId fresh{++m_lastPayload.value};
    if (isShort)
        m_interned.insert(text, fresh);
    firstUse = text;
    return fresh;
}

} // namespace loopscope
