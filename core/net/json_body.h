// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace loopscope {

/// `body` without the white space between its values, when it is one JSON value in UTF-8 (a byte order mark is
/// let pass); otherwise where and why it is none. Any depth of nesting, any thread.
[[nodiscard]] Result<QByteArray> compactJson(const QByteArray &body);

} // namespace loopscope
