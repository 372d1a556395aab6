// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/hit_test.h"
#include "ui/timeline/link_painter.h"
#include "ui/timeline/timeline_content.h"

#include <QSizeF>

namespace loopscope {

/// What is pointed out in the lanes. It changes often and rebuilds no geometry.
struct SceneFocus
{
    std::optional<Hit> hovered;
    std::vector<Link> path;  ///< arrows of the selection
    std::vector<Link> crowd; ///< all arrows in view, if asked for
};

/// Paints the lanes by replaying their geometry, in passes from the ground up; see design, "Order of
/// painting".
class ScenePainter
{
public:
    ScenePainter(QPainter &painter, TimelineContent &content, const SceneFocus &focus, QSizeF size);

    void paintGround();
    void paintGrid();
    void paintRows();
    void paintLinks();
    void paintHover();
    void paintSelection();
    /// In the lanes of its run, each as a thin line.
    void paintBookmarks();
    void paintPlayhead();

private:
    template<class Paint>
    void forVisibleRows(Paint paint);
    void paintSection(const Row &row);
    void paintLink(const Link &link, LinkWeight weight);
    [[nodiscard]] std::optional<LinkLine> lineOf(const Link &link) const;
    [[nodiscard]] double yOf(const Row &row) const;
    [[nodiscard]] std::optional<QRectF> selectedRect();

    QPainter &m_painter;
    TimelineContent &m_content;
    TimelineInk &m_ink;
    const SceneFocus &m_focus;
    QSizeF m_size;
};

} // namespace loopscope
