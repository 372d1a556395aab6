// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/skip_counter.h"
#include "core/session/read_recording.h"

#include <memory>

namespace loopscope {

/// Opens whatever shows when things happened: a recording of ours, any Perfetto trace of track events,
/// Chrome's Trace Event JSON, and each of these compressed with gzip. One of ours fills `store`, all others
/// `tracks`; what was not understood is in `warnings`, counted and named.
/// `progress` tells how far it is, and may stop it: what was read until then is the answer.
[[nodiscard]] Result<LoadedRecording> openTrace(const QString &path, ReadProgress *progress = nullptr);

/// Reads a trace of any of these kinds, already uncompressed, from bytes that come in pieces, cut anywhere.
class TraceReader
{
public:
    /// Once `isCancelled` (borrowed, may be null) is set, from any thread, it reads no further.
    explicit TraceReader(const std::atomic<bool> *isCancelled = nullptr);
    ~TraceReader();

    void feed(QByteArrayView bytes);
    /// Call it before `feed` where that is a file's bytes unpacked: so many of it were read.
    void setFileBytes(qint64 size);
    /// No more bytes will come. `file` is named in problems.
    [[nodiscard]] Result<LoadedRecording> finish(const QString &file);

private:
    struct Reading;
    void begin();
    [[nodiscard]] Result<LoadedRecording> finishOwn(const QString &file);

    QByteArray m_begin; ///< until there is enough of it to tell what it is
    bool m_hasBegun = false;
    std::unique_ptr<Reading> m_reading;
};

} // namespace loopscope
