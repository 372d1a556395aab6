// SPDX-License-Identifier: MIT
#include "core/foreign/chrome_event.h"

namespace loopscope {

namespace {

/// Where a member's value belongs; null if nowhere. By length first: nearly all names differ in that.
JsonToken *placeOf(QByteArrayView name, ChromeEvent &event)
{
    switch (name.size()) {
    case 1: return name == "s" ? &event.instantScope : nullptr;
    case 2:
        return name == "ts"   ? &event.time
               : name == "id" ? &event.id
               : name == "bp" ? &event.bindPoint
                              : nullptr;
    case 3:
        return name == "pid"   ? &event.process
               : name == "tid" ? &event.thread
               : name == "dur" ? &event.duration
               : name == "cat" ? &event.category
                               : nullptr;
    case 4: return name == "name" ? &event.name : name == "args" ? &event.arguments : nullptr;
    case 5: return name == "scope" ? &event.scope : nullptr;
    case 7: return name == "bind_id" ? &event.bindId : name == "flow_in" ? &event.flowIn : nullptr;
    case 8: return name == "flow_out" ? &event.flowOut : nullptr;
    default: return nullptr;
    }
}

/// `{"local": "0x1"}` or `{"global": "0x1"}`.
void readScopedId(const JsonToken &object, ChromeEvent &event)
{
    JsonTokens json(object.text);
    JsonToken name, value;
    if (object.type != JsonToken::Type::Object || !json.take('{'))
        return;
    while (json.peek() == '"' && json.takeString(name) && json.take(':') && json.takeValue(value)) {
        if (name == "local")
            event.localId = value;
        else if (name == "global")
            event.globalId = value;
        if (!json.take(','))
            return;
    }
}

void setMember(QByteArrayView name, const JsonToken &value, ChromeEvent &event)
{
    if (name == "ph")
        event.phase = value.type == JsonToken::Type::String && value.text.size() == 1 ? value.text[0] : '\0';
    else if (name == "id2")
        readScopedId(value, event);
    else if (JsonToken *place = placeOf(name, event))
        *place = value;
    else if (event.others.size() < ChromeEvent::mostOthers)
        event.others.push_back(name);
    else
        ++event.moreOthers;
}

} // namespace

bool readChromeEvent(JsonTokens &json, ChromeEvent &event)
{
    std::vector<QByteArrayView> others = std::move(event.others); // for its memory
    event = {};
    others.clear();
    event.others = std::move(others);
    if (!json.take('{'))
        return false;
    JsonToken name, value;
    while (json.peek() != '}') {
        if (!json.takeString(name) || !json.take(':') || !json.takeValue(value))
            return false;
        event.isEmpty = false;
        setMember(name.text, value, event);
        if (json.peek() != ',')
            break;
        static_cast<void>(json.take(','));
    }
    return json.take('}');
}

} // namespace loopscope
