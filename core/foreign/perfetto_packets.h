// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/perfetto_events.h"

#include <atomic>

namespace loopscope {

/// Understands the packets of any Perfetto trace, one after the other: clocks, sequences, tracks and events.
/// Counts what it does not understand by field number and, where known, name.
class PerfettoPackets
{
public:
    /// Compressed packets may lie within each other so deep, and become so large.
    static constexpr int deepest = 2;
    static constexpr qsizetype largest = 256 << 20;
    /// And all of them together, at any depth, so large, and so many times the bytes that were taken. Traces have 5 to
    /// 20 times.
    static constexpr qint64 freelyUnpacked = 64 << 20;
    static constexpr qint64 mostTimes = 100;

    /// Both are borrowed.
    PerfettoPackets(TrackStore &store, SkipCounter &skips)
        : m_store(store), m_skips(skips), m_clocks(skips), m_tracks(store, m_skipped),
          m_events(store, m_tracks, skips, m_skipped)
    {
    }

    /// So many bytes of a file that is compressed as a whole were read: what packets hold compressed may become so
    /// many times these, not those of the packets.
    void setFileBytes(qint64 size)
    {
        m_isTold = true;
        m_taken = size;
    }
    /// Once it is set (borrowed, may be null), from any thread, packets are not looked at any more.
    void setCancelling(const std::atomic<bool> *isCancelled) { m_isCancelled = isCancelled; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled && *m_isCancelled; }

    /// False when the packet's bytes are damaged; what was understood before stays.
    bool take(QByteArrayView packet);
    /// Tells what was skipped. Call it once, behind the last packet.
    void finish()
    {
        m_skipped.tell(m_skips);
        m_events.finish();
    }
    [[nodiscard]] quint64 understood() const { return m_understood; }

private:
    struct Fields;
    void takeFields(const Fields &fields);
    void takeState(const Fields &fields, PerfettoSequence &sequence);
    void takeClocks(protozero::data_view snapshot, quint64 sequence);
    void takeEvent(const Fields &fields, PerfettoSequence &sequence);
    void takeCompressed(const Fields &fields);

    TrackStore &m_store;
    SkipCounter &m_skips;
    FieldCounter m_skipped;
    ClockBook m_clocks;
    PerfettoTracks m_tracks;
    PerfettoEvents m_events;
    PerfettoEvent m_event;
    std::map<quint64, PerfettoSequence> m_sequences;
    std::pair<quint64, PerfettoSequence *> m_last{};
    quint64 m_understood = 0;
    int m_depth = 0;
    qint64 m_taken = 0;    ///< bytes of the file
    bool m_isTold = false; ///< somebody else counts them
    qint64 m_unpacked = 0; ///< bytes, of all compressed packets
    const std::atomic<bool> *m_isCancelled = nullptr;
};

/// Takes the packets out of a trace's bytes, from `begin` on. Returns how far it came: to the first byte that
/// is not (yet) part of a whole packet.
struct PacketWalk
{
    enum class End : quint8 { Bytes, CutShort, Damaged };

    qsizetype offset = 0;
    End end = End::Bytes;
};
[[nodiscard]] PacketWalk walkPackets(QByteArrayView bytes, PerfettoPackets &packets);

} // namespace loopscope
