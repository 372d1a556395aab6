// SPDX-License-Identifier: MIT
#include "ui/json/json_filter.h"

#include "ui/json/json_tree_model.h"

namespace loopscope {

JsonFilter::JsonFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
    setAutoAcceptChildRows(true);
}

void JsonFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    invalidateFilter();
}

bool JsonFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty())
        return true;
    if (!parent.isValid())
        return false; // the document itself stays for what it holds, not for its name
    for (const int column : {JsonTreeModel::KeyColumn, JsonTreeModel::ValueColumn})
        if (sourceModel()->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace loopscope
