// SPDX-License-Identifier: MIT
#include "core/session/implied_events.h"

#include "core/session/wire_format.h"

namespace loopscope {

namespace {


/// More names than this have no payload remembered.
constexpr quint32 mostNames = 1 << 16;

/// Whether the loop says of such an event that it is why tasks become ready.
bool isContext(EventKind kind)
{
    switch (kind) {
    case EventKind::Resumed:
    case EventKind::TimerFired:
    case EventKind::CallbackBegin:
    case EventKind::ExecutorEnd:
    case EventKind::RequestDone:
    case EventKind::Created:
    case EventKind::CancelRequested:
    case EventKind::Done:
    case EventKind::Stalled: return true;
    default: return false;
    }
}

Event eventOf(EventKind kind, quint32 run)
{
    Event event;
    event.kind = kind;
    event.run = RunId{run};
    return event;
}

} // namespace

quint32 rankOf(Lane lane, quint32 number)
{
    return quint32(lane) * ranksPerLane + std::min(number, ranksPerLane - 1);
}

SliceName sliceName(QByteArrayView name)
{
    if (name == "running")
        return SliceName::Running;
    if (name == "ready")
        return SliceName::Ready;
    if (name == "pass")
        return SliceName::Pass;
    return name.startsWith("suspended") ? SliceName::Suspended : SliceName::Other;
}

void ImpliedEvents::describe(quint64 uuid, quint64 parent, quint32 rank)
{
    if (m_tracks.empty())
        m_tracks.push_back({});
    if (uuid != wire::processTrack + m_tracks.size())
        return;
    Track track;
    if (parent == wire::processTrack) {
        track.lane = Lane::Run;
        track.run = rank;
    } else if (const Track *const run = find(parent); run && rank / ranksPerLane < laneCount) {
        track.lane = Lane(rank / ranksPerLane);
        track.number = rank % ranksPerLane;
        track.run = run->run;
    }
    m_tracks.push_back(track);
}

const ImpliedEvents::Track *ImpliedEvents::find(quint64 uuid) const
{
    const bool ours = uuid > wire::processTrack && uuid - wire::processTrack < m_tracks.size();
    return ours ? &m_tracks[uuid - wire::processTrack] : nullptr;
}

std::optional<Event> ImpliedEvents::of(const Drawing &drawing) const
{
    const Track *const track = find(drawing.track);
    if (!track)
        return {};
    if (track->lane == Lane::Task)
        return ofTask(*track, drawing);
    return track->lane == Lane::Loop ? ofLoop(*track, drawing) : std::nullopt;
}

std::optional<Event> ImpliedEvents::ofTask(const Track &track, const Drawing &drawing) const
{
    if (drawing.type != TrackMark::Type::SliceBegin)
        return {};
    Event event = eventOf(EventKind::Resumed, track.run);
    event.task = TaskId{track.number};
    switch (drawing.name) {
    case SliceName::Running:
        event.cause = track.ready;
        return event;
    case SliceName::Ready:
        event.kind = EventKind::Ready;
        event.cause = m_context;
        return event;
    case SliceName::Suspended:
        event.kind = EventKind::Suspended;
        if (drawing.nameId < m_suspendedOn.size())
            event.payload = m_suspendedOn[drawing.nameId];
        return event;
    default: return {};
    }
}

std::optional<Event> ImpliedEvents::ofLoop(const Track &track, const Drawing &drawing) const
{
    if (drawing.type == TrackMark::Type::SliceBegin && drawing.name == SliceName::Pass) {
        Event event = eventOf(EventKind::PassBegin, track.run);
        event.subject = m_pass + 1;
        return event;
    }
    const auto open = m_openOnLoop.find(drawing.track);
    if (drawing.type != TrackMark::Type::SliceEnd || open == m_openOnLoop.end() || open->second.empty() ||
        open->second.back() != SliceName::Pass)
        return {};
    Event event = eventOf(EventKind::PassEnd, track.run);
    event.subject = m_pass;
    return event;
}

void ImpliedEvents::draw(const Drawing &drawing)
{
    const Track *const track = find(drawing.track);
    if (!track || track->lane != Lane::Loop)
        return;
    std::vector<SliceName> &open = m_openOnLoop[drawing.track];
    if (drawing.type == TrackMark::Type::SliceBegin)
        open.push_back(drawing.name);
    else if (drawing.type == TrackMark::Type::SliceEnd && !open.empty())
        open.pop_back();
}

void ImpliedEvents::note(const Event &event, const std::optional<Drawing> &drawing)
{
    if (isContext(event.kind))
        m_context = event.id;
    if (event.kind == EventKind::PassBegin)
        m_pass = event.subject;
    if (event.kind == EventKind::RunBegin)
        m_openOnLoop.clear();
    if (!drawing)
        return;
    if (event.kind == EventKind::Ready && find(drawing->track))
        m_tracks[drawing->track - wire::processTrack].ready = event.id;
    if (event.kind == EventKind::Suspended && drawing->nameId > 0 && drawing->nameId < mostNames) {
        if (m_suspendedOn.size() <= drawing->nameId)
            m_suspendedOn.resize(drawing->nameId + 1);
        m_suspendedOn[drawing->nameId] = event.payload;
    }
}

} // namespace loopscope
