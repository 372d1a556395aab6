// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/task.h"
#include "core/plan/discard.h"
#include "core/plan/thing.h"
#include "core/plan/value.h"

namespace loopscope {

/// A task or future as a value. Two of them may be the same future.
class FutureThing final : public Thing
{
public:
    FutureThing(ThingRegistry &registry, AnyFuture future) : Thing(registry), m_future(std::move(future)) {}

    [[nodiscard]] QString name() const override { return m_future.name(); }
    [[nodiscard]] const AnyFuture &future() const { return m_future; }

private:
    void letGo() override { m_future = {}; }

    AnyFuture m_future;
};

[[nodiscard]] inline Value futureValue(ThingRegistry &registry, AnyFuture future)
{
    return ThingRef(makeDiscarded<FutureThing>(registry, std::move(future)));
}

/// The future that a value is; null if it is none.
[[nodiscard]] inline const FutureThing *asFuture(const Value &value)
{
    const ThingRef *const thing = value.as<ThingRef>();
    return thing ? dynamic_cast<const FutureThing *>(thing->get()) : nullptr;
}

/// The state in which a future that came from a plan has its value: all of a plan's tasks and futures hold
/// Values.
[[nodiscard]] inline FutureState<Value> &valueState(const AnyFuture &future)
{
    return static_cast<FutureState<Value> &>(*future.state());
}

[[nodiscard]] inline Future<Value> asValueFuture(const AnyFuture &future)
{
    return Ref<FutureState<Value>>(&valueState(future));
}

} // namespace loopscope
