// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"
#include "core/plan/frame.h"

namespace loopscope {

/// A coroutine that is called and has not begun: its arguments have their values.
struct PendingCall
{
    const Coroutine *coroutine = nullptr;
    std::vector<Value> arguments;
};

using ResolvedItem = std::variant<PendingCall, AnyFuture>;

[[nodiscard]] PendingCall resolveCall(const Frame &frame, const Call &call);
/// TypeError if a path leads to anything but a task or future.
[[nodiscard]] ResolvedItem resolveItem(const Frame &frame, const Item &item);
/// The same where a path may lead to a list, which stands for its elements.
void resolveItems(const Frame &frame, const Item &item, std::vector<ResolvedItem> &items);
/// The futures at a path to one, or to a list of them.
[[nodiscard]] std::vector<AnyFuture> resolveFutures(const Frame &frame, const Path &path);
/// The one future (or task) at a path.
[[nodiscard]] AnyFuture futureAt(const Frame &frame, const Path &path);
[[nodiscard]] TaskBase &taskAt(const Frame &frame, const Path &path);

/// loop.create_task. A null `name` means Task-N.
[[nodiscard]] AnyFuture startTask(Execution &execution, PendingCall call, const QString &name = {});
/// A call becomes a task; a future stays itself.
[[nodiscard]] AnyFuture asTask(Execution &execution, ResolvedItem item);
/// The items of "wait" and "as_completed": each call becomes a task before the next item is looked at.
[[nodiscard]] std::vector<AnyFuture> resolveAsTasks(const Frame &frame, const std::vector<Item> &items);

} // namespace loopscope
