// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// Field numbers of Perfetto's protobuf messages (protos/perfetto/trace), as far as recordings use them, and
/// of our own message in the range that TracePacket leaves to its users. Numbers in files: never change them.
namespace loopscope::wire {

/// Written to the file's first packet. A reader refuses what is newer, and must read what is older.
/// 1: every event carries our message. 2: one that its drawing implies does not (ImpliedEvents); packets may be
/// compressed, and the sequence's state is sent again now and then.
inline constexpr quint64 formatVersion = 2;

/// All our packets belong to one sequence; another program's recorder takes another number.
inline constexpr quint64 sequence = 1;

/// The track that stands for the whole process; all others count on from it.
inline constexpr quint64 processTrack = 1;

enum class Trace : quint32 { Packet = 1 };

enum class Packet : quint32 {
    ClockSnapshot = 6,
    Timestamp = 8,
    SequenceId = 10,
    TrackEvent = 11,
    InternedData = 12,
    SequenceFlags = 13,
    PreviousDropped = 42, ///< packets before this one are missing
    Compressed = 50, ///< a Trace message, zlib's format
    TimestampClock = 58,
    Defaults = 59,
    TrackDescriptor = 60,
    FirstOnSequence = 87,
    Loopscope = 1357, ///< our message: what Perfetto has no field for
};

enum SequenceFlag : quint32 { StateCleared = 1, NeedsState = 2 };

/// The clock of a packet's timestamp. Deltas belong to the sequence, each counts from the one before.
enum Clock : quint32 { Realtime = 1, Boottime = 6, Deltas = 64 };

enum class ClockSnapshot : quint32 { Clock = 1, PrimaryClock = 2 };
enum class ClockReading : quint32 { Id = 1, Timestamp = 2, IsIncremental = 3 };
enum class PacketDefaults : quint32 { TrackEvent = 11, TimestampClock = 58 };
enum class TrackEventDefaults : quint32 { Track = 11 };

enum class TrackDescriptor : quint32 {
    Uuid = 1,
    Name = 2,
    Process = 3,
    Thread = 4,
    Parent = 5,
    ChildOrdering = 11,
    SiblingRank = 12,
    SiblingMerge = 15,
};
inline constexpr quint32 explicitOrdering = 3;
inline constexpr quint32 mergeNone = 2; ///< the default merges tracks of one name

enum class ProcessDescriptor : quint32 { Pid = 1, Name = 6 };
enum class ThreadDescriptor : quint32 { Pid = 1, Tid = 2, Name = 5 };

enum class TrackEvent : quint32 {
    Annotation = 4,
    Type = 9,
    NameId = 10,
    Track = 11,
    Name = 23,
    // The older of two such pairs of fields, both read by Perfetto's trace processor: these are varints, the newer ones
    // always eight bytes, and our numbers are small.
    Flow = 36,
    TerminatingFlow = 42,
};

enum class InternedData : quint32 { EventName = 2, AnnotationName = 3, AnnotationText = 29 };
enum class Interned : quint32 { Id = 1, Text = 2 };
enum class Annotation : quint32 { NameId = 1, Unsigned = 3, Json = 9, TextId = 17 };

/// Our own message. A packet with `Kind` is one event; the n-th of them has the id n.
enum class Loopscope : quint32 {
    Kind = 1,
    Task = 2,
    Subject = 3,
    CauseDistance = 4, ///< the event's id less its cause's; absent without a cause
    Payload = 5,       ///< number of the text, which is in this packet the first time
    Run = 6,           ///< only where it differs from the event before
    Format = 7,        ///< in the first packet: formatVersion
    Info = 8,          ///< this packet's annotation is the recording's metadata
    End = 9,           ///< in the last packet: how many events there are
    Drawing = 10,      ///< this packet is no event, although its drawing implies one
};

} // namespace loopscope::wire
