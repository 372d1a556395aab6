// SPDX-License-Identifier: MIT
#include "core/foreign/chrome_tracks.h"

#include "core/foreign/counter_word.h"

namespace loopscope {

namespace {

/// A process or thread that is named by a text gets a number that no system gives.
constexpr qint64 firstOfTexts = qint64(1) << 48;

bool isText(qint64 number)
{
    return number >= firstOfTexts;
}

} // namespace

TrackId ChromeTracks::thread(const ChromeEvent &event)
{
    const qint64 processNumber = processOf(event);
    const qint64 number = numberOf(event.thread, processNumber);
    const Key key{quint64(processNumber), quint64(number), 0};
    if (m_last && key == m_lastThread)
        return m_last;
    TrackId &track = m_threads[key];
    if (!track)
        track = make({.kind = TrackKind::Thread, .parent = process(processNumber), .number = number},
                     event.thread);
    m_lastThread = key;
    return m_last = track;
}

TrackId ChromeTracks::task(const ChromeEvent &event)
{
    const bool isGlobal = bool(event.globalId);
    const JsonToken &id = isGlobal ? event.globalId : event.localId ? event.localId : event.id;
    const TextId scope = idOf(event.scope ? event.scope : event.category);
    const quint64 owner = isGlobal ? ~quint64(0) : quint64(processOf(event));
    TrackId &track = m_tasks[{owner, scope.value, idOf(id).value}];
    if (!track)
        track = m_store.addTrack({.kind = TrackKind::Task,
                                  .parent = process(processOf(event)),
                                  .name = idOf(event.name),
                                  .rank = 1});
    return track;
}

TrackId ChromeTracks::counter(const ChromeEvent &event, QByteArrayView series)
{
    const bool isNamed = series != "value" && series != "";
    const TextId nameId = idOf(event.name), id = event.id ? idOf(event.id) : TextId{};
    const TextId seriesId = isNamed ? m_store.texts().idOf(series) : TextId{};
    TrackId &track =
        m_counters[{quint64(processOf(event)), quint64(nameId.value) << 32 | id.value, seriesId.value}];
    if (track)
        return track;
    const auto shown = [this](TextId text) { return counterWord(m_store.texts().text(text)); };
    QByteArray name = shown(nameId);
    if (event.id)
        name += '[' + shown(id) + ']';
    if (isNamed)
        name += ' ' + shown(seriesId);
    const TextId text = m_store.texts().idOf(name);
    return track = m_store.addTrack(
               {.kind = TrackKind::Counter, .parent = process(processOf(event)), .name = text, .rank = -1});
}

TrackId ChromeTracks::states(const ChromeEvent &event)
{
    const TrackId thread = this->thread(event);
    TrackId &track = m_states[thread];
    if (!track)
        track = m_store.addTrack(
            {.kind = TrackKind::Other, .parent = thread, .name = m_store.texts().idOf("state")});
    return track;
}

TrackId ChromeTracks::global()
{
    if (!m_global)
        m_global =
            m_store.addTrack({.kind = TrackKind::Other, .name = m_store.texts().idOf("global"), .rank = -1});
    return m_global;
}

TextId ChromeTracks::idOf(const JsonToken &token)
{
    return m_store.texts().idOf(token.hasEscapes ? QByteArrayView(unescaped(token.text)) : token.text);
}

qint64 ChromeTracks::numberOf(const JsonToken &token, qint64 otherwise)
{
    if (!token)
        return otherwise;
    const auto number = wholeNumber(token);
    return number && !isText(*number) ? *number : firstOfTexts + idOf(token).value;
}

TrackId ChromeTracks::process(qint64 number)
{
    TrackId &track = m_processes[number];
    if (!track) {
        TrackInfo info{.kind = TrackKind::Process, .number = number};
        if (isText(number)) {
            info.name = TextId{quint32(number - firstOfTexts)};
            info.number.reset();
        }
        track = m_store.addTrack(info);
    }
    return track;
}

TrackId ChromeTracks::make(const TrackInfo &info, const JsonToken &name)
{
    TrackInfo track = info;
    if (track.number && isText(*track.number)) {
        track.name = idOf(name);
        track.number.reset();
    }
    return m_store.addTrack(track);
}

} // namespace loopscope
