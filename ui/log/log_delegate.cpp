// SPDX-License-Identifier: MIT
#include "ui/log/log_delegate.h"

#include "core/base/event.h"
#include "ui/log/log_model.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace loopscope {

namespace {

TextRole fontOf(int column)
{
    switch (column) {
    case LogModel::NumberColumn:
    case LogModel::TimeColumn: return TextRole::Code;
    case LogModel::WhoColumn: return TextRole::CodeStrong;
    default: return TextRole::Small;
    }
}

bool tellsOfFailure(EventKind kind)
{
    return kind == EventKind::CallbackError || kind == EventKind::Stalled || kind == EventKind::Unretrieved ||
           kind == EventKind::NeverAwaited || kind == EventKind::EventsLost;
}

} // namespace

LogDelegate::LogDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool current = index.row() == m_currentRow;
    if (current)
        painter->fillRect(option.rect, m_theme.colour(Role::AccentTint));
    QStyledItemDelegate::paint(painter, option, index);
    if (current && index.column() == 0)
        painter->fillRect(QRectF(option.rect.topLeft(), QSizeF(3, option.rect.height())),
                          m_theme.colour(Role::Accent));
}

void LogDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    option->font = m_theme.font(fontOf(column));
    option->displayAlignment =
        Qt::AlignVCenter | (column <= LogModel::TimeColumn ? Qt::AlignRight : Qt::AlignLeft);
    option->textElideMode = column == LogModel::WhoColumn ? Qt::ElideMiddle : Qt::ElideRight;
    const auto kind = EventKind(index.data(LogModel::KindRole).toInt());
    Role ink = column == LogModel::WhoColumn ? Role::Ink : Role::Ink2;
    if (column == LogModel::WhatColumn)
        ink = tellsOfFailure(kind) ? Role::Failed : Role::Ink;
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, m_theme.colour(ink));
}

} // namespace loopscope
