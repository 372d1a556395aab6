// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QList>

namespace loopscope {

/// One line of the inspector.
struct Fact
{
    QString label;
    QString value;
    EventId link = {}; ///< the event that the value leads to, if any

    bool operator==(const Fact &) const = default;
};

/// A heading and the facts under it.
struct Facts
{
    QString badge; ///< who; empty where nobody is meant
    QString title; ///< what state or event
    QString place; ///< which task of which run
    TaskEnd end = TaskEnd::Unfinished;
    std::optional<TaskState> state; ///< of a slice
    QList<Fact> rows;
};

/// The slice that holds `event`: the state its task was in. `now` ends what is still open.
[[nodiscard]] Facts sliceFacts(const Store &store, const TaskInfo &task, EventId event, TracePoint now);

/// An event that belongs to no task.
[[nodiscard]] Facts eventFacts(const Store &store, EventId event);

} // namespace loopscope
