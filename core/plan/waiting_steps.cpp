// SPDX-License-Identifier: MIT
#include "core/plan/waiting_steps.h"

#include "core/base/json_text.h"
#include "core/loop/executor.h"
#include "core/loop/gather.h"
#include "core/loop/sleep.h"
#include "core/loop/wait.h"
#include "core/net/fetcher.h"
#include "core/plan/future_thing.h"
#include "core/plan/items.h"
#include "core/plan/json_value.h"
#include "core/plan/plan_error.h"

#include <QDeadlineTimer>

namespace loopscope {

namespace {

/// What the running task is about to wait for: the verb, and what is known of it.
JsonObjectText label(const Step &step)
{
    JsonObjectText text;
    text.add("on", QString::fromLatin1(verbName(step.verb)));
    return text;
}

JsonObjectText &addSeconds(JsonObjectText &text, Seconds seconds)
{
    return text.addRaw("seconds", valueJson(seconds.count()));
}

void announce(const Frame &frame, const JsonObjectText &label)
{
    frame.loop().currentTask()->setLabel(label.text());
}

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

} // namespace

QCoro::Task<Flow> runSleep(Frame *frame, const Step *step)
{
    Value value = frame->evaluate(step->value);
    const Seconds delay = frame->seconds(step->subject);
    JsonObjectText text = label(*step);
    announce(*frame, addSeconds(text, delay));
    co_await sleep(delay);
    frame->assign(step->as, std::move(value));
    co_return std::nullopt;
}

QCoro::Task<Flow> runAwait(Frame *frame, const Step *step)
{
    ResolvedItem item = resolveItem(*frame, step->items.front());
    Value value;
    if (PendingCall *const call = std::get_if<PendingCall>(&item)) {
        value = co_await runCall(&frame->execution(), call->coroutine, std::move(call->arguments));
    } else {
        const AnyFuture &future = std::get<AnyFuture>(item);
        announce(*frame, label(*step).add("target", future.name()));
        value = co_await Future<Value>(Ref<FutureState<Value>>(&valueState(future)));
    }
    frame->assign(step->as, std::move(value));
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
    announce(*frame, label(*step).add("items", qint64(items.size())));
    Value results = co_await Future<Value>(Ref<FutureState<Value>>(outer));
    frame->assign(step->as, std::move(results));
    co_return std::nullopt;
}

QCoro::Task<Flow> runWait(Frame *frame, const Step *step)
{
    std::vector<AnyFuture> futures;
    for (const Item &item : step->items) {
        // Unlike gather's, each call becomes a task before the next item is looked at.
        std::vector<ResolvedItem> resolved;
        resolveItems(*frame, item, resolved);
        for (ResolvedItem &one : resolved)
            futures.push_back(asTask(frame->execution(), std::move(one)));
    }
    const WaitOptions options{frame->maybeSeconds(step->timeout), returnWhen(step->until)};
    JsonObjectText text = label(*step);
    text.add("items", qint64(futures.size()));
    if (options.timeout)
        addSeconds(text, *options.timeout);
    announce(*frame, text);
    const WaitResult result = co_await wait(std::move(futures), options);
    frame->assign(step->as, waited(frame->execution(), result));
    co_return std::nullopt;
}

QCoro::Task<Flow> runExecutor(Frame *frame, const Step *step)
{
    const Seconds length = frame->seconds(step->subject);
    Value value = frame->evaluate(step->value);
    JsonObjectText text = label(*step);
    announce(*frame, addSeconds(text, length));
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
    announce(*frame, label(*step).add("url", url));
    Fetched fetched = co_await fetcher->get(QUrl(url), &readBody);
    frame->assign(step->as, std::any_cast<Value>(std::move(fetched.value)));
    co_return std::nullopt;
}

} // namespace loopscope
