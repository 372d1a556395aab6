// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/part_file.h"
#include "core/session/recording_stream.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace loopscope {

/// Writes a recording to a file while it is made: follows a channel on a thread of its own and hands
/// everything to the system at least every 100 ms, so that a crash loses no more than that. Until it is
/// finished, the file stands beside its target (see PartFile).
///
/// When writing fails (a full disk, a vanished folder), it stops, and the Problem tells why; what is recorded
/// goes on undisturbed.
class RecordingFile
{
public:
    static Result<std::unique_ptr<RecordingFile>> create(const QString &path, const RecordingInfo &info,
                                                         Channel::Reader reader, IfExists ifExists);
    /// Finishes it, if nobody did.
    ~RecordingFile();

    /// Call when the last record has been appended: writes what is left, ends the recording and puts the file
    /// in its place. Waits for that. Later calls give the same result.
    Result<void> finish();

    /// Why nothing is written any more. From any thread.
    [[nodiscard]] std::optional<Problem> problem() const;

private:
    RecordingFile(PartFile file, const RecordingInfo &info, Channel::Reader reader);
    void follow();
    void catchUp();
    void write();
    void note(const Result<void> &result);

    PartFile m_file;
    RecordingStream m_stream;
    Channel::Reader m_reader;
    bool m_failed = false; ///< the thread's own copy of "there is a problem"

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_wake;
    bool m_isOver = false;
    std::optional<Problem> m_problem;

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace loopscope
