// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/trace/growing_array.h"

#include <QByteArray>

#include <vector>

namespace loopscope {

using TextId = Id<struct TextTag>; ///< the n-th distinct text of a TrackStore; 0 is the empty text

/// Every distinct text once: names, categories, arguments. Ids are given in the order of arrival, and stay.
///
/// A text longer than `longest` is kept up to there, and once `most` bytes are kept, new texts are not: they
/// all get the id of "…". Both are counted, so that nothing goes unnoticed.
class TrackTexts
{
public:
    static constexpr qsizetype longest = 1 << 20;
    static constexpr size_t most = size_t(3) << 30;

    [[nodiscard]] TextId idOf(QByteArrayView text);
    /// Valid until the next `idOf`; empty for id 0.
    [[nodiscard]] QByteArrayView text(TextId id) const;
    [[nodiscard]] size_t count() const { return m_places.size(); }
    /// How many texts were shortened or left out.
    [[nodiscard]] quint64 shortened() const { return m_shortened; }
    [[nodiscard]] size_t bytes() const;

private:
    struct Place
    {
        quint32 begin = 0;
        quint32 size = 0;
    };

    [[nodiscard]] TextId find(QByteArrayView text, size_t hash, size_t *slot) const;
    void grow();

    GrowingArray<char> m_bytes;
    GrowingArray<Place> m_places;
    GrowingArray<quint32> m_hashes; ///< of each text, to compare fewer of them and to grow without reading
    std::vector<quint32> m_slots;   ///< ids by hash, open addressing, a power of two
    quint64 m_shortened = 0;
};

} // namespace loopscope
