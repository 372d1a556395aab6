// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

namespace loopscope {

/// The rows whose key or value contains a text, with what lies above and below them.
class JsonFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JsonFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace loopscope
