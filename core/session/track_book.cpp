// SPDX-License-Identifier: MIT
#include "core/session/track_book.h"

namespace loopscope {

OpenTrack *TrackBook::find(Lane lane, RunId run, quint32 number)
{
    const auto at = m_tracks.find({run, lane, number});
    return at == m_tracks.end() ? nullptr : &at->second;
}

OpenTrack *TrackBook::open(Lane lane, RunId run, quint32 number, const QByteArray &name)
{
    const auto [at, isNew] = m_tracks.try_emplace({run, lane, number});
    if (!isNew)
        return nullptr;
    at->second.uuid = ++m_lastUuid;
    at->second.name = name;
    describe(at->first, at->second);
    return &at->second;
}

void TrackBook::describe(const Key &key, const OpenTrack &track)
{
    const OpenTrack *parent = key.lane == Lane::Run ? nullptr : find(Lane::Run, key.run);
    m_packets.describe({track.uuid, parent ? parent->uuid : wire::processTrack,
                        key.lane == Lane::Run ? key.run.value : rankOf(key.lane, key.number), track.name});
}

void TrackBook::describeAgain()
{
    for (const auto &[key, track] : m_tracks) // a run before what is below it
        describe(key, track);
}

TrackMark TrackBook::begin(OpenTrack &track, const Event &event, const QByteArray &name)
{
    track.slices.push_back({event.kind, event.subject, {}});
    return {TrackMark::Type::SliceBegin, track.uuid, name, {}, {}};
}

TrackMark TrackBook::end(OpenTrack &track)
{
    TrackMark mark{TrackMark::Type::SliceEnd, track.uuid, {}, std::move(track.slices.back().flows), {}};
    track.slices.pop_back();
    for (const quint64 flow : mark.flows)
        m_pending.remove(flow);
    return mark;
}

void TrackBook::send(OpenTrack &track, quint64 flow)
{
    track.slices.back().flows.push_back(flow);
    m_pending.insert(flow);
}

void TrackBook::endInner(OpenTrack &track, TracePoint at, size_t kept)
{
    while (track.slices.size() > kept)
        m_packets.draw(at, end(track));
}

void TrackBook::closeRun(RunId run, TracePoint at)
{
    auto track = m_tracks.lower_bound({run, Lane::Loop, 0});
    while (track != m_tracks.end() && track->first.run == run) {
        endInner(track->second, at, 0);
        track = m_tracks.erase(track);
    }
}

void TrackBook::closeAll(TracePoint at)
{
    for (auto &[key, track] : m_tracks)
        endInner(track, at, 0);
    m_tracks.clear();
}

} // namespace loopscope
