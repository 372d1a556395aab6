// SPDX-License-Identifier: MIT
#include "core/listing/listing_writer.h"

namespace loopscope {

void ListingWriter::line(const QString &text)
{
    m_listing.lines += text.isEmpty() ? QString() : QString(m_depth * 4, u' ') + text;
}

void ListingWriter::lines(const QStringList &texts)
{
    for (const QString &text : texts)
        line(text);
}

void ListingWriter::comment(const QString &words)
{
    QString text;
    const qsizetype room = widest - m_depth * 4 - m_comment.size() - 1;
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (!text.isEmpty() && text.size() + 1 + word.size() > room)
            line(m_comment + u' ' + std::exchange(text, QString()));
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    if (!text.isEmpty())
        line(m_comment + u' ' + text);
}

void ListingWriter::blank(int count)
{
    for (int i = 0; i < count && !m_listing.lines.isEmpty(); ++i)
        line({});
}

void ListingWriter::call(const QString &head, const QStringList &arguments, const QString &tail)
{
    const QString whole = head + u'(' + arguments.join(QStringLiteral(", ")) + u')' + tail;
    if (whole.size() + m_depth * 4 <= widest || arguments.isEmpty())
        return line(whole);
    line(head + u'(');
    {
        const Indent inside(*this);
        for (qsizetype i = 0; i < arguments.size(); ++i)
            line(i + 1 < arguments.size() ? arguments[i] + u',' : arguments[i]);
    }
    line(u')' + tail);
}

ListingWriter::StepLines::StepLines(ListingWriter &writer, const Step &step)
    : m_writer(writer), m_index(writer.m_listing.steps.size())
{
    m_writer.comment(step.note);
    const int next = m_writer.nextLine();
    m_writer.m_listing.steps.push_back({step.place, next, next, next});
}

ListingWriter::StepLines::~StepLines()
{
    ListedStep &step = m_writer.m_listing.steps[m_index];
    step.last = std::max(step.first, m_writer.nextLine() - 1);
}

void ListingWriter::StepLines::waitsNext()
{
    m_writer.m_listing.steps[m_index].line = m_writer.nextLine();
}

} // namespace loopscope
