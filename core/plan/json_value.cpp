// SPDX-License-Identifier: MIT
#include "core/plan/json_value.h"

namespace loopscope {

Value valueOf(const JsonNode &node)
{
    switch (node.kind) {
    case JsonNode::Kind::Null:
        break;
    case JsonNode::Kind::Bool:
        return node.boolean;
    case JsonNode::Kind::Integer:
        return node.integer;
    case JsonNode::Kind::Double:
        return node.number;
    case JsonNode::Kind::String:
        return node.text;
    case JsonNode::Kind::Array: {
        ValueList list;
        for (const JsonNode &item : node.items)
            list.push_back(valueOf(item));
        return makeList(std::move(list));
    }
    case JsonNode::Kind::Object: {
        ValueObject object;
        for (size_t i = 0; i < node.items.size(); ++i)
            object.insert(node.keys[i].text, valueOf(node.items[i]));
        return makeObject(std::move(object));
    }
    }
    return {};
}

std::any readBody(const QByteArray &json)
{
    const Result<JsonTree> tree = parseJson(json, QString());
    if (!tree)
        throw ValueError(message(tree.error()));
    return valueOf(tree->root);
}

} // namespace loopscope
