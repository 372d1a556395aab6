// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace loopscope {

/// The one name that somebody who wrote `written` surely meant: a letter too many, too few, wrong or swapped
/// (two in long names), or other capitals. Empty where none is near, or two are equally near.
[[nodiscard]] QString nearName(QStringView written, const QStringList &names);

} // namespace loopscope
