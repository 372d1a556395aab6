// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/lane_pieces.h"
#include "core/export/text_sink.h"
#include "core/trace/store.h"

namespace loopscope {

/// Draws the lanes of runs below each other, at most so many of them.
class SvgLanes
{
public:
    SvgLanes(const Store &store, PictureScale scale, TextSink &out)
        : m_store(store), m_scale(scale), m_out(out)
    {
    }

    /// The run's title, its axis and its lanes, from `top` down; returns where they end.
    double drawRun(const RunInfo &run, double top);

    /// So high will drawRun be, when `drawn` lanes were drawn before.
    [[nodiscard]] static double heightOf(const RunInfo &run, qsizetype drawn);
    /// Lanes that a run has, and how many of them are drawn when `drawn` were drawn before.
    [[nodiscard]] static qsizetype lanesOf(const RunInfo &run);
    [[nodiscard]] static qsizetype drawnOf(const RunInfo &run, qsizetype drawn);

    [[nodiscard]] qsizetype drawn() const { return m_drawn; }

private:
    void drawAxis(const RunInfo &run, double top, double bottom);
    void drawLabel(const QByteArray &text, double top);
    void drawLoop(const RunInfo &run, double top);
    void drawTask(const RunInfo &run, const TaskInfo &task, double top);
    void drawReason(const LanePiece &piece, double top);
    void sortPrints(const RunInfo &run);
    void drawPrints(const RunInfo &run, TaskId task, double top);
    void drawBar(const char *kind, const RunInfo &run, TimeSpan span, double top, const QByteArray &tip);
    [[nodiscard]] bool takeLane();

    const Store &m_store;
    const PictureScale m_scale;
    TextSink &m_out;
    QHash<TaskId, std::vector<const PrintInfo *>> m_prints; ///< of the run that is being drawn
    qsizetype m_drawn = 0;
};

} // namespace loopscope
