// SPDX-License-Identifier: MIT
#include "core/foreign/trace_sniffer.h"

#include "core/foreign/gzip.h"
#include "core/session/wire_format.h"

#include <protozero/pbf_reader.hpp>

namespace loopscope {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QByteArrayView withoutSpace(QByteArrayView text)
{
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    while (!text.isEmpty() && (text[0] == ' ' || text[0] == '\n' || text[0] == '\r' || text[0] == '\t'))
        text = text.sliced(1);
    return text;
}

bool isText(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char letter) {
        return uchar(letter) < 0x20 && letter != '\n' && letter != '\r' && letter != '\t';
    });
}

/// Of the first packet, as far as it is there: whether it is one, and whether it has our message.
TraceKind packetKind(QByteArrayView bytes)
{
    constexpr char packetTag = 1 << 3 | 2;
    if (bytes.isEmpty() || bytes[0] != packetTag)
        return TraceKind::Unknown;
    const char *at = bytes.data() + 1;
    const char *end = bytes.data() + bytes.size();
    bool isOurs = false;
    bool isCut = false;
    try {
        const quint64 length = protozero::decode_varint(&at, end);
        isCut = length > quint64(end - at);
        protozero::pbf_reader packet(at, isCut ? size_t(end - at) : size_t(length));
        while (packet.next()) {
            isOurs = isOurs || packet.tag() == quint32(wire::Packet::Loopscope);
            packet.skip();
        }
    } catch (const protozero::end_of_buffer_exception &) {
        if (!isCut)
            return TraceKind::Unknown;
    } catch (const protozero::exception &) {
        return TraceKind::Unknown;
    }
    return isOurs ? TraceKind::Recording : TraceKind::Packets;
}

} // namespace

TraceKind traceKind(QByteArrayView begin)
{
    if (isGzip(begin))
        return TraceKind::Gzip;
    const QByteArrayView text = withoutSpace(begin);
    const bool isJson = text.startsWith('{') || text.startsWith('[');
    if (isJson && isText(begin.first(std::min<qsizetype>(begin.size(), 256))))
        return TraceKind::ChromeJson;
    return packetKind(begin);
}

bool looksLikeChromeTrace(QByteArrayView begin)
{
    const QByteArrayView text = withoutSpace(begin);
    return text.startsWith('[') || (text.startsWith('{') && text.contains("\"traceEvents\""));
}

} // namespace loopscope
