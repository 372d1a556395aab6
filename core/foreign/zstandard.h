// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace loopscope {

/// What came out of compressed bytes.
struct Uncompressed
{
    QByteArray bytes;
    bool isWhole = true; ///< false: the stream is cut short, there was more
};

/// What a Zstandard stream holds; a Problem when it is damaged, or holds more than `most` bytes.
[[nodiscard]] Result<Uncompressed> zstandardUncompressed(QByteArrayView bytes, qsizetype most);

/// The same of a zlib or gzip stream.
[[nodiscard]] Result<Uncompressed> deflateUncompressed(QByteArrayView bytes, qsizetype most);

} // namespace loopscope
