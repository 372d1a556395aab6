// SPDX-License-Identifier: MIT
#include "core/loop/task_group.h"

#include "core/loop/wait_graph.h"

namespace loopscope {

/// What the children's callbacks hold, which may be called when the group is gone.
class TaskGroup::Link final : public RefCounted, public WaitLink
{
public:
    explicit Link(TaskGroup *group) : m_group(group) {}
    void cut() { m_group = nullptr; }
    void addWaiting(std::vector<const FutureBase *> &futures) const override
    {
        if (m_group && m_group->m_allDone)
            futures.push_back(m_group->m_allDone.get());
    }
    static void childDone(RefCounted &self, RefCounted *task)
    {
        auto &link = static_cast<Link &>(self);
        if (link.m_group)
            link.m_group->childDone(static_cast<FutureBase &>(*task));
    }

private:
    TaskGroup *m_group;
};

namespace {

bool isException(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception &) {
        return true;
    } catch (...) {
        return false;
    }
}

} // namespace

TaskGroup::TaskGroup()
    : m_loop(*Loop::running()), m_parent(*m_loop.currentTask()), m_parentAlive(&m_parent.future()),
      m_link(makeRef<Link>(this))
{
}

TaskGroup::~TaskGroup()
{
    m_link->cut();
}

void TaskGroup::requireOpen() const
{
    if (m_exiting && m_tasks.empty())
        throw RuntimeError(QStringLiteral("TaskGroup is finished"));
    if (m_aborting)
        throw RuntimeError(QStringLiteral("TaskGroup is shutting down"));
}

void TaskGroup::adopt(const Ref<FutureBase> &task)
{
    task->addCallback(&Link::childDone, m_link);
    m_tasks.push_back(task);
}

void TaskGroup::abort()
{
    m_aborting = true;
    const auto tasks = m_tasks;
    for (const auto &task : tasks) {
        if (!task->done())
            task->cancel({});
    }
}

void TaskGroup::childDone(FutureBase &task)
{
    std::erase_if(m_tasks, [&](const auto &one) { return one.get() == &task; });
    if (m_allDone && m_tasks.empty())
        m_allDone->setResultUnlessDone();
    if (task.cancelled())
        return;
    const std::exception_ptr error = task.exception();
    if (!error)
        return;
    m_errors.push_back(error);
    if (m_aborting || m_parentCancelRequested || m_parent.future().done())
        return;
    abort();
    m_parentCancelRequested = true;
    m_parent.future().cancel({});
}

QCoro::Task<> TaskGroup::exit(std::exception_ptr bodyError)
{
    m_exiting = true;
    std::exception_ptr cancellation = isCancelledError(bodyError) ? bodyError : nullptr;
    if (m_parentCancelRequested && m_parent.uncancel() == 0)
        cancellation = nullptr; // it was our own
    if (bodyError && !m_aborting)
        abort();
    while (!m_tasks.empty()) {
        m_allDone = makeRef<FutureState<void>>(m_loop);
        m_allDone->setAwaitWord(AwaitWord::Group);
        try {
            co_await Future<>(m_allDone);
        } catch (const CancelledError &) {
            if (!m_aborting) {
                cancellation = std::current_exception();
                abort();
            }
        }
        m_allDone = {};
    }
    if (cancellation && m_errors.empty())
        std::rethrow_exception(cancellation);
    if (bodyError && !isCancelledError(bodyError))
        m_errors.push_back(bodyError);
    if (!m_errors.empty())
        throwErrors();
}

void TaskGroup::throwErrors()
{
    const auto text = QStringLiteral("unhandled errors in a TaskGroup");
    if (std::ranges::all_of(m_errors, isException))
        throw ExceptionGroup(text, std::exchange(m_errors, {}));
    throw BaseExceptionGroup(text, std::exchange(m_errors, {}));
}

} // namespace loopscope
