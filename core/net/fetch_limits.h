// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace loopscope {

/// How far a fetch goes before it gives up.
struct FetchLimits
{
    std::chrono::milliseconds timeout{30'000}; ///< from the first packet to the last
    qint64 bodyBytes = 128 * 1024 * 1024;      ///< after decompression
    int redirects = 10;
};

} // namespace loopscope
