// SPDX-License-Identifier: MIT
#include "core/export/html_table.h"

#include "core/export/markup.h"

namespace loopscope {

namespace {

constexpr size_t mostRows = 500;

} // namespace

void HtmlTable::add(QStringList cells)
{
    if (m_rows.size() < mostRows)
        m_rows.push_back(std::move(cells));
    else
        ++m_leftOut;
}

QByteArray HtmlTable::row(const char *tag, const QStringList &cells) const
{
    QByteArray text = "<tr>";
    for (qsizetype i = 0; i < cells.size(); ++i)
        text += QByteArray("<") + tag + (i < m_textColumns ? ">" : " class=\"n\">") + markup(cells[i]) +
                "</" + tag + '>';
    return text + "</tr>\n";
}

void HtmlTable::write(TextSink &out) const
{
    if (m_rows.empty())
        return;
    out << "<div class=\"scroll\" tabindex=\"0\"><table>\n";
    if (!m_headings.isEmpty())
        out << row("th", m_headings);
    for (const QStringList &cells : m_rows)
        out << row("td", cells);
    out << "</table></div>\n";
    if (m_leftOut > 0)
        out << "<p class=\"m\">and " + QByteArray::number(m_leftOut) + " more</p>\n";
}

} // namespace loopscope
