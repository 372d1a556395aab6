// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace loopscope {

/// What came of one call of the program.
struct ProgramOutcome
{
    int code = -1;
    QByteArray out;
    QString err;
};

/// The program as a user without a display runs it.
inline void prepareProgram(QProcess &process, const QStringList &words)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(LOOPSCOPE_PROGRAM));
    process.setArguments(words);
}

inline ProgramOutcome runProgram(const QStringList &words)
{
    QProcess process;
    prepareProgram(process, words);
    process.start();
    if (!process.waitForFinished())
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

} // namespace loopscope
