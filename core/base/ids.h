// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace loopscope {

/// A number that cannot be mistaken for another kind of number. 0 means "none".
template<class Tag>
struct Id
{
    quint32 value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id &) const = default;
};

using EventId = Id<struct EventTag>;     ///< the n-th event of a recording, from 1, in the order they happened
using TaskId = Id<struct TaskTag>;       ///< the n-th task: of a loop where a loop says it, of a recording in a store
using RunId = Id<struct RunTag>;         ///< the n-th run of a recording
using PayloadId = Id<struct PayloadTag>; ///< the n-th distinct payload text of a recording

template<class Tag>
constexpr size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return id.value ^ seed;
}

} // namespace loopscope

template<class Tag>
struct std::hash<loopscope::Id<Tag>>
{
    size_t operator()(loopscope::Id<Tag> id) const noexcept { return std::hash<quint32>()(id.value); }
};
