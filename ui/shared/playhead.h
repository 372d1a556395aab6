// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <QObject>

namespace loopscope {

class Store;

/// The instant that is "now" in every pane: a run, a time since that run began, and the run's latest event at
/// or before it (none before the first).
struct Moment
{
    RunId run;
    TracePoint at;
    EventId event;

    bool operator==(const Moment &) const = default;
};

/// The only owner of the present instant. Silent when nothing changes.
class Playhead : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const Moment &moment() const { return m_moment; }
    /// No run: there is no playhead.
    void setMoment(const Moment &moment);

    /// To an event of `store`, at its time.
    void goToEvent(const Store &store, EventId event);
    /// To a time since `run` began; the current event follows from it.
    void goToTime(const Store &store, RunId run, TracePoint sinceRunBegan);
    void clear() { setMoment({}); }

Q_SIGNALS:
    void changed();

private:
    Moment m_moment;
};

/// The latest event of `run` at or before `sinceRunBegan`; none before its first.
[[nodiscard]] EventId eventAt(const Store &store, RunId run, TracePoint sinceRunBegan);

} // namespace loopscope
