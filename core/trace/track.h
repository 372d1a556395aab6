// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"
#include "core/trace/track_texts.h"

#include <limits>
#include <optional>

namespace loopscope {

using TrackId = Id<struct TrackTag>; ///< the n-th track of a TrackStore

enum class TrackKind : quint8 {
    Process, ///< a group; what belongs to no thread may stand on itself
    Thread,
    Task,    ///< an asynchronous activity: a coroutine, a request
    Counter, ///< numbers over time
    Other,
};

/// "process", "thread", "task", "counter" or "track".
[[nodiscard]] constexpr const char *wordFor(TrackKind kind)
{
    switch (kind) {
    case TrackKind::Process: return "process";
    case TrackKind::Thread: return "thread";
    case TrackKind::Task: return "task";
    case TrackKind::Counter: return "counter";
    case TrackKind::Other: break;
    }
    return "track";
}

/// A lane of somebody's trace, or a group of them.
struct TrackInfo
{
    TrackKind kind = TrackKind::Other;
    TrackId parent = {};
    TextId name = {};
    qint32 rank = 0;                   ///< among its siblings, lower first; equal ranks in order of arrival
    std::optional<qint64> number = {}; ///< of a process or thread
    TrackId overflowOf = {};           ///< the track whose slices did not nest, and are here instead
};

/// A stretch of time with a name. Slices of a row never overlap; the deeper row lies within the one above.
struct Slice
{
    static constexpr Nanos open{-1};

    TracePoint begin;
    Nanos length{0}; ///< `open` where the trace ended before the slice did
    TextId name;
    TextId arguments; ///< a JSON object, as the file had it

    [[nodiscard]] bool isOpen() const { return length < Nanos(0); }
    [[nodiscard]] TracePoint end() const
    {
        return isOpen() ? TracePoint{std::numeric_limits<qint64>::max()} : begin + length;
    }
    bool operator==(const Slice &) const = default;
};
static_assert(sizeof(Slice) == 24);

/// Something that happened at one moment.
struct TrackInstant
{
    TracePoint at;
    TextId name;
    TextId arguments;

    bool operator==(const TrackInstant &) const = default;
};

/// A counter's value from this moment on.
struct Sample
{
    TracePoint at;
    double value = 0;

    bool operator==(const Sample &) const = default;
};

/// One slice of a store.
struct SliceRef
{
    TrackId track;
    quint32 row = 0;
    quint32 index = 0; ///< within the row

    bool operator==(const SliceRef &) const = default;
};

/// An arrow from one track to another.
struct Flow
{
    TracePoint leaves;
    TracePoint arrives;
    TrackId from;
    TrackId to;

    bool operator==(const Flow &) const = default;
};

} // namespace loopscope
