// SPDX-License-Identifier: MIT
#include "core/foreign/track_event_reader.h"

namespace loopscope {

void TrackEventReader::feed(QByteArrayView bytes)
{
    if (m_isDamaged)
        return;
    m_rest.append(bytes);
    if (m_rest.size() < m_enough)
        return;
    const PacketWalk walk = walkPackets(m_rest, m_packets);
    m_offset += walk.offset;
    m_rest.remove(0, walk.offset);
    m_enough = m_rest.size() + 1;
    m_isDamaged = walk.end == PacketWalk::End::Damaged;
}

bool TrackEventReader::finish()
{
    m_packets.finish();
    if (m_isDamaged)
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "the trace is damaged at byte %2: read up to there"),
                     QByteArray::number(m_offset));
    else if (!m_rest.isEmpty())
        m_skips.note(QT_TRANSLATE_NOOP("Problem", "the trace ends within a packet: read up to there"));
    return m_packets.understood() > 0;
}

} // namespace loopscope
