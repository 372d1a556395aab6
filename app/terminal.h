// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

#include <QByteArray>

namespace loopscope {

/// What headless commands say: results on standard output, problems on standard error, one line each.
void printOut(const QByteArray &text);
void printProblem(const Problem &problem);
void printProblems(const QList<Problem> &problems);

/// Whether standard output is read by a person, and how wide their terminal is (80 where it does not say).
[[nodiscard]] bool isTerminal();
[[nodiscard]] int terminalColumns();

} // namespace loopscope
