// SPDX-License-Identifier: MIT
#include "core/loop/wait_graph.h"

#include "core/loop/holders.h"

#include <map>
#include <unordered_set>

namespace loopscope {

namespace {

using Edges = std::map<quint32, std::vector<TaskId>>; ///< by the number of who waits

/// All tasks that wait for `target`, whatever stands between.
std::vector<const TaskBase *> whoWaitsFor(const FutureBase &target)
{
    std::vector<const TaskBase *> tasks;
    std::unordered_set<const FutureBase *> seen{&target};
    std::vector<const FutureBase *> open{&target};
    while (!open.empty()) {
        const FutureBase &future = *open.back();
        open.pop_back();
        std::vector<const FutureBase *> next;
        future.forEachCallback([&](FutureBase::Callback callback, const RefCounted &context) {
            const auto *const behind = dynamic_cast<const FutureBase *>(&context);
            if (callback == &TaskBase::wakeUp)
                tasks.push_back(behind->asTask());
            else if (behind)
                next.push_back(behind);
            else if (const auto *const link = dynamic_cast<const WaitLink *>(&context))
                link->addWaiting(next);
        });
        for (const FutureBase *one : next) {
            if (seen.insert(one).second)
                open.push_back(one);
        }
    }
    return tasks;
}

} // namespace

std::vector<TaskWait> waitGraph(const std::vector<Ref<FutureBase>> &unfinished)
{
    Edges edges;
    for (const auto &future : unfinished) {
        const TaskBase *const task = future->asTask();
        for (const TaskBase *waiting : whoWaitsFor(*future))
            edges[waiting->id().value].push_back(task->id());
        const FutureBase *const waiter = task->waiter();
        if (const sync::Holders *const holders = waiter ? waiter->holders() : nullptr) {
            for (const TaskId holder : holders->tasks()) {
                if (holder)
                    edges[task->id().value].push_back(holder);
            }
        }
    }
    std::vector<TaskWait> waits;
    for (auto &[task, waitsFor] : edges)
        waits.push_back({TaskId{task}, std::move(waitsFor)});
    return waits;
}

QByteArray waitGraphJson(const std::vector<TaskWait> &waits, size_t most)
{
    QByteArrayList members;
    for (const TaskWait &wait : waits) {
        QByteArrayList numbers;
        for (size_t i = 0; i < std::min(most, wait.waitsFor.size()); ++i)
            numbers += QByteArray::number(wait.waitsFor[i].value);
        members += '"' + QByteArray::number(wait.task.value) + "\":[" + numbers.join(',') + ']';
    }
    return '{' + members.join(',') + '}';
}

} // namespace loopscope
