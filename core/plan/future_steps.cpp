// SPDX-License-Identifier: MIT
#include "core/plan/future_steps.h"

#include "core/plan/future_thing.h"
#include "core/plan/plan_error.h"

namespace loopscope {

namespace {

void makeFuture(Frame &frame, const Step &step)
{
    const Future<Value> future = createFuture<Value>(frame.loop(), step.path.name);
    frame.assign(step.path.variable, futureValue(frame.execution().things(), future));
}

void cancel(Frame &frame, const Step &step)
{
    const std::vector<AnyFuture> futures = resolveFutures(frame, step.path);
    const bool isList = frame.read(step.path).as<ListRef>();
    const QString message = frame.text(step.text);
    ValueList answers;
    for (const AnyFuture &future : futures)
        answers.emplace_back(future.cancel(message));
    frame.assign(step.as, isList ? makeList(std::move(answers)) : answers.front());
}

void setResult(Frame &frame, const Step &step)
{
    const AnyFuture future = futureAt(frame, step.path);
    valueState(future).setResult(frame.evaluate(step.value));
}

void setException(Frame &frame, const Step &step)
{
    const AnyFuture future = futureAt(frame, step.path);
    future.setException(makePlanError(step.error, frame.text(step.text)));
}

Value exceptionOf(const AnyFuture &future)
{
    std::exception_ptr error = future.exception();
    return error ? errorValue(std::move(error)) : Value();
}

} // namespace

bool runFutureStep(Frame &frame, const Step &step)
{
    const auto future = [&] { return futureAt(frame, step.path); };
    const auto task = [&]() -> TaskBase & { return taskAt(frame, step.path); };
    // clang-format off
    switch (step.verb) {
    case Verb::Task:
        makeTask(frame, step, [&](PendingCall call, const QString &name) {
            return startTask(frame.execution(), std::move(call), name);
        });
        return true;
    case Verb::Cancel: cancel(frame, step); return true;
    case Verb::Uncancel: frame.assign(step.as, qint64(task().uncancel())); return true;
    case Verb::Cancelling: frame.assign(step.as, qint64(task().cancelling())); return true;
    case Verb::Future: makeFuture(frame, step); return true;
    case Verb::SetResult: setResult(frame, step); return true;
    case Verb::SetException: setException(frame, step); return true;
    case Verb::Done: frame.assign(step.as, future().done()); return true;
    case Verb::Cancelled: frame.assign(step.as, future().cancelled()); return true;
    case Verb::Result: frame.assign(step.as, valueState(future()).result()); return true;
    case Verb::Exception: frame.assign(step.as, exceptionOf(future())); return true;
    default: return false;
    }
    // clang-format on
}

void makeTask(Frame &frame, const Step &step,
              const std::function<AnyFuture(PendingCall call, const QString &name)> &create)
{
    const QString name = frame.text(step.text);
    const AnyFuture task = create(resolveCall(frame, std::get<Call>(step.items.front())), name);
    const Value value = futureValue(frame.execution().things(), task);
    frame.assign(step.as, value);
    if (!step.into)
        return;
    if (!frame.isSet(step.into.variable))
        return frame.assign(step.into.variable, makeList({value}));
    const Value into = frame.read(step.into);
    const ListRef *const list = into.as<ListRef>();
    if (!list)
        throwWrongKind(step.into.text, "list");
    (*list)->push_back(value);
}

} // namespace loopscope
