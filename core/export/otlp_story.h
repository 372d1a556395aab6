// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// A task that woke another, so often.
struct WakeLink
{
    TaskId waker;
    qint64 count = 0;
};

/// What a span tells beside its times.
struct SpanStory
{
    std::vector<EventId> events;
    std::vector<WakeLink> links; ///< in the order of the first wake
    qint64 droppedEvents = 0, droppedLinks = 0;
};

/// What the spans of one run tell, gathered in one walk through its events.
class OtlpStory
{
public:
    OtlpStory(const Store &store, const RunInfo &run);

    /// Of the run itself for no task.
    [[nodiscard]] SpanStory of(TaskId task) const { return m_stories.value(task); }

private:
    void noteEvent(TaskId task, EventId event);
    void noteWake(TaskId woken, TaskId waker);

    QHash<TaskId, SpanStory> m_stories;
};

/// An event of a span in OTLP/JSON. An exception has the names of OpenTelemetry's semantic conventions.
[[nodiscard]] QByteArray otlpEvent(const Store &store, EventId id, const QByteArray &unixNanos);

} // namespace loopscope
