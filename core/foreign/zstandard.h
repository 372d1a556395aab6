// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace loopscope {

/// What a Zstandard stream holds; a Problem when it is damaged, or holds more than `most` bytes.
[[nodiscard]] Result<QByteArray> zstandardUncompressed(QByteArrayView bytes, qsizetype most);

/// The same of a zlib or gzip stream.
[[nodiscard]] Result<QByteArray> deflateUncompressed(QByteArrayView bytes, qsizetype most);

} // namespace loopscope
