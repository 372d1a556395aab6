// SPDX-License-Identifier: MIT
#pragma once

#include "ui/json/json_scanner.h"

#include <QAbstractItemModel>
#include <QByteArray>

#include <deque>

namespace loopscope {

/// A JSON text as a tree, built over the raw bytes: a row knows where its key and value lie and reads them
/// when they are shown. Children are found when a row is opened, a thousand at a time, so that a body of 100
/// MB opens as fast as one of 100 bytes.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, ColumnCount };
    enum DataRole { TypeRole = Qt::UserRole, PathRole, TextRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows the value in `part` of `bytes`, under the name `root`. The bytes are shared, not copied.
    void setDocument(const QString &root, const QByteArray &bytes, JsonSlice part);
    void setDocument(const QString &root, const QByteArray &bytes)
    {
        setDocument(root, bytes, jsonValueAt(bytes, 0));
    }
    void clear();
    [[nodiscard]] bool isEmpty() const { return m_nodes.empty(); }

    /// Finds children breadth first until there are `most` rows, so that a filter can look at them.
    void load(qsizetype most);

    /// `$.runs[0]["odd key"]`.
    [[nodiscard]] QString path(const QModelIndex &index) const;
    /// What copying a value gives: the characters of a string, the JSON text of all else.
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] JsonType type(const QModelIndex &index) const;
    /// Members, elements or characters, where they are known or quickly counted.
    [[nodiscard]] std::optional<qsizetype> count(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    static constexpr quint32 noNode = 0xFFFFFFFF;
    struct Node
    {
        JsonMember member;
        quint32 parent = noNode;
        quint32 row = 0;
        std::vector<quint32> children;
        qsizetype resumeAt = 0; ///< where the next children are looked for; 0 before the first
        bool complete = false;  ///< all children are known
        std::optional<qsizetype> count;
    };

    [[nodiscard]] const Node &node(const QModelIndex &index) const
    {
        return m_nodes[size_t(index.internalId())];
    }
    [[nodiscard]] QModelIndex indexOf(quint32 node) const;
    [[nodiscard]] QByteArrayView inner(const Node &node) const;
    [[nodiscard]] QString key(const Node &node) const;
    [[nodiscard]] QString valueText(const Node &node) const;
    Node made(const JsonMember &member, quint32 parent, quint32 row) const;

    QString m_root;
    QByteArray m_bytes;
    std::deque<Node> m_nodes; ///< the first is the document; none is ever removed before the next document
};

} // namespace loopscope
