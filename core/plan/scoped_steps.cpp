// SPDX-License-Identifier: MIT
#include "core/plan/scoped_steps.h"

#include "core/loop/as_completed.h"
#include "core/loop/task_group.h"
#include "core/loop/timeout.h"
#include "core/plan/error_types.h"
#include "core/plan/future_steps.h"
#include "core/plan/future_thing.h"
#include "core/plan/items.h"
#include "core/plan/plan_error.h"
#include "core/plan/step_label.h"

namespace loopscope {

namespace {

/// The result of the next item, or what it raised: a plain Exception is a value where those are to be
/// returned.
QCoro::Task<Value> nextResult(AsCompleted *line, Errors errors)
{
    try {
        const AnyFuture done = co_await line->next();
        co_return valueState(done).result();
    } catch (...) {
        const QString type = QString::fromUtf8(describeError(std::current_exception()).type);
        if (errors == Errors::Raise || !catches(u"Exception", type))
            throw;
        co_return errorValue(std::current_exception());
    }
}

} // namespace

QCoro::Task<Flow> runWithTimeout(Frame *frame, const Step *step)
{
    Timeout limit(frame->maybeSeconds(step->subject));
    limit.enter();
    frame->timeouts().push_back(&limit);
    std::exception_ptr error;
    Flow returned;
    try {
        returned = co_await runSteps(frame, &step->body);
    } catch (...) {
        error = std::current_exception();
    }
    frame->timeouts().pop_back();
    if (const std::exception_ptr leaving = limit.exit(error))
        std::rethrow_exception(leaving);
    co_return returned;
}

QCoro::Task<Flow> runGroup(Frame *frame, const Step *step)
{
    TaskGroup group;
    frame->groups().push_back(&group);
    std::exception_ptr error;
    Flow returned;
    try {
        returned = co_await runSteps(frame, &step->body);
    } catch (...) {
        error = std::current_exception();
    }
    frame->groups().pop_back();
    StepLabel(*step).announce(*frame);
    co_await group.exit(error);
    co_return returned;
}

QCoro::Task<Flow> runAsCompleted(Frame *frame, const Step *step)
{
    std::vector<AnyFuture> futures = resolveAsTasks(*frame, step->items);
    const std::optional<Seconds> timeout = frame->maybeSeconds(step->timeout);
    AsCompleted line(std::move(futures), timeout);
    for (size_t left = line.count(); left > 0; --left) {
        StepLabel(*step).items(left).maybeSeconds(timeout).announce(*frame);
        frame->assign(step->as, co_await nextResult(&line, step->errors));
        Flow returned = co_await runSteps(frame, &step->body);
        if (returned)
            co_return returned;
    }
    co_return std::nullopt;
}

bool runScopeStep(Frame &frame, const Step &step)
{
    if (step.verb == Verb::Reschedule) {
        const std::optional<Seconds> delay = frame.maybeSeconds(step.subject);
        frame.timeouts().back()->reschedule(delay);
        return true;
    }
    if (step.verb != Verb::Spawn)
        return false;
    makeTask(frame, step, [&](PendingCall call, const QString &name) -> AnyFuture {
        return frame.groups().back()->createTask(
            runCall(&frame.execution(), call.coroutine, std::move(call.arguments)),
            {name, call.coroutine->name});
    });
    return true;
}

} // namespace loopscope
