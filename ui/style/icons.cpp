// SPDX-License-Identifier: MIT
#include "ui/style/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace loopscope {

namespace {

/// A brush in the hand of one glyph: lines of a width, or filled shapes.
struct Pencil
{
    QPainter &painter;
    QColor colour;
    QColor hole;

    void line(double width, std::initializer_list<QPointF> points)
    {
        path(width, [&] {
            QPainterPath out(*points.begin());
            for (const QPointF *p = points.begin() + 1; p != points.end(); ++p)
                out.lineTo(*p);
            return out;
        }());
    }
    void path(double width, const QPainterPath &path) { stroke(width, path, colour); }
    void holePath(double width, const QPainterPath &path) { stroke(width, path, hole); }
    void stroke(double width, const QPainterPath &path, const QColor &with)
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(with, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    void ring(double width, QPointF centre, double radius)
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(centre, radius, radius);
    }
    void disc(QPointF centre, double radius)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(centre, radius, radius);
    }
    void solid(std::initializer_list<QPointF> corners)
    {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF(corners));
    }
    void outline(double width, std::initializer_list<QPointF> corners)
    {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF(corners));
    }
};

QPainterPath crossPath(double from, double to)
{
    QPainterPath out(QPointF(from, from));
    out.lineTo(to, to);
    out.moveTo(to, from);
    out.lineTo(from, to);
    return out;
}

void paintTransport(Pencil &pencil, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Record: pencil.disc({7, 7}, 4.8); break;
    case Glyph::Run:
    case Glyph::Play: pencil.solid({{3.5, 2}, {3.5, 12}, {11.5, 7}}); break;
    case Glyph::Stop: pencil.solid({{3, 3}, {11, 3}, {11, 11}, {3, 11}}); break;
    case Glyph::Pause:
        pencil.line(2.2, {{4.5, 3}, {4.5, 11}});
        pencil.line(2.2, {{9.5, 3}, {9.5, 11}});
        break;
    case Glyph::StepForward:
        pencil.solid({{3, 2.5}, {3, 11.5}, {9, 7}});
        pencil.line(1.8, {{11, 3}, {11, 11}});
        break;
    default: // StepBack
        pencil.solid({{11, 2.5}, {11, 11.5}, {5, 7}});
        pencil.line(1.8, {{3, 3}, {3, 11}});
        break;
    }
}

void paintEnd(Pencil &pencil, Glyph glyph)
{
    switch (glyph) {
    case Glyph::Check: pencil.line(1.8, {{2.5, 7.5}, {5.5, 10.5}, {11.5, 4}}); break;
    case Glyph::Failed:
        pencil.disc({7, 7}, 6);
        pencil.holePath(1.6, crossPath(4.7, 9.3));
        break;
    case Glyph::Cancelled:
        pencil.ring(1.6, {7, 7}, 5.4);
        pencil.line(1.6, {{3.4, 10.6}, {10.6, 3.4}});
        break;
    default: pencil.path(1.6, crossPath(3.4, 10.6)); break; // Cross
    }
}

/// What a task waits for, and the lanes beside the tasks'.
void paintWait(Pencil &pencil, Glyph glyph)
{
    QPainterPath path;
    switch (glyph) {
    case Glyph::Timer:
        pencil.ring(1.4, {7, 8}, 4.6);
        pencil.line(1.4, {{7, 5.4}, {7, 8}, {8.8, 9.2}});
        pencil.line(1.4, {{5.5, 1.8}, {8.5, 1.8}});
        break;
    case Glyph::Gather:
        path.moveTo(2, 3.5);
        path.lineTo(6.5, 3.5);
        path.quadTo(10, 3.5, 10, 7);
        path.lineTo(10, 10.5);
        pencil.path(1.5, path);
        pencil.line(1.5, {{7.6, 8.2}, {10, 10.8}, {12.4, 8.2}});
        break;
    case Glyph::Globe:
        pencil.ring(1.3, {7, 7}, 5.2);
        pencil.line(1.1, {{1.8, 7}, {12.2, 7}});
        path.moveTo(7, 1.8);
        path.cubicTo(3.6, 5.2, 3.6, 8.8, 7, 12.2);
        path.cubicTo(10.4, 8.8, 10.4, 5.2, 7, 1.8);
        pencil.path(1.1, path);
        break;
    case Glyph::Worker:
        for (double y : {4.0, 7.0, 10.0})
            pencil.line(1.5, {{2, y}, {12, y}});
        pencil.disc({5, 7}, 2);
        break;
    case Glyph::Print:
        pencil.outline(1.4, {{2, 2.5}, {12, 2.5}, {12, 9.5}, {6.5, 9.5}, {4, 12}, {4, 9.5}, {2, 9.5}});
        break;
    default: // Loop
        path.arcMoveTo(2, 2, 10, 10, -15);
        path.arcTo(2, 2, 10, 10, -15, -310);
        pencil.path(1.5, path);
        pencil.line(1.5, {{12, 1.8}, {12, 5}, {8.8, 5}});
        break;
    }
}

void paintTool(Pencil &pencil, Glyph glyph)
{
    switch (glyph) {
    case Glyph::ChevronRight: pencil.line(1.5, {{5, 3}, {9, 7}, {5, 11}}); break;
    case Glyph::ChevronDown: pencil.line(1.5, {{3, 5}, {7, 9}, {11, 5}}); break;
    case Glyph::Search:
        pencil.ring(1.5, {6, 6}, 3.8);
        pencil.line(1.6, {{9, 9}, {12.4, 12.4}});
        break;
    case Glyph::Plus:
        pencil.line(1.6, {{7, 2.5}, {7, 11.5}});
        pencil.line(1.6, {{2.5, 7}, {11.5, 7}});
        break;
    case Glyph::Document: pencil.outline(1.3, {{3, 1.5}, {8.5, 1.5}, {11, 4}, {11, 12.5}, {3, 12.5}}); break;
    case Glyph::Open:
        pencil.line(1.4, {{12, 5.5}, {12, 4}, {6.5, 4}, {5.2, 2.5}, {1.8, 2.5}, {1.8, 11.5}});
        pencil.outline(1.4, {{1.8, 11.5}, {3.6, 6}, {13, 6}, {11.2, 11.5}});
        break;
    case Glyph::Save:
        pencil.line(1.5, {{7, 1.8}, {7, 8.5}});
        pencil.line(1.5, {{4, 5.8}, {7, 8.8}, {10, 5.8}});
        pencil.line(1.5, {{2, 9.5}, {2, 12}, {12, 12}, {12, 9.5}});
        break;
    case Glyph::Fit:
        pencil.line(1.5, {{2, 5}, {2, 2}, {5, 2}});
        pencil.line(1.5, {{9, 2}, {12, 2}, {12, 5}});
        pencil.line(1.5, {{12, 9}, {12, 12}, {9, 12}});
        pencil.line(1.5, {{5, 12}, {2, 12}, {2, 9}});
        break;
    case Glyph::Bookmark: pencil.solid({{3.5, 1.5}, {10.5, 1.5}, {10.5, 12.5}, {7, 9.8}, {3.5, 12.5}}); break;
    case Glyph::LagMark: pencil.solid({{1.5, 2.5}, {12.5, 2.5}, {7, 11.5}}); break;
    default: // More
        for (double x : {3.0, 7.0, 11.0})
            pencil.disc({x, 7}, 1.3);
        break;
    }
}

class GlyphEngine final : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, const QColor &colour, const QColor &hole)
        : m_glyph(glyph), m_colour(colour), m_hole(hole)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.4f);
        paintGlyph(*painter, m_glyph, rect, colour, m_hole);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }
    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Glyph m_glyph;
    QColor m_colour, m_hole;
};

} // namespace

void paintGlyph(QPainter &painter, Glyph glyph, const QRectF &box, const QColor &colour, const QColor &hole)
{
    const double side = std::min(box.width(), box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center() - QPointF(side, side) / 2);
    painter.scale(side / 14, side / 14);
    Pencil pencil{painter, colour, hole};
    if (glyph <= Glyph::Pause)
        paintTransport(pencil, glyph);
    else if (glyph <= Glyph::Cross)
        paintEnd(pencil, glyph);
    else if (glyph <= Glyph::Loop)
        paintWait(pencil, glyph);
    else
        paintTool(pencil, glyph);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph, const QColor &colour, const QColor &hole)
{
    return QIcon(new GlyphEngine(glyph, colour, hole));
}

} // namespace loopscope
