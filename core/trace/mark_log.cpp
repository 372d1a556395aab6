// SPDX-License-Identifier: MIT
// A mark is a byte of flags, the time since the mark before, and then what the flags say there is: a length,
// a name, arguments. Numbers are in groups of seven bits, the lowest first.
#include "core/trace/mark_log.h"

namespace loopscope {

namespace {

enum Flag : uchar {
    KindBits = 3, ///< 0: whole; else the SliceMark's number, positive
    HasName = 4,
    HasArguments = 8,
    IsBackwards = 16,
};

constexpr quint32 smallestChunk = 64;
constexpr quint32 largestChunk = 1 << 15;
constexpr quint32 longestMark = 1 + 10 + 10 + 5 + 5;

bool isWhole(const Slice &mark)
{
    return mark.length >= Nanos(0);
}

uchar *put(uchar *at, quint64 number)
{
    for (; number >= 128; number >>= 7)
        *at++ = uchar(number | 128);
    *at++ = uchar(number);
    return at;
}

const uchar *get(const uchar *at, quint64 &number)
{
    number = *at & 127;
    for (int shift = 7; *at++ & 128; shift += 7)
        number |= quint64(*at & 127) << shift;
    return at;
}

} // namespace

void MarkLog::append(const Slice &mark)
{
    if (m_chunks.empty() || m_chunks.back().room - m_chunks.back().used < longestMark)
        addChunk();
    const qint64 way = mark.begin.ns - m_last.begin.ns;
    Chunk &chunk = m_chunks.back();
    uchar *const begin = chunk.bytes.get() + chunk.used;
    *begin = uchar((isWhole(mark) ? 0 : -mark.length.count()) | (mark.name ? HasName : 0) |
                   (mark.arguments ? HasArguments : 0) | (way < 0 ? IsBackwards : 0));
    uchar *at = put(begin + 1, way < 0 ? 0 - quint64(way) : quint64(way));
    if (isWhole(mark))
        at = put(at, quint64(mark.length.count()));
    if (mark.name)
        at = put(at, mark.name.value);
    if (mark.arguments)
        at = put(at, mark.arguments.value);
    chunk.used += quint32(at - begin);
    noteOrder(mark);
}

void MarkLog::noteOrder(const Slice &mark)
{
    const bool isEarlier = m_size > 0 && mark.begin < m_last.begin;
    const bool isLonger = m_size > 0 && mark.begin == m_last.begin && isWhole(mark) && isWhole(m_last) &&
                          mark.length > m_last.length;
    m_isOrdered = m_isOrdered && !isEarlier && !isLonger;
    m_beginnings += mark.length == Nanos(qint64(SliceMark::End)) ? 0 : 1;
    m_last = mark;
    ++m_size;
}

/// Twice as large as the one before, so that tracks with few marks stay small.
void MarkLog::addChunk()
{
    const quint32 room = m_chunks.empty() ? smallestChunk : std::min(2 * m_chunks.back().room, largestChunk);
    m_chunks.push_back({std::make_unique_for_overwrite<uchar[]>(room), room, 0});
}

bool MarkLog::take(Slice &mark)
{
    while (m_chunk < m_chunks.size() && m_at == m_chunks[m_chunk].used) {
        m_chunks[m_chunk++] = {};
        m_at = 0;
    }
    if (m_chunk == m_chunks.size())
        return false;
    const uchar *const begin = m_chunks[m_chunk].bytes.get() + m_at;
    const uchar flags = *begin;
    quint64 number = 0;
    const uchar *at = get(begin + 1, number);
    m_taken.ns += flags & IsBackwards ? -qint64(number) : qint64(number);
    mark = {.begin = m_taken, .length = Nanos(-qint64(flags & KindBits)), .name = {}, .arguments = {}};
    if ((flags & KindBits) == 0) {
        at = get(at, number);
        mark.length = Nanos(qint64(number));
    }
    if (flags & HasName) {
        at = get(at, number);
        mark.name = {quint32(number)};
    }
    if (flags & HasArguments) {
        at = get(at, number);
        mark.arguments = {quint32(number)};
    }
    m_at += quint32(at - begin);
    return true;
}

GrowingArray<Slice> MarkLog::takeAll()
{
    GrowingArray<Slice> all;
    all.reserve(m_size);
    for (Slice mark; take(mark);)
        all.append(mark);
    return all;
}

size_t MarkLog::bytes() const
{
    size_t bytes = m_chunks.capacity() * sizeof(Chunk);
    for (const Chunk &chunk : m_chunks)
        bytes += chunk.room;
    return bytes;
}

} // namespace loopscope
