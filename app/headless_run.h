// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "app/interrupt_signal.h"
#include "app/plan_text.h"
#include "core/plan/plan_runner.h"
#include "core/session/recording_file.h"
#include "core/trace/recorder.h"
#include "core/trace/store.h"

#include <QElapsedTimer>
#include <QTimer>

namespace loopscope {

class DemoServer;

/// A plan that runs on this thread, without a window: its records go through the same channel as in the
/// window, into a store and, if asked for, a file.
class HeadlessRun : public QObject
{
    Q_OBJECT

public:
    HeadlessRun(const RunPlan &command, const PlanText &text, PlanRef plan);
    ~HeadlessRun() override;

    /// What must be there before it can start: the recording's file, the demo server.
    [[nodiscard]] Result<void> prepare();
    void start();

    [[nodiscard]] const Store &store() const { return m_store; }
    [[nodiscard]] bool wasInterrupted() const { return m_interrupted; }
    /// From now on Ctrl+C ends the program, as it does any other. One that nobody has heard of yet counts as if it had
    /// come while the runs went on.
    void endWatch() { m_interrupted |= m_signal.letGo(); }
    /// Finishes the recording's file.
    [[nodiscard]] Result<void> finishFile();

Q_SIGNALS:
    void printed(const QString &text);
    void finished();

private:
    void placeRun();
    void drain();
    void end();
    void stop();

    const RunPlan &m_command;
    const PlanText &m_text;
    const PlanRef m_plan;
    std::shared_ptr<Channel> m_channel = std::make_shared<Channel>();
    Recorder m_recorder;
    Channel::Reader m_reader = m_channel->reader();
    Store m_store;
    std::unique_ptr<DemoServer> m_demo;
    std::unique_ptr<RecordingFile> m_file;
    std::unique_ptr<PlanRunner> m_runner;
    InterruptSignal m_signal;
    QTimer m_frame;
    QElapsedTimer m_elapsed;
    bool m_interrupted = false;
};

} // namespace loopscope
