// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QHash>

#include <array>

namespace loopscope {

/// Numbers the payload texts of one recording, from 1. A short text that comes again has the number it had: one that is
/// shared with an earlier one is known by its address, others by what they say.
class PayloadNumbers
{
public:
    struct Number
    {
        PayloadId id;
        bool isNew = false;
    };

    /// None for an empty text.
    [[nodiscard]] Number of(const QByteArray &text)
    {
        if (text.isEmpty())
            return {};
        const Recent &recent = m_recent[placeOf(text)];
        if (recent.text.constData() == text.constData() && recent.text.size() == text.size()) [[likely]]
            return {recent.id, false};
        return lookUp(text);
    }

private:
    /// Holds a share of the text, so that nothing else can come to lie at its address.
    struct Recent
    {
        QByteArray text;
        PayloadId id;
    };
    static constexpr size_t recentCount = 64;

    [[nodiscard]] static size_t placeOf(const QByteArray &text)
    {
        const auto address = reinterpret_cast<quintptr>(text.constData());
        return (address >> 4 ^ address >> 10) % recentCount;
    }
    Number lookUp(const QByteArray &text);

    std::array<Recent, recentCount> m_recent;
    QHash<QByteArray, PayloadId> m_known; ///< short texts only, bounded
    PayloadId m_last;
};

} // namespace loopscope
