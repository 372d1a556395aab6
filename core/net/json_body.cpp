// SPDX-License-Identifier: MIT
#include "core/net/json_body.h"

#include <QStringDecoder>

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace loopscope {

namespace {

constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

TextPlace placeOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const int column = int(QString::fromUtf8(before.sliced(lineStart)).size()) + 1;
    return {int(std::count(before.begin(), before.end(), '\n')) + 1, column};
}

/// Drops what JSON calls white space outside of strings. The text must be JSON.
QByteArray withoutWhiteSpace(QByteArrayView json)
{
    QByteArray out(json.size(), Qt::Uninitialized);
    char *to = out.data();
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            *to++ = c;
            if (c == '\\')
                *to++ = json[++i];
            else if (c == '"')
                inString = false;
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            *to++ = c;
            inString = c == '"';
        }
    }
    out.truncate(to - out.constData());
    return out;
}

} // namespace

Result<QByteArray> compactJson(const QByteArray &body)
{
    namespace rj = rapidjson;
    QByteArrayView text = body;
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    rj::MemoryStream stream(text.data(), size_t(text.size()));
    rj::EncodedInputStream<rj::UTF8<>, rj::MemoryStream> utf8(stream);
    rj::BaseReaderHandler<> nobody;
    rj::Reader reader;
    // Iterative, because the depth of a stranger's document must not decide about our stack.
    if (reader.Parse<rj::kParseIterativeFlag | rj::kParseValidateEncodingFlag>(utf8, nobody))
        return withoutWhiteSpace(text);
    const QString why = QString::fromLatin1(rj::GetParseError_En(reader.GetParseErrorCode()));
    const TextPlace place = placeOf(text, qsizetype(reader.GetErrorOffset()));
    return failure({QT_TRANSLATE_NOOP("Problem", "no JSON: %1"), {why}, {}, {}, place});
}

} // namespace loopscope
