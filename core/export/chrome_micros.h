// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// Nanoseconds as Chrome's traces have them, in microseconds: `1.5` for 1500.
[[nodiscard]] QByteArray chromeMicros(qint64 nanoseconds);

} // namespace loopscope
