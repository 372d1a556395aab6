// SPDX-License-Identifier: MIT
#include "core/json/json_cursor.h"

namespace loopscope {

JsonCursor JsonCursor::child(qsizetype index) const
{
    Q_ASSERT(index >= 0 && index < size());
    JsonCursor child(m_node->items[size_t(index)]);
    child.m_parent = this;
    child.m_index = index;
    return child;
}

qsizetype JsonCursor::indexOf(QStringView key) const
{
    for (size_t i = 0; i < m_node->keys.size(); ++i) {
        if (m_node->keys[i].text == key)
            return qsizetype(i);
    }
    return -1;
}

QString JsonCursor::path() const
{
    if (!m_parent)
        return QStringLiteral("$");
    if (m_parent->isList())
        return m_parent->path() + QStringLiteral("[%1]").arg(m_index);
    return m_parent->path() + u'.' + m_parent->keyAt(m_index);
}

qsizetype JsonCursor::keyOffset() const
{
    return m_parent && m_parent->isObject() ? m_parent->node().keys[size_t(m_index)].offset : offset();
}

} // namespace loopscope
