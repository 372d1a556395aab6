// SPDX-License-Identifier: MIT
#include "core/session/perfetto_writer.h"

#include "core/base/unix_time.h"
#include "core/trace/open_slices.h"
#include "core/trace/payload_view.h"

namespace loopscope {

namespace {

const QByteArray createdName = QByteArrayLiteral("created");
const QByteArray readyName = QByteArrayLiteral("ready");
const QByteArray runningName = QByteArrayLiteral("running");
const QByteArray passName = QByteArrayLiteral("pass");

constexpr qsizetype longestKept = 256;
/// A recorder knows fewer short texts than this at a time; what is older does not come again.
constexpr size_t mostKept = 1 << 17;
constexpr qsizetype longestName = 200;

QByteArray memberText(const QByteArray &payload, QByteArrayView key)
{
    return PayloadView(payload).text(key).left(longestName).toUtf8();
}

QByteArray joined(QByteArrayView first, QByteArrayView separator, const QByteArray &second)
{
    QByteArray text = first.toByteArray();
    if (!second.isEmpty())
        text.append(separator).append(second);
    return text;
}

QByteArray phaseName(EventKind kind)
{
    switch (kind) {
    case EventKind::RequestConnecting: return "connecting";
    case EventKind::RequestEncrypted: return "sending";
    case EventKind::RequestSent: return "server";
    default: return "receiving";
    }
}

QByteArray titleOf(const RecordingInfo &info)
{
    const QString title = info.title.isEmpty() ? info.planName : info.title;
    return joined("Loopscope", ": ", title.toUtf8());
}

} // namespace

PerfettoWriter::PerfettoWriter(const RecordingInfo &info)
{
    m_packets.start(titleOf(info), toJson(info), unixNanos(info.startedAt));
}

void PerfettoWriter::append(const Record &record)
{
    if (m_sinceRestart > m_restartAfter)
        restart();
    const Event &event = record.event;
    PayloadUse use;
    if (event.payload && !record.text.isNull()) {
        use = {record.text, PayloadUse::Time::First};
        if (record.text.size() <= longestKept)
            keep(event.payload, record.text);
    } else if (event.payload) {
        use = {m_texts.value(event.payload), PayloadUse::Time::Again};
    }
    m_last = std::max(m_last, event.at);
    std::optional<TrackMark> mark = place(event, use.text);
    if (mark) {
        if (WakeBook::announces(event.kind))
            mark->flows.push_back(event.id.value);
        m_wakes.note(event);
    }
    m_packets.event(event, use, mark);
}

/// Most waits are for one of a few things, and say so in the same words.
const QByteArray &PerfettoWriter::suspendedName(PayloadId payload, const QByteArray &text)
{
    QByteArray &name = m_suspendedNames[payload.value % m_suspendedNames.size()].second;
    PayloadId &of = m_suspendedNames[payload.value % m_suspendedNames.size()].first;
    if (name.isNull() || of != payload)
        name = joined("suspended", ": ", memberText(text, "on"));
    of = payload;
    return name;
}

void PerfettoWriter::keep(PayloadId id, const QByteArray &text)
{
    m_texts.insert(id, text);
    m_kept.push_back(id);
    if (m_kept.size() > mostKept) {
        m_texts.remove(m_kept.front());
        m_kept.pop_front();
    }
}

/// What is open is told again, too: less often where that is much.
void PerfettoWriter::restart()
{
    const size_t before = m_packets.bytes().size();
    m_packets.restart();
    m_tracks.describeAgain();
    m_sinceRestart = 0;
    m_restartAfter = std::max(stateLength, 16 * (m_packets.bytes().size() - before));
}

void PerfettoWriter::clear()
{
    m_sinceRestart += m_packets.bytes().size();
    m_packets.clear();
}

void PerfettoWriter::end()
{
    m_tracks.closeAll(m_last);
    m_packets.end();
}

std::optional<TrackMark> PerfettoWriter::place(const Event &event, const QByteArray &text)
{
    switch (event.kind) {
    case EventKind::RunBegin:
    case EventKind::RunEnd: return placeRun(event, text);
    case EventKind::Created:
    case EventKind::Ready:
    case EventKind::Resumed:
    case EventKind::Suspended:
    case EventKind::Done: return placeTask(event, text);
    case EventKind::Print: return placePrint(event, text);
    case EventKind::ExecutorBegin:
    case EventKind::ExecutorEnd: return placeJob(event, text);
    case EventKind::RequestQueued:
    case EventKind::RequestConnecting:
    case EventKind::RequestEncrypted:
    case EventKind::RequestSent:
    case EventKind::RequestHeaders:
    case EventKind::RequestDone: return placeRequest(event, text);
    default: return placeOnLoop(event, text);
    }
}

std::optional<TrackMark> PerfettoWriter::placeRun(const Event &event, const QByteArray &text)
{
    if (event.kind == EventKind::RunEnd) {
        m_tracks.closeRun(event.run, event.at);
        return leave(Lane::Run, event, 0);
    }
    const QByteArray name = memberText(text, "run");
    OpenTrack *track = m_tracks.open(Lane::Run, event.run, 0, joined("run", " ", name));
    if (!track)
        return {};
    m_tracks.open(Lane::Loop, event.run, 0, "loop");
    return TrackBook::begin(*track, event, name.isEmpty() ? QByteArray("run") : name);
}

std::optional<TrackMark> PerfettoWriter::placeOnLoop(const Event &event, const QByteArray &text)
{
    const bool isPass = event.kind == EventKind::PassBegin || event.kind == EventKind::PassEnd;
    switch (event.kind) {
    case EventKind::TimerFired: return instantOnLoop(event, "timer");
    case EventKind::CancelRequested: return instantOnLoop(event, "cancel requested");
    case EventKind::CallbackError: return instantOnLoop(event, "error in a callback");
    case EventKind::Stalled: return instantOnLoop(event, "stalled");
    case EventKind::Unretrieved: return instantOnLoop(event, "error never retrieved");
    case EventKind::NeverAwaited: return instantOnLoop(event, "coroutine never awaited");
    case EventKind::EventsLost: return instantOnLoop(event, QByteArray::number(event.subject) + " events lost");
    default: break;
    }
    OpenTrack *track = m_tracks.find(Lane::Loop, event.run);
    if (!track)
        return {};
    if (event.kind == EventKind::PassBegin || event.kind == EventKind::CallbackBegin) {
        return TrackBook::begin(
            *track, event, isPass ? passName : joined("callback", ": ", memberText(text, "of")));
    }
    const EventKind opener = isPass ? EventKind::PassBegin : EventKind::CallbackBegin;
    const size_t depth = depthOf(track->slices, opener, event.subject);
    if (depth == 0)
        return {};
    m_tracks.endInner(*track, event.at, depth);
    return m_tracks.end(*track);
}

std::optional<TrackMark> PerfettoWriter::placeTask(const Event &event, const QByteArray &text)
{
    const quint32 number = event.task.value;
    if (event.kind == EventKind::Done)
        return leave(Lane::Task, event, number);
    if (event.kind == EventKind::Created) {
        const QByteArray name = joined(memberText(text, "task"), " ", memberText(text, "coro"));
        OpenTrack *track = m_tracks.find(Lane::Run, event.run)
                               ? m_tracks.open(Lane::Task, event.run, number, name)
                               : nullptr;
        return track ? std::optional(TrackBook::begin(*track, event, createdName)) : std::nullopt;
    }
    OpenTrack *track = m_tracks.find(Lane::Task, event.run, number);
    if (event.kind == EventKind::Suspended)
        return enter(track, event, suspendedName(event.payload, text));
    if (event.kind == EventKind::Ready) {
        wake(event);
        return enter(track, event, readyName);
    }
    std::optional<TrackMark> mark = enter(track, event, runningName);
    const std::optional<quint64> arrow = m_wakes.resumed(event.task);
    if (mark && arrow && !m_tracks.isPending(*arrow))
        mark->arrow = arrow;
    return mark;
}

std::optional<TrackMark> PerfettoWriter::placeRequest(const Event &event, const QByteArray &text)
{
    const quint32 number = event.subject;
    if (event.kind == EventKind::RequestDone)
        return leave(Lane::Request, event, number);
    if (event.kind != EventKind::RequestQueued)
        return enter(m_tracks.find(Lane::Request, event.run, number), event, phaseName(event.kind));
    const QByteArray name = joined(memberText(text, "method"), " ", memberText(text, "url"));
    OpenTrack *track = m_tracks.open(Lane::Request, event.run, number, name);
    return track ? std::optional(TrackBook::begin(*track, event, "queued")) : std::nullopt;
}

std::optional<TrackMark> PerfettoWriter::placeJob(const Event &event, const QByteArray &text)
{
    if (event.kind == EventKind::ExecutorEnd)
        return leave(Lane::Job, event, event.subject);
    const QByteArray name = joined("job", " ", memberText(text, "job"));
    OpenTrack *track = m_tracks.open(Lane::Job, event.run, event.subject, name);
    return track ? std::optional(TrackBook::begin(*track, event, name)) : std::nullopt;
}

std::optional<TrackMark> PerfettoWriter::placePrint(const Event &event, const QByteArray &text)
{
    OpenTrack *track = m_tracks.find(Lane::Output, event.run);
    if (!track)
        track = m_tracks.open(Lane::Output, event.run, 0, "output");
    return TrackMark{TrackMark::Type::Instant, track->uuid, memberText(text, "text"), {}, {}};
}

/// One slice follows another on the track, with no gap.
std::optional<TrackMark> PerfettoWriter::enter(OpenTrack *track, const Event &event, const QByteArray &name)
{
    if (!track)
        return {};
    m_tracks.endInner(*track, event.at, 0);
    return TrackBook::begin(*track, event, name);
}

/// The event ends the track's last slice, and with it the track.
std::optional<TrackMark> PerfettoWriter::leave(Lane lane, const Event &event, quint32 number)
{
    OpenTrack *track = m_tracks.find(lane, event.run, number);
    if (!track || track->slices.empty())
        return {};
    const TrackMark mark = m_tracks.end(*track);
    m_tracks.forget(lane, event.run, number);
    return mark;
}

std::optional<TrackMark> PerfettoWriter::instantOnLoop(const Event &event, const QByteArray &name)
{
    const OpenTrack *track = m_tracks.find(Lane::Loop, event.run);
    if (!track)
        return {};
    return TrackMark{TrackMark::Type::Instant, track->uuid, name, {}, {}};
}

void PerfettoWriter::wake(const Event &ready)
{
    const std::optional<WakeBook::Source> source = m_wakes.ready(ready);
    if (!source)
        return;
    OpenTrack *track = m_tracks.find(Lane::Task, ready.run, source->task.value);
    if (!track || track->slices.empty() || track->slices.back().kind != EventKind::Resumed)
        track = m_tracks.find(Lane::Loop, ready.run);
    if (!track || track->slices.empty())
        return;
    m_tracks.send(*track, source->flow);
    m_wakes.isSent(ready);
}

} // namespace loopscope
