// SPDX-License-Identifier: MIT
#include "app/run_controller.h"

#include "app/document.h"
#include "app/recording_info_of.h"
#include "app/terminal.h"
#include "core/net/demo/demo_server.h"
#include "core/session/recording_file.h"

#include <QElapsedTimer>

namespace loopscope {

namespace {

using namespace std::chrono_literals;

constexpr auto frame = 16ms;
constexpr qint64 drainFor = 4'000'000; ///< ns of a frame; the rest is for painting
constexpr qsizetype batch = 256;       ///< records between two looks at the time

} // namespace

RunController::RunController(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, this, &RunController::advance);
}

RunController::~RunController()
{
    m_run.reset(); // before the file: the plan appends until it has ended
    if (!m_file)
        return;
    if (const Result<void> finished = m_file->finish(); !finished)
        printProblem(finished.error()); // no window is left to tell it in
}

Result<void> RunController::start(const QStringList &runs, const QString &file)
{
    Q_ASSERT(!isRunning());
    PlanDraft &draft = m_document.draft();
    const PlanRef plan = draft.plan();
    if (!plan)
        return failure(
            draft.problems().value(0, Problem{.what = QT_TRANSLATE_NOOP("Problem", "the plan is empty")}));
    const auto demo = demoServerFor(draft.text());
    if (!demo)
        return failure(demo.error());
    const bool real = m_settings.clock == ClockChoice::Real;
    auto run = std::make_unique<LiveRun>(
        plan, LiveRunOptions{real ? ClockKind::Real : ClockKind::Virtual, m_settings.place, runs, *demo});
    const RecordingInfo info = recordingInfoOf(*plan, draft.source().name, draft.text(), m_settings.clock);
    if (!file.isEmpty()) {
        auto made = RecordingFile::create(file, info, run->reader(), IfExists::Replace);
        if (!made)
            return failure(made.error());
        m_file = std::move(*made);
        m_path = file;
    }
    m_reader = run->reader();
    if (m_settings.place == LoopPlace::WindowLoop)
        run->setMakeRoom([this] { drainAll(); });
    m_run = std::move(run);
    m_ended = false;
    connect(m_run.get(), &LiveRun::ended, this, &RunController::noteEnd);
    m_document.beginLive(info);
    m_document.recording().setLiveNow(TracePoint());
    m_run->start();
    m_frame.start();
    Q_EMIT changed();
    return {};
}

void RunController::stop()
{
    if (!m_run)
        return;
    m_run->requestStop();
    Q_EMIT changed();
}

Result<QUrl> RunController::demoServerFor(const QByteArray &planText)
{
    if (m_settings.clock != ClockChoice::Real || !planText.contains("demo:"))
        return QUrl();
    if (!m_demo) {
        auto started = DemoServer::start();
        if (!started)
            return failure(started.error());
        m_demo = std::move(*started);
    }
    return m_demo->url();
}

void RunController::advance()
{
    const bool wasOver = m_ended;
    const qsizetype before = m_document.recording().store().eventCount();
    drain();
    if (m_file && m_file->problem())
        finishFile(); // while it can still be seen to: the run goes on without it
    Recording &recording = m_document.recording();
    const qsizetype now = recording.store().eventCount();
    if (now != before)
        recording.noteGrowth();
    if (wasOver && now == before) {
        finish();
        return;
    }
    const auto &runs = recording.store().runs();
    if (m_run->clock() == ClockKind::Virtual)
        recording.setLiveNow(runs.empty() ? TracePoint() : runs.back().last);
    else
        recording.setLiveNow(TracePoint() + m_run->elapsed());
}

void RunController::drain()
{
    QElapsedTimer clock;
    clock.start();
    const auto take = [this](const Record &record) { m_document.append(record); };
    while (m_reader.drain(take, batch) == batch && clock.nsecsElapsed() < drainFor) {
    }
}

void RunController::drainAll()
{
    m_reader.drain([this](const Record &record) { m_document.append(record); });
}

void RunController::noteEnd()
{
    m_ended = true;
}

void RunController::finish()
{
    m_frame.stop();
    m_run.reset();
    m_reader = {};
    m_document.recording().setLiveNow({});
    finishFile();
    Q_EMIT changed();
}

void RunController::finishFile()
{
    if (!m_file)
        return;
    const auto finished = std::exchange(m_file, {})->finish();
    if (finished)
        m_document.setRecordingPath(m_path);
    else
        Q_EMIT recordingFailed(finished.error());
    Q_EMIT changed();
}

} // namespace loopscope
