// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

#include <QByteArray>

#include <optional>

namespace loopscope {

/// What headless commands say: results on standard output, problems on standard error, one line each. `printOut` is
/// for JSON and logs, which are written as they are; all else may hold names out of somebody's file and is printed
/// so that it commands no terminal.
void printOut(const QByteArray &text);
void printText(const QString &text);
/// Why something of that could not be written; the command has failed then.
[[nodiscard]] std::optional<Problem> outputProblem();
void printProblem(const Problem &problem);
void printProblems(const QList<Problem> &problems);

/// Whether standard output is read by a person, and how wide their terminal is (80 where it does not say).
[[nodiscard]] bool isTerminal();
[[nodiscard]] int terminalColumns();

} // namespace loopscope
