// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// The messages of Perfetto's format (protos/perfetto/trace) that are read here, each in part.
enum class PerfettoMessage : quint8 {
    Packet,      ///< TracePacket
    Event,       ///< TrackEvent and what stands within it, but for the next two
    LegacyEvent, ///< within a TrackEvent
    Annotation,  ///< DebugAnnotation, within a TrackEvent
    Track,       ///< TrackDescriptor
    Process,     ///< ProcessDescriptor
    Thread,      ///< ThreadDescriptor
    Counter,     ///< CounterDescriptor
    ProcessTree, ///< ProcessTree and its processes and threads
    Defaults,    ///< TracePacketDefaults and TrackEventDefaults
};
inline constexpr size_t perfettoMessages = 10;

/// "callstack_iid (field 56)", or "field 99" where no name is known.
[[nodiscard]] QByteArray fieldName(PerfettoMessage message, quint32 field);

/// The field tells of the tracing itself, or of how others are to draw it: nothing is lost by not showing it.
[[nodiscard]] bool holdsNothingToShow(PerfettoMessage message, quint32 field);

} // namespace loopscope
