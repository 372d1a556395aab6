// SPDX-License-Identifier: MIT
#include "core/loop/gather.h"

namespace loopscope {

bool GatherChildren::add(Ref<FutureBase> child)
{
    const bool isNew = child->markSeen(m_collector);
    m_distinctCount += isNew;
    m_children.push_back(std::move(child));
    return isNew;
}

GatherChildren::Verdict GatherChildren::childDone(FutureBase &child, FutureBase &outer,
                                                  std::exception_ptr &error)
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
    // Asked to cancel, it ends cancelled even if the children swallowed it. CPython asks the last child, done
    // and perhaps not cancelled, for the error.
    error = m_children.back()->makeCancelledError();
    return Verdict::Fail;
}

bool GatherChildren::cancel(const QString &message)
{
    if (m_cancelling)
        return false; // a child waits for this very gather: CPython recurses until it may not any more
    m_cancelling = true;
    bool any = false;
    for (const auto &child : m_children)
        any = child->cancel(message) || any;
    m_cancelling = false;
    m_cancelRequested = m_cancelRequested || any;
    return any;
}

} // namespace loopscope
