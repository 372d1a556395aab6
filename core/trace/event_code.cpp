// SPDX-License-Identifier: MIT
#include "core/trace/event_code.h"

namespace loopscope {

namespace {

constexpr quint8 kindMask = 0x1f; ///< this value: the kind follows in a byte of its own
constexpr quint8 hasPayload = 0x20;
constexpr quint8 hasSubject = 0x40;
constexpr quint8 hasRun = 0x80;

quint8 *put(quint64 value, quint8 *into)
{
    for (; value >= 0x80; value >>= 7)
        *into++ = quint8(value | 0x80);
    *into++ = quint8(value);
    return into;
}

/// A difference, small either way. All arithmetic is modulo 2^64, so that any two numbers have one.
quint8 *putStep(quint64 to, quint64 from, quint8 *into)
{
    const quint64 step = to - from;
    return put(step << 1 ^ (step >> 63 ? ~quint64(0) : 0), into);
}

quint64 get(const quint8 *&from)
{
    quint64 value = *from & 0x7f;
    for (unsigned shift = 7; *from++ & 0x80; shift += 7)
        value |= quint64(*from & 0x7f) << shift;
    return value;
}

quint64 getStep(quint64 before, const quint8 *&from)
{
    const quint64 step = get(from);
    return before + (step >> 1 ^ (step & 1 ? ~quint64(0) : 0));
}

} // namespace

quint8 *EventCode::write(const Event &event, quint8 *into)
{
    const quint8 kind = std::min(quint8(event.kind), kindMask);
    const bool isOfOtherRun = event.run != m_before.run;
    *into++ = quint8(kind | (event.payload ? hasPayload : 0) | (event.subject ? hasSubject : 0) |
                     (isOfOtherRun ? hasRun : 0));
    if (kind == kindMask)
        *into++ = quint8(event.kind);
    into = putStep(quint64(event.at.ns), quint64(m_before.at.ns), into);
    into = putStep(event.task.value, m_before.task.value, into);
    // 0 is "none", so the distance to itself, which is 0 too, and those before it are moved by one.
    const quint64 back = quint64(event.id.value) - event.cause.value;
    into = event.cause ? put((back << 1 ^ (back >> 63 ? ~quint64(0) : 0)) + 1, into) : put(0, into);
    if (event.payload)
        into = putStep(event.payload.value, m_before.payload.value, into);
    if (event.subject)
        into = putStep(event.subject, m_before.subject, into);
    if (isOfOtherRun)
        into = putStep(event.run.value, m_before.run.value, into);

    const Event before = std::exchange(m_before, event);
    if (!event.payload)
        m_before.payload = before.payload;
    if (!event.subject)
        m_before.subject = before.subject;
    return into;
}

const quint8 *EventCode::read(Event &event, const quint8 *from)
{
    const quint8 head = *from++;
    const bool isFar = (head & kindMask) == kindMask;
    event.kind = EventKind(isFar ? *from++ : head & kindMask);
    m_before.at.ns = qint64(getStep(quint64(m_before.at.ns), from));
    m_before.task.value = quint32(getStep(m_before.task.value, from));
    const quint64 cause = get(from);
    const quint64 back = cause - 1;
    event.cause.value = cause == 0 ? 0 : quint32(event.id.value - (back >> 1 ^ (back & 1 ? ~quint64(0) : 0)));
    if (head & hasPayload)
        m_before.payload.value = quint32(getStep(m_before.payload.value, from));
    if (head & hasSubject)
        m_before.subject = quint32(getStep(m_before.subject, from));
    if (head & hasRun)
        m_before.run.value = quint32(getStep(m_before.run.value, from));
    event.at = m_before.at;
    event.task = m_before.task;
    event.run = m_before.run;
    event.payload = head & hasPayload ? m_before.payload : PayloadId();
    event.subject = head & hasSubject ? m_before.subject : 0;
    return from;
}

} // namespace loopscope
