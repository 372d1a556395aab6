// SPDX-License-Identifier: MIT
#include "app/headless.h"
#include "app/terminal.h"
#include "app/window_app.h"
#include "core/session/file_size_limit.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    using namespace loopscope;
    surviveFileSizeLimit(); // before any thread: all of them inherit it

    // Understood before any application exists: which one it takes follows from the command.
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    const auto command = parseCommandLine(words);
    if (!command) {
        printProblem(command.error());
        return ExitMisuse;
    }
    if (const auto *window = std::get_if<OpenWindow>(&*command))
        return runWindow(*window, argc, argv);
    QCoreApplication application(argc, argv);
    return runHeadless(*command);
}
