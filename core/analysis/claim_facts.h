// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"
#include "core/base/result.h"
#include "core/trace/store.h"

namespace loopscope {

/// What claims can read off a recording: the leaves of their expressions. Moments count from the beginning
/// of their run; of unfinished tasks lengths reach to its end.

/// The run of that name; null where the recording has none.
[[nodiscard]] const RunInfo *runNamed(const Store &store, QStringView name);

/// The tasks that a selector means, in creation order. None at all is a Problem, but for `*`: a claim about
/// a task that never was is a mistake in the claim.
[[nodiscard]] Result<std::vector<const TaskInfo *>> tasksOf(const Store &store, const RunInfo &run,
                                                            const QString &selector);

/// `function` of each of the tasks, which are all of `run`; those that have no such thing are left out.
[[nodiscard]] ClaimValues factsOf(const Store &store, const RunInfo &run, ClaimFunction function,
                                  const std::vector<const TaskInfo *> &tasks);

/// What tasks did, in the order they did it: the prints, requests and jobs of the run that are theirs. With
/// `*` those of callbacks, too.
[[nodiscard]] ClaimValues printsOf(const RunInfo &run, const std::vector<const TaskInfo *> &tasks,
                                   const QString &selector);
[[nodiscard]] ClaimValues requestsOf(const RunInfo &run, const std::vector<const TaskInfo *> &tasks);
[[nodiscard]] ClaimValues jobsOf(const RunInfo &run, const std::vector<const TaskInfo *> &tasks);

/// The moments of all events that an `at` means.
[[nodiscard]] ClaimValues momentsOf(const Store &store, const RunInfo &run, const ClaimExpr &at,
                                    const std::vector<const TaskInfo *> &tasks);

/// How long two or more of the tasks were running at one time: 0 on every loop there is.
[[nodiscard]] Nanos overlapOf(const RunInfo &run, const std::vector<const TaskInfo *> &tasks);

} // namespace loopscope
