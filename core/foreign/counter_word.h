// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <algorithm>

namespace loopscope {

/// A counter's track is named by its event and the series in it: so much of each is shown. Tracks are told apart by all
/// of it, but a name of a megabyte is not kept once more for each of a thousand series.
[[nodiscard]] inline QByteArray counterWord(QByteArrayView text)
{
    constexpr qsizetype longest = 200;
    return text.first(std::min(text.size(), longest)).toByteArray();
}

} // namespace loopscope
