// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/read_recording.h"
#include "core/trace/record_queue.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <thread>

namespace loopscope {

/// Reads a recording, or another program's trace, from a file in the background: a thread reads, and this
/// thread is handed the events at most sixty times a second, for a few milliseconds each time, so that the
/// window stays alive and shows the beginning long before the end is in.
class RecordingLoader : public QObject
{
    Q_OBJECT

public:
    /// `take` is called on this thread for every event, in order, from `began` to `ended`.
    RecordingLoader(const QString &path, RecordSink take, QObject *parent = nullptr);
    /// Stops reading; nothing more is taken.
    ~RecordingLoader() override;

    void start();
    /// Reads no further. What was taken stays, and `ended` comes soon.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_progress.isCancelled; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// How much of the file was read, from 0 to 100.
    [[nodiscard]] int percent() const;
    /// All was taken, and `ended` emitted.
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }
    /// What the file lacks, or why it is no recording. Once it has ended.
    [[nodiscard]] const Result<std::vector<Problem>> &result() const { return *m_result; }

    /// What is handed over in one piece, once it has ended: all but recordings of ours.
    [[nodiscard]] std::optional<LoadedRecording> takeWhole() { return std::exchange(m_whole, {}); }

Q_SIGNALS:
    /// It is a recording of ours; its events follow. Never emitted for another file.
    void began(const loopscope::RecordingInfo &info);
    /// Events were taken. Told of the first at once, then ever less often, and of the last before `ended`: a
    /// picture of much takes longer to make, and is not much different from the one before.
    void grew();
    /// Sixty times a second: bytes may have been read.
    void advanced();
    void ended();

private:
    void read();
    [[nodiscard]] Result<std::vector<Problem>> readOwn();
    [[nodiscard]] Result<std::vector<Problem>> readOther();
    void advance();
    bool takeSome();
    void tellInfo();
    [[nodiscard]] bool isRead();
    [[nodiscard]] bool isTimeToTell() const;

    const QString m_path;
    const RecordSink m_take;
    ReadProgress m_progress;
    RecordQueue m_queue;
    RecordQueue::Batch m_batch; ///< being taken
    size_t m_taken = 0;         ///< of m_batch
    bool m_hasBegun = false;
    bool m_hasEnded = false;
    bool m_hasNews = false; ///< taken and not told of
    QTimer m_frame;
    QElapsedTimer m_sinceStart, m_sinceTold;

    std::mutex m_mutex; ///< guards what follows
    std::optional<RecordingInfo> m_info;
    std::optional<LoadedRecording> m_whole;
    std::optional<Result<std::vector<Problem>>> m_result;

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace loopscope
