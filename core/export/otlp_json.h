// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/json_text.h"

#include <QByteArrayList>

namespace loopscope {

/// Attributes of OTLP/JSON: `[{"key":"…","value":{"stringValue":"…"}}]`. Whole numbers are strings there, as
/// in every JSON that is made of protobuf.
class OtlpAttributes
{
public:
    /// An empty text is left out.
    OtlpAttributes &add(QByteArrayView key, const QString &text);
    OtlpAttributes &add(QByteArrayView key, qint64 number);
    OtlpAttributes &add(QByteArrayView key, double number);
    [[nodiscard]] QByteArray text() const { return '[' + m_items.join(',') + ']'; }

private:
    void addValue(QByteArrayView key, QByteArrayView type, const QByteArray &value);

    QByteArrayList m_items;
};

} // namespace loopscope
