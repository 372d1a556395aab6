// SPDX-License-Identifier: MIT
#include "core/foreign/chrome_events.h"

#include "core/foreign/chrome_phase.h"

#include <functional>
#include <string_view>

namespace loopscope {

namespace {

constexpr const char *withoutTime =
    QT_TRANSLATE_NOOP("Problem", "%1 events of phase %2 have no time: skipped");
constexpr const char *withoutId = QT_TRANSLATE_NOOP("Problem", "%1 events of phase %2 have no id: skipped");
constexpr const char *unknownPhase =
    QT_TRANSLATE_NOOP("Problem", "%1 events of the unknown phase %2: skipped");

bool isTrue(const JsonToken &token)
{
    return token == "true" || token == "1";
}

/// The same for the same texts, and else different, but for one chance in 2^64.
quint64 flowId(QByteArrayView category, QByteArrayView name, QByteArrayView id)
{
    const auto mix = [](quint64 seed, QByteArrayView text) {
        const size_t hash = std::hash<std::string_view>()({text.data(), size_t(text.size())});
        return (seed ^ hash) * 0x9E3779B97F4A7C15u + (seed >> 29);
    };
    return mix(mix(mix(1, category), name), id);
}

QByteArrayView phaseName(const ChromeEvent &event)
{
    return QByteArrayView(&event.phase, event.phase == 0 ? 0 : 1);
}

/// One member of an object.
JsonToken member(const JsonToken &object, QByteArrayView wanted)
{
    JsonTokens json(object.text);
    JsonToken name, value;
    if (object.type != JsonToken::Type::Object || !json.take('{'))
        return {};
    while (json.peek() == '"' && json.takeString(name) && json.take(':') && json.takeValue(value)) {
        if (name == wanted)
            return value;
        if (!json.take(','))
            break;
    }
    return {};
}

} // namespace

void ChromeEvents::take(const ChromeEvent &event)
{
    for (const QByteArrayView name : event.others)
        m_members.note(name);
    m_members.noteUnnamed(event.moreOthers);
    if (event.phase == 'M')
        return takeMetadata(event);
    if (event.phase == 0) {
        if (!event.isEmpty) // some writers end their list with {}, to have no comma too many
            m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 events have no phase: skipped"));
        return;
    }
    if (const auto at = microsAsNanos(event.time))
        dispatch(event, {*at});
    else
        m_skips.note(withoutTime, phaseName(event));
}

void ChromeEvents::dispatch(const ChromeEvent &event, TracePoint at)
{
    switch (event.phase) {
    case 'X': return takeWhole(event, at);
    case 'B': return takeBegin(event, at);
    case 'E':
        return m_store.addMark(m_tracks.thread(event), SliceMark::End, at, m_tracks.idOf(event.name),
                               argumentsOf(event));
    case 'b':
    case 'S': return takeTask(event, at, SliceMark::Begin);
    case 'e':
    case 'F': return takeTask(event, at, SliceMark::End);
    case 'n':
    case 'p': return takeTaskInstant(event, at);
    case 'i':
    case 'I':
    case 'R': return takeInstant(event, at);
    case 'C': return takeCounter(event, at);
    case 's':
    case 't':
    case 'f': return takeFlow(event, at);
    case 'T': return event.duration ? takeState(event, at) : takeTaskInstant(event, at);
    default: m_skips.note(unknownPhase, phaseText(event.phase));
    }
}

void ChromeEvents::takeWhole(const ChromeEvent &event, TracePoint at)
{
    const auto length = event.duration ? microsAsNanos(event.duration) : std::optional<qint64>(0);
    if (!length || *length < 0)
        return m_skips.note(
            QT_TRANSLATE_NOOP("Problem", "%1 slices have no length that makes sense: skipped"));
    const TrackId track = m_tracks.thread(event);
    m_store.addSlice(track, {at, Nanos(*length), nameOf(event), argumentsOf(event)});
    takeBoundFlow(event, at, track);
}

void ChromeEvents::takeBegin(const ChromeEvent &event, TracePoint at)
{
    const TrackId track = m_tracks.thread(event);
    m_store.addMark(track, SliceMark::Begin, at, nameOf(event), argumentsOf(event));
    takeBoundFlow(event, at, track);
}

void ChromeEvents::takeTask(const ChromeEvent &event, TracePoint at, SliceMark mark)
{
    if (!hasTaskId(event))
        return m_skips.note(withoutId, phaseName(event));
    const TrackId track = m_tracks.task(event);
    m_store.addMark(track, mark, at, nameOf(event), argumentsOf(event));
    if (mark == SliceMark::Begin)
        takeBoundFlow(event, at, track);
}

void ChromeEvents::takeTaskInstant(const ChromeEvent &event, TracePoint at)
{
    if (!hasTaskId(event))
        return m_skips.note(withoutId, phaseName(event));
    m_store.addInstant(m_tracks.task(event), {at, nameOf(event), argumentsOf(event)});
}

void ChromeEvents::takeInstant(const ChromeEvent &event, TracePoint at)
{
    const TrackId track = event.instantScope == "g"   ? m_tracks.global()
                          : event.instantScope == "p" ? m_tracks.process(event)
                                                      : m_tracks.thread(event);
    m_store.addInstant(track, {at, nameOf(event), argumentsOf(event)});
}

void ChromeEvents::takeCounter(const ChromeEvent &event, TracePoint at)
{
    JsonTokens json(event.arguments.text);
    JsonToken series, value;
    bool hasAny = false;
    if (event.arguments.type == JsonToken::Type::Object && json.take('{')) {
        while (json.peek() == '"' && json.takeString(series) && json.take(':') && json.takeValue(value)) {
            bool isNumber = false;
            const double number = value.text.toByteArray().toDouble(&isNumber);
            if (isNumber) {
                const QByteArray name = unescaped(series.text);
                m_store.addSample(m_tracks.counter(event, name), {at, number});
                hasAny = true;
            } else {
                m_skips.note(
                    QT_TRANSLATE_NOOP("Problem", "%1 values of the counter %2 are no numbers: skipped"),
                    event.name.text);
            }
            if (!json.take(','))
                break;
        }
    }
    if (!hasAny)
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 counter events have no number: skipped"));
}

void ChromeEvents::takeFlow(const ChromeEvent &event, TracePoint at)
{
    const JsonToken &id = event.id ? event.id : event.globalId ? event.globalId : event.localId;
    if (!id)
        return m_skips.note(withoutId, phaseName(event));
    FlowStep step = event.phase == 's' ? FlowStep::Start : FlowStep::Step;
    if (event.phase == 'f')
        step = event.bindPoint == "e" ? FlowStep::End : FlowStep::EndNext;
    m_store.addFlow(
        {flowId(event.category.text, event.name.text, id.text), at, m_tracks.thread(event), step});
}

/// Version 2 of flows: slices that name what they are bound to.
void ChromeEvents::takeBoundFlow(const ChromeEvent &event, TracePoint at, TrackId track)
{
    const bool in = isTrue(event.flowIn), out = isTrue(event.flowOut);
    if (!event.bindId || (!in && !out))
        return;
    const FlowStep step = !in ? FlowStep::Start : out ? FlowStep::Step : FlowStep::Reach;
    m_store.addFlow({flowId({}, {}, event.bindId.text), at, track, step});
}

/// As Perfetto writes the states of threads: a name and a length.
void ChromeEvents::takeState(const ChromeEvent &event, TracePoint at)
{
    const auto length = microsAsNanos(event.duration);
    if (!length || *length < 0)
        return m_skips.note(
            QT_TRANSLATE_NOOP("Problem", "%1 slices have no length that makes sense: skipped"));
    m_store.addSlice(m_tracks.states(event), {at, Nanos(*length), nameOf(event), argumentsOf(event)});
}

void ChromeEvents::takeMetadata(const ChromeEvent &event)
{
    const bool isProcess = event.name == "process_name" || event.name == "process_sort_index";
    const bool isThread = event.name == "thread_name" || event.name == "thread_sort_index";
    const JsonToken name = member(event.arguments, "name");
    const auto rank = wholeNumber(member(event.arguments, "sort_index"));
    const bool isKnown =
        (isProcess || isThread) && (event.name.text.endsWith("_name") ? bool(name) : bool(rank));
    if (!isKnown)
        return m_skips.note(QT_TRANSLATE_NOOP("Problem", "%1 metadata events named %2: skipped"),
                            event.name.text);
    TrackInfo &track = m_store.info(isProcess ? m_tracks.process(event) : m_tracks.thread(event));
    if (event.name.text.endsWith("_name"))
        track.name = m_tracks.idOf(name);
    else
        track.rank = qint32(std::clamp<qint64>(*rank, -1'000'000'000, 1'000'000'000));
}

bool ChromeEvents::hasTaskId(const ChromeEvent &event)
{
    return event.id || event.localId || event.globalId;
}

/// Its category is that of all slices of this name, see TrackStore::noteCategory.
TextId ChromeEvents::nameOf(const ChromeEvent &event)
{
    const TextId name = m_tracks.idOf(event.name);
    if (event.category && m_store.bytesOf(m_store.category(name)) != event.category.text)
        m_store.noteCategory(name, m_tracks.idOf(event.category));
    return name;
}

TextId ChromeEvents::argumentsOf(const ChromeEvent &event)
{
    const JsonToken &arguments = event.arguments;
    if (arguments.type == JsonToken::Type::Object && arguments.text.size() > 2)
        return m_store.texts().idOf(arguments.text);
    if (arguments.type == JsonToken::Type::None || arguments.type == JsonToken::Type::Object ||
        arguments == "null")
        return {};
    const char *quote = arguments.type == JsonToken::Type::String ? "\"" : "";
    return m_store.texts().idOf("{\"args\":" + (quote + arguments.text.toByteArray()) + quote + '}');
}

} // namespace loopscope
