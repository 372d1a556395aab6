// SPDX-License-Identifier: MIT
#include "core/script/items.h"

#include "core/loop/shield.h"
#include "core/loop/wait_for.h"
#include "core/plan/future_thing.h"
#include "core/plan/plan_error.h"
#include "core/script/run_things.h"

namespace loopscope::script {

namespace {

struct MakeFuture
{
    Loop &loop;

    AnyFuture operator()(const Var &var) const { return var.future(); }
    AnyFuture operator()(QCoro::Task<Var> &coroutine) const
    {
        return createTask(loop, {}, std::move(coroutine));
    }
    AnyFuture operator()(QCoro::Task<> &coroutine) const
    {
        return createTask(loop, {}, std::move(coroutine));
    }
};

/// Lists give way to what is in them; anything but a future is a TypeError before a task is made.
std::vector<Item> flattened(std::vector<Item> items)
{
    std::vector<Item> flat;
    for (Item &item : items) {
        const Var *const var = std::get_if<Var>(&item);
        const ListRef *const list = var ? var->value().as<ListRef>() : nullptr;
        if (!list) {
            if (var)
                (void)var->future();
            flat.push_back(std::move(item));
            continue;
        }
        for (const Value &element : **list) {
            (void)Var(element).future();
            flat.emplace_back(Var(element));
        }
    }
    return flat;
}

Var gathered(const std::vector<Ref<FutureBase>> &children)
{
    ValueList results;
    for (const auto &child : children) {
        if (child->cancelled())
            results.push_back(errorValue(std::make_exception_ptr(CancelledError(child->cancelMessage()))));
        else if (const std::exception_ptr error = child->exception())
            results.push_back(errorValue(error));
        else
            results.push_back(resultOf(*child).value());
    }
    return makeList(std::move(results));
}

Var listOf(const std::vector<AnyFuture> &futures)
{
    ValueList values;
    for (const AnyFuture &future : futures)
        values.push_back(futureValue(runThings(), future));
    return makeList(std::move(values));
}

template<class T>
Future<T> typed(const AnyFuture &future)
{
    return Ref<FutureState<T>>(static_cast<FutureState<T> *>(&*future.state()));
}

QCoro::Task<Var> awaited(Item item)
{
    if (auto *const coroutine = std::get_if<QCoro::Task<Var>>(&item))
        co_return co_await *coroutine;
    if (auto *const coroutine = std::get_if<QCoro::Task<>>(&item)) {
        co_await *coroutine;
        co_return Var();
    }
    co_return co_await std::get<Var>(item);
}

} // namespace

AnyFuture futureOf(Item item)
{
    return std::visit(MakeFuture{*Loop::running()}, item);
}

std::vector<AnyFuture> futuresOf(std::vector<Item> items)
{
    std::vector<AnyFuture> futures;
    for (Item &item : flattened(std::move(items)))
        futures.push_back(futureOf(std::move(item)));
    return futures;
}

Future<Var> gatherItems(std::vector<Item> items, ReturnExceptions returnExceptions)
{
    const auto outer = makeRef<GatherState<Var>>(*Loop::running(), returnExceptions, &gathered);
    for (Item &item : flattened(std::move(items)))
        outer->add(futureOf(std::move(item)).state());
    outer->close();
    return Future<Var>(Ref<FutureState<Var>>(outer));
}

QCoro::Task<Var> waitItems(std::vector<Item> items, WaitOptions options)
{
    const WaitResult result = co_await loopscope::wait(futuresOf(std::move(items)), options);
    ValueObject object;
    object.insert(QStringLiteral("done"), listOf(result.done).value());
    object.insert(QStringLiteral("pending"), listOf(result.pending).value());
    co_return makeObject(std::move(object));
}

QCoro::Task<Var> waitForItem(Item item, std::optional<Seconds> timeout)
{
    if (!timeout)
        co_return co_await awaited(std::move(item));
    Ref<FutureBase> future;
    const auto make = [&item] { return futureOf(std::move(item)).state(); };
    const WaitForEnd end = co_await waitForEnd(make, *timeout, &future);
    co_return readWaitFor(end, [&] { return resultOf(*future); });
}

QCoro::Task<Var> shieldItem(Item item)
{
    const AnyFuture inner = futureOf(std::move(item));
    if (dynamic_cast<FutureState<Var> *>(&*inner.state()))
        co_return co_await loopscope::shield(typed<Var>(inner));
    co_await loopscope::shield(typed<void>(inner));
    co_return Var();
}

QCoro::Task<Var> Completions::next()
{
    --m_left;
    const AnyFuture done = co_await m_line.next();
    co_return resultOf(*done.state());
}

QCoro::Task<Var> Completions::nextOrError()
{
    try {
        co_return co_await next();
    } catch (const Exception &) {
        co_return errorValue(std::current_exception());
    }
}

} // namespace loopscope::script
