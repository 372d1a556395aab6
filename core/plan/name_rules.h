// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace loopscope {

/// The plan language's own rules for names.
[[nodiscard]] bool isVariableName(QStringView text); ///< a letter or _, then letters, digits, _
[[nodiscard]] bool isPath(QStringView text); ///< such a name, then .key or .index, any number of times

} // namespace loopscope
