// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/perfetto_packets.h"

#include <QByteArray>

namespace loopscope {

/// Reads any Perfetto trace of TrackEvents from bytes that come in pieces, cut anywhere. What is damaged is
/// read up to there, and counted.
class TrackEventReader
{
public:
    /// Both are borrowed.
    TrackEventReader(TrackStore &store, SkipCounter &skips) : m_skips(skips), m_packets(store, skips) {}

    /// Once it is set (borrowed, may be null), packets are not looked at any more.
    void setCancelling(const std::atomic<bool> *isCancelled) { m_packets.setCancelling(isCancelled); }

    /// See PerfettoPackets.
    void setFileBytes(qint64 size) { m_packets.setFileBytes(size); }

    void feed(QByteArrayView bytes);
    /// No more bytes will come. False when this was no such trace at all.
    [[nodiscard]] bool finish();

private:
    SkipCounter &m_skips;
    PerfettoPackets m_packets;
    QByteArray m_rest; ///< the beginning of a packet whose end has not come yet
    qint64 m_offset = 0;
    qsizetype m_enough = 0; ///< try again when there is so much
    bool m_isDamaged = false;
};

} // namespace loopscope
