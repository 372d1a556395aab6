// SPDX-License-Identifier: MIT
#include "app/headless_run.h"

#include "app/recording_info_of.h"
#include "core/net/demo/demo_server.h"
#include "core/trace/payload_view.h"

namespace loopscope {

HeadlessRun::HeadlessRun(const RunPlan &command, const PlanText &text, PlanRef plan)
    : m_command(command), m_text(text), m_plan(std::move(plan)),
      m_recorder(m_channel, command.clock == ClockChoice::Real ? WhenFull::Lose : WhenFull::Wait)
{
    m_recorder.setMakeRoom([this] { drain(); });
    connect(&m_signal, &InterruptSignal::interrupted, this, &HeadlessRun::stop);
    connect(&m_frame, &QTimer::timeout, this, &HeadlessRun::drain);
    m_frame.setInterval(std::chrono::milliseconds(16));
}

HeadlessRun::~HeadlessRun() = default;

Result<void> HeadlessRun::prepare()
{
    if (m_command.clock == ClockChoice::Real && m_text.text.contains("demo:")) {
        auto demo = DemoServer::start();
        if (!demo)
            return failure(demo.error());
        m_demo = std::move(*demo);
    }
    if (m_command.record.isEmpty())
        return {};
    RecordingInfo info = recordingInfoOf(*m_plan, m_text.name, m_text.text, m_command.clock);
    if (m_command.session)
        info.others.insert(QLatin1String("session"),
                           QJsonObject{{QLatin1String("repeats"), m_command.session->repeats},
                                       {QLatin1String("warmups"), m_command.session->warmups}});
    auto file =
        RecordingFile::create(m_command.record, info, m_channel->reader(),
                              m_command.overwrite == Overwrite::Force ? IfExists::Replace : IfExists::Refuse);
    if (!file)
        return failure(file.error());
    m_file = std::move(*file);
    return {};
}

void HeadlessRun::start()
{
    PlanRunOptions options;
    options.clock = m_command.clock == ClockChoice::Real ? ClockKind::Real : ClockKind::Virtual;
    options.observer = &m_recorder;
    options.session = m_command.session;
    if (m_demo)
        options.demoServer = m_demo->url();
    m_runner = std::make_unique<PlanRunner>(m_plan, options);
    connect(m_runner.get(), &PlanRunner::runAboutToBegin, this, &HeadlessRun::placeRun);
    connect(m_runner.get(), &PlanRunner::finished, this, &HeadlessRun::end);
    m_elapsed.start();
    m_frame.start();
    m_runner->start(m_command.runs);
}

Result<void> HeadlessRun::finishFile()
{
    return m_file ? m_file->finish() : Result<void>();
}

/// Runs on the real clock lie in the recording where they lay in time; virtual ones end to end.
void HeadlessRun::placeRun()
{
    if (m_command.clock == ClockChoice::Real)
        m_recorder.setSinceStart(Nanos(m_elapsed.nsecsElapsed()));
}

void HeadlessRun::drain()
{
    m_reader.drain([this](const Record &record) {
        m_store.append(record);
        if (record.event.kind == EventKind::Print)
            Q_EMIT printed(PayloadView(m_store.payload(record.event.payload)).text("text"));
    });
}

void HeadlessRun::end()
{
    m_frame.stop();
    drain();
    Q_EMIT finished();
}

void HeadlessRun::stop()
{
    m_interrupted = true;
    m_runner->requestStop();
}

} // namespace loopscope
