// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/condition.h"
#include "core/loop/queue.h"
#include "core/loop/semaphore.h"
#include "core/plan/frame.h"
#include "core/plan/plan_error.h"
#include "core/plan/thing.h"

namespace loopscope {

/// Locks, events and queues as values. A text calls each by the name of the variable it was made for.
class NamedThing : public Thing
{
public:
    [[nodiscard]] QString name() const override { return m_name; }

protected:
    NamedThing(ThingRegistry &registry, QString name) : Thing(registry), m_name(std::move(name)) {}
    void letGo() override {} ///< most hold no values

private:
    const QString m_name;
};

/// Whatever "with" takes: a lock, a semaphore or a condition.
class LockThing : public NamedThing
{
public:
    [[nodiscard]] virtual QCoro::Task<> acquire() = 0;
    virtual void release() = 0;
    [[nodiscard]] virtual bool locked() const = 0;

protected:
    using NamedThing::NamedThing;
};

template<class Primitive>
class LockThingOf final : public LockThing
{
public:
    template<class... Arguments>
    LockThingOf(ThingRegistry &registry, QString name, Arguments... arguments)
        : LockThing(registry, std::move(name)), m_primitive(arguments...)
    {
    }

    QCoro::Task<> acquire() override { return m_primitive.acquire(); }
    void release() override { m_primitive.release(); }
    bool locked() const override { return m_primitive.locked(); }
    [[nodiscard]] Primitive &primitive() { return m_primitive; }

private:
    Primitive m_primitive;
};
using ConditionThing = LockThingOf<sync::Condition>;

class EventThing final : public NamedThing
{
public:
    EventThing(ThingRegistry &registry, QString name) : NamedThing(registry, std::move(name)) {}

    [[nodiscard]] sync::Event &event() { return m_event; }

private:
    sync::Event m_event;
};

class QueueThing final : public NamedThing
{
public:
    QueueThing(ThingRegistry &registry, QString name, qint64 maxSize)
        : NamedThing(registry, std::move(name)), m_queue(std::in_place, maxSize)
    {
    }

    [[nodiscard]] sync::Queue<Value> &queue() { return *m_queue; }

private:
    void letGo() override { m_queue.reset(); }

    std::optional<sync::Queue<Value>> m_queue;
};

/// The thing of that type at a path, kept alive; TypeError `'x' is no lock` for anything else.
template<class T>
[[nodiscard]] std::shared_ptr<T> thingAt(const Frame &frame, const Path &path, const char *kind)
{
    const Value value = frame.read(path);
    const ThingRef *const thing = value.as<ThingRef>();
    std::shared_ptr<T> found = thing ? std::dynamic_pointer_cast<T>(*thing) : nullptr;
    if (!found)
        throwWrongKind(path.text, kind);
    return found;
}

[[nodiscard]] inline std::shared_ptr<LockThing> lockAt(const Frame &frame, const Path &path)
{
    return thingAt<LockThing>(frame, path, "lock");
}
[[nodiscard]] inline std::shared_ptr<ConditionThing> conditionAt(const Frame &frame, const Path &path)
{
    return thingAt<ConditionThing>(frame, path, "condition");
}
[[nodiscard]] inline std::shared_ptr<EventThing> eventAt(const Frame &frame, const Path &path)
{
    return thingAt<EventThing>(frame, path, "event");
}
[[nodiscard]] inline std::shared_ptr<QueueThing> queueAt(const Frame &frame, const Path &path)
{
    return thingAt<QueueThing>(frame, path, "queue");
}

} // namespace loopscope
