// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

namespace loopscope {

/// The payload texts of a recording by their numbers. Short ones lie one behind the other in pages; long ones
/// are shared with whoever brought them. Append-only but for a text that comes again, which replaces.
class PayloadList
{
public:
    /// Recordings number their texts from 1 without gaps; other numbers are kept, too, at more cost.
    void insert(PayloadId id, const QByteArray &text);
    /// Null for an unknown number.
    [[nodiscard]] QByteArray text(PayloadId id) const;

private:
    static constexpr quint32 pageSize = 1 << 16;

    /// Where a text lies: `page` counts pages, or long texts when `size` is `longText`.
    struct Place
    {
        quint32 page;
        quint16 offset;
        quint16 size;
    };

    std::vector<std::unique_ptr<char[]>> m_pages;
    quint32 m_used = pageSize;
    std::vector<Place> m_places;
    std::vector<QByteArray> m_long;
    QHash<quint32, QByteArray> m_others;
};

} // namespace loopscope
