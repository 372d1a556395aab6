// SPDX-License-Identifier: MIT
#include "core/plan/items.h"

#include "core/plan/future_thing.h"
#include "core/plan/interpreter.h"
#include "core/plan/plan_error.h"

namespace loopscope {

namespace {

AnyFuture requireFuture(const Value &value, const Path &path)
{
    const FutureThing *const thing = asFuture(value);
    if (!thing)
        throwWrongKind(path.text, "future");
    return thing->future();
}

} // namespace

PendingCall resolveCall(const Frame &frame, const Call &call)
{
    const Coroutine &coroutine = frame.execution().plan().coroutines[size_t(call.coroutine)];
    return {&coroutine, frame.evaluateAll(call.arguments)};
}

ResolvedItem resolveItem(const Frame &frame, const Item &item)
{
    if (const Call *call = std::get_if<Call>(&item))
        return resolveCall(frame, *call);
    return futureAt(frame, std::get<Path>(item));
}

void resolveItems(const Frame &frame, const Item &item, std::vector<ResolvedItem> &items)
{
    if (const Call *call = std::get_if<Call>(&item)) {
        items.emplace_back(resolveCall(frame, *call));
        return;
    }
    for (AnyFuture &future : resolveFutures(frame, std::get<Path>(item)))
        items.emplace_back(std::move(future));
}

std::vector<AnyFuture> resolveFutures(const Frame &frame, const Path &path)
{
    const Value value = frame.read(path);
    const ListRef *const list = value.as<ListRef>();
    if (!list)
        return {requireFuture(value, path)};
    std::vector<AnyFuture> futures;
    for (const Value &element : **list)
        futures.push_back(requireFuture(element, path));
    return futures;
}

AnyFuture futureAt(const Frame &frame, const Path &path)
{
    return requireFuture(frame.read(path), path);
}

TaskBase &taskAt(const Frame &frame, const Path &path)
{
    const Value value = frame.read(path);
    const FutureThing *const thing = asFuture(value);
    TaskBase *const task = thing ? thing->future().state()->asTask() : nullptr;
    if (!task)
        throwWrongKind(path.text, "task");
    return *task;
}

AnyFuture startTask(Execution &execution, PendingCall call, const QString &name)
{
    return createTask(execution.loop(), {name, call.coroutine->name}, &runCall, &execution, call.coroutine,
                      std::move(call.arguments));
}

AnyFuture asTask(Execution &execution, ResolvedItem item)
{
    if (PendingCall *call = std::get_if<PendingCall>(&item))
        return startTask(execution, std::move(*call));
    return std::get<AnyFuture>(std::move(item));
}

std::vector<AnyFuture> resolveAsTasks(const Frame &frame, const std::vector<Item> &items)
{
    std::vector<AnyFuture> futures;
    for (const Item &item : items) {
        std::vector<ResolvedItem> resolved;
        resolveItems(frame, item, resolved);
        for (ResolvedItem &one : resolved)
            futures.push_back(asTask(frame.execution(), std::move(one)));
    }
    return futures;
}

} // namespace loopscope
