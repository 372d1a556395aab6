// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_sequence.h"

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
        default: break;
        }
        if (into && data.wire_type() == protozero::pbf_wire_type::length_delimited)
            takeEntry(data.get_message(), *into, texts);
        else
            data.skip();
    }
}

void PerfettoSequence::takeDefaults(protozero::data_view message)
{
    pbf_reader all(message);
    while (all.next()) {
        if (all.tag() == perfetto::defaults::Clock && all.wire_type() == protozero::pbf_wire_type::varint) {
            clock = all.get_uint32();
        } else if (all.tag() == perfetto::defaults::Event &&
                   all.wire_type() == protozero::pbf_wire_type::length_delimited) {
            extraTracks.clear();
            extraDoubleTracks.clear();
            pbf_reader event = all.get_message();
            while (event.next()) {
                if (event.tag() == perfetto::defaults::Track &&
                    event.wire_type() == protozero::pbf_wire_type::varint)
                    track = event.get_uint64();
                else if (event.tag() == perfetto::defaults::ExtraTracks)
                    appendNumbers(event, extraTracks);
                else if (event.tag() == perfetto::defaults::ExtraDoubleTracks)
                    appendNumbers(event, extraDoubleTracks);
                else
                    event.skip();
            }
        } else {
            all.skip();
        }
    }
}

void appendNumbers(pbf_reader &field, std::vector<quint64> &numbers)
{
    switch (field.wire_type()) {
    case protozero::pbf_wire_type::varint: numbers.push_back(field.get_uint64()); break;
    case protozero::pbf_wire_type::fixed64: numbers.push_back(field.get_fixed64()); break;
    case protozero::pbf_wire_type::length_delimited:
        for (const quint64 number : field.get_packed_uint64())
            numbers.push_back(number);
        break;
    default: field.skip();
    }
}

} // namespace loopscope
