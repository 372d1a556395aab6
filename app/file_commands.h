// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QObject>

#include <functional>

class QFileDialog;
class QWidget;

namespace loopscope {

class Document;

/// Opening and saving as the user asks for it, with dialogs over `window` that do not stop what goes on
/// behind them. What goes wrong is told by `failed`, and then nothing has changed.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    FileCommands(Document &document, QWidget *window);

    void askToOpen();
    /// A plan, a recording, or the name of a built-in plan. While a plan runs no recording takes its place.
    void open(const QString &file);
    void savePlan();
    void savePlanAs();
    /// To its own file; asks where to when it has none.
    void saveRecording();
    void saveRecordingAs();
    /// Asks where to record to, and then calls `record` with the file.
    void askWhereToRecord(std::function<void(const QString &)> record);
    /// Asks what is to become of a changed plan, and calls `proceed` unless the user stays.
    void leavePlan(std::function<void()> proceed);
    /// The same for a recording whose bookmarks are not saved.
    void leaveRecording(std::function<void()> proceed);

Q_SIGNALS:
    /// A file was opened or saved.
    void used(const QString &path);
    void failed(const QString &title, const QString &detail);

private:
    void openPlan(const QString &file);
    void openRecording(const QString &file);
    void noteOpened(const QString &file, const Result<QList<Problem>> &opened);
    void ask(QFileDialog *dialog, std::function<void(const QString &)> chosen);
    void writeRecording(const QString &file);
    void askToLeave(const QString &question, std::function<void()> save, std::function<void()> proceed);
    void fail(const QString &title, const Problem &problem);

    Document &m_document;
    QWidget *m_window;
};

} // namespace loopscope
