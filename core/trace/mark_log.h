// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/growing_array.h"
#include "core/trace/track.h"

#include <memory>
#include <vector>

namespace loopscope {

/// What a file says of a track's slices: a whole one (its `length` is its length), or one of these in the
/// place of a length.
enum class SliceMark : qint8 {
    Begin = -1,
    End = -2,   ///< of the innermost of its name; of the innermost at all without a name
    State = -3, ///< the state before ends, and one of this name begins; none without a name
};

/// The marks of a track in the order of arrival, packed: about 7 bytes each instead of 24, as nearly all are
/// close to the one before and have short numbers. Written at its end, and taken from its beginning once;
/// what was taken takes no memory any more.
class MarkLog
{
public:
    /// `mark.length` is a length, or a SliceMark's number. Times lie within ±2^62 ns.
    void append(const Slice &mark);
    /// The first mark that was not taken yet. False: there is none.
    [[nodiscard]] bool take(Slice &mark);
    /// All that were not taken yet.
    [[nodiscard]] GrowingArray<Slice> takeAll();

    [[nodiscard]] size_t size() const { return m_size; }
    /// No more slices than this can come of it.
    [[nodiscard]] size_t beginnings() const { return m_beginnings; }
    /// They came in the order of time, and of whole slices that begin together the longest came first.
    [[nodiscard]] bool isOrdered() const { return m_isOrdered; }
    [[nodiscard]] size_t bytes() const;

private:
    /// A mark never lies in two of them.
    struct Chunk
    {
        std::unique_ptr<uchar[]> bytes;
        quint32 room = 0;
        quint32 used = 0;
    };
    void addChunk();
    void noteOrder(const Slice &mark);

    std::vector<Chunk> m_chunks;
    size_t m_size = 0;
    size_t m_beginnings = 0;
    Slice m_last; ///< appended
    bool m_isOrdered = true;
    size_t m_chunk = 0; ///< to take from
    quint32 m_at = 0;   ///< within it
    TracePoint m_taken; ///< the time of what was taken last
};

} // namespace loopscope
