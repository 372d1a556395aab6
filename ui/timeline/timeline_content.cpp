// SPDX-License-Identifier: MIT
#include "ui/timeline/timeline_content.h"

#include "ui/timeline/slice_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

/// Names are measured for so many rows only; beyond, a longer one is elided.
constexpr size_t mostMeasured = 500;

} // namespace

TimelineContent::TimelineContent(const TimelineState &state)
    : m_state(state), m_labelWidth(state.theme.metrics().laneHeader)
{
}

void TimelineContent::update(double width)
{
    const Recording &recording = m_state.recording;
    m_scene.store = &recording.store();
    m_scene.axis = {m_state.viewport.visible(), width};
    m_scene.liveNow = recording.liveNow();
    m_scene.metrics = m_state.theme.metrics();
    if (m_laidOut != recording.store().revision()) {
        m_laidOut = recording.store().revision();
        LaneLayout layout = layOut(recording.store(), m_scene.metrics, m_folded);
        if (layout != m_layout) {
            m_layout = std::move(layout);
            m_labelWidth = neededLabelWidth();
        }
    }
    m_cache.update(m_scene, m_layout);
}

double TimelineContent::neededLabelWidth() const
{
    const Metrics &m = m_state.theme.metrics();
    const QFontMetricsF names(m_state.theme.font(TextRole::LaneName));
    const QFontMetricsF numbers(m_state.theme.font(TextRole::Tiny));
    double needed = m.laneHeader;
    for (size_t i = 0; i < std::min(mostMeasured, m_layout.rows.size()); ++i) {
        const Row &row = m_layout.rows[i];
        const TaskInfo *task = row.kind == RowKind::Task ? m_state.recording.store().task(row.task) : nullptr;
        if (task)
            needed = std::max(needed, m.laneHeaderIndent + names.horizontalAdvance(laneName(*task)) +
                                          5 * m.gap + numbers.horizontalAdvance(taskNumberText(*task)));
    }
    return std::ceil(std::min(needed, m.laneHeaderMost));
}

QList<BookmarkFlag> TimelineContent::flags() const
{
    return bookmarkFlags(m_state.recording.store(), m_state.bookmarks.all(), axis(),
                         m_state.theme.metrics().ruler, m_state.theme.metrics().bookmarkFlag);
}

std::optional<Hit> TimelineContent::hitAt(QPointF inView)
{
    const double y = inView.y() + m_scroll;
    const Row *row = m_layout.rowAt(y);
    if (!row)
        return std::nullopt;
    const auto index = size_t(row - m_layout.rows.data());
    return loopscope::hitAt(*row, m_cache.row(index), {inView.x(), y - row->top}, m_scene.metrics.hitSlack);
}

void TimelineContent::forgetRecording()
{
    m_cache.clear();
    m_folded.clear();
    m_layout = {};
    m_laidOut.reset();
    m_scroll = 0;
}

void TimelineContent::forgetInk()
{
    m_ink.reset();
    m_layout = {}; // so that it is laid out and measured anew
    m_laidOut.reset();
}

TimelineInk &TimelineContent::ink(double devicePixelRatio)
{
    if (!m_ink || m_inkRatio != devicePixelRatio) {
        m_ink = std::make_unique<TimelineInk>(m_state.theme, devicePixelRatio);
        m_inkRatio = devicePixelRatio;
    }
    return *m_ink;
}

void TimelineContent::toggleFold(RunId run)
{
    if (!m_folded.erase(run))
        m_folded.insert(run);
    m_laidOut.reset();
}

void TimelineContent::setFolded(std::set<RunId> runs)
{
    m_folded = std::move(runs);
    m_laidOut.reset();
}

} // namespace loopscope
