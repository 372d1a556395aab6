// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <optional>

namespace loopscope {

/// One fetch: requests are numbered within their run.
struct RequestKey
{
    RunId run;
    quint32 number = 0;

    bool operator==(const RequestKey &) const = default;
};

/// What is selected. A slice is the event that began it, with its task; a lane is a task without an event; a
/// request carries the event that queued it. All empty: nothing.
struct Selected
{
    EventId event = {};
    TaskId task = {};
    std::optional<RequestKey> request = {};

    bool operator==(const Selected &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == Selected(); }
};

/// The only owner of what is selected, for all views. Silent when nothing changes.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const Selected &current() const { return m_current; }
    void select(const Selected &selected);
    void clear() { select({}); }

Q_SIGNALS:
    void changed();

private:
    Selected m_current;
};

} // namespace loopscope
