// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/packing.h"
#include "core/session/perfetto_writer.h"

namespace loopscope {

/// A recording as the bytes of its file, as they grow. The beginning stands in plain packets, so that what the file is
/// can be told from its first bytes. What `bytes` gave at any time is a recording that ends there.
class RecordingStream
{
public:
    explicit RecordingStream(const RecordingInfo &info, Packing packing = Packing::Compressed);

    /// In the order of the ids.
    void append(const Record &record);
    /// Everything appended so far goes into `bytes`, which otherwise waits for a block to be full.
    void flush();
    /// Ends what is open, says that the recording is whole, and flushes. Nothing may be appended after it.
    void end();

    /// What is there to be written since the last `clear`.
    [[nodiscard]] const std::string &bytes() const { return m_bytes; }
    void clear() { m_bytes.clear(); }

private:
    Packing m_packing;
    PerfettoWriter m_writer;
    std::string m_bytes;
    size_t m_flushed = 0; ///< before it was packed
};

} // namespace loopscope
