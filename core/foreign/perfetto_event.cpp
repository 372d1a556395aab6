// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_event.h"

#include "core/foreign/perfetto_fields.h"

#include <bit>

namespace loopscope {

using protozero::pbf_reader;
using protozero::pbf_wire_type;

namespace {

void appendReals(pbf_reader &field, std::vector<double> &numbers, FieldCounter &skipped)
{
    if (field.wire_type() == pbf_wire_type::fixed64) {
        numbers.push_back(field.get_double());
    } else if (field.wire_type() == pbf_wire_type::length_delimited) {
        for (const double number : field.get_packed_double())
            numbers.push_back(number);
    } else {
        skipped.skip(field, PerfettoMessage::Event);
    }
}

LegacyEvent legacyEvent(pbf_reader in, FieldCounter &skipped)
{
    namespace field = perfetto::legacy;
    LegacyEvent event;
    while (in.next()) {
        if (in.tag() == field::IdScope && in.wire_type() == pbf_wire_type::length_delimited) {
            event.idScope = bytesOf(in.get_view());
            continue;
        }
        if (in.wire_type() != pbf_wire_type::varint) {
            skipped.skip(in, PerfettoMessage::LegacyEvent);
            continue;
        }
        const quint32 tag = in.tag();
        const quint64 value = in.get_uint64();
        switch (tag) {
        case field::NameId: event.nameId = value; break;
        case field::Phase: event.phase = value < 128 ? char(value) : '?'; break;
        case field::DurationUs: event.durationUs = qint64(value); break;
        case field::GlobalId: event.isGlobalId = true; [[fallthrough]];
        case field::UnscopedId:
        case field::LocalId: event.id = value; break;
        case field::BindId: event.bindId = value; break;
        case field::BindToEnclosing: event.bindsToEnclosing = value != 0; break;
        case field::FlowDirection: event.flowDirection = quint32(value); break;
        case field::InstantScope: event.instantScope = quint32(value); break;
        case field::Pid: event.pid = qint32(value); break;
        case field::Tid: event.tid = qint64(value); break;
        default: skipped.note(PerfettoMessage::LegacyEvent, tag);
        }
    }
    return event;
}

} // namespace

void PerfettoEvent::read(protozero::data_view message, FieldCounter &skipped)
{
    reset();
    pbf_reader in(message);
    while (in.next()) {
        const bool isNumber = in.wire_type() == pbf_wire_type::varint;
        const bool isBytes = in.wire_type() == pbf_wire_type::length_delimited;
        if (!(isNumber && readNumber(in)) && !(isBytes && readBytes(in, skipped)))
            readOther(in, skipped);
    }
}

void PerfettoEvent::reset()
{
    type = 0;
    track.reset();
    nameId = categoryId = 0;
    name = category = {};
    value.reset();
    for (auto *list : {&extraTracks, &extraDoubleTracks, &extraValues, &flows, &terminatingFlows})
        list->clear();
    extraDoubleValues.clear();
    annotations.clear();
    timeDeltaUs.reset();
    timeAbsoluteUs.reset();
    legacy.reset();
    extras.reset();
}

/// The fields that hold one number. False: not one of these.
bool PerfettoEvent::readNumber(pbf_reader &in)
{
    namespace field = perfetto::event;
    switch (in.tag()) {
    case field::Type: type = in.get_uint32(); return true;
    case field::Track: track = in.get_uint64(); return true;
    case field::NameId: nameId = in.get_uint64(); return true;
    case field::CounterValue: value = double(in.get_int64()); return true;
    case field::TimeDelta: timeDeltaUs = in.get_int64(); return true;
    case field::TimeAbsolute: timeAbsoluteUs = in.get_int64(); return true;
    default: return false;
    }
}

bool PerfettoEvent::readBytes(pbf_reader &in, FieldCounter &skipped)
{
    namespace field = perfetto::event;
    switch (in.tag()) {
    case field::Name: name = bytesOf(in.get_view()); return true;
    case field::Category:
        if (!category.isEmpty())
            return false;
        category = bytesOf(in.get_view());
        return true;
    case field::Annotation: annotations.push_back(in.get_view()); return true;
    case field::Legacy: legacy = legacyEvent(in.get_message(), skipped); return true;
    default: return false;
    }
}

/// Lists of numbers, which may be packed, and what few events have.
void PerfettoEvent::readOther(pbf_reader &in, FieldCounter &skipped)
{
    namespace field = perfetto::event;
    switch (in.tag()) {
    case field::CategoryId: {
        std::vector<quint64> ids;
        appendNumbers(in, ids);
        const bool hasOne = categoryId != 0;
        categoryId = hasOne || ids.empty() ? categoryId : ids.front();
        if (ids.size() > (hasOne ? 0 : 1))
            skipped.note(PerfettoMessage::Event, field::CategoryId);
        return;
    }
    case field::ExtraTracks: return appendNumbers(in, extraTracks);
    case field::ExtraDoubleTracks: return appendNumbers(in, extraDoubleTracks);
    case field::ExtraValues: return appendNumbers(in, extraValues);
    case field::ExtraDoubleValues: return appendReals(in, extraDoubleValues, skipped);
    case field::OldFlow: return appendNumbers(in, flows);
    case field::OldTerminatingFlow: return appendNumbers(in, terminatingFlows);
    case field::Flow: return appendNumbers(in, flows, PackedAs::Fixed64);
    case field::TerminatingFlow: return appendNumbers(in, terminatingFlows, PackedAs::Fixed64);
    case field::DoubleCounterValue:
        if (in.wire_type() != pbf_wire_type::fixed64)
            break;
        value = in.get_double();
        return;
    default: break;
    }
    EventExtras read = extras.value_or(EventExtras());
    if (read.read(in))
        extras = read;
    else
        skipped.skip(in, PerfettoMessage::Event);
}

} // namespace loopscope
