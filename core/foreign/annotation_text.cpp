// SPDX-License-Identifier: MIT
#include "core/foreign/annotation_text.h"

#include "core/base/json_text.h"
#include "core/foreign/json_tokens.h"
#include "core/foreign/perfetto_fields.h"

#include <cmath>

namespace loopscope {

using protozero::pbf_reader;
using protozero::pbf_wire_type;
namespace field = perfetto::annotation;

namespace {

QByteArray quoted(QByteArrayView text)
{
    return jsonString(QString::fromUtf8(text));
}

QByteArray real(double value)
{
    return std::isfinite(value) ? jsonNumber(value) : quoted(QByteArray::number(value));
}

/// JSON of somebody else goes in as it is, if it is one value that ends.
QByteArray jsonOrText(QByteArrayView text)
{
    const QByteArray padded = text.toByteArray() + ' '; // a number at the very end is over
    JsonTokens json(padded);
    JsonToken token;
    const bool isGood = json.takeValue(token) && json.peek() == '\0' && json.isAtEnd();
    return isGood ? text.toByteArray().trimmed() : quoted(text);
}

bool isFull(const QByteArray &list)
{
    return list.size() >= TrackTexts::longest;
}

void addTo(QByteArray &list, const QByteArray &item)
{
    if (!isFull(list))
        list += (list.isEmpty() ? "" : ",") + item;
}

} // namespace

void AnnotationText::add(protozero::data_view annotation)
{
    if (isFull(m_text))
        return; // nothing of it would be kept
    const Parts parts = partsOf(annotation, 0);
    addMember(parts.name, parts.value.isEmpty() ? QByteArray("null") : parts.value);
}

void AnnotationText::addMember(QByteArrayView name, const QByteArray &json)
{
    addTo(m_text, quoted(name) + ':' + json);
}

AnnotationText::Parts AnnotationText::partsOf(protozero::data_view annotation, int depth)
{
    Parts parts;
    QByteArray dict, array;
    pbf_reader in(annotation);
    if (depth > deepest)
        return {{}, quoted("…")};
    while (in.next()) {
        const bool isBytes = in.wire_type() == pbf_wire_type::length_delimited;
        const bool isNumber = in.wire_type() == pbf_wire_type::varint;
        if (isNumber && in.tag() == field::NameId)
            parts.name = interned(m_sequence.annotationNames, in.get_uint64());
        else if (isBytes && in.tag() == field::Name)
            parts.name = bytesOf(in.get_view()).toByteArray();
        else if (isNumber && in.tag() == field::Bool)
            parts.value = in.get_bool() ? "true" : "false";
        else if (isNumber && in.tag() == field::Uint)
            parts.value = QByteArray::number(quint64(in.get_uint64()));
        else if (isNumber && in.tag() == field::Int)
            parts.value = QByteArray::number(qint64(in.get_int64()));
        else if (in.wire_type() == pbf_wire_type::fixed64 && in.tag() == field::Double)
            parts.value = real(in.get_double());
        else if (isBytes && in.tag() == field::String)
            parts.value = quoted(bytesOf(in.get_view()));
        else if (isNumber && in.tag() == field::StringId)
            parts.value = quoted(interned(m_sequence.annotationTexts, in.get_uint64()));
        else if (isNumber && in.tag() == field::Pointer)
            parts.value = quoted("0x" + QByteArray::number(quint64(in.get_uint64()), 16));
        else if (isBytes && in.tag() == field::Json)
            parts.value = jsonOrText(bytesOf(in.get_view()));
        else if (isBytes && ((in.tag() == field::Dict && isFull(dict)) || (in.tag() == field::Array && isFull(array))))
            in.skip();
        else if (isBytes && in.tag() == field::Dict) {
            const Parts entry = partsOf(in.get_view(), depth + 1);
            addTo(dict,
                  quoted(entry.name) + ':' + (entry.value.isEmpty() ? QByteArray("null") : entry.value));
        } else if (isBytes && in.tag() == field::Array) {
            const Parts entry = partsOf(in.get_view(), depth + 1);
            addTo(array, entry.value.isEmpty() ? QByteArray("null") : entry.value);
        } else
            m_skipped.skip(in, PerfettoMessage::Annotation);
    }
    if (!dict.isEmpty())
        parts.value = '{' + dict + '}';
    else if (!array.isEmpty())
        parts.value = '[' + array + ']';
    return parts;
}

QByteArray AnnotationText::interned(const PerfettoSequence::Texts &texts, quint64 id)
{
    if (m_internedSize >= TrackTexts::longest) {
        ++m_use.shortened;
        return "…";
    }
    const QByteArrayView text = m_texts.text(texts.value(id));
    const qsizetype size = std::min(text.size(), m_use.most());
    m_internedSize += size;
    m_use.shown += size;
    if (size == text.size())
        return text.toByteArray();
    ++m_use.shortened;
    return text.first(size).toByteArray() + "…";
}

} // namespace loopscope
