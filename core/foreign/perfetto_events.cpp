// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_events.h"

#include "core/foreign/annotation_text.h"
#include "core/foreign/perfetto_fields.h"

namespace loopscope {

namespace {

TextId known(const PerfettoSequence::Texts &texts, quint64 id)
{
    return id == 0 ? TextId{} : texts.value(id);
}

/// What is not shown by its name.
bool isFlowOrCounter(const PerfettoEvent &event)
{
    return event.type == perfetto::event::Counter ||
           (event.type == 0 && event.legacy && QByteArrayView("stfC").contains(event.legacy->phase));
}

} // namespace

void PerfettoEvents::take(const PerfettoEvent &event, const PerfettoSequence &sequence, TracePoint at)
{
    const Resolved what = resolved(event, sequence, at);
    if (event.type == 0 && event.legacy && event.legacy->phase != 0) {
        takeLegacy(event, sequence, what);
        return takeExtras(event, sequence, at);
    }
    takeTyped(event, what);
    takeFlows(event, what);
    if (event.legacy)
        takeBoundFlow(*event.legacy, what);
    takeExtras(event, sequence, at);
}

void PerfettoEvents::finish()
{
    m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 times an interned text was shortened among arguments"), {},
                 m_internedUse.shortened);
}

TrackId PerfettoEvents::trackOf(const PerfettoEvent &event, const PerfettoSequence &sequence)
{
    if (event.legacy && event.legacy->pid)
        return m_tracks.thread(*event.legacy->pid, event.legacy->tid.value_or(*event.legacy->pid));
    if (event.track)
        return m_tracks.track(*event.track);
    if (sequence.track)
        return m_tracks.track(*sequence.track);
    if (sequence.tid)
        return m_tracks.thread(sequence.pid.value_or(0), *sequence.tid);
    return m_tracks.global();
}

PerfettoEvents::Resolved PerfettoEvents::resolved(const PerfettoEvent &event,
                                                  const PerfettoSequence &sequence, TracePoint at)
{
    Resolved what;
    what.track = trackOf(event, sequence);
    what.at = at;
    const quint64 nameId = event.nameId == 0 && event.legacy ? event.legacy->nameId : event.nameId;
    what.name = event.name.isEmpty() ? known(sequence.eventNames, nameId) : m_store.texts().idOf(event.name);
    if (nameId != 0 && event.name.isEmpty() && !what.name)
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events have a name that was never told"));
    if (!event.annotations.empty() || event.extras) {
        AnnotationText text(sequence, m_store.texts(), m_internedUse, m_fields);
        for (const protozero::data_view annotation : event.annotations)
            text.add(annotation);
        if (event.extras)
            event.extras->addTo(text, sequence);
        what.arguments = m_store.texts().idOf(text.text());
    }
    what.category = event.category.isEmpty() ? known(sequence.categories, event.categoryId)
                                             : m_store.texts().idOf(event.category);
    if (what.category && what.name && !isFlowOrCounter(event))
        m_store.noteCategory(what.name, what.category);
    return what;
}

void PerfettoEvents::takeTyped(const PerfettoEvent &event, const Resolved &what)
{
    namespace type = perfetto::event;
    switch (event.type) {
    case type::Begin:
        return m_store.addMark(what.track, SliceMark::Begin, what.at, what.name, what.arguments);
    case type::End: return m_store.addMark(what.track, SliceMark::End, what.at, what.name, what.arguments);
    case type::Instant: return m_store.addInstant(what.track, {what.at, what.name, what.arguments});
    case type::State:
        return m_store.addMark(what.track, SliceMark::State, what.at, what.name, what.arguments);
    case type::Counter: return takeCounter(event, what);
    default:
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events of the unknown type %2: skipped"),
                     QByteArray::number(event.type));
    }
}

void PerfettoEvents::takeCounter(const PerfettoEvent &event, const Resolved &what)
{
    if (!event.value)
        return m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 counter events have no number: skipped"));
    TrackInfo &track = m_store.info(what.track);
    if (track.kind == TrackKind::Other)
        track.kind = TrackKind::Counter; // not described as one, or not at all
    m_store.addSample(what.track, {what.at, m_tracks.counted(what.track, *event.value)});
}

/// Counters that an event of another kind brings along.
void PerfettoEvents::takeExtras(const PerfettoEvent &event, const PerfettoSequence &sequence, TracePoint at)
{
    const auto &whole = event.extraTracks.empty() ? sequence.extraTracks : event.extraTracks;
    for (size_t i = 0; i < std::min(whole.size(), event.extraValues.size()); ++i) {
        const TrackId track = m_tracks.track(whole[i]);
        m_store.addSample(track, {at, m_tracks.counted(track, double(qint64(event.extraValues[i])))});
    }
    const auto &real = event.extraDoubleTracks.empty() ? sequence.extraDoubleTracks : event.extraDoubleTracks;
    for (size_t i = 0; i < std::min(real.size(), event.extraDoubleValues.size()); ++i) {
        const TrackId track = m_tracks.track(real[i]);
        m_store.addSample(track, {at, m_tracks.counted(track, event.extraDoubleValues[i])});
    }
    const size_t lost = event.extraValues.size() - std::min(whole.size(), event.extraValues.size()) +
                        event.extraDoubleValues.size() -
                        std::min(real.size(), event.extraDoubleValues.size());
    m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 values of counters belong to no track: skipped"), {}, lost);
}

void PerfettoEvents::takeFlows(const PerfettoEvent &event, const Resolved &what)
{
    for (const quint64 flow : event.flows)
        m_store.addFlow({flow, what.at, what.track, FlowStep::Step});
    for (const quint64 flow : event.terminatingFlows)
        m_store.addFlow({flow, what.at, what.track, FlowStep::End});
}

} // namespace loopscope
