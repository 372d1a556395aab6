// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace loopscope {

/// Passes over one JSON object, list or string that comes in pieces, cut anywhere: looks only for where it ends, and
/// keeps nothing of it.
class JsonValueSkipper
{
public:
    /// How many of these bytes belong to the value: all, until it isOver().
    [[nodiscard]] qsizetype skip(QByteArrayView bytes);
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    void look(char letter);

    qint64 m_depth = 0; ///< of brackets
    bool m_isString = false;
    bool m_isEscaped = false; ///< the next letter of the string
    bool m_isOver = false;
};

} // namespace loopscope
