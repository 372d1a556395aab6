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
    /// An offset whose place is known: the beginning of each line, and of every few thousand bytes of a long one, so
    /// that a text without line breaks does not have to be read from its beginning for every place.
    struct Mark
    {
        qsizetype offset = 0;
        TextPlace place{1, 1};
    };

    QByteArray m_text;
    std::vector<Mark> m_marks{{}};
};

} // namespace loopscope
