// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QRandomGenerator>

namespace loopscope {

/// What a busy program with a thousand tasks would say, event by event, for as long as one likes: passes in
/// which one to eight tasks are woken (by a timer or by another task), run for microseconds and wait again.
class Schedule
{
public:
    static constexpr quint32 tasks = 1000;

    Record next()
    {
        if (m_at == m_pass.size())
            makePass();
        return m_pass[m_at++];
    }

private:
    EventId say(EventKind kind, quint32 task, quint32 subject = 0, EventId cause = {}, PayloadId payload = {},
                const QByteArray &text = {})
    {
        m_now += Nanos(m_random.bounded(200, 6000));
        Event event;
        event.id.value = ++m_events;
        event.cause = cause;
        event.at = m_now;
        event.task.value = task;
        event.subject = subject;
        event.payload = payload;
        event.run.value = 1;
        event.kind = kind;
        m_pass.push_back({event, text});
        return event.id;
    }

    void begin()
    {
        say(EventKind::RunBegin, 0, 0, {}, {1}, R"({"run":"crowd","main":"main","clock":"real"})");
        const QByteArray texts[] = {R"({"on":"sleep","seconds":0.01})", R"({"on":"queue.get"})",
                                    R"({"on":"lock"})", R"({"on":"gather","items":["a","b"]})"};
        for (quint32 task = 1; task <= tasks; ++task) {
            const EventId made = say(EventKind::Created, task, task > 1 ? 1 : 0, {}, {task < 2 ? 2u : 3u},
                                     task < 3 ? R"({"coro":"worker"})" : QByteArray());
            const EventId ready = say(EventKind::Ready, task, 0, made);
            say(EventKind::Resumed, task, 0, ready);
            const quint32 text = task % 4;
            say(EventKind::Suspended, task, 0, {}, {4 + text}, task <= 4 ? texts[task % 4] : QByteArray());
        }
    }

    void makePass()
    {
        m_pass.clear();
        m_at = 0;
        if (m_events == 0)
            return begin();
        m_now += Nanos(m_random.bounded(5'000, 300'000));
        say(EventKind::PassBegin, 0, ++m_passes);
        std::vector<std::pair<quint32, EventId>> woken;
        EventId waker = say(EventKind::TimerFired, 0, m_passes);
        for (int i = m_random.bounded(1, 9); i > 0; --i) {
            const quint32 task = m_random.bounded(1u, tasks + 1);
            woken.emplace_back(task, say(EventKind::Ready, task, 0, waker));
        }
        for (const auto &[task, ready] : woken) {
            say(EventKind::Resumed, task, 0, ready);
            say(EventKind::Suspended, task, 0, {}, {4 + m_random.bounded(4u)});
        }
        say(EventKind::PassEnd, 0, m_passes);
    }

    QRandomGenerator m_random{1};
    std::vector<Record> m_pass;
    size_t m_at = 0;
    TracePoint m_now;
    quint32 m_events = 0;
    quint32 m_passes = 0;
};

} // namespace loopscope
