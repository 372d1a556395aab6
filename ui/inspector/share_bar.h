// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/task_shares.h"

#include <QWidget>

namespace loopscope {

class Theme;

/// Where a task spent its time: one bar for the whole, and a line of length and share for each state.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(const Theme &theme, QWidget *parent = nullptr);

    void setShares(const TaskShares &shares);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, const QRectF &box) const;
    void paintLine(QPainter &painter, const QRectF &box, TaskState state) const;

    const Theme &m_theme;
    TaskShares m_shares;
};

} // namespace loopscope
