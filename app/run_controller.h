// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "app/live_run.h"

#include <QTimer>

namespace loopscope {

class DemoServer;
class Document;
class RecordingFile;

/// How the next run is run.
struct RunSettings
{
    ClockChoice clock = ClockChoice::Real;
    LoopPlace place = LoopPlace::OwnThread;
};

/// Runs the document's plan and lets its recording grow, at most once a frame and never longer than a part of
/// a frame, so that the window stays alive however much happens.
class RunController : public QObject
{
    Q_OBJECT

public:
    explicit RunController(Document &document, QObject *parent = nullptr);
    ~RunController() override;

    [[nodiscard]] const RunSettings &settings() const { return m_settings; }
    void setSettings(const RunSettings &settings) { m_settings = settings; }

    /// Runs these runs of the plan (all if empty). With a `file` they are written there while they go on.
    /// Replaces the recording on show; on a Problem nothing has happened.
    [[nodiscard]] Result<void> start(const QStringList &runs, const QString &file = {});
    /// As Ctrl+C; the second time the run is abandoned.
    void stop();

    [[nodiscard]] bool isRunning() const { return bool(m_run); }
    [[nodiscard]] bool isRecording() const { return bool(m_file); }
    [[nodiscard]] bool isStopping() const { return m_run && m_run->isStopping(); }

Q_SIGNALS:
    void changed();
    /// The file cannot be written, perhaps while the run goes on; the recording is here all the same.
    void recordingFailed(const loopscope::Problem &problem);

private:
    Result<QUrl> demoServerFor(const QByteArray &planText);
    void advance();
    void drain();
    void drainAll();
    void noteEnd();
    void finish();
    void finishFile();

    Document &m_document;
    RunSettings m_settings;
    std::unique_ptr<DemoServer> m_demo;
    std::unique_ptr<LiveRun> m_run;
    Channel::Reader m_reader;
    std::unique_ptr<RecordingFile> m_file;
    QString m_path;
    QTimer m_frame;
    bool m_ended = false; ///< the plan has ended; what it left may not be drained yet
};

} // namespace loopscope
