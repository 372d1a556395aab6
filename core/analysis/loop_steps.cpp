// SPDX-License-Identifier: MIT
#include "core/analysis/loop_steps.h"

namespace loopscope {

namespace {

/// What a step cannot do itself: it comes from a pass, from another thread or from a socket.
bool comesFromOutside(EventKind kind)
{
    switch (kind) {
    case EventKind::PassBegin:
    case EventKind::TimerFired:
    case EventKind::Resumed:
    case EventKind::CallbackBegin:
    case EventKind::ExecutorEnd:
    case EventKind::RequestEncrypted:
    case EventKind::RequestSent:
    case EventKind::RequestHeaders: return true;
    default: return false;
    }
}

class StepScan
{
public:
    void see(const Event &event)
    {
        if (event.kind == EventKind::PassBegin && !m_isOpen)
            m_pass = event.subject;
        if (m_isOpen && endsIt(event))
            close(event);
        else if (m_isOpen && !m_steps.back().nested && comesFromOutside(event.kind))
            m_steps.back().nested = event.id;
        else if (!m_isOpen && (event.kind == EventKind::Resumed || event.kind == EventKind::CallbackBegin))
            open(event);
        m_last = event.at;
    }
    std::vector<LoopStep> take()
    {
        if (m_isOpen)
            m_steps.back().span.end = std::max(m_steps.back().span.begin, m_last);
        return std::move(m_steps);
    }

private:
    void open(const Event &event)
    {
        m_steps.push_back({event.id, {}, {event.at, event.at}, event.task, {}});
        m_begin = event;
        m_isOpen = true;
    }
    [[nodiscard]] bool endsIt(const Event &event) const
    {
        switch (event.kind) {
        case EventKind::Suspended:
        case EventKind::Done: return m_begin.kind == EventKind::Resumed && event.task == m_begin.task;
        case EventKind::CallbackEnd:
            return m_begin.kind == EventKind::CallbackBegin && event.subject == m_begin.subject;
        case EventKind::PassEnd: return event.subject == m_pass;
        case EventKind::RunBegin:
        case EventKind::RunEnd: return true;
        default: return false;
        }
    }
    void close(const Event &event)
    {
        LoopStep &step = m_steps.back();
        const bool itself = event.kind == EventKind::Suspended || event.kind == EventKind::Done ||
                            event.kind == EventKind::CallbackEnd;
        step.end = itself ? event.id : EventId{};
        step.span.end = std::max(step.span.begin, event.kind == EventKind::RunBegin ? m_last : event.at);
        m_isOpen = false;
    }

    std::vector<LoopStep> m_steps;
    Event m_begin; ///< of the open step
    TracePoint m_last;
    quint32 m_pass = 0;
    bool m_isOpen = false;
};

} // namespace

std::vector<LoopStep> loopStepsOf(const Store &store)
{
    StepScan scan;
    for (const Event &event : store.events())
        scan.see(event);
    return scan.take();
}

} // namespace loopscope
