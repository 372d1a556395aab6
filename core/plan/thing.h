// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>

namespace loopscope {

class ThingRegistry;

/// What is not data but has an identity: a task, a future, a lock, a queue. A text calls it by its name.
///
/// A thing may hold values that hold it again: a future its result, a callback that waits at a future the
/// variables in which that future stands. Python's collector finds such rings; here every thing is entered in
/// the registry of its run, and lets go of what it holds when the run is over.
class Thing : public std::enable_shared_from_this<Thing>
{
public:
    Thing(const Thing &) = delete;
    Thing &operator=(const Thing &) = delete;

    [[nodiscard]] virtual QString name() const = 0;

protected:
    friend class ThingRegistry;

    explicit Thing(ThingRegistry &registry);
    virtual ~Thing();
    virtual void letGo() = 0;

private:
    void leave();

    ThingRegistry *m_registry;
    Thing *m_previous = nullptr;
    Thing *m_next = nullptr;
};

/// All things of a run that are still there. Outlives them, unless they were let go of.
class ThingRegistry
{
public:
    ThingRegistry() = default;
    ThingRegistry(const ThingRegistry &) = delete;
    ThingRegistry &operator=(const ThingRegistry &) = delete;

    void letAllGo();

private:
    friend class Thing;

    Thing *m_first = nullptr;
};

} // namespace loopscope
