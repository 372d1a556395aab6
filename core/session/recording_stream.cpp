// SPDX-License-Identifier: MIT
#include "core/session/recording_stream.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Early blocks are a quarter of what stands before them, so that a small file that is cut loses no more than that.
constexpr size_t smallestBlock = 1 << 10;

} // namespace

RecordingStream::RecordingStream(const RecordingInfo &info, Packing packing) : m_packing(packing), m_writer(info)
{
    m_bytes = m_writer.bytes();
    m_writer.clear();
}

void RecordingStream::append(const Record &record)
{
    m_writer.append(record);
    if (m_writer.bytes().size() >= std::clamp(m_flushed / 4, smallestBlock, largestBlock))
        flush();
}

void RecordingStream::flush()
{
    m_flushed += m_writer.bytes().size();
    putPackets(m_bytes, m_writer.bytes(), m_packing);
    m_writer.clear();
}

void RecordingStream::end()
{
    m_writer.end();
    flush();
}

} // namespace loopscope
