// SPDX-License-Identifier: MIT
#include "core/export/payload_json.h"

#include "core/base/json_text.h"

#include <QJsonDocument>

namespace loopscope {

QByteArray PayloadJson::of(const Event &event)
{
    if (!event.payload)
        return {};
    const QByteArray payload = m_store.payload(event.payload);
    if (payload.isEmpty())
        return {};
    auto known = m_isObject.constFind(event.payload);
    if (known == m_isObject.cend())
        known = m_isObject.insert(event.payload, QJsonDocument::fromJson(payload).isObject());
    return *known ? payload : jsonString(QString::fromUtf8(payload));
}

} // namespace loopscope
