// SPDX-License-Identifier: MIT
#include "core/analysis/renumbering.h"

#include "core/trace/safe_time.h"

namespace loopscope {

namespace {

/// As the recorder does: longer texts hardly ever come twice, and more are not worth remembering.
constexpr qsizetype longestShared = 256;
constexpr qsizetype mostShared = 1 << 16;

bool namesTaskInSubject(EventKind kind)
{
    return kind == EventKind::Created || kind == EventKind::CancelRequested;
}

} // namespace

void Renumbering::begin(const Store &source, Nanos offset, EventId first)
{
    m_source = &source;
    m_offset = offset;
    m_first = first.value;
    m_eventFor.clear();
    m_taskFor.clear();
    m_runFor.clear();
    m_payloadFor.clear();
}

Record Renumbering::take(const Event &event)
{
    Record record = renumbered(event);
    if (!event.payload)
        return record;
    if (const auto known = m_payloadFor.constFind(event.payload.value); known != m_payloadFor.cend()) {
        record.event.payload = PayloadId{*known};
        return record;
    }
    putText(record, m_source->payload(event.payload));
    if (record.event.payload)
        m_payloadFor.insert(event.payload.value, record.event.payload.value);
    return record;
}

Record Renumbering::take(const Event &event, const QByteArray &payload)
{
    Record record = renumbered(event);
    putText(record, payload);
    return record;
}

EventId Renumbering::taken(EventId source) const
{
    const size_t at = size_t(source.value) - m_first;
    return EventId{source.value >= m_first && at < m_eventFor.size() ? m_eventFor[at] : 0};
}

Record Renumbering::renumbered(const Event &event)
{
    Record record{event, {}};
    Event &fresh = record.event;
    fresh.id = EventId{++m_events};
    fresh.cause = event.cause < event.id ? taken(event.cause) : EventId{};
    const size_t at = event.id.value - m_first;
    if (at >= m_eventFor.size())
        m_eventFor.resize(at + 1);
    m_eventFor[at] = fresh.id.value;
    fresh.at = safeLater(event.at, m_offset);
    m_last = std::max(m_last, fresh.at);
    fresh.task = taskFor(event.task.value);
    if (namesTaskInSubject(event.kind))
        fresh.subject = taskFor(event.subject).value;
    quint32 &run = m_runFor[event.run.value];
    if (run == 0)
        run = ++m_runs;
    fresh.run = RunId{run};
    fresh.payload = {};
    return record;
}

TaskId Renumbering::taskFor(quint32 number)
{
    if (number == 0)
        return {};
    quint32 &task = m_taskFor[number];
    if (task == 0)
        task = ++m_tasks;
    return TaskId{task};
}

void Renumbering::putText(Record &record, const QByteArray &text)
{
    if (text.isEmpty())
        return;
    const bool isShort = text.size() <= longestShared;
    if (const quint32 known = isShort ? m_shortTexts.value(text) : 0) {
        record.event.payload = PayloadId{known};
        return;
    }
    record.event.payload = PayloadId{++m_payloads};
    record.text = text;
    if (!isShort)
        return;
    if (m_shortTexts.size() >= mostShared)
        m_shortTexts.clear();
    m_shortTexts.insert(text, m_payloads);
}

} // namespace loopscope
