// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/state_times.h"

#include <QWidget>

namespace loopscope {

class Theme;

/// Where a task spent its time: one bar for the whole, and a line of length and share for each state.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(const Theme &theme, QWidget *parent = nullptr);

    void setTimes(const StateTimes &times);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRectF &box) const;
    void paintLine(QPainter &painter, const QRectF &box, TaskState state) const;
    [[nodiscard]] double share(TaskState state) const;

    const Theme &m_theme;
    StateTimes m_times;
};

} // namespace loopscope
