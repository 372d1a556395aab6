// SPDX-License-Identifier: MIT
#include "app/screenshot.h"

#include "app/main_window.h"
#include "app/terminal.h"
#include "ui/shared/event_text.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/tracks/track_panel.h"

#include <QApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace loopscope {

namespace {

/// So long after the last change the picture stands still: layouts, scrollbars and the timeline have settled.
constexpr std::chrono::milliseconds settled{300};

TaskId findTask(const Store &store, const RunInfo &run, const QString &name)
{
    for (const TaskId id : run.tasks) {
        const TaskInfo &task = *store.task(id);
        if (task.name == name || task.coro == name || taskText(store, id) == name)
            return id;
    }
    return {};
}

/// The task's latest event at or before `now`.
EventId lastEventOf(const TaskInfo &task, EventId now)
{
    const auto behind = std::upper_bound(task.events.begin(), task.events.end(), now);
    return behind == task.events.begin() ? task.created : *std::prev(behind);
}

/// Why there shall be no picture, or not there; null where there may.
const char *obstacleTo(const ScreenshotRequest &request, const Document &document)
{
    if (request.panel == QLatin1String("timeline") && !document.hasRecording() && !document.tracks())
        return "%1 cannot be drawn: nothing has happened";
    const QFileInfo there(request.file);
    if (there.exists() && !there.isFile())
        return "%1: this is no file"; // a device or a pipe would be replaced by a picture
    return there.exists() && request.overwrite == Overwrite::Refuse ? "%1: this file exists already" : nullptr;
}

/// As Qt knows it.
QByteArray formatOf(const ScreenshotRequest &request)
{
    const QByteArray suffix = QFileInfo(request.file).suffix().toLatin1();
    return request.format == PictureFormat::Png || suffix.isEmpty() ? QByteArray("PNG") : suffix;
}

/// As a whole or not at all: a full disk takes no picture that was there before.
bool isWritten(const QPixmap &picture, const ScreenshotRequest &request)
{
    QSaveFile file(request.file);
    return file.open(QIODevice::WriteOnly) && picture.save(&file, formatOf(request).constData()) && file.commit();
}

} // namespace

Screenshot::Screenshot(MainWindow &window, const OpenWindow &command)
    : m_window(window), m_command(command), m_request(*command.screenshot)
{
    m_during.setSingleShot(true);
    m_during.setTimerType(Qt::PreciseTimer);
    connect(&m_during, &QTimer::timeout, this, &Screenshot::arrange);
    connect(&window.files(), &FileCommands::failed, this,
            [this](const QString &title, const QString &detail) { m_problem = title + u' ' + detail; });
}

int Screenshot::take()
{
    m_window.setAttribute(Qt::WA_DontShowOnScreen);
    m_window.resize(m_request.size);
    m_window.show();
    QTimer::singleShot(0, this, &Screenshot::begin);
    return QApplication::exec();
}

void Screenshot::begin()
{
    if (m_command.files.isEmpty())
        m_window.files().open(QStringLiteral("tutorial")); // the first page, as a newcomer sees it
    for (const QString &file : m_command.files)
        m_window.files().open(file);
    if (m_window.document().loadingPercent())
        connect(&m_window.document(), &Document::loadingEnded, this, &Screenshot::goOn, Qt::QueuedConnection);
    else
        goOn();
}

void Screenshot::goOn()
{
    const bool hasTime = m_window.document().hasRecording() || m_window.document().tracks();
    const bool plan = !m_command.files.isEmpty() && !hasTime && m_window.document().draft().plan();
    if (!m_problem.isEmpty() && !hasTime) {
        fail("%1", {m_problem});
        return;
    }
    if (!plan) {
        arrange();
        return;
    }
    connect(&m_window.controller(), &RunController::changed, this, &Screenshot::noteRun);
    m_window.startRun({});
    if (m_request.during)
        m_during.start(std::chrono::duration_cast<std::chrono::milliseconds>(*m_request.during));
}

void Screenshot::noteRun()
{
    if (m_window.controller().isRunning() || m_request.during)
        return;
    arrange();
}

void Screenshot::arrange()
{
    const Store &store = m_window.document().recording().store();
    if (m_window.document().tracks())
        m_window.tracks().findNext(m_request.select);
    else if (!movePlayhead(store) || !select(store))
        return;
    QTimer::singleShot(m_request.during ? std::chrono::milliseconds(0) : settled, this, &Screenshot::save);
}

void Screenshot::save()
{
    // Of another program's trace the lanes are a panel of their own.
    const bool isLanes = m_window.document().tracks() && m_request.panel == QLatin1String("timeline");
    const QString panel = isLanes ? QStringLiteral("tracks") : m_request.panel;
    QWidget *shown = panel.isEmpty() ? &m_window : m_window.findChild<QWidget *>(panel);
    if (!shown) {
        fail("there is no panel \"%1\"", {m_request.panel});
        return;
    }
    if (const char *const obstacle = obstacleTo(m_request, m_window.document())) {
        fail(obstacle, {m_request.file});
        return;
    }
    if (!isWritten(shown->grab(), m_request)) {
        fail("the picture %1 cannot be written", {m_request.file});
        return;
    }
    if (!m_problem.isEmpty())
        printProblem({.what = "%1", .arguments = {m_problem}}); // of what is on show not all is there
    leave(ExitGood);
}

void Screenshot::leave(ExitCode code)
{
    QApplication::exit(code);
}

void Screenshot::fail(const char *what, const QStringList &arguments)
{
    printProblem({.what = what, .arguments = arguments});
    leave(ExitMisuse);
}

RunId Screenshot::wantedRun(const Store &store) const
{
    for (const RunInfo &run : store.runs())
        if (run.name == m_request.run)
            return run.id;
    const bool any = !store.runs().empty() && m_request.run.isEmpty();
    return any ? store.runs().front().id : RunId();
}

bool Screenshot::movePlayhead(const Store &store)
{
    if (!m_request.at)
        return true;
    const RunId run = wantedRun(store);
    if (!run) {
        fail("there is no run \"%1\" to put the playhead into", {m_request.run});
        return false;
    }
    m_window.playhead().goToTime(store, run, TracePoint() + *m_request.at);
    return true;
}

bool Screenshot::select(const Store &store)
{
    const RunInfo *run = store.run(wantedRun(store));
    if (m_request.select.isEmpty())
        return true;
    bool number = false;
    const quint32 event = m_request.select.toUInt(&number);
    if (run && number && event > 0 && event <= run->lastEvent.value - run->first.value + 1) {
        const EventId id{run->first.value + event - 1};
        m_window.selection().select({id, store.event(id).task});
        return true;
    }
    if (run && m_request.select.startsWith(QLatin1String("request:")))
        for (const RequestInfo &request : run->requests)
            if (request.number == m_request.select.mid(8).toUInt()) {
                m_window.selection().select({request.first, {}, RequestKey{run->id, request.number}});
                return true;
            }
    if (const TaskId task = run ? findTask(store, *run, m_request.select) : TaskId()) {
        m_window.selection().select(
            {lastEventOf(*store.task(task), m_window.playhead().moment().event), task});
        return true;
    }
    fail("there is no event, task or request \"%1\" to select", {m_request.select});
    return false;
}

} // namespace loopscope
