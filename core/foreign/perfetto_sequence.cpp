// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_sequence.h"

#include "core/foreign/event_extras.h"
#include "core/foreign/perfetto_fields.h"

namespace loopscope {

using protozero::pbf_reader;

namespace {

void takeEntry(pbf_reader entry, PerfettoSequence::Texts &into, TrackTexts &texts)
{
    quint64 id = 0;
    QByteArrayView text;
    while (entry.next()) {
        if (entry.tag() == perfetto::interned::Id && entry.wire_type() == protozero::pbf_wire_type::varint)
            id = entry.get_uint64();
        else if (entry.tag() == perfetto::interned::Text &&
                 entry.wire_type() == protozero::pbf_wire_type::length_delimited)
            text = bytesOf(entry.get_view());
        else
            entry.skip();
    }
    into[id] = texts.idOf(text);
}

void takeSource(protozero::data_view entry, PerfettoSequence::Texts &into, TrackTexts &texts)
{
    quint64 id = 0;
    pbf_reader in(entry);
    while (in.next()) {
        if (in.tag() == perfetto::source::Id && in.wire_type() == protozero::pbf_wire_type::varint)
            id = in.get_uint64();
        else
            in.skip();
    }
    into[id] = texts.idOf(sourceText(entry));
}

} // namespace

void PerfettoSequence::clear()
{
    PerfettoSequence fresh;
    fresh.pid = pid;
    fresh.tid = tid;
    fresh.referenceUs = referenceUs;
    fresh.isComplete = true;
    *this = std::move(fresh);
}

void PerfettoSequence::takeInterned(protozero::data_view message, TrackTexts &texts)
{
    pbf_reader data(message);
    while (data.next()) {
        Texts *into = nullptr;
        switch (data.tag()) {
        case perfetto::interned::Category: into = &categories; break;
        case perfetto::interned::EventName: into = &eventNames; break;
        case perfetto::interned::AnnotationName: into = &annotationNames; break;
        case perfetto::interned::AnnotationText: into = &annotationTexts; break;
        case perfetto::interned::LogBody: into = &logBodies; break;
        case perfetto::interned::CorrelationText: into = &correlations; break;
        case perfetto::interned::SourceLocation: into = &sources; break;
        default: break;
        }
        const bool isKnown = into && data.wire_type() == protozero::pbf_wire_type::length_delimited;
        if (isKnown && into == &sources)
            takeSource(data.get_view(), sources, texts);
        else if (isKnown)
            takeEntry(data.get_message(), *into, texts);
        else
            data.skip();
    }
}

void PerfettoSequence::takeDefaults(protozero::data_view message, FieldCounter &skipped)
{
    namespace field = perfetto::defaults;
    pbf_reader all(message);
    while (all.next()) {
        if (all.tag() == field::Clock && all.wire_type() == protozero::pbf_wire_type::varint)
            clock = all.get_uint32();
        else if (all.tag() == field::Event && all.wire_type() == protozero::pbf_wire_type::length_delimited)
            takeEventDefaults(all.get_message(), skipped);
        else
            skipped.skip(all, PerfettoMessage::Defaults);
    }
}

void PerfettoSequence::takeEventDefaults(pbf_reader event, FieldCounter &skipped)
{
    namespace field = perfetto::defaults;
    extraTracks.clear();
    extraDoubleTracks.clear();
    while (event.next()) {
        if (event.tag() == field::Track && event.wire_type() == protozero::pbf_wire_type::varint)
            track = event.get_uint64();
        else if (event.tag() == field::ExtraTracks)
            appendNumbers(event, extraTracks);
        else if (event.tag() == field::ExtraDoubleTracks)
            appendNumbers(event, extraDoubleTracks);
        else
            skipped.skip(event, PerfettoMessage::Defaults);
    }
}

void appendNumbers(pbf_reader &field, std::vector<quint64> &numbers, PackedAs packed)
{
    const auto append = [&numbers](const auto &range) { numbers.insert(numbers.end(), range.begin(), range.end()); };
    switch (field.wire_type()) {
    case protozero::pbf_wire_type::varint: numbers.push_back(field.get_uint64()); break;
    case protozero::pbf_wire_type::fixed64: numbers.push_back(field.get_fixed64()); break;
    case protozero::pbf_wire_type::length_delimited:
        if (packed == PackedAs::Fixed64)
            append(field.get_packed_fixed64());
        else
            append(field.get_packed_uint64());
        break;
    default: field.skip();
    }
}

} // namespace loopscope
