// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace loopscope {

class Theme;

/// How to read a timeline, as a small drawn example: a task that makes another one and waits for it.
class LegendPicture : public QWidget
{
    Q_OBJECT

public:
    explicit LegendPicture(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Lanes;
    void paintLanes(QPainter &painter, const Lanes &lanes) const;
    void paintCaptions(QPainter &painter, const Lanes &lanes) const;
    void paintSuspended(QPainter &painter, const QRectF &box, const QString &text) const;

    const Theme &m_theme;
};

} // namespace loopscope
