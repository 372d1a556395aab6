// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/packed_bits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <vector>

namespace loopscope {

/// An append-only table of whole numbers that grow slowly, such as times and ids. Rows lie in chunks; each
/// column of a chunk is kept as distances from its least value, in as many bits as the largest needs. Any
/// row is read in constant time. The rows of the last chunk lie open until the owner seals it.
///
/// `Summary` is what the owner wants to know of all rows up to a chunk's end: totals, which make a sum over
/// any stretch two look-ups.
template<size_t columns, class Summary>
class PackedList
{
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

    /// Packs the open rows. `summary` covers all rows so far. A tail that is not full may be sealed only when
    /// no row will follow.
    void seal(const Summary &summary)
    {
        if (m_chunks.size() == m_chunks.capacity())
            m_chunks.reserve(m_chunks.size() + m_chunks.size() / 4 + 1);
        m_chunks.push_back(packed(summary));
        m_tail.clear();
    }
    /// Gives back the room of the open rows: no row will follow.
    void close() { std::vector<Row>().swap(m_tail); }

    [[nodiscard]] qint64 value(size_t row, size_t column) const
    {
        const size_t chunk = row / chunkRows;
        return chunk < m_chunks.size() ? m_chunks[chunk].value(row % chunkRows, column)
                                       : m_tail[row % chunkRows][column];
    }
    [[nodiscard]] Row row(size_t at) const
    {
        const size_t chunk = at / chunkRows;
        return chunk < m_chunks.size() ? m_chunks[chunk].row(at % chunkRows) : m_tail[at % chunkRows];
    }
    /// Of all rows up to the end of a sealed chunk.
    [[nodiscard]] const Summary &summary(size_t chunk) const { return m_chunks[chunk].summary; }

    /// The first row at or after `from` whose value in an ascending column is `least` or more; `size` if
    /// there is none. Near ones are found at once, far ones by halving.
    [[nodiscard]] size_t firstFrom(size_t column, qint64 least, size_t from = 0) const
    {
        if (from >= m_size)
            return m_size;
        size_t low = from / chunkRows;
        size_t step = 1;
        const size_t chunks = (m_size + chunkRows - 1) / chunkRows;
        for (; low + step < chunks && startOf(low + step, column) < least; step *= 2)
            low += step;
        for (size_t behind = std::min(chunks, low + step); behind - low > 1;) {
            const size_t middle = low + (behind - low) / 2;
            (startOf(middle, column) < least ? low : behind) = middle;
        }
        size_t first = std::max(from, low * chunkRows);
        size_t last = std::min(m_size, (low + 1) * chunkRows);
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
    struct Chunk
    {
        Row base;
        std::array<quint8, columns> widths;
        std::unique_ptr<quint8[]> bits;
        Summary summary;

        [[nodiscard]] size_t rowWidth() const
        {
            size_t width = 0;
            for (const quint8 each : widths)
                width += each;
            return width;
        }
        [[nodiscard]] qint64 value(size_t row, size_t column) const
        {
            size_t at = row * rowWidth();
            for (size_t i = 0; i < column; ++i)
                at += widths[i];
            return qint64(quint64(base[column]) + bitsAt(bits.get(), at, widths[column]));
        }
        [[nodiscard]] Row row(size_t index) const
        {
            Row out;
            size_t at = index * rowWidth();
            for (size_t i = 0; i < columns; at += widths[i++])
                out[i] = qint64(quint64(base[i]) + bitsAt(bits.get(), at, widths[i]));
            return out;
        }
    };

    [[nodiscard]] qint64 startOf(size_t chunk, size_t column) const
    {
        return chunk < m_chunks.size() ? m_chunks[chunk].base[column] : m_tail.front()[column];
    }

    [[nodiscard]] Chunk packed(const Summary &summary) const
    {
        Chunk chunk{m_tail.front(), {}, nullptr, summary};
        Row most = m_tail.front();
        for (const Row &row : m_tail) {
            for (size_t i = 0; i < columns; ++i) {
                chunk.base[i] = std::min(chunk.base[i], row[i]);
                most[i] = std::max(most[i], row[i]);
            }
        }
        for (size_t i = 0; i < columns; ++i)
            chunk.widths[i] = quint8(std::bit_width(quint64(most[i]) - quint64(chunk.base[i])));
        chunk.bits = std::make_unique<quint8[]>((m_tail.size() * chunk.rowWidth() + 7) / 8 + packedBitsSlack);
        size_t at = 0;
        for (const Row &row : m_tail) {
            for (size_t i = 0; i < columns; at += chunk.widths[i++])
                setBitsAt(chunk.bits.get(), at, chunk.widths[i], quint64(row[i]) - quint64(chunk.base[i]));
        }
        return chunk;
    }

    std::vector<Chunk> m_chunks;
    std::vector<Row> m_tail;
    size_t m_size = 0;
};

} // namespace loopscope
