// SPDX-License-Identifier: MIT
#include "core/plan/interpreter.h"

#include "core/plan/instant_steps.h"
#include "core/plan/nested_steps.h"
#include "core/plan/scoped_steps.h"
#include "core/plan/sync_steps.h"
#include "core/plan/waiting_steps.h"

namespace loopscope {

namespace {

/// The coroutine behind a verb that waits, or that holds steps that may.
QCoro::Task<Flow> runStep(Frame *frame, const Step *step)
{
    // clang-format off
    switch (step->verb) {
    case Verb::Sleep: return runSleep(frame, step);
    case Verb::Await: return runAwait(frame, step);
    case Verb::Gather: return runGather(frame, step);
    case Verb::Wait: return runWait(frame, step);
    case Verb::WaitFor: return runWaitFor(frame, step);
    case Verb::Shield: return runShield(frame, step);
    case Verb::Executor: return runExecutor(frame, step);
    case Verb::Fetch: return runFetch(frame, step);
    case Verb::Try: return runTry(frame, step);
    case Verb::Repeat: return runRepeat(frame, step);
    case Verb::WithTimeout: return runWithTimeout(frame, step);
    case Verb::Group: return runGroup(frame, step);
    case Verb::AsCompleted: return runAsCompleted(frame, step);
    case Verb::With: return runWith(frame, step);
    default: return runSyncWait(frame, step);
    }
    // clang-format on
}

} // namespace

QCoro::Task<Value> runCall(Execution *execution, const Coroutine *coroutine, std::vector<Value> arguments)
{
    const Ref<Frame> frame = makeRef<Frame>(*execution, *coroutine, std::move(arguments));
    Flow returned = co_await runSteps(frame.get(), &coroutine->body);
    co_return returned ? std::move(*returned) : Value();
}

QCoro::Task<Flow> runSteps(Frame *frame, const Steps *steps)
{
    for (const Step &step : *steps) {
        if (step.verb == Verb::Return)
            co_return frame->evaluate(step.subject);
        if (runInstantly(*frame, step))
            continue;
        Flow returned = co_await runStep(frame, &step);
        if (returned)
            co_return returned;
    }
    co_return std::nullopt;
}

void runStepsNow(Frame &frame, const Steps &steps)
{
    // Outside of a task a coroutine starts at once, and one that never waits has then ended.
    QCoro::Task<Flow> running = runSteps(&frame, &steps);
    Q_ASSERT(running.isReady());
    qcoro::takeResult(running);
}

} // namespace loopscope
