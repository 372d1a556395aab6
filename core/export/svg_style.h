// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// The style sheet of exported pictures: the colours of the program's themes, light, and dark where the
/// reader prefers that. All names begin with `ls-`, so that the picture can stand in any page.
[[nodiscard]] QByteArray svgStyle();

} // namespace loopscope
