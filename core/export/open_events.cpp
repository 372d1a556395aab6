// SPDX-License-Identifier: MIT
#include "core/export/open_events.h"

#include <algorithm>

namespace loopscope {

void OpenEvents::see(const Event &event)
{
    switch (event.kind) {
    case EventKind::RunBegin: open(Kind::Run, 0, event); break;
    case EventKind::RunEnd: m_open.clear(); break;
    case EventKind::PassBegin: open(Kind::Pass, event.subject, event); break;
    case EventKind::PassEnd: m_open.erase({Kind::Pass, event.subject}); break;
    case EventKind::CallbackBegin: open(Kind::Callback, event.subject, event); break;
    case EventKind::CallbackEnd: m_open.erase({Kind::Callback, event.subject}); break;
    case EventKind::Created: open(Kind::Task, event.task.value, event); break;
    case EventKind::Ready:
    case EventKind::Resumed:
    case EventKind::Suspended: change(Kind::Task, event.task.value, event); break;
    case EventKind::Done: m_open.erase({Kind::Task, event.task.value}); break;
    case EventKind::RequestQueued: open(Kind::Request, event.subject, event); break;
    case EventKind::RequestConnecting:
    case EventKind::RequestEncrypted:
    case EventKind::RequestSent:
    case EventKind::RequestHeaders: change(Kind::Request, event.subject, event); break;
    case EventKind::RequestDone: m_open.erase({Kind::Request, event.subject}); break;
    case EventKind::ExecutorBegin: open(Kind::Job, event.subject, event); break;
    case EventKind::ExecutorEnd: m_open.erase({Kind::Job, event.subject}); break;
    default: break;
    }
}

std::vector<Event> OpenEvents::take()
{
    std::vector<Event> events;
    for (const auto &[key, opened] : m_open) {
        events.push_back(opened.begin);
        if (opened.now)
            events.push_back(*opened.now);
    }
    m_open.clear();
    std::sort(events.begin(), events.end(), [](const Event &a, const Event &b) { return a.id < b.id; });
    return events;
}

void OpenEvents::open(Kind kind, quint32 number, const Event &event)
{
    m_open.try_emplace({kind, number}, Opened{event, {}});
}

void OpenEvents::change(Kind kind, quint32 number, const Event &event)
{
    if (const auto at = m_open.find({kind, number}); at != m_open.end())
        at->second.now = event;
}

} // namespace loopscope
