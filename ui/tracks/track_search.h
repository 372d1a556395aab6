// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"

#include <QString>

#include <vector>

namespace loopscope {

/// Looks for slices by their name.
class TrackSearch
{
public:
    /// Borrows the store. Letter case does not matter.
    TrackSearch(const TrackStore &store, const QString &text);

    /// In the order of begin, track and row: the first match behind `from`, or from the beginning; at the end
    /// it goes on with the first. Empty when nothing matches.
    [[nodiscard]] std::optional<SliceRef> next(std::optional<SliceRef> from) const;
    [[nodiscard]] quint64 count() const;

private:
    const TrackStore &m_store;
    std::vector<bool> m_matches; ///< by text id
};

} // namespace loopscope
