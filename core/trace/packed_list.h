// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/packed_bits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <vector>

namespace loopscope {

/// An append-only table of whole numbers that grow slowly, such as times and ids; the first column ascends.
/// Rows lie in chunks; each column of a chunk is kept as distances from its least value, in as many bits as
/// the largest needs (three columns of 64 bits are a row's most). Any row is read in constant time. The rows
/// of the last chunk lie open until the owner seals it.
///
/// `Summary` is what the owner wants to know of all rows before a chunk: totals, which make a sum over
/// any stretch two look-ups.
template<size_t columns, class Summary>
class PackedList
{
    static_assert(columns <= 3);

public:
    using Row = std::array<qint64, columns>;
    static constexpr size_t chunkRows = 32;

    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] bool isTailFull() const { return m_tail.size() == chunkRows; }
    [[nodiscard]] size_t sealedChunks() const { return m_chunks.size(); }
    [[nodiscard]] size_t firstOfTail() const { return m_size - m_tail.size(); }

    /// The tail must not be full: `seal` comes first.
    void append(const Row &row)
    {
        Q_ASSERT(!isTailFull());
        m_tail.push_back(row);
        ++m_size;
    }

    /// Packs the open rows. `total` covers all rows so far. A tail that is not full may be sealed only when
    /// no row will follow.
    void seal(const Summary &total)
    {
        pushSparingly(m_chunks, packed());
        m_total = total;
        pushSparingly(m_starts, m_tail.front()[0]);
        m_tail.clear();
    }
    /// Gives back the room of the open rows: no row will follow.
    void close() { std::vector<Row>().swap(m_tail); }

    [[nodiscard]] qint64 value(size_t row, size_t column) const
    {
        const size_t chunk = row / chunkRows;
        return chunk < m_chunks.size()
                   ? qint64(quint64(baseOf(chunk, column)) + m_chunks[chunk].above(row % chunkRows, column))
                   : m_tail[row % chunkRows][column];
    }
    [[nodiscard]] Row row(size_t at) const
    {
        Row out;
        for (size_t i = 0; i < columns; ++i)
            out[i] = value(at, i);
        return out;
    }
    /// Calls `visit` with every row of a chunk, the open one too, until it returns false.
    template<class Visit>
    void walk(size_t chunk, Visit visit) const
    {
        if (chunk >= m_chunks.size()) {
            for (const Row &row : m_tail)
                if (!visit(row))
                    return;
            return;
        }
        const Chunk &of = m_chunks[chunk];
        for (size_t row = 0; row < of.rows; ++row) {
            Row out;
            for (size_t i = 0; i < columns; ++i)
                out[i] = qint64(quint64(baseOf(chunk, i)) + of.above(row, i));
            if (!visit(out))
                return;
        }
    }
    [[nodiscard]] size_t chunkCount() const { return (m_size + chunkRows - 1) / chunkRows; }
    /// What its first row has in the first column.
    [[nodiscard]] qint64 startOf(size_t chunk) const { return startOf(chunk, 0); }
    /// Of all rows before a chunk, which may be the open one.
    [[nodiscard]] const Summary &before(size_t chunk) const
    {
        return chunk < m_chunks.size() ? m_chunks[chunk].before : m_total;
    }
    /// Asks memory for what `before` and `walk` will look at; for the rows a second time, when this is there.
    void prefetch(size_t chunk) const
    {
        if (chunk < m_chunks.size())
            __builtin_prefetch(&m_chunks[chunk]);
    }
    void prefetchRows(size_t chunk) const
    {
        if (chunk >= m_chunks.size())
            return;
        const quint8 *bits = m_chunks[chunk].bits.get();
        for (size_t line = 0; line < 3; ++line)
            __builtin_prefetch(bits + line * 64);
    }

    /// The last chunk at or after `from` whose first row has less than `limit` in an ascending column, or
    /// `from` itself. Near ones are found at once, far ones by halving.
    [[nodiscard]] size_t lastChunkBelow(size_t column, qint64 limit, size_t from) const
    {
        const size_t chunks = chunkCount();
        size_t low = from;
        size_t step = 1;
        for (; low + step < chunks && startOf(low + step, column) < limit; step *= 2)
            low += step;
        for (size_t behind = std::min(chunks, low + step); behind - low > 1;) {
            const size_t middle = low + (behind - low) / 2;
            (startOf(middle, column) < limit ? low : behind) = middle;
        }
        return low;
    }
    /// The first row at or after `from` whose value in an ascending column is `least` or more; `size` if
    /// there is none.
    [[nodiscard]] size_t firstFrom(size_t column, qint64 least, size_t from = 0) const
    {
        if (from >= m_size)
            return m_size;
        const size_t chunk = lastChunkBelow(column, least, from / chunkRows);
        prefetchRows(chunk);
        size_t first = std::max(from, chunk * chunkRows);
        size_t last = std::min(m_size, (chunk + 1) * chunkRows);
        while (first < last) {
            const size_t middle = first + (last - first) / 2;
            if (value(middle, column) < least)
                first = middle + 1;
            else
                last = middle;
        }
        return first;
    }

private:
    /// As large as a line of the cache, so that a look at one is a look into memory at most.
    struct alignas(64) Chunk
    {
        std::array<qint64, columns - 1> base;    ///< of the columns but the first
        std::array<quint8, columns + 1> offsets; ///< of the columns in bits for each row; last: a row's width
        quint8 rows;
        std::unique_ptr<quint8[]> bits; ///< column behind column
        Summary before;

        [[nodiscard]] unsigned width(size_t column) const
        {
            return unsigned(offsets[column + 1] - offsets[column]);
        }
        [[nodiscard]] size_t bitOf(size_t column) const { return size_t(rows) * offsets[column]; }
        [[nodiscard]] quint64 above(size_t row, size_t column) const
        {
            return bitsAt(bits.get(), bitOf(column) + row * width(column), width(column));
        }
    };

    [[nodiscard]] qint64 baseOf(size_t chunk, size_t column) const
    {
        return column == 0 ? m_starts[chunk] : m_chunks[chunk].base[column - 1];
    }

    [[nodiscard]] qint64 startOf(size_t chunk, size_t column) const
    {
        return chunk < m_chunks.size() ? baseOf(chunk, column) : m_tail.front()[column];
    }

    template<class T>
    static void pushSparingly(std::vector<T> &list, T value)
    {
        if (list.size() == list.capacity())
            list.reserve(list.size() + list.size() / 4 + 1);
        list.push_back(std::move(value));
    }

    [[nodiscard]] Chunk packed() const
    {
        Row least = m_tail.front();
        Row most = m_tail.front();
        for (const Row &row : m_tail) {
            for (size_t i = 0; i < columns; ++i) {
                least[i] = std::min(least[i], row[i]);
                most[i] = std::max(most[i], row[i]);
            }
        }
        Chunk chunk{{}, {}, quint8(m_tail.size()), nullptr, m_total};
        std::copy(least.begin() + 1, least.end(), chunk.base.begin());
        for (size_t i = 0; i < columns; ++i)
            chunk.offsets[i + 1] =
                quint8(chunk.offsets[i] + std::bit_width(quint64(most[i]) - quint64(least[i])));
        chunk.bits = std::make_unique<quint8[]>((chunk.bitOf(columns) + 7) / 8 + packedBitsSlack);
        for (size_t i = 0; i < columns; ++i) {
            size_t bit = chunk.bitOf(i);
            for (const Row &row : m_tail) {
                setBitsAt(chunk.bits.get(), bit, chunk.width(i), quint64(row[i]) - quint64(least[i]));
                bit += chunk.width(i);
            }
        }
        return chunk;
    }

    std::vector<qint64> m_starts; ///< of the first column, by chunk: what is looked for stands close together
    std::vector<Chunk> m_chunks;
    Summary m_total{}; ///< of the sealed ones
    std::vector<Row> m_tail;
    size_t m_size = 0;
};

} // namespace loopscope
