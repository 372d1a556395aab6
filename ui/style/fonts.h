// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace loopscope {

/// What a text is for. Nothing in the window is smaller than 11 pixels at 100 %.
enum class TextRole {
    Body,   ///< rows, buttons, labels: 13
    Strong, ///< a panel's title, a value that matters: 13 semibold
    Small,  ///< secondary lines: 12
    SmallStrong,
    Tiny,        ///< lane ids, the second line of a header: 11
    Slice,       ///< in a suspended slice: 12 medium
    SliceStrong, ///< in a running or failed slice: 11 semibold
    RunName,     ///< a run's name and cost: 14 bold
    Title,       ///< the inspector's heading: 17 bold
    Tick,        ///< on the ruler, monospaced: 11
    TickStrong,  ///< on the playhead's flag
    LaneName,    ///< a coroutine's name, monospaced: 13 semibold
    Code,        ///< listings, columns of numbers, prints: 12 monospaced
    CodeStrong,
    Editor,  ///< the plan's text: 13 monospaced
    Readout, ///< the transport's time: 21 monospaced semibold
};
inline constexpr int textRoleCount = int(TextRole::Readout) + 1;

/// Inter, or JetBrains Mono with its ligatures off, then Noto Sans CJK SC, then what the system has.
[[nodiscard]] QFont fontFor(TextRole role, double scale);

} // namespace loopscope
