// SPDX-License-Identifier: MIT
#include "core/loop/gather.h"

#include <unordered_set>

namespace loopscope {

GatherChildren::GatherChildren(std::vector<Ref<FutureBase>> children, ReturnExceptions returnExceptions)
    : m_children(std::move(children)), m_distinctCount(distinct().size()), m_returnExceptions(returnExceptions)
{
}

std::vector<Ref<FutureBase>> GatherChildren::distinct() const
{
    std::vector<Ref<FutureBase>> different;
    std::unordered_set<const FutureBase *> seen;
    for (const auto &child : m_children) {
        if (seen.insert(child.get()).second)
            different.push_back(child);
    }
    return different;
}

GatherChildren::Verdict GatherChildren::childDone(FutureBase &child, FutureBase &outer, std::exception_ptr &error)
{
    ++m_finished;
    if (outer.done()) {
        child.markRetrieved();
        return Verdict::Wait;
    }
    if (m_returnExceptions == ReturnExceptions::No) {
        error = child.errorForWaiter();
        if (error)
            return Verdict::Fail;
    }
    if (m_finished < m_distinctCount)
        return Verdict::Wait;
    for (const auto &each : m_children)
        each->markRetrieved();
    if (!m_cancelRequested)
        return Verdict::Collect;
    // Asked to cancel, it ends cancelled even if the children swallowed it. CPython asks the last child, done and
    // perhaps not cancelled, for the error.
    error = m_children.back()->makeCancelledError();
    return Verdict::Fail;
}

bool GatherChildren::cancel(const QString &message)
{
    bool any = false;
    for (const auto &child : m_children)
        any = child->cancel(message) || any;
    m_cancelRequested = m_cancelRequested || any;
    return any;
}

} // namespace loopscope
