// SPDX-License-Identifier: MIT
#include "core/plan/waiting_steps.h"

#include "core/loop/executor.h"
#include "core/loop/gather.h"
#include "core/loop/shield.h"
#include "core/loop/sleep.h"
#include "core/loop/wait.h"
#include "core/loop/wait_for.h"
#include "core/net/fetcher.h"
#include "core/plan/future_thing.h"
#include "core/plan/items.h"
#include "core/plan/json_value.h"
#include "core/plan/plan_error.h"
#include "core/plan/step_label.h"

#include <QDeadlineTimer>

namespace loopscope {

namespace {

/// The result of a gather, when every child is done.
Value gathered(const std::vector<Ref<FutureBase>> &children)
{
    ValueList results;
    for (const auto &child : children) {
        if (child->cancelled())
            results.push_back(errorValue(std::make_exception_ptr(CancelledError(child->cancelMessage()))));
        else if (const std::exception_ptr error = child->exception())
            results.push_back(errorValue(error));
        else
            results.push_back(resultOf<Value>(child));
    }
    return makeList(std::move(results));
}

Value waited(Execution &execution, const WaitResult &result)
{
    const auto list = [&](const std::vector<AnyFuture> &futures) {
        ValueList values;
        for (const AnyFuture &future : futures)
            values.push_back(futureValue(execution.things(), future));
        return makeList(std::move(values));
    };
    ValueObject object;
    object.insert(QStringLiteral("done"), list(result.done));
    object.insert(QStringLiteral("pending"), list(result.pending));
    return makeObject(std::move(object));
}

ReturnWhen returnWhen(WaitUntil until)
{
    switch (until) {
    case WaitUntil::FirstCompleted:
        return ReturnWhen::FirstCompleted;
    case WaitUntil::FirstException:
        return ReturnWhen::FirstException;
    default:
        return ReturnWhen::AllCompleted;
    }
}

/// Keeps a thread busy. A Value never goes there: things live on the loop's thread.
std::monostate spin(Seconds length, Interruption &interruption)
{
    const QDeadlineTimer until(std::chrono::duration_cast<Nanos>(length), Qt::PreciseTimer);
    while (!until.hasExpired() && !interruption.interrupted()) {
    }
    return {};
}

Future<std::monostate> startJob(Loop &loop, JobKind kind, Seconds length)
{
    if (kind == JobKind::Sleep || loop.clock() == ClockKind::Virtual)
        return loop.executor().simulate(length, std::monostate());
    return loop.executor().run(
        [length, interruption = loop.interruption()] { return spin(length, *interruption); });
}

/// `await item`: a coroutine runs as part of this task, a future is waited for.
QCoro::Task<Value> awaitItem(Frame *frame, const Step *step, ResolvedItem item)
{
    if (PendingCall *const call = std::get_if<PendingCall>(&item))
        co_return co_await runCall(&frame->execution(), call->coroutine, std::move(call->arguments));
    const Future<Value> future = asValueFuture(std::get<AnyFuture>(item));
    StepLabel(*step).target(future.name()).announce(*frame);
    co_return co_await future;
}

} // namespace

QCoro::Task<Flow> runSleep(Frame *frame, const Step *step)
{
    Value value = frame->evaluate(step->value);
    const Seconds delay = frame->seconds(step->subject);
    StepLabel(*step).seconds(delay).announce(*frame);
    co_await sleep(delay);
    frame->assign(step->as, std::move(value));
    co_return std::nullopt;
}

QCoro::Task<Flow> runAwait(Frame *frame, const Step *step)
{
    ResolvedItem item = resolveItem(*frame, step->items.front());
    frame->assign(step->as, co_await awaitItem(frame, step, std::move(item)));
    co_return std::nullopt;
}

QCoro::Task<Flow> runWaitFor(Frame *frame, const Step *step)
{
    const std::optional<Seconds> timeout = frame->maybeSeconds(step->timeout);
    ResolvedItem item = resolveItem(*frame, step->items.front());
    if (!timeout) {
        frame->assign(step->as, co_await awaitItem(frame, step, std::move(item)));
        co_return std::nullopt;
    }
    StepLabel(*step).seconds(*timeout).announce(*frame);
    Ref<FutureBase> future;
    const auto makeFuture = [frame, &item] { return asTask(frame->execution(), std::move(item)).state(); };
    const WaitForEnd end = co_await waitForEnd(makeFuture, *timeout, &future);
    frame->assign(step->as, readWaitFor(end, [&] { return valueState(future).result(); }));
    co_return std::nullopt;
}

QCoro::Task<Flow> runShield(Frame *frame, const Step *step)
{
    const AnyFuture inner = asTask(frame->execution(), resolveItem(*frame, step->items.front()));
    StepLabel(*step).target(inner.name()).announce(*frame);
    frame->assign(step->as, co_await shield(asValueFuture(inner)));
    co_return std::nullopt;
}

QCoro::Task<Flow> runGather(Frame *frame, const Step *step)
{
    std::vector<ResolvedItem> items;
    for (const Item &item : step->items)
        resolveItems(*frame, item, items);
    const auto returned = step->errors == Errors::Return ? ReturnExceptions::Yes : ReturnExceptions::No;
    const auto outer = makeRef<GatherState<Value>>(frame->loop(), returned, &gathered);
    for (ResolvedItem &item : items)
        outer->add(asTask(frame->execution(), std::move(item)).state());
    outer->close();
    StepLabel(*step).items(items.size()).announce(*frame);
    Value results = co_await Future<Value>(Ref<FutureState<Value>>(outer));
    frame->assign(step->as, std::move(results));
    co_return std::nullopt;
}

QCoro::Task<Flow> runWait(Frame *frame, const Step *step)
{
    std::vector<AnyFuture> futures = resolveAsTasks(*frame, step->items);
    const WaitOptions options{frame->maybeSeconds(step->timeout), returnWhen(step->until)};
    StepLabel(*step).items(futures.size()).maybeSeconds(options.timeout).announce(*frame);
    const WaitResult result = co_await wait(std::move(futures), options);
    frame->assign(step->as, waited(frame->execution(), result));
    co_return std::nullopt;
}

QCoro::Task<Flow> runExecutor(Frame *frame, const Step *step)
{
    const Seconds length = frame->seconds(step->subject);
    Value value = frame->evaluate(step->value);
    StepLabel(*step).seconds(length).announce(*frame);
    co_await startJob(frame->loop(), step->job, length);
    frame->assign(step->as, std::move(value));
    co_return std::nullopt;
}

QCoro::Task<Flow> runFetch(Frame *frame, const Step *step)
{
    const QString url = frame->text(step->subject);
    Fetcher *const fetcher = frame->execution().fetcher();
    if (frame->loop().clock() == ClockKind::Virtual || !fetcher)
        throw RuntimeError(QStringLiteral("fetch needs the real clock"));
    StepLabel(*step).url(url).announce(*frame);
    Fetched fetched = co_await fetcher->get(QUrl(url), &readBody);
    frame->assign(step->as, std::any_cast<Value>(std::move(fetched.value)));
    co_return std::nullopt;
}

} // namespace loopscope
