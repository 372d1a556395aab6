// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace loopscope {

/// What one packet draws on a track.
struct TrackMark
{
    enum class Type : quint8 { SliceBegin = 1, SliceEnd = 2, Instant = 3 };

    Type type = Type::Instant;
    quint64 track = 0;
    QByteArray name;              ///< UTF-8; unused for an end
    std::vector<quint64> flows;   ///< arrows that leave from here
    std::optional<quint64> arrow; ///< the arrow that ends here
};

/// A track of Perfetto: a row of slices, below its parent and in the order of `rank`.
struct Track
{
    quint64 uuid = 0;
    quint64 parent = 0;
    quint32 rank = 0;
    QByteArray name;
};

} // namespace loopscope
