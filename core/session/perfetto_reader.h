// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/session/packet_reader.h"
#include "core/session/recording_info.h"
#include "core/trace/store.h"

namespace loopscope {

/// A recording as it was found in a file.
struct LoadedRecording
{
    RecordingInfo info;
    Store store;
    std::vector<Problem> warnings; ///< what the file lacks; what could be read is in `store` all the same
};

/// Reads a recording from bytes that come in pieces, cut anywhere.
///
/// A recording that is cut short or damaged is read up to the last packet before that, and a warning says so.
class PerfettoReader
{
public:
    void feed(QByteArrayView bytes);

    /// No more bytes will come. `file` is named in problems. What is no recording at all is a Problem.
    [[nodiscard]] Result<LoadedRecording> finish(const QString &file = {});

private:
    void take(const PacketContent &content);
    void refuse(Problem problem);
    [[nodiscard]] bool isOver() const { return m_refusal || m_damage; }

    PacketReader m_packets;
    LoadedRecording m_recording;
    QByteArray m_rest; ///< the beginning of a packet whose end has not come yet
    qsizetype m_restOffset = 0;
    bool m_isFirst = true;
    bool m_isWhole = false;
    std::optional<Problem> m_refusal;
    std::optional<qsizetype> m_damage;
};

/// Reads a whole file.
[[nodiscard]] Result<LoadedRecording> readRecording(const QString &path);

} // namespace loopscope
