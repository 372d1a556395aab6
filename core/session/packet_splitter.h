// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace loopscope {

/// Cuts a stream of bytes into packets. Borrows the bytes.
class PacketSplitter
{
public:
    explicit PacketSplitter(QByteArrayView bytes) : m_bytes(bytes) {}

    /// A packet may be so large: more than any fetched body. One that claims more is damaged, so that nobody waits for
    /// its end, and keeps what may be the rest of a file meanwhile.
    static constexpr qsizetype largestPacket = 1 << 30;

    enum class State : quint8 { Packet, End, CutShort, Damaged };

    /// Goes on to the next packet. Behind the last whole one: `End`, `CutShort` when bytes of one more are
    /// there, or `Damaged` when what is there is no packet.
    State next();
    [[nodiscard]] QByteArrayView packet() const { return m_packet; }
    /// Where the packet begins, or where there is none.
    [[nodiscard]] qsizetype offset() const { return m_offset; }
    /// Where the next one begins.
    [[nodiscard]] qsizetype nextOffset() const { return m_next; }

private:
    QByteArrayView m_bytes;
    QByteArrayView m_packet;
    qsizetype m_offset = 0;
    qsizetype m_next = 0;
};

} // namespace loopscope
