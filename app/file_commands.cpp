// SPDX-License-Identifier: MIT
#include "app/file_commands.h"

#include "app/document.h"
#include "app/plan_text.h"
#include "core/foreign/trace_sniffer.h"
#include "ui/shared/problem_text.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace loopscope {

namespace {

/// A recording of so many bytes is there before anybody sees that it was not. Compressed by somebody who means harm
/// they hold a thousand times as many, and that, too, is a blink.
constexpr qint64 mostReadAtOnce = 1 << 16;

bool isReadAtOnce(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.size() > mostReadAtOnce)
        return !info.isFile(); // to be refused
    QFile file(path);
    return !file.open(QIODevice::ReadOnly) || traceKind(file.peek(sniffedBytes)) != TraceKind::Gzip;
}

/// Plans are text and begin with a brace, as traces in Chrome's JSON do; recordings are packets, whose first
/// byte is never one.
bool looksLikePlan(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false; // opening a pipe would wait for somebody who writes to it
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return path.endsWith(QLatin1String(".json"));
    const QByteArray begin = file.peek(sniffedBytes);
    return (traceKind(begin) == TraceKind::ChromeJson && !looksLikeChromeTrace(begin)) ||
           (begin.trimmed().isEmpty() && path.endsWith(QLatin1String(".json")));
}

QFileDialog *makeDialog(QWidget *window, const QString &title, QFileDialog::AcceptMode mode,
                        const QString &filter)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setNameFilter(filter);
    return dialog;
}

} // namespace

FileCommands::FileCommands(Document &document, QWidget *window)
    : QObject(window), m_document(document), m_window(window)
{
    connect(&document, &Document::loadingEnded, this, &FileCommands::noteOpened);
}

void FileCommands::askToOpen()
{
    ask(makeDialog(m_window, tr("Open a plan, a recording or a trace"), QFileDialog::AcceptOpen,
                   tr("Plans, recordings and traces (*.json *.pftrace *.perfetto-trace *.trace *.gz);;All "
                      "files (*)")),
        [this](const QString &file) { open(file); });
}

void FileCommands::open(const QString &file)
{
    if (QFileInfo::exists(file) && !looksLikePlan(file) && !isBuiltinPlan(file))
        leaveRecording([this, file] { openRecording(file); });
    else
        leavePlan([this, file] { openPlan(file); });
}

void FileCommands::savePlan()
{
    const QString path = m_document.draft().source().path;
    if (path.isEmpty()) {
        savePlanAs();
        return;
    }
    if (const auto saved = m_document.savePlan(path); !saved)
        fail(tr("The plan was not saved."), saved.error());
    else
        Q_EMIT used(path);
}

void FileCommands::savePlanAs()
{
    QFileDialog *dialog =
        makeDialog(m_window, tr("Save plan"), QFileDialog::AcceptSave, tr("Plans (*.json)"));
    dialog->setDefaultSuffix(QStringLiteral("json"));
    ask(dialog, [this](const QString &file) {
        if (const auto saved = m_document.savePlan(file); !saved)
            fail(tr("The plan was not saved."), saved.error());
        else
            Q_EMIT used(file);
    });
}

void FileCommands::saveRecording()
{
    if (m_document.recordingPath().isEmpty())
        saveRecordingAs();
    else
        writeRecording(m_document.recordingPath());
}

void FileCommands::saveRecordingAs()
{
    QFileDialog *dialog =
        makeDialog(m_window, tr("Save recording"), QFileDialog::AcceptSave, tr("Recordings (*.pftrace)"));
    dialog->setDefaultSuffix(QStringLiteral("pftrace"));
    ask(dialog, [this](const QString &file) { writeRecording(file); });
}

void FileCommands::writeRecording(const QString &file)
{
    if (const auto saved = m_document.saveRecording(file); !saved)
        fail(tr("The recording was not saved."), saved.error());
    else
        Q_EMIT used(file);
}

void FileCommands::askWhereToRecord(std::function<void(const QString &)> record)
{
    QFileDialog *dialog =
        makeDialog(m_window, tr("Record to"), QFileDialog::AcceptSave, tr("Recordings (*.pftrace)"));
    dialog->setDefaultSuffix(QStringLiteral("pftrace"));
    ask(dialog, std::move(record));
}

void FileCommands::leavePlan(std::function<void()> proceed)
{
    if (!m_document.draft().isChanged()) {
        proceed();
        return;
    }
    askToLeave(
        tr("The plan \"%1\" has changes that are not saved.").arg(m_document.draft().title()),
        [this] { savePlan(); }, std::move(proceed));
}

void FileCommands::leaveRecording(std::function<void()> proceed)
{
    if (m_document.isRecordingChanged())
        askToLeave(
            tr("The bookmarks of this recording are not saved."), [this] { saveRecording(); },
            std::move(proceed));
    else
        proceed();
}

/// Once it is saved the user goes on: where to may have to be asked first.
void FileCommands::askToLeave(const QString &question, std::function<void()> save,
                              std::function<void()> proceed)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Loopscope"), question,
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [box, save, proceed](QAbstractButton *button) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            proceed();
        else if (box->buttonRole(button) == QMessageBox::AcceptRole)
            save();
    });
    box->open();
}

void FileCommands::openPlan(const QString &file)
{
    if (const auto opened = m_document.openPlan(file); !opened)
        fail(tr("The plan was not opened."), opened.error());
    else if (!m_document.draft().source().path.isEmpty())
        Q_EMIT used(m_document.draft().source().path);
}

void FileCommands::openRecording(const QString &file)
{
    // The run's events would go on to arrive, in a recording that is not theirs.
    if (m_document.recording().isLive()) {
        fail(tr("The recording was not opened."),
             {.what = QT_TRANSLATE_NOOP("Problem", "a plan runs, and its recording is on show: stop it first"),
              .file = file});
        return;
    }
    if (isReadAtOnce(file))
        noteOpened(file, m_document.openRecording(file));
    else
        m_document.loadRecording(file);
}

void FileCommands::noteOpened(const QString &file, const Result<QList<Problem>> &opened)
{
    if (!opened) {
        fail(tr("The recording was not opened."), opened.error());
        return;
    }
    Q_EMIT used(QFileInfo(file).absoluteFilePath());
    if (opened->isEmpty())
        return;
    if (!m_document.tracks())
        return fail(tr("This recording is not whole."), opened->first());
    const QString more =
        opened->size() > 1 ? tr(" and %1 more, listed on the right").arg(opened->size() - 1) : QString();
    Q_EMIT failed(tr("Not all of this trace is shown."), problemText(opened->first()) + more);
}

void FileCommands::ask(QFileDialog *dialog, std::function<void(const QString &)> chosen)
{
    connect(dialog, &QFileDialog::fileSelected, this, std::move(chosen));
    dialog->open();
}

void FileCommands::fail(const QString &title, const Problem &problem)
{
    const QString name = QFileInfo(problem.file).fileName();
    Q_EMIT failed(title,
                  name.isEmpty() ? problemText(problem) : tr("%1: %2").arg(name, problemText(problem)));
}

} // namespace loopscope
