// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_content.h"

#include <QWidget>

namespace loopscope {

/// The names of the rows, left of them. A click on a run's head asks to fold it, one on a task to select it.
class LaneLabels : public QWidget
{
    Q_OBJECT

public:
    explicit LaneLabels(TimelineContent &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void foldToggled(RunId run);
    void taskPicked(TaskId task);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintRow(QPainter &painter, TimelineInk &ink, const Row &row);
    void paintRun(QPainter &painter, TimelineInk &ink, const QRectF &box, const RunInfo &run);
    void paintTask(QPainter &painter, TimelineInk &ink, const QRectF &box, TaskId id);
    void paintRequest(QPainter &painter, TimelineInk &ink, const QRectF &box, const RequestInfo &request);
    void paintNamed(QPainter &painter, TimelineInk &ink, const QRectF &box, Glyph glyph, const QString &name);
    [[nodiscard]] QString tooltip(const Row &row) const;

    TimelineContent &m_content;
};

} // namespace loopscope
