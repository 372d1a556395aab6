// SPDX-License-Identifier: MIT
#include "ui/plan/plan_list_delegate.h"

#include "ui/plan/plan_list_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace loopscope {

PlanListDelegate::PlanListDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void PlanListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    const QRectF box = option.rect;
    const QWidget *view = option.widget;
    const QRectF whole(0, box.top(), view ? view->width() : box.right(), box.height());
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(whole, m_theme.colour(Role::AccentTint));
        painter->fillRect(QRectF(0, box.top(), 3, box.height()), m_theme.colour(Role::Accent));
    } else if (option.state & QStyle::State_MouseOver && index.parent().isValid()) {
        painter->fillRect(whole, m_theme.colour(Role::Hover));
    }
    if (index.parent().isValid())
        paintPlan(*painter, box, index);
    else
        paintGroup(*painter, box, index);
    painter->restore();
}

QSize PlanListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Metrics &metrics = m_theme.metrics();
    const double line = metrics.listRow + metrics.gap;
    const bool two = m_detailed && index.parent().isValid();
    return {qRound(metrics.leftColumn / 2), qRound(two ? line * 1.75 : line)};
}

void PlanListDelegate::paintGroup(QPainter &painter, const QRectF &box, const QModelIndex &index) const
{
    painter.setFont(m_theme.font(TextRole::Strong));
    painter.setPen(m_theme.colour(Role::Ink2));
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
}

void PlanListDelegate::paintPlan(QPainter &painter, const QRectF &box, const QModelIndex &index) const
{
    const Metrics &metrics = m_theme.metrics();
    const bool bad = index.data(PlanListModel::ProblemsRole).toInt() > 0;
    const bool two = m_detailed && !index.data(PlanListModel::AboutRole).toString().isEmpty();
    QRectF first(box.left(), box.top() + (two ? metrics.gap / 2 : 0), box.width() - metrics.margin,
                 two ? metrics.listRow : box.height());
    const Role iconInk = bad ? Role::Failed : Role::Ink3;
    paintGlyph(painter, bad ? Glyph::Failed : Glyph::Document,
               QRectF(first.left(), first.center().y() - metrics.icon / 2, metrics.icon, metrics.icon),
               m_theme.colour(iconInk), m_theme.colour(Role::Panel));
    first.setLeft(first.left() + metrics.icon + metrics.gap * 2);

    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.colour(bad ? Role::Failed : Role::Ink2));
    const QString note = index.data(PlanListModel::NoteRole).toString();
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignRight, note);
    const double noteWidth = painter.fontMetrics().horizontalAdvance(note) + metrics.margin;
    if (two) {
        const QRectF second = first.translated(0, first.height() - metrics.gap / 2);
        painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(index.data(PlanListModel::AboutRole).toString(),
                                                          Qt::ElideRight, int(second.width())));
    }
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(m_theme.colour(Role::Ink));
    const QString title = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                           int(first.width() - noteWidth));
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeft, title);
}

} // namespace loopscope
