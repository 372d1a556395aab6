// SPDX-License-Identifier: MIT
#include "app/view_keeper.h"

#include "ui/shared/bookmarks.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/shared/viewport.h"

namespace loopscope {

namespace {

/// Whether a selection of events and tasks that there are means something: a file may say anything.
bool fits(const Store &store, const Selected &selected)
{
    if (!selected.event)
        return !selected.request;
    const Event event = store.event(selected.event);
    if (selected.task && event.task != selected.task)
        return false;
    const RunInfo *run = store.run(event.run);
    const auto isIt = [&](const RequestInfo &request) {
        return request.number == selected.request->number && request.first == selected.event;
    };
    return !selected.request || (run && std::any_of(run->requests.begin(), run->requests.end(), isIt));
}

} // namespace

ViewKeeper::ViewKeeper(const Recording &recording, Viewport &viewport, Playhead &playhead,
                       Selection &selection, QObject *parent)
    : QObject(parent), m_recording(recording), m_viewport(viewport), m_playhead(playhead),
      m_selection(selection)
{
    connect(&recording, &Recording::grew, this, &ViewKeeper::advance);
}

ViewState ViewKeeper::now() const
{
    ViewState view;
    if (m_viewport.mode() == Viewport::Mode::Free)
        view.visible = m_viewport.visible();
    view.now = placeOf(m_recording.store(), m_playhead.moment());
    const Selected &selected = m_selection.current();
    view.event = selected.event.value;
    view.task = selected.task.value;
    if (selected.request)
        view.request = selected.request->number;
    return view;
}

void ViewKeeper::restore(const ViewState &view)
{
    m_wanted = view;
    advance();
}

void ViewKeeper::endRestoring()
{
    if (m_wanted.visible && m_viewport.mode() == Viewport::Mode::Fitted &&
        m_wanted.visible->overlaps(m_viewport.visible()))
        m_viewport.show(*m_wanted.visible);
    m_wanted = {};
}

void ViewKeeper::advance()
{
    if (m_recording.isLive())
        m_wanted = {};
    if (m_wanted == ViewState())
        return;
    restoreSpan();
    restoreSelection();
    restorePlayhead();
}

void ViewKeeper::restoreSpan()
{
    if (!m_wanted.visible || m_wanted.visible->end > m_viewport.content().end)
        return;
    const TimeSpan span = *std::exchange(m_wanted.visible, {});
    if (m_viewport.mode() == Viewport::Mode::Fitted)
        m_viewport.show(span);
}

void ViewKeeper::restoreSelection()
{
    const Store &store = m_recording.store();
    const EventId event{m_wanted.event};
    const TaskId task{m_wanted.task};
    const bool isThere = (!event || store.contains(event)) && (!task || store.task(task));
    if (!(event || task) || !isThere)
        return;
    Selected selected{event, task, {}};
    if (m_wanted.request && event)
        selected.request = RequestKey{store.event(event).run, m_wanted.request};
    m_wanted.event = m_wanted.task = m_wanted.request = 0;
    if (m_selection.current().isEmpty() && fits(store, selected))
        m_selection.select(selected);
}

void ViewKeeper::restorePlayhead()
{
    if (!m_wanted.now)
        return;
    const RunInfo *run = runAt(m_recording.store(), *m_wanted.now);
    if (!run || std::max(run->end.value_or(run->last), run->last) < m_wanted.now->at)
        return;
    const Moment moment = momentOf(m_recording.store(), *std::exchange(m_wanted.now, {}));
    if (!m_playhead.moment().run)
        m_playhead.setMoment(moment);
}

} // namespace loopscope
