// SPDX-License-Identifier: MIT
#include "ui/timeline/timeline_ink.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace loopscope {

namespace {

/// Texts are few and come back every frame; a recording with many different ones starts over now and then.
constexpr qsizetype mostKept = 4096;
constexpr int bucketWidth = 8;
constexpr qsizetype fewestLetters = 4;

} // namespace

TimelineInk::TimelineInk(const Theme &theme, double devicePixelRatio)
    : m_theme(theme), m_ratio(devicePixelRatio), m_hairline(std::max(1.0, std::round(m_ratio)) / m_ratio)
{
    for (int role = 0; role < textRoleCount; ++role)
        m_fonts[size_t(role)] = theme.font(TextRole(role));
    m_hatches[0] = makeHatch(Role::Suspended, Role::SuspHatch, 8, Qt::BottomLeftCorner);
    m_hatches[1] = makeHatch(Role::Cancelled, Role::CancHatch, 7, Qt::TopLeftCorner);
    m_hatches[2] = makeHatch(Role::NetWait, Role::NetHatch, 7, Qt::BottomLeftCorner);
}

/// A tile with one diagonal through it and its continuations in the corners. Its side is a whole number of
/// screen pixels, else tiles would not join. 8 wide means lines 5.7 apart.
QBrush TimelineInk::makeHatch(Role ground, Role line, double side, Qt::Corner from) const
{
    const int pixels = int(std::round(side * m_ratio));
    QPixmap tile(pixels, pixels);
    tile.fill(colour(ground));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(line), 1.2 * m_ratio, Qt::SolidLine, Qt::SquareCap));
    for (int shift : {-pixels, 0, pixels}) {
        if (from == Qt::BottomLeftCorner)
            painter.drawLine(QPointF(shift, pixels), QPointF(shift + pixels, 0));
        else
            painter.drawLine(QPointF(shift, 0), QPointF(shift + pixels, pixels));
    }
    painter.end();
    tile.setDevicePixelRatio(m_ratio);
    return QBrush(tile);
}

const QBrush &TimelineInk::hatch(BarKind kind) const
{
    return m_hatches[kind == BarKind::Cancelled || kind == BarKind::Lost ? 1 : kind == BarKind::Server ? 2 : 0];
}

QRectF TimelineInk::snapped(const QRectF &rect) const
{
    const auto onPixel = [this](double value) { return std::round(value * m_ratio) / m_ratio; };
    const double left = onPixel(rect.left());
    const double top = onPixel(rect.top());
    return {left, top, std::max(1 / m_ratio, onPixel(rect.right()) - left),
            std::max(1 / m_ratio, onPixel(rect.bottom()) - top)};
}

const TimelineInk::Shaped &TimelineInk::shaped(const QString &text, TextRole role)
{
    QHash<QString, Shaped> &kept = m_shaped[size_t(role)];
    const auto found = kept.constFind(text);
    if (found != kept.cend())
        return *found;
    if (kept.size() >= mostKept)
        kept.clear();
    Shaped made;
    made.text.setTextFormat(Qt::PlainText);
    made.text.setText(text);
    made.text.prepare({}, m_fonts[size_t(role)]);
    made.width = made.text.size().width();
    made.height = made.text.size().height();
    return *kept.insert(text, made);
}

double TimelineInk::textWidth(const QString &text, TextRole role)
{
    return shaped(text, role).width;
}

QString TimelineInk::fitted(const QString &text, TextRole role, double room)
{
    if (text.isEmpty() || room < 2 * bucketWidth)
        return {};
    if (textWidth(text, role) <= room)
        return text;
    const FitKey key{text, role, int(room) / bucketWidth};
    const auto found = m_fitted.constFind(key);
    if (found != m_fitted.cend())
        return *found;
    if (m_fitted.size() >= mostKept)
        m_fitted.clear();
    const QFontMetricsF metrics(m_fonts[size_t(role)]);
    QString cut = metrics.elidedText(text, Qt::ElideRight, key.bucket * bucketWidth);
    if (cut.size() < fewestLetters + 1)
        cut.clear();
    return *m_fitted.insert(key, cut);
}

double TimelineInk::drawText(QPainter &painter, const QString &text, TextRole role, const QColor &colour,
                             double x, double middle)
{
    if (text.isEmpty())
        return x;
    const Shaped &made = shaped(text, role);
    painter.setFont(m_fonts[size_t(role)]);
    painter.setPen(colour);
    painter.drawStaticText(QPointF(x, std::round(middle - made.height / 2)), made.text);
    return x + made.width;
}

} // namespace loopscope
