// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/packing.h"
#include "core/session/part_file.h"
#include "core/session/thread_tracks.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace loopscope {

/// A Perfetto trace of this program's own threads, as long as it lives: turns the Tracer on, and hands what the threads
/// recorded to the system every 50 ms, on a thread of its own. One at a time.
///
/// When writing fails, it stops, and `finish` tells why; the program goes on undisturbed.
class TraceFile
{
public:
    static Result<std::unique_ptr<TraceFile>> create(const QString &path, const QByteArray &processName,
                                                     IfExists ifExists, Packing packing = Packing::Compressed);
    /// Finishes it, if nobody did.
    ~TraceFile();

    /// Turns the Tracer off, writes what is left and puts the file in its place. Later calls give the same result.
    Result<void> finish();

private:
    TraceFile(PartFile file, const QByteArray &processName, Packing packing);
    void follow();
    void catchUp();
    void write();

    PartFile m_file;
    const Packing m_packing;
    ThreadTracks m_tracks;
    TickPair m_start;
    TickMap m_map;
    Result<void> m_result; ///< the thread's, until it has ended

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_isOver = false;

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace loopscope
