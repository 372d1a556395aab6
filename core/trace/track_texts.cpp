// SPDX-License-Identifier: MIT
#include "core/trace/track_texts.h"

#include <QHashFunctions>

#include <cstring>

namespace loopscope {

namespace {

/// Differs from process to process, so that no file can be made to collide.
quint32 hashOf(QByteArrayView text)
{
    return quint32(qHashBits(text.data(), size_t(text.size()), size_t(QHashSeed::globalSeed())));
}

/// Cuts no character of UTF-8 in two.
QByteArrayView shortenedTo(QByteArrayView text, qsizetype size)
{
    while (size > 0 && (uchar(text[size]) & 0xC0) == 0x80)
        --size;
    return text.first(size);
}

} // namespace

TextId TrackTexts::idOf(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    if (text.size() > longest) {
        text = shortenedTo(text, longest);
        ++m_shortened;
    }
    size_t slot = 0;
    quint32 hash = hashOf(text);
    if (const TextId known = find(text, hash, &slot))
        return known;
    if (m_bytes.size() + size_t(text.size()) > most) {
        ++m_shortened;
        text = "…"; // has room always: `most` is far from what a place can hold
        hash = hashOf(text);
        if (const TextId known = find(text, hash, &slot))
            return known;
    }
    if (m_slots.size() < 2 * (m_places.size() + 1)) {
        grow();
        static_cast<void>(find(text, hash, &slot));
    }
    const auto begin = quint32(m_bytes.size());
    m_bytes.append(std::span(text.data(), size_t(text.size())));
    m_places.append({begin, quint32(text.size())});
    m_hashes.append(hash);
    m_slots[slot] = quint32(m_places.size());
    return {quint32(m_places.size())};
}

QByteArrayView TrackTexts::text(TextId id) const
{
    if (!id)
        return {};
    const Place place = m_places[id.value - 1];
    return {m_bytes.items().data() + place.begin, qsizetype(place.size)};
}

size_t TrackTexts::bytes() const
{
    return m_bytes.bytes() + m_places.bytes() + m_hashes.bytes() + m_slots.size() * sizeof(quint32);
}

/// The text's id, or none; `slot` is where it is or would be.
TextId TrackTexts::find(QByteArrayView text, size_t hash, size_t *slot) const
{
    if (m_slots.empty())
        return {};
    const size_t mask = m_slots.size() - 1;
    for (*slot = hash & mask; m_slots[*slot] != 0; *slot = (*slot + 1) & mask) {
        const TextId id{m_slots[*slot]};
        if (m_hashes[id.value - 1] != hash)
            continue;
        const QByteArrayView known = this->text(id);
        if (known.size() == text.size() && std::memcmp(known.data(), text.data(), size_t(text.size())) == 0)
            return id;
    }
    return {};
}

void TrackTexts::grow()
{
    m_slots.assign(m_slots.empty() ? 64 : m_slots.size() * 2, 0);
    const size_t mask = m_slots.size() - 1;
    for (size_t i = 0; i < m_places.size(); ++i) {
        size_t slot = m_hashes[i] & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = quint32(i + 1);
    }
}

} // namespace loopscope
