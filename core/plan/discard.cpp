// SPDX-License-Identifier: MIT
#include "core/plan/discard.h"

#include <vector>

namespace loopscope {

namespace {

struct Discarded
{
    void *object;
    void (*destroy)(void *);
};

thread_local std::vector<Discarded> *t_waiting = nullptr; ///< not null while something is being destroyed

} // namespace

void discard(void *object, void (*destroy)(void *))
{
    if (t_waiting) {
        t_waiting->push_back({object, destroy});
        return;
    }
    std::vector<Discarded> waiting{{object, destroy}};
    t_waiting = &waiting;
    while (!waiting.empty()) {
        const Discarded next = waiting.back();
        waiting.pop_back();
        next.destroy(next.object);
    }
    t_waiting = nullptr;
}

} // namespace loopscope
