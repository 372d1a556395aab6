// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan.h"

namespace loopscope {

/// Where a step of a plan is found in a listing. Lines count from 1.
struct ListedStep
{
    TextPlace place; ///< the step's, as Step::place
    int line = 0;    ///< where a task stands that waits in the step
    int first = 0;   ///< all that was made of the step, with the steps inside it: first …
    int last = 0;    ///< … to last line
};

/// A plan told as a program, line by line.
struct Listing
{
    QStringList lines;
    std::vector<ListedStep> steps; ///< in the order of the plan's text: a step stands before those inside it

    [[nodiscard]] QString text() const { return lines.join(u'\n') + u'\n'; }
    /// The step of the plan that begins at `place`, or null.
    [[nodiscard]] const ListedStep *stepAt(TextPlace place) const;
};

/// The plan as a Python script (CPython 3.11 or newer) on plain asyncio: what it prints when it is run is
/// what the plan prints. Helpers that a plan needs stand behind its coroutines.
[[nodiscard]] Listing pythonListing(const Plan &plan);

/// What a C++ listing calls its namespace and its entry, so that several may be built into one program.
struct CppNames
{
    QString space = QStringLiteral("plan");
    QString main = QStringLiteral("main");
};

/// The plan as a C++ program on QCoro and core/loop, with core/script for what Python has in the language
/// itself: values of any type, and texts made of them.
[[nodiscard]] Listing cppListing(const Plan &plan, const CppNames &names = {});

} // namespace loopscope
