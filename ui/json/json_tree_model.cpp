// SPDX-License-Identifier: MIT
#include "ui/json/json_tree_model.h"

#include <algorithm>

namespace loopscope {

namespace {

constexpr qsizetype batch = 1000;
constexpr qsizetype countedUpTo =
    64 * 1024;                          ///< bytes; larger containers are not counted before they are opened
constexpr qsizetype longestShown = 300; ///< characters of a value in a row

bool isContainer(JsonType type)
{
    return type == JsonType::Object || type == JsonType::Array;
}

bool isName(const QString &key)
{
    const auto plain = [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    return !key.isEmpty() && !key[0].isDigit() && std::all_of(key.begin(), key.end(), plain);
}

} // namespace

void JsonTreeModel::setDocument(const QString &root, const QByteArray &bytes, JsonSlice part)
{
    beginResetModel();
    m_root = root;
    m_bytes = bytes;
    m_nodes.clear();
    m_nodes.push_back(made({0, 0, part}, noNode, 0));
    endResetModel();
}

void JsonTreeModel::clear()
{
    beginResetModel();
    m_bytes.clear();
    m_nodes.clear();
    endResetModel();
}

void JsonTreeModel::load(qsizetype most)
{
    // Children are appended behind their parents, so walking the list once is breadth first.
    for (quint32 at = 0; at < m_nodes.size() && qsizetype(m_nodes.size()) < most; ++at)
        while (canFetchMore(indexOf(at)) && qsizetype(m_nodes.size()) < most)
            fetchMore(indexOf(at));
}

QString JsonTreeModel::path(const QModelIndex &index) const
{
    QString text;
    for (quint32 at = quint32(index.internalId()); m_nodes[at].parent != noNode; at = m_nodes[at].parent) {
        const Node &step = m_nodes[at];
        const QString name = key(step);
        if (m_nodes[step.parent].member.value.type == JsonType::Array)
            text.prepend(QStringLiteral("[%1]").arg(step.row));
        else
            text.prepend(isName(name) ? u'.' + name : QStringLiteral("[\"%1\"]").arg(name));
    }
    return u'$' + text;
}

QString JsonTreeModel::text(const QModelIndex &index) const
{
    const Node &of = node(index);
    if (of.member.value.type == JsonType::String)
        return jsonUnescaped(inner(of));
    const JsonSlice slice = of.member.value;
    return QString::fromUtf8(QByteArrayView(m_bytes).sliced(slice.begin, slice.end - slice.begin));
}

JsonType JsonTreeModel::type(const QModelIndex &index) const
{
    return node(index).member.value.type;
}

std::optional<qsizetype> JsonTreeModel::count(const QModelIndex &index) const
{
    const Node &of = node(index);
    if (of.member.value.type == JsonType::String && inner(of).size() <= countedUpTo)
        return jsonUnescaped(inner(of)).size();
    return of.complete ? std::optional(qsizetype(of.children.size())) : of.count;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(node(parent).children[size_t(row)]) : 0);
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const quint32 above = child.isValid() ? node(child).parent : noNode;
    return above == noNode ? QModelIndex() : indexOf(above);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_nodes.empty() ? 0 : 1;
    return parent.column() == 0 ? int(node(parent).children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || (parent.isValid() && canFetchMore(parent));
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.column() != 0)
        return false;
    const Node &of = node(parent);
    if (of.complete || !isContainer(of.member.value.type))
        return false;
    return of.resumeAt != 0 || jsonHasChildren(m_bytes, of.member.value);
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const quint32 above = quint32(parent.internalId());
    Node &of = m_nodes[above];
    JsonScanner scanner(m_bytes, of.member.value);
    if (of.resumeAt != 0)
        scanner.resumeAt(of.resumeAt);
    std::vector<JsonMember> found;
    while (qsizetype(found.size()) < batch) {
        const auto member = scanner.next();
        if (!member)
            break;
        found.push_back(*member);
    }
    of.complete = qsizetype(found.size()) < batch;
    of.resumeAt = scanner.position();
    if (found.empty())
        return;
    const auto first = quint32(of.children.size());
    beginInsertRows(parent, int(first), int(first + found.size() - 1));
    for (const JsonMember &member : found) {
        of.children.push_back(quint32(m_nodes.size())); // a deque: `of` stays where it is
        m_nodes.push_back(made(member, above, quint32(of.children.size() - 1)));
    }
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return index.column() == KeyColumn ? key(node(index)) : valueText(node(index));
    case Qt::ToolTipRole: return index.column() == KeyColumn ? path(index) : valueText(node(index));
    case TypeRole: return int(type(index));
    case PathRole: return path(index);
    case TextRole: return text(index);
    default: return {};
    }
}

QModelIndex JsonTreeModel::indexOf(quint32 at) const
{
    return createIndex(int(m_nodes[at].row), 0, quintptr(at));
}

QByteArrayView JsonTreeModel::inner(const Node &node) const
{
    const JsonSlice slice = node.member.value;
    const qsizetype end = std::max(slice.begin + 1, slice.end - 1);
    return QByteArrayView(m_bytes).sliced(slice.begin + 1, end - slice.begin - 1);
}

QString JsonTreeModel::key(const Node &node) const
{
    if (node.parent == noNode)
        return m_root;
    if (m_nodes[node.parent].member.value.type == JsonType::Array)
        return QString::number(node.row);
    const JsonMember &member = node.member;
    return jsonUnescaped(QByteArrayView(m_bytes).sliced(member.keyBegin, member.keyEnd - member.keyBegin),
                         longestShown);
}

QString JsonTreeModel::valueText(const Node &node) const
{
    const JsonSlice slice = node.member.value;
    const auto count = node.complete ? std::optional(qsizetype(node.children.size())) : node.count;
    const QString inside = count ? QString::number(*count) : QStringLiteral("…");
    switch (slice.type) {
    case JsonType::Object: return QStringLiteral("{%1}").arg(inside);
    case JsonType::Array: return QStringLiteral("[%1]").arg(inside);
    case JsonType::String: return u'"' + jsonUnescaped(inner(node), longestShown).replace(u'\n', u'↵') + u'"';
    default: break;
    }
    const qsizetype shown = std::min(slice.end - slice.begin, longestShown);
    return QString::fromUtf8(QByteArrayView(m_bytes).sliced(slice.begin, shown));
}

JsonTreeModel::Node JsonTreeModel::made(const JsonMember &member, quint32 parent, quint32 row) const
{
    Node node;
    node.member = member;
    node.parent = parent;
    node.row = row;
    const JsonSlice slice = member.value;
    if (!isContainer(slice.type) || slice.end - slice.begin > countedUpTo)
        return node;
    JsonScanner scanner(m_bytes, slice);
    for (node.count = 0; scanner.next(); ++*node.count) {
    }
    return node;
}

} // namespace loopscope
