// SPDX-License-Identifier: MIT
// Events in the words of Chrome's JSON, within Perfetto's packets: what each phase means is the same.
#include "core/foreign/chrome_phase.h"
#include "core/foreign/json_tokens.h"
#include "core/foreign/perfetto_events.h"
#include "core/foreign/perfetto_fields.h"

namespace loopscope {

namespace {

constexpr const char *withoutId = QT_TRANSLATE_NOOP("Problem", "%1 events of phase %2 have no id: skipped");

quint64 mixed(quint64 a, quint64 b)
{
    return (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDu;
}

} // namespace

void PerfettoEvents::takeLegacy(const PerfettoEvent &event, const PerfettoSequence &sequence, Resolved what)
{
    const LegacyEvent &legacy = *event.legacy;
    const std::optional<qint32> pid = legacy.pid ? legacy.pid : sequence.pid;
    const TrackId track = what.track; // arrows begin and end where the event is shown
    switch (legacy.phase) {
    case 'B': m_store.addMark(track, SliceMark::Begin, what.at, what.name, what.arguments); break;
    case 'E': m_store.addMark(track, SliceMark::End, what.at, what.name, what.arguments); break;
    case 'X':
        m_store.addSlice(track,
                         {what.at, Nanos(std::clamp<qint64>(legacy.durationUs, 0, qint64(1) << 52) * 1000),
                          what.name, what.arguments});
        break;
    case 'i':
    case 'I':
    case 'R': what.track = takeLegacyInstant(legacy, what, pid); break;
    case 'b':
    case 'e':
    case 'n':
    case 'S':
    case 'F':
    case 'T':
    case 'p':
        what.track = takeLegacyTask(legacy, what, pid);
        if (!what.track)
            return;
        break;
    case 's':
    case 't':
    case 'f': return takeLegacyFlow(legacy, what);
    case 'C': return takeLegacyCounter(what, pid);
    default:
        return m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events of the unknown phase %2: skipped"),
                            phaseText(legacy.phase));
    }
    takeFlows(event, what);
    takeBoundFlow(legacy, what);
}

TrackId PerfettoEvents::takeLegacyInstant(const LegacyEvent &legacy, const Resolved &what,
                                          std::optional<qint32> pid)
{
    TrackId track = what.track;
    if (legacy.instantScope == perfetto::legacy::Global)
        track = m_tracks.global();
    else if (legacy.instantScope == perfetto::legacy::Process && pid)
        track = m_tracks.process(*pid);
    m_store.addInstant(track, {what.at, what.name, what.arguments});
    return track;
}

TrackId PerfettoEvents::takeLegacyTask(const LegacyEvent &legacy, const Resolved &what,
                                       std::optional<qint32> pid)
{
    if (!legacy.id) {
        m_skips.note(withoutId, QByteArrayView(&legacy.phase, 1));
        return {};
    }
    const TextId scope = legacy.idScope.isEmpty() ? what.category : m_store.texts().idOf(legacy.idScope);
    const TrackId track = m_tracks.task(legacy.isGlobalId ? std::nullopt : pid, scope, *legacy.id, what.name);
    if (legacy.phase == 'b' || legacy.phase == 'S')
        m_store.addMark(track, SliceMark::Begin, what.at, what.name, what.arguments);
    else if (legacy.phase == 'e' || legacy.phase == 'F')
        m_store.addMark(track, SliceMark::End, what.at, what.name, what.arguments);
    else
        m_store.addInstant(track, {what.at, what.name, what.arguments});
    return track;
}

void PerfettoEvents::takeLegacyFlow(const LegacyEvent &legacy, const Resolved &what)
{
    const auto id = legacy.id ? legacy.id : legacy.bindId;
    if (!id)
        return m_skips.note(withoutId, QByteArrayView(&legacy.phase, 1));
    FlowStep step = legacy.phase == 's' ? FlowStep::Start : FlowStep::Step;
    if (legacy.phase == 'f')
        step = legacy.bindsToEnclosing ? FlowStep::End : FlowStep::EndNext;
    m_store.addFlow({mixed(mixed(*id, what.category.value), what.name.value), what.at, what.track, step});
}

void PerfettoEvents::takeLegacyCounter(const Resolved &what, std::optional<qint32> pid)
{
    const QByteArray arguments = m_store.texts().text(what.arguments).toByteArray();
    const QByteArray name = m_store.texts().text(what.name).toByteArray();
    JsonTokens json(arguments);
    JsonToken series, value;
    bool hasAny = false;
    static_cast<void>(json.take('{'));
    while (json.peek() == '"' && json.takeString(series) && json.take(':') && json.takeValue(value)) {
        bool isNumber = false;
        const double number = value.text.toByteArray().toDouble(&isNumber);
        if (isNumber) {
            const TextId of = series == "value" ? TextId{} : m_store.texts().idOf(unescaped(series.text));
            m_store.addSample(m_tracks.counter(pid, what.name, of), {what.at, number});
            hasAny = true;
        } else {
            m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 values of the counter %2 are no numbers: skipped"),
                         name);
        }
        if (!json.take(','))
            break;
    }
    if (!hasAny)
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 counter events have no number: skipped"));
}

void PerfettoEvents::takeBoundFlow(const LegacyEvent &legacy, const Resolved &what)
{
    namespace direction = perfetto::legacy;
    if (!legacy.bindId || legacy.flowDirection == 0)
        return;
    const FlowStep step = legacy.flowDirection == direction::Out     ? FlowStep::Start
                          : legacy.flowDirection == direction::InOut ? FlowStep::Step
                                                                     : FlowStep::Reach;
    m_store.addFlow({mixed(*legacy.bindId, 1), what.at, what.track, step});
}

} // namespace loopscope
