// SPDX-License-Identifier: MIT
#include "core/foreign/event_extras.h"

#include "core/base/json_text.h"
#include "core/foreign/perfetto_fields.h"

namespace loopscope {

using protozero::pbf_reader;
using protozero::pbf_wire_type;
namespace field = perfetto::event;

namespace {

constexpr const char *priorities[] = {nullptr, nullptr,   "verbose", "debug",
                                      "info",  "warning", "error",   "fatal"};

QByteArray quoted(QByteArrayView text)
{
    return jsonString(QString::fromUtf8(text));
}

/// Of the fields that SourceLocation and a Frame have, whatever their numbers are.
QByteArray placeText(QByteArrayView function, QByteArrayView file, quint32 line)
{
    QByteArray place = file.toByteArray();
    if (line > 0)
        place += ':' + QByteArray::number(line);
    if (function.isEmpty() || place.isEmpty())
        return function.toByteArray() + place;
    return function.toByteArray() + " (" + place + ')';
}

struct PlaceFields
{
    quint32 function, file, line;
};

QByteArray placeText(pbf_reader in, PlaceFields fields)
{
    QByteArrayView function, file;
    quint32 line = 0;
    while (in.next()) {
        const bool isBytes = in.wire_type() == pbf_wire_type::length_delimited;
        if (isBytes && in.tag() == fields.function)
            function = bytesOf(in.get_view());
        else if (isBytes && in.tag() == fields.file)
            file = bytesOf(in.get_view());
        else if (in.wire_type() == pbf_wire_type::varint && in.tag() == fields.line)
            line = in.get_uint32();
        else
            in.skip();
    }
    return placeText(function, file, line);
}

/// A list of its frames, the outermost first.
QByteArray callstackJson(pbf_reader in)
{
    QByteArray frames;
    while (in.next()) {
        const bool isFrame = in.tag() == perfetto::callstack::Frame &&
                             in.wire_type() == pbf_wire_type::length_delimited &&
                             frames.size() < TrackTexts::longest;
        if (!isFrame) {
            in.skip();
            continue;
        }
        namespace frame = perfetto::callstack;
        const QByteArray place = placeText(in.get_message(), {frame::Function, frame::File, frame::Line});
        frames += (frames.isEmpty() ? "" : ",") + quoted(place);
    }
    return '[' + frames + ']';
}

/// Of a field that comes again the last one counts, as everywhere in protobuf: texts are quoted once, however often
/// two bytes stand for them.
void addLog(pbf_reader in, AnnotationText &text, const PerfettoSequence &sequence)
{
    namespace log = perfetto::log;
    std::optional<quint64> body, source;
    quint64 priority = 0;
    while (in.next()) {
        const bool isNumber = in.wire_type() == pbf_wire_type::varint;
        if (isNumber && in.tag() == log::BodyId)
            body = in.get_uint64();
        else if (isNumber && in.tag() == log::SourceId)
            source = in.get_uint64();
        else if (isNumber && in.tag() == log::Priority)
            priority = in.get_uint64();
        else
            in.skip();
    }
    if (source)
        text.addMember("log source", quoted(text.interned(sequence.sources, *source)));
    if (body)
        text.addMember("log", quoted(text.interned(sequence.logBodies, *body)));
    if (priority < std::size(priorities) && priorities[priority])
        text.addMember("log priority", quoted(priorities[priority]));
}

} // namespace

bool EventExtras::read(pbf_reader &in)
{
    if (in.wire_type() == pbf_wire_type::varint) {
        switch (in.tag()) {
        case field::SourceLocationId: sourceLocationId = in.get_uint64(); return true;
        case field::CorrelationId: correlation = in.get_uint64(); return true;
        case field::CorrelationTextId: correlationTextId = in.get_uint64(); return true;
        default: return false;
        }
    }
    if (in.wire_type() != pbf_wire_type::length_delimited)
        return false;
    switch (in.tag()) {
    case field::LogMessage: logMessage = in.get_view(); return true;
    case field::SourceLocation: sourceLocation = in.get_view(); return true;
    case field::CorrelationText: correlationText = bytesOf(in.get_view()); return true;
    case field::Callstack: callstack = in.get_view(); return true;
    default: return false;
    }
}

void EventExtras::addTo(AnnotationText &text, const PerfettoSequence &sequence) const
{
    if (logMessage)
        addLog(pbf_reader(*logMessage), text, sequence);
    if (correlation)
        text.addMember("correlation id", QByteArray::number(*correlation));
    else if (correlationTextId)
        text.addMember("correlation id", quoted(text.interned(sequence.correlations, *correlationTextId)));
    else if (!correlationText.isEmpty())
        text.addMember("correlation id", quoted(correlationText));
    if (sourceLocation)
        text.addMember("source", quoted(sourceText(*sourceLocation)));
    else if (sourceLocationId)
        text.addMember("source", quoted(text.interned(sequence.sources, *sourceLocationId)));
    if (callstack)
        text.addMember("callstack", callstackJson(pbf_reader(*callstack)));
}

QByteArray sourceText(protozero::data_view sourceLocation)
{
    namespace source = perfetto::source;
    return placeText(pbf_reader(sourceLocation), {source::Function, source::File, source::Line});
}

} // namespace loopscope
