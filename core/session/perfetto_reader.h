// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/session/packet_block.h"
#include "core/session/packet_reader.h"
#include "core/session/recording_info.h"
#include "core/trace/store.h"
#include "core/trace/track_store.h"

#include <functional>

namespace loopscope {

/// Takes the events of a recording, in order, as they are read.
using RecordSink = std::function<void(const Record &)>;

/// A recording as it was found in a file.
struct LoadedRecording
{
    RecordingInfo info;
    Store store;
    TrackStore tracks;             ///< of a trace that another program made; then `store` is empty
    bool isForeign = false;        ///< it is such a trace, be it an empty one
    std::vector<Problem> warnings; ///< what the file lacks; what could be read is in `store` all the same
};

/// Reads a recording from bytes that come in pieces, cut anywhere, or from blocks of packets.
///
/// A recording that is cut short or damaged is read up to the last packet before that, and a warning says so; so it
/// does of one in whose midst packets are missing, and of another one behind the first, which is not read.
class PerfettoReader
{
public:
    explicit PerfettoReader(RecordSink sink) : m_sink(std::move(sink)) {}

    void feed(QByteArrayView bytes);
    /// Call it before `feed` where that is not the file as it is, but unpacked: so many of its bytes were read.
    void setFileBytes(qint64 size) { m_budget.setFileBytes(size); }
    /// The packets that follow on those before, already taken apart.
    void take(const PacketBlock &block);
    /// What is left behind the last whole packet of the file, and cannot be read.
    void takeRest(QByteArrayView rest, qsizetype offset);

    /// Nothing that follows would be read: it is damaged, or no recording.
    [[nodiscard]] bool isOver() const { return m_refusal || m_damage; }
    /// Known soon after the beginning; what is told last holds.
    [[nodiscard]] const RecordingInfo &info() const { return m_info; }
    [[nodiscard]] quint32 eventCount() const { return m_packets.eventCount(); }

    /// No more bytes will come: what the recording lacks. `file` is named in problems. What is no recording
    /// at all is a Problem.
    [[nodiscard]] Result<std::vector<Problem>> finish(const QString &file = {});

private:
    [[nodiscard]] bool take(const PacketContent &content, qsizetype offset);
    [[nodiscard]] Problem damageText() const;

    RecordSink m_sink;
    PacketReader m_packets;
    UnpackingBudget m_budget;
    RecordingInfo m_info;
    QByteArray m_rest; ///< the beginning of a packet whose end has not come yet
    qsizetype m_restOffset = 0;
    bool m_isFirst = true;
    bool m_isWhole = false;
    std::optional<quint64> m_events; ///< as many as the recording says that it has
    std::optional<Problem> m_refusal;
    std::optional<Damage> m_damage;
};

} // namespace loopscope
