// SPDX-License-Identifier: MIT
#include "ui/json/json_delegate.h"

#include "ui/json/json_tree_model.h"
#include "ui/style/theme.h"

namespace loopscope {

namespace {

Role inkOf(int column, JsonType type)
{
    if (column == JsonTreeModel::KeyColumn)
        return Role::SynKey;
    switch (type) {
    case JsonType::String: return Role::SynStr;
    case JsonType::Number: return Role::SynNum;
    case JsonType::Bool:
    case JsonType::Null: return Role::SynKey;
    case JsonType::Broken: return Role::Failed;
    case JsonType::Object:
    case JsonType::Array: break;
    }
    return Role::Ink2;
}

} // namespace

JsonDelegate::JsonDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

void JsonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto type = JsonType(index.data(JsonTreeModel::TypeRole).toInt());
    option->font = m_theme.font(TextRole::Code);
    option->textElideMode = index.column() == JsonTreeModel::KeyColumn ? Qt::ElideMiddle : Qt::ElideRight;
    for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, m_theme.colour(inkOf(index.column(), type)));
}

} // namespace loopscope
