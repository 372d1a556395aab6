// SPDX-License-Identifier: MIT
#include "core/foreign/field_counter.h"

namespace loopscope {

namespace {

const char *sentence(PerfettoMessage message)
{
    switch (message) {
    case PerfettoMessage::Packet: return QT_TRANSLATE_NOOP("Problem", "%1 packets of %2: skipped");
    case PerfettoMessage::Event:
    case PerfettoMessage::LegacyEvent:
        return QT_TRANSLATE_NOOP("Problem", "%1 events carry %2, which is not shown");
    case PerfettoMessage::Annotation:
        return QT_TRANSLATE_NOOP("Problem", "%1 arguments of events carry %2, which is not shown");
    case PerfettoMessage::Track:
    case PerfettoMessage::Process:
    case PerfettoMessage::Thread:
    case PerfettoMessage::Counter:
        return QT_TRANSLATE_NOOP("Problem", "%1 descriptions of tracks carry %2, which is not shown");
    case PerfettoMessage::ProcessTree:
        return QT_TRANSLATE_NOOP("Problem", "%1 entries of the process tree carry %2, which is not shown");
    case PerfettoMessage::Defaults: break;
    }
    return QT_TRANSLATE_NOOP("Problem", "%1 defaults of events carry %2: not applied");
}

} // namespace

void FieldCounter::tell(SkipCounter &skips)
{
    const auto note = [&skips](PerfettoMessage message, quint32 field, quint64 count) {
        if (count > 0 && !holdsNothingToShow(message, field))
            skips.note(sentence(message), field == 0 ? QByteArray("…") : fieldName(message, field), count);
    };
    for (size_t message = 0; message < perfettoMessages; ++message)
        for (quint32 field = 0; field < common; ++field)
            note(PerfettoMessage(message), field, m_common[message][field]);
    for (const auto &[place, count] : m_rare)
        note(place.first, place.second, count);
    m_common = {};
    m_rare.clear();
}

void FieldCounter::noteRare(PerfettoMessage message, quint32 field)
{
    const bool isNew = !m_rare.contains({message, field});
    ++m_rare[{message, isNew && m_rare.size() >= mostRare ? 0 : field}];
}

} // namespace loopscope
