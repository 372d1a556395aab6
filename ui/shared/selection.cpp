// SPDX-License-Identifier: MIT
#include "ui/shared/selection.h"

namespace loopscope {

void Selection::select(const Selected &selected)
{
    if (selected == m_current)
        return;
    m_current = selected;
    Q_EMIT changed();
}

} // namespace loopscope
