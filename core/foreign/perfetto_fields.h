// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// Field numbers of Perfetto's messages (protos/perfetto/trace) as far as other programs' traces are read.
namespace loopscope::perfetto {

enum Packet : quint32 {
    ProcessTree = 2,
    ClockSnapshot = 6,
    Timestamp = 8,
    SequenceId = 10,
    Event = 11,
    InternedData = 12,
    SequenceFlags = 13,
    StateCleared = 41,
    PacketsDropped = 42,
    ProcessDescriptor = 43,
    ThreadDescriptor = 44,
    Deflated = 50,
    TimestampClock = 58,
    Defaults = 59,
    TrackDescriptor = 60,
    FirstOnSequence = 87,
    Zstandard = 133,
};
enum SequenceFlag : quint32 { Cleared = 1, NeedsState = 2 };

namespace event {
enum Field : quint32 {
    TimeDelta = 1,
    CategoryId = 3,
    Annotation = 4,
    Legacy = 6,
    Type = 9,
    NameId = 10,
    Track = 11,
    ExtraValues = 12,
    TimeAbsolute = 16,
    LogMessage = 21,
    Category = 22,
    Name = 23,
    CounterValue = 30,
    ExtraTracks = 31,
    SourceLocation = 33,
    SourceLocationId = 34,
    OldFlow = 36,
    OldTerminatingFlow = 42,
    DoubleCounterValue = 44,
    ExtraDoubleTracks = 45,
    ExtraDoubleValues = 46,
    Flow = 47,
    TerminatingFlow = 48,
    CorrelationId = 52,
    CorrelationText = 53,
    CorrelationTextId = 54,
    Callstack = 55,
};
enum Type : quint32 { Begin = 1, End = 2, Instant = 3, Counter = 4, State = 5 };
} // namespace event

namespace legacy {
enum Field : quint32 {
    NameId = 1,
    Phase = 2,
    DurationUs = 3,
    UnscopedId = 6,
    IdScope = 7,
    BindId = 8,
    LocalId = 10,
    GlobalId = 11,
    BindToEnclosing = 12,
    FlowDirection = 13,
    InstantScope = 14,
    Pid = 18,
    Tid = 19,
};
enum Direction : quint32 { In = 1, Out = 2, InOut = 3 };
enum Scope : quint32 { Global = 1, Process = 2, Thread = 3 };
} // namespace legacy

namespace log {
enum Field : quint32 { SourceId = 1, BodyId = 2, Priority = 3 };
} // namespace log

namespace source {
enum Field : quint32 { Id = 1, File = 2, Function = 3, Line = 4 };
} // namespace source

namespace callstack {
enum Field : quint32 { Frame = 1 };
enum FrameField : quint32 { Function = 1, File = 2, Line = 3 };
} // namespace callstack

namespace annotation {
enum Field : quint32 {
    NameId = 1,
    Bool = 2,
    Uint = 3,
    Int = 4,
    Double = 5,
    String = 6,
    Pointer = 7,
    Nested = 8,
    Json = 9,
    Name = 10,
    Dict = 11,
    Array = 12,
    StringId = 17,
};
} // namespace annotation

namespace descriptor {
enum Track : quint32 {
    Uuid = 1,
    Name = 2,
    Process = 3,
    Thread = 4,
    Parent = 5,
    Counter = 8,
    StaticName = 10,
    Rank = 12,
    AtraceName = 13,
};
enum Process : quint32 { Pid = 1, CommandLine = 2, ProcessName = 6 };
enum Thread : quint32 { ThreadPid = 1, Tid = 2, ThreadName = 5, ReferenceTimeUs = 6 };
enum Counter : quint32 { UnitMultiplier = 4, IsIncremental = 5 };
} // namespace descriptor

namespace interned {
enum Field : quint32 {
    Category = 1,
    EventName = 2,
    AnnotationName = 3,
    SourceLocation = 4,
    LogBody = 20,
    AnnotationText = 29,
    CorrelationText = 43,
};
enum Entry : quint32 { Id = 1, Text = 2 };
} // namespace interned

namespace clocks {
enum Snapshot : quint32 { Clock = 1, Primary = 2 };
enum Reading : quint32 { Id = 1, Ticks = 2, IsIncremental = 3, Unit = 4 };
} // namespace clocks

namespace defaults {
enum Field : quint32 { Event = 11, Clock = 58 };
enum EventField : quint32 { Track = 11, ExtraTracks = 31, ExtraDoubleTracks = 45 };
} // namespace defaults

namespace process_tree {
enum Field : quint32 { Process = 1, Thread = 2 };
enum ProcessField : quint32 { Pid = 1, CommandLine = 3 };
enum ThreadField : quint32 { Tid = 1, Name = 2, ThreadPid = 3 };
} // namespace process_tree

} // namespace loopscope::perfetto
