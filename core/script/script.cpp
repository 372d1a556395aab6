// SPDX-License-Identifier: MIT
#include "core/script/script.h"

#include "core/loop/executor.h"
#include "core/net/fetcher.h"
#include "core/plan/future_thing.h"
#include "core/plan/json_value.h"
#include "core/plan/plan_error.h"
#include "core/plan/sync_things.h"
#include "core/script/run_things.h"

#include <QDeadlineTimer>

#include <cmath>
#include <cstdio>

namespace loopscope::script {

namespace {

QString nameOf(const char *name)
{
    return QString::fromUtf8(name);
}

void spin(Seconds length, Interruption &interruption)
{
    const QDeadlineTimer until(std::chrono::duration_cast<Nanos>(length), Qt::PreciseTimer);
    while (!until.hasExpired() && !interruption.interrupted()) {
    }
}

template<class T, class... Arguments>
Var newThing(const char *name, Arguments... arguments)
{
    return Value(ThingRef(makeDiscarded<T>(runThings(), nameOf(name), arguments...)));
}

} // namespace

Var makeListOf(ValueList items)
{
    return makeList(std::move(items));
}

Var makeObjectOf(const ValueList &keysAndValues)
{
    ValueObject object;
    for (size_t i = 0; i + 1 < keysAndValues.size(); i += 2)
        object.insert(*keysAndValues[i].as<QString>(), keysAndValues[i + 1]);
    return makeObject(std::move(object));
}

QString textOf(const char *format, const ValueList &values)
{
    const QString pattern = QString::fromUtf8(format);
    QString text;
    auto next = values.begin();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isPair = i + 1 < pattern.size();
        if (isPair && pattern[i] == u'{' && pattern[i + 1] == u'}' && next != values.end()) {
            text += valueText(*next++);
            ++i;
            continue;
        }
        text += pattern[i];
        if (isPair && (pattern[i] == u'{' || pattern[i] == u'}') && pattern[i + 1] == pattern[i])
            ++i;
    }
    return text;
}

void printLine(const QString &text)
{
    Loop::running()->print(text);
    std::puts(text.toUtf8().constData());
}

Seconds secondsOf(const Var &value)
{
    if (!value.value().isNumber() || value.value().number() < 0)
        throwNoNumber();
    return Seconds(value.value().number());
}

std::optional<Seconds> maybeSecondsOf(const Var &value)
{
    return value.value().isNull() ? std::nullopt : std::optional(secondsOf(value));
}

qint64 wholeOf(const Var &value)
{
    if (!value.value().isNumber() || std::trunc(value.value().number()) != value.value().number())
        throwNoWholeNumber();
    const qint64 *const integer = value.value().as<qint64>();
    return integer ? *integer : qint64(value.value().number());
}

qint64 countOf(const Var &value)
{
    const qint64 number = wholeOf(value);
    if (number < 0)
        throwNoWholeNumber();
    return number;
}

QCoro::Task<Var> sleep(Seconds delay, Var result)
{
    co_await loopscope::sleep(delay);
    co_return result;
}

QCoro::Task<Var> sleepInThread(Seconds length, Var result)
{
    co_await Loop::running()->executor().simulate(length, std::monostate());
    co_return result;
}

QCoro::Task<Var> spinInThread(Seconds length, Var result)
{
    Loop &loop = *Loop::running();
    if (loop.clock() == ClockKind::Virtual)
        co_return co_await sleepInThread(length, std::move(result));
    co_await loop.executor().run(
        [length, interruption = loop.interruption()] { spin(length, *interruption); });
    co_return result;
}

QCoro::Task<Var> fetch(QString url)
{
    Fetcher *const fetcher = Program::fetcher();
    if (!fetcher)
        throw RuntimeError(QStringLiteral("fetch needs the real clock"));
    Fetched fetched = co_await fetcher->get(QUrl(url), &readBody);
    co_return Var(std::any_cast<Value>(std::move(fetched.value)));
}

void block(Seconds length)
{
    Loop::running()->block(length);
}

Var currentTask()
{
    TaskBase *const task = Loop::running()->currentTask();
    return task ? Var(futureValue(runThings(), Ref<FutureBase>(&task->future()))) : Var();
}

Var newFuture(const char *name)
{
    return createFuture<Var>(*Loop::running(), nameOf(name));
}

Var newLock(const char *name)
{
    return newThing<LockThingOf<sync::Lock>>(name);
}

Var newSemaphore(const char *name, const Var &value)
{
    return newThing<LockThingOf<sync::Semaphore>>(name, countOf(value));
}

Var newEvent(const char *name)
{
    return newThing<EventThing>(name);
}

Var newCondition(const char *name)
{
    return newThing<ConditionThing>(name);
}

Var newQueue(const char *name, const Var &maxSize)
{
    return newThing<QueueThing>(name, countOf(maxSize));
}

Var errorOf(const std::exception_ptr &error)
{
    return errorValue(error);
}

void raise(const Var &error)
{
    const ErrorRef *const raised = error.value().as<ErrorRef>();
    if (!raised)
        throw TypeError(QStringLiteral("exceptions must derive from BaseException"));
    std::rethrow_exception((*raised)->source);
}

void leave(Timeout &limit, const std::exception_ptr &failure)
{
    if (const std::exception_ptr leaving = limit.exit(failure))
        std::rethrow_exception(leaving);
}

} // namespace loopscope::script
