// SPDX-License-Identifier: MIT
#pragma once

#include "core/export/text_sink.h"

#include <QStringList>

#include <vector>

namespace loopscope {

/// A table of an exported page. Cells are texts and are escaped; those from `textColumns` on are numbers and
/// stand right. It keeps the first 500 rows and counts the others.
class HtmlTable
{
public:
    HtmlTable(QStringList headings, qsizetype textColumns)
        : m_headings(std::move(headings)), m_textColumns(textColumns)
    {
    }

    void add(QStringList cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    void write(TextSink &out) const;

private:
    [[nodiscard]] QByteArray row(const char *tag, const QStringList &cells) const;

    const QStringList m_headings; ///< none where it has no line of headings
    const qsizetype m_textColumns;
    std::vector<QStringList> m_rows;
    qsizetype m_leftOut = 0;
};

} // namespace loopscope
