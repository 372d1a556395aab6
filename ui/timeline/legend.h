// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_ink.h"

#include <QWidget>

namespace loopscope {

struct RunInfo;

/// What shapes and colours mean: one line under the timeline. Shows as many entries as fit.
class LegendRow : public QWidget
{
    Q_OBJECT

public:
    explicit LegendRow(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
};

/// The phases of a request with their names, from the left of `box`, as many as fit.
void paintPhaseLegend(QPainter &painter, TimelineInk &ink, const QRectF &box);

/// `3 requests, 81 kB` and `2 jobs`.
[[nodiscard]] QString requestsSummary(const RunInfo &run);
[[nodiscard]] QString jobsSummary(const RunInfo &run);

} // namespace loopscope
