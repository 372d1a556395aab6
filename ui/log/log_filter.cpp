// SPDX-License-Identifier: MIT
#include "ui/log/log_filter.h"

namespace loopscope {

namespace {

bool isQuiet(EventKind kind)
{
    return kind == EventKind::PassBegin || kind == EventKind::PassEnd || kind == EventKind::CallbackEnd;
}

/// A cancel belongs to who asks and to whom it is aimed at.
bool concerns(const Event &event, TaskId task)
{
    return event.task == task || (event.kind == EventKind::CancelRequested && event.subject == task.value);
}

} // namespace

bool LogFilter::accepts(const Event &event) const
{
    if (run && event.run != run)
        return false;
    if (task && !concerns(event, task))
        return false;
    return kind ? event.kind == *kind : !isQuiet(event.kind);
}

} // namespace loopscope
