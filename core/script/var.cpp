// SPDX-License-Identifier: MIT
#include "core/script/var.h"

#include "core/plan/future_thing.h"
#include "core/plan/plan_error.h"
#include "core/plan/sync_things.h"
#include "core/script/errors.h"
#include "core/script/run_things.h"

namespace loopscope::script {

namespace {

/// The thing of that type that a value is, kept alive.
template<class T>
std::shared_ptr<T> thing(const Var &var, const char *kind)
{
    const ThingRef *const any = var.value().as<ThingRef>();
    auto found = any ? std::dynamic_pointer_cast<T>(*any) : nullptr;
    if (!found)
        throw TypeError(QStringLiteral("%1 is no %2").arg(valueText(var.value()), QLatin1String(kind)));
    return found;
}

std::shared_ptr<LockThing> lockOf(const Var &var)
{
    return thing<LockThing>(var, "lock");
}

std::shared_ptr<QueueThing> queueOf(const Var &var)
{
    return thing<QueueThing>(var, "queue");
}

TaskBase &taskOf(const Var &var)
{
    TaskBase *const task = var.future().state()->asTask();
    if (!task)
        throw TypeError(QStringLiteral("%1 is no task").arg(valueText(var.value())));
    return *task;
}

/// Waits, and keeps alive what it waits at.
template<class T, class Wait>
QCoro::Task<> waitAt([[maybe_unused]] std::shared_ptr<T> alive, Wait wait)
{
    co_await wait;
}

QCoro::Task<> putInto(std::shared_ptr<QueueThing> queue, Value item)
{
    co_await queue->queue().put(std::move(item));
}

QCoro::Task<Var> getFrom(std::shared_ptr<QueueThing> queue)
{
    co_return co_await queue->queue().get();
}

} // namespace

Var Var::operator[](const char *key) const
{
    const ObjectRef *const object = m_value.as<ObjectRef>();
    const Value *const found = object ? (*object)->find(QString::fromUtf8(key)) : nullptr;
    return found ? Var(*found) : throw KeyError(QString::fromUtf8(key));
}

Var Var::operator[](int index) const
{
    const ListRef *const list = m_value.as<ListRef>();
    if (list && size_t(index) < (*list)->size())
        return (**list)[size_t(index)];
    return (*this)[QByteArray::number(index).constData()]; // an object's key may be a number
}

Var &Var::operator+=(const Var &addend)
{
    if (!m_value.isNumber() || !addend.m_value.isNumber())
        throw TypeError(QStringLiteral("expected a number"));
    const qint64 *const a = m_value.as<qint64>();
    const qint64 *const b = addend.m_value.as<qint64>();
    m_value = a && b ? Value(qint64(*a + *b)) : Value(m_value.number() + addend.m_value.number());
    return *this;
}

void Var::append(const Var &item)
{
    if (m_value.isNull())
        m_value = makeList({});
    const ListRef *const list = m_value.as<ListRef>();
    if (!list)
        throw TypeError(QStringLiteral("%1 is no list").arg(valueText(m_value)));
    (*list)->push_back(item.m_value);
}

VarAwaiter Var::operator co_await() const
{
    return VarAwaiter(future().state());
}

bool Var::cancel(const QString &message) const
{
    return future().cancel(message);
}

Var Var::cancelAll(const QString &message) const
{
    const ListRef *const list = m_value.as<ListRef>();
    if (!list)
        return cancel(message);
    ValueList answers;
    for (const Value &each : ValueList(**list))
        answers.emplace_back(Var(each).cancel(message));
    return makeList(std::move(answers));
}

bool Var::done() const
{
    return future().done();
}

bool Var::cancelled() const
{
    return future().cancelled();
}

Var Var::result() const
{
    return resultOf(*future().state());
}

Var Var::exception() const
{
    std::exception_ptr error = future().exception();
    return error ? Var(errorValue(std::move(error))) : Var();
}

qint64 Var::cancelling() const
{
    return taskOf(*this).cancelling();
}

qint64 Var::uncancel() const
{
    return taskOf(*this).uncancel();
}

void Var::setResult(const Var &result) const
{
    const AnyFuture any = future();
    if (auto *const typed = dynamic_cast<FutureState<Var> *>(&*any.state()))
        return typed->setResult(result);
    static_cast<FutureState<void> &>(*any.state()).setResult(); // a task's: throws
}

void Var::addDoneCallback(std::function<void()> callback) const
{
    future().addDoneCallback(std::move(callback));
}

AnyFuture Var::future() const
{
    return thing<FutureThing>(*this, "future")->future();
}

QCoro::Task<> Var::acquire() const
{
    const auto lock = lockOf(*this);
    return waitAt(lock, lock->acquire());
}

void Var::release() const
{
    lockOf(*this)->release();
}

bool Var::locked() const
{
    return lockOf(*this)->locked();
}

void Var::set() const
{
    thing<EventThing>(*this, "event")->event().set();
}

void Var::clear() const
{
    thing<EventThing>(*this, "event")->event().clear();
}

QCoro::Task<> Var::wait() const
{
    const ThingRef *const any = m_value.as<ThingRef>();
    if (const auto event = any ? std::dynamic_pointer_cast<EventThing>(*any) : nullptr)
        return waitAt(event, event->event().wait());
    const auto condition = thing<ConditionThing>(*this, "condition");
    return waitAt(condition, condition->primitive().wait());
}

void Var::notify(qint64 count) const
{
    thing<ConditionThing>(*this, "condition")->primitive().notify(count);
}

void Var::notifyAll() const
{
    thing<ConditionThing>(*this, "condition")->primitive().notifyAll();
}

QCoro::Task<> Var::put(Var item) const
{
    return putInto(queueOf(*this), std::move(item.m_value));
}

QCoro::Task<Var> Var::get() const
{
    return getFrom(queueOf(*this));
}

void Var::putNow(const Var &item) const
{
    queueOf(*this)->queue().putNow(item.m_value);
}

Var Var::getNow() const
{
    return queueOf(*this)->queue().getNow();
}

void Var::taskDone() const
{
    queueOf(*this)->queue().taskDone();
}

QCoro::Task<> Var::join() const
{
    const auto queue = queueOf(*this);
    return waitAt(queue, queue->queue().join());
}

qint64 Var::size() const
{
    return queueOf(*this)->queue().size();
}

Value Var::ofFuture(AnyFuture future)
{
    return futureValue(runThings(), std::move(future));
}

void Var::setError(std::exception_ptr error) const
{
    future().setException(std::move(error));
}

Var resultOf(FutureBase &future)
{
    if (auto *const typed = dynamic_cast<FutureState<Var> *>(&future))
        return typed->result();
    static_cast<void>(static_cast<FutureState<void> &>(future).result());
    return {};
}

} // namespace loopscope::script
