// SPDX-License-Identifier: MIT
#include "app/terminal.h"

#include "core/base/printable.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace loopscope {

namespace {

int outputError = 0; ///< of the first write that failed

} // namespace

void printOut(const QByteArray &text)
{
    const size_t size = size_t(text.size());
    errno = 0;
    const bool isWritten = std::fwrite(text.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
    if (!isWritten && outputError == 0)
        outputError = errno != 0 ? errno : EIO;
}

void printText(const QString &text)
{
    printOut(printable(text).toUtf8());
}

std::optional<Problem> outputProblem()
{
    if (outputError == 0)
        return std::nullopt;
    return Problem{.what = "standard output cannot be written: %1", .arguments = {qt_error_string(outputError)}};
}

void printProblem(const Problem &problem)
{
    // One line, whatever names and answers of others are in it.
    const QString shown = printable(line(problem)).replace(u'\n', u' ').replace(u'\t', u' ');
    const QByteArray text = "loopscope: " + shown.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

void printProblems(const QList<Problem> &problems)
{
    for (const Problem &problem : problems)
        printProblem(problem);
}

bool isTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

int terminalColumns()
{
    winsize size{};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40;
    return known ? size.ws_col : 80;
}

} // namespace loopscope
