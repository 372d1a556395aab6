// SPDX-License-Identifier: MIT
#pragma once

#include "core/json/json_tree.h"

namespace loopscope {

/// A node of a JSON tree together with the way that led to it, so that a problem can name its path. It refers
/// to the cursor it came from, which must outlive it: cursors live on the stack of those who walk down.
class JsonCursor
{
public:
    explicit JsonCursor(const JsonNode &root) : m_node(&root) {}

    [[nodiscard]] const JsonNode &node() const { return *m_node; }
    [[nodiscard]] const JsonNode *operator->() const { return m_node; }
    [[nodiscard]] bool isObject() const { return m_node->kind == JsonNode::Kind::Object; }
    [[nodiscard]] bool isList() const { return m_node->kind == JsonNode::Kind::Array; }
    [[nodiscard]] bool isString() const { return m_node->kind == JsonNode::Kind::String; }
    [[nodiscard]] bool isNull() const { return m_node->kind == JsonNode::Kind::Null; }
    [[nodiscard]] bool isNumber() const
    {
        return m_node->kind == JsonNode::Kind::Integer || m_node->kind == JsonNode::Kind::Double;
    }

    /// How many elements or members there are.
    [[nodiscard]] qsizetype size() const { return qsizetype(m_node->items.size()); }
    /// The element or member at `index`, which must be there.
    [[nodiscard]] JsonCursor child(qsizetype index) const;
    /// The key of an object's member.
    [[nodiscard]] const QString &keyAt(qsizetype index) const { return m_node->keys[size_t(index)].text; }
    [[nodiscard]] qsizetype indexOf(QStringView key) const; ///< -1 where there is none
    [[nodiscard]] bool has(QStringView key) const { return indexOf(key) >= 0; }
    /// The member under `key`, which must be there.
    [[nodiscard]] JsonCursor member(QStringView key) const { return child(indexOf(key)); }

    /// `$.coroutines.main[2].sleep`
    [[nodiscard]] QString path() const;
    [[nodiscard]] qsizetype offset() const { return m_node->offset; }
    /// Of the key that this member stands under; of the value itself where it is no member.
    [[nodiscard]] qsizetype keyOffset() const;

private:
    const JsonNode *m_node;
    const JsonCursor *m_parent = nullptr;
    qsizetype m_index = 0; ///< within the parent
};

} // namespace loopscope
