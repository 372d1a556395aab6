// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/packet_writer.h"

#include <QSet>

#include <map>

namespace loopscope {

struct OpenSlice
{
    EventKind kind;
    quint32 subject = 0;
    std::vector<quint64> flows; ///< arrows that leave from it; they are written with its end
};

struct OpenTrack
{
    quint64 uuid = 0;
    QByteArray name;
    std::vector<OpenSlice> slices; ///< the innermost last
};

/// The tracks that are in use, and the slices open on them. Only what is open is kept: a run's tracks go with
/// its end, a task's with the task.
class TrackBook
{
public:
    explicit TrackBook(PacketWriter &packets) : m_packets(packets) {}

    /// Null for a track that was not opened, or is closed.
    [[nodiscard]] OpenTrack *find(Lane lane, RunId run, quint32 number = 0);

    /// Describes a new track in the file. Lanes are shown in the order of `Lane`, then of their numbers. Null
    /// when there is such a track already.
    OpenTrack *open(Lane lane, RunId run, quint32 number, const QByteArray &name);

    /// Describes all open tracks again, for who did not read what was written before.
    void describeAgain();

    /// The mark that begins a slice on the track, and the one that ends its innermost slice, which must
    /// exist.
    static TrackMark begin(OpenTrack &track, const Event &event, const QByteArray &name);
    TrackMark end(OpenTrack &track);

    /// An arrow leaves from the track's innermost slice, which must exist: it is pending until the slice
    /// ends.
    void send(OpenTrack &track, quint64 flow);
    [[nodiscard]] bool isPending(quint64 flow) const { return m_pending.contains(flow); }

    /// Ends, in the file, all slices of the track but the outermost `kept`.
    void endInner(OpenTrack &track, TracePoint at, size_t kept);

    void forget(Lane lane, RunId run, quint32 number = 0) { m_tracks.erase({run, lane, number}); }

    /// Ends and forgets all tracks of the run but the run's own.
    void closeRun(RunId run, TracePoint at);
    void closeAll(TracePoint at);

private:
    struct Key
    {
        RunId run;
        Lane lane;
        quint32 number;

        auto operator<=>(const Key &) const = default;
    };

    void describe(const Key &key, const OpenTrack &track);

    PacketWriter &m_packets;
    std::map<Key, OpenTrack> m_tracks;
    QSet<quint64> m_pending;
    quint64 m_lastUuid = wire::processTrack;
};

} // namespace loopscope
