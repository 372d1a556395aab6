// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace loopscope {

class Theme;

/// Colours a row of a JSON tree by the type of its value.
class JsonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    JsonDelegate(const Theme &theme, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace loopscope
