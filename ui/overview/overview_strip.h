// SPDX-License-Identifier: MIT
#pragma once

#include "ui/overview/overview_content.h"
#include "ui/shared/viewport.h"
#include "ui/style/theme.h"

#include <QWidget>

#include <memory>

namespace loopscope {

/// The whole session in one strip, in its own time, with a frame around what is in view. The frame is
/// dragged, resized at its edges, and fitted by a double click; a click beside it goes there.
class OverviewStrip : public QWidget
{
    Q_OBJECT

public:
    /// Viewport and theme are borrowed.
    OverviewStrip(std::unique_ptr<OverviewContent> content, Viewport &viewport, const Theme &theme,
                  QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    /// Where the timeline's lanes begin; the strip begins there, too.
    void setIndent(int indent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void restyle();
    void updateShapes();
    void paintTitle(QPainter &painter);
    void paintFrame(QPainter &painter);
    void dragTo(double x);
    [[nodiscard]] OverviewMap map() const;
    [[nodiscard]] QRectF frame() const;

    struct Drag
    {
        OverviewGrip grip;
        double from;
        TimeSpan visible;
    };

    const std::unique_ptr<OverviewContent> m_content;
    Viewport &m_viewport;
    const Theme &m_theme;
    std::vector<OverviewShape> m_shapes; ///< of the map below
    OverviewMap m_shapesMap;
    quint64 m_shapesRevision = ~quint64(0);
    std::optional<Drag> m_drag;
    int m_indent;
};

} // namespace loopscope
