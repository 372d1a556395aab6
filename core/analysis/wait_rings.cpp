// SPDX-License-Identifier: MIT
#include "core/analysis/wait_rings.h"

#include <algorithm>

namespace loopscope {

namespace {

/// Tarjan's strongly connected components, with a stack of its own: a part with more than one member is a ring, or
/// several that share members.
class Rings
{
public:
    explicit Rings(const WaitEdges &edges) : m_edges(edges)
    {
        for (const auto &[task, behind] : edges) {
            if (!m_places.contains(task))
                search(task);
        }
    }
    [[nodiscard]] std::set<quint32> takeMembers() { return std::move(m_members); }

private:
    struct Place
    {
        quint32 order = 0;
        quint32 lowest = 0;
        bool onStack = true;
    };
    struct Visit
    {
        quint32 task;
        size_t next = 0;
    };

    void enter(quint32 task)
    {
        const quint32 order = quint32(m_places.size());
        m_places[task] = {order, order};
        m_stack.push_back(task);
        m_path.push_back({task});
    }
    void search(quint32 first)
    {
        enter(first);
        while (!m_path.empty()) {
            Visit &visit = m_path.back();
            const auto edges = m_edges.find(visit.task);
            if (edges == m_edges.end() || visit.next == edges->second.size()) {
                leave();
                continue;
            }
            const quint32 to = edges->second[visit.next++];
            if (to == visit.task)
                m_members.insert(to);
            const auto known = m_places.find(to);
            if (known == m_places.end())
                enter(to);
            else if (known->second.onStack)
                m_places[visit.task].lowest = std::min(m_places[visit.task].lowest, known->second.order);
        }
    }
    void leave()
    {
        const quint32 task = m_path.back().task;
        m_path.pop_back();
        const Place place = m_places[task];
        if (!m_path.empty()) {
            Place &before = m_places[m_path.back().task];
            before.lowest = std::min(before.lowest, place.lowest);
        }
        if (place.lowest != place.order)
            return;
        const bool isRing = m_stack.back() != task;
        for (bool isLast = false; !isLast;) {
            const quint32 member = m_stack.back();
            m_stack.pop_back();
            m_places[member].onStack = false;
            if (isRing)
                m_members.insert(member);
            isLast = member == task;
        }
    }

    const WaitEdges &m_edges;
    std::map<quint32, Place> m_places;
    std::vector<quint32> m_stack;
    std::vector<Visit> m_path;
    std::set<quint32> m_members;
};

} // namespace

std::set<quint32> tasksInRings(const WaitEdges &edges)
{
    return Rings(edges).takeMembers();
}

} // namespace loopscope
