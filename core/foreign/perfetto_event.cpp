// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_event.h"

#include "core/foreign/perfetto_fields.h"

#include <bit>

namespace loopscope {

using protozero::pbf_reader;
using protozero::pbf_wire_type;

namespace {

constexpr quint32 firstExtension = 1000;

void appendReals(pbf_reader &field, std::vector<double> &numbers)
{
    if (field.wire_type() == pbf_wire_type::fixed64) {
        numbers.push_back(field.get_double());
    } else if (field.wire_type() == pbf_wire_type::length_delimited) {
        for (const double number : field.get_packed_double())
            numbers.push_back(number);
    } else {
        field.skip();
    }
}

LegacyEvent legacyEvent(pbf_reader in)
{
    namespace field = perfetto::legacy;
    LegacyEvent event;
    while (in.next()) {
        if (in.tag() == field::IdScope && in.wire_type() == pbf_wire_type::length_delimited) {
            event.idScope = bytesOf(in.get_view());
            continue;
        }
        if (in.wire_type() != pbf_wire_type::varint) {
            in.skip();
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
        default: break;
        }
    }
    return event;
}

} // namespace

void PerfettoEvent::read(protozero::data_view message)
{
    namespace field = perfetto::event;
    reset();
    pbf_reader in(message);
    while (in.next()) {
        const bool isNumber = in.wire_type() == pbf_wire_type::varint;
        const bool isBytes = in.wire_type() == pbf_wire_type::length_delimited;
        if (isNumber && readNumber(in))
            continue;
        if (isBytes && readBytes(in))
            continue;
        switch (in.tag()) {
        case field::CategoryId: {
            std::vector<quint64> ids;
            appendNumbers(in, ids);
            categoryId = ids.empty() ? categoryId : ids.front();
            break;
        }
        case field::ExtraTracks: appendNumbers(in, extraTracks); break;
        case field::ExtraDoubleTracks: appendNumbers(in, extraDoubleTracks); break;
        case field::ExtraValues: appendNumbers(in, extraValues); break;
        case field::ExtraDoubleValues: appendReals(in, extraDoubleValues); break;
        case field::OldFlow:
        case field::Flow: appendNumbers(in, flows); break;
        case field::OldTerminatingFlow:
        case field::TerminatingFlow: appendNumbers(in, terminatingFlows); break;
        case field::DoubleCounterValue:
            if (in.wire_type() == pbf_wire_type::fixed64)
                value = in.get_double();
            else
                in.skip();
            break;
        default:
            if (in.tag() >= firstExtension)
                unknownFields.push_back(in.tag());
            in.skip();
        }
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
    unknownFields.clear();
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

bool PerfettoEvent::readBytes(pbf_reader &in)
{
    namespace field = perfetto::event;
    switch (in.tag()) {
    case field::Name: name = bytesOf(in.get_view()); return true;
    case field::Category: category = bytesOf(in.get_view()); return true;
    case field::Annotation: annotations.push_back(in.get_view()); return true;
    case field::Legacy: legacy = legacyEvent(in.get_message()); return true;
    default: return false;
    }
}

} // namespace loopscope
