// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ref.h"

#include <vector>

namespace loopscope {

class FutureBase;
class TaskBase;

/// A loop's unfinished tasks in creation order. It owns them: a task goes on whether or not anybody holds a handle.
/// The links lie in the tasks, so that a task costs no memory of its own here.
class TaskList
{
public:
    void append(TaskBase &task);
    void remove(TaskBase &task); ///< may destroy it
    [[nodiscard]] TaskBase *first() const { return m_first; }
    [[nodiscard]] std::vector<Ref<FutureBase>> futures() const;

private:
    TaskBase *m_first = nullptr;
    TaskBase *m_last = nullptr;
};

} // namespace loopscope
