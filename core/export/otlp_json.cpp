// SPDX-License-Identifier: MIT
#include "core/export/otlp_json.h"

namespace loopscope {

OtlpAttributes &OtlpAttributes::add(QByteArrayView key, const QString &text)
{
    if (!text.isEmpty())
        addValue(key, "stringValue", jsonString(text));
    return *this;
}

OtlpAttributes &OtlpAttributes::add(QByteArrayView key, qint64 number)
{
    addValue(key, "intValue", '"' + QByteArray::number(number) + '"');
    return *this;
}

OtlpAttributes &OtlpAttributes::add(QByteArrayView key, double number)
{
    addValue(key, "doubleValue", jsonNumber(number));
    return *this;
}

void OtlpAttributes::addValue(QByteArrayView key, QByteArrayView type, const QByteArray &value)
{
    m_items << JsonObjectText()
                   .addRaw("key", jsonString(QString::fromUtf8(key)))
                   .addRaw("value", JsonObjectText().addRaw(type, value).text())
                   .text();
}

} // namespace loopscope
