// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

#include <QByteArray>

#include <vector>

namespace loopscope {

/// Turns byte offsets of one UTF-8 text into lines and columns. Both count from 1, columns in UTF-16 units,
/// as a QTextDocument and most editors count them. A line ends at its \n.
class TextPlaces
{
public:
    explicit TextPlaces(QByteArray text);

    /// An offset behind the end is taken for the end.
    [[nodiscard]] TextPlace at(qsizetype offset) const;

private:
    QByteArray m_text;
    std::vector<qsizetype> m_lines; ///< where each line begins
};

} // namespace loopscope
