// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "core/base/ids.h"

#include <QObject>
#include <QTimer>

namespace loopscope {

class MainWindow;
class Store;

/// Takes the picture that `--screenshot` asks for: opens the files, runs a plan, brings the window into the
/// wanted state and writes what it then shows.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow &window, const OpenWindow &command);

    /// Runs the application's event loop until it is done; returns the exit code.
    [[nodiscard]] int take();

private:
    void begin();
    void goOn();
    void noteRun();
    void arrange();
    void save();
    void leave(ExitCode code);
    void fail(const char *what, const QStringList &arguments);
    [[nodiscard]] RunId wantedRun(const Store &store) const;
    bool movePlayhead(const Store &store);
    bool select(const Store &store);

    MainWindow &m_window;
    const OpenWindow &m_command;
    const ScreenshotRequest &m_request;
    QTimer m_during;
    QString m_problem; ///< the latest that the window told of
};

} // namespace loopscope
