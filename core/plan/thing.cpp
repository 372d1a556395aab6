// SPDX-License-Identifier: MIT
#include "core/plan/thing.h"

namespace loopscope {

Thing::Thing(ThingRegistry &registry) : m_registry(&registry), m_next(registry.m_first)
{
    if (m_next)
        m_next->m_previous = this;
    registry.m_first = this;
}

Thing::~Thing()
{
    leave();
}

void Thing::leave()
{
    if (!m_registry)
        return;
    (m_previous ? m_previous->m_next : m_registry->m_first) = m_next;
    if (m_next)
        m_next->m_previous = m_previous;
    m_previous = m_next = nullptr;
    m_registry = nullptr;
}

void ThingRegistry::letAllGo()
{
    while (m_first) {
        const std::shared_ptr<Thing> alive = m_first->shared_from_this();
        alive->leave();
        alive->letGo(); // what it held may have been the last to hold others, which then leave by themselves
    }
}

} // namespace loopscope
