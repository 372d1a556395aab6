// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_content.h"

#include <QWidget>

namespace loopscope {

/// The scale of time above the lanes, with the flags of playhead and bookmarks. The corner above the lanes'
/// names says what the times count from. A press or drag asks for the playhead, a press on a bookmark for
/// that.
class Ruler : public QWidget
{
    Q_OBJECT

public:
    explicit Ruler(TimelineContent &content, QWidget *parent = nullptr);

Q_SIGNALS:
    void instantPicked(TracePoint sinceRunBegan);
    void bookmarkPicked(const loopscope::BookmarkPlace &place);
    void bookmarkRenameRequested(const loopscope::BookmarkPlace &place);
    void bookmarkMenuRequested(const loopscope::BookmarkPlace &place, QPoint onScreen);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintBookmarks(QPainter &painter, TimelineInk &ink);
    void pick(const QMouseEvent &event);
    [[nodiscard]] double indent() const { return m_content.labelWidth(); }
    [[nodiscard]] std::optional<BookmarkPlace> bookmarkAt(QPointF point) const;

    TimelineContent &m_content;
    bool m_isOnBookmark = false; ///< the press under way
};

} // namespace loopscope
