// SPDX-License-Identifier: MIT
#include "app/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

namespace loopscope {

void printOut(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    std::fflush(stdout);
}

void printProblem(const Problem &problem)
{
    const QByteArray text = "loopscope: " + line(problem).toUtf8() + '\n';
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
