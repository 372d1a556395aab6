// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/listing.h"

namespace loopscope {

/// Writes a listing line by line, and remembers which lines belong to which step.
class ListingWriter
{
public:
    /// `comment` begins a line of comment: "#" or "//".
    explicit ListingWriter(QString comment) : m_comment(std::move(comment)) {}

    void line(const QString &text);
    void lines(const QStringList &texts);
    /// Words for people, over as many lines as they need. Nothing if there are none.
    void comment(const QString &words);
    /// Empty lines, unless the listing has just begun.
    void blank(int count = 1);
    /// `head` with `arguments` in brackets and `tail`: on one line if there is room, else one argument on
    /// each.
    void call(const QString &head, const QStringList &arguments, const QString &tail);

    /// While it lives, lines stand one level further in.
    class Indent
    {
    public:
        explicit Indent(ListingWriter &writer) : m_writer(writer) { ++m_writer.m_depth; }
        ~Indent() { --m_writer.m_depth; }
        Indent(const Indent &) = delete;
        Indent &operator=(const Indent &) = delete;

    private:
        ListingWriter &m_writer;
    };
    [[nodiscard]] int depth() const { return m_depth; }

    /// While it lives, lines belong to the step. Its note, if it has one, stands before them.
    class StepLines
    {
    public:
        StepLines(ListingWriter &writer, const Step &step);
        ~StepLines();
        StepLines(const StepLines &) = delete;
        StepLines &operator=(const StepLines &) = delete;

        /// The next line is the one at which a task waits; without this it is the first one.
        void waitsNext();

    private:
        ListingWriter &m_writer;
        size_t m_index;
    };

    [[nodiscard]] Listing take() { return std::move(m_listing); }

private:
    static constexpr int widest = 96;

    [[nodiscard]] int nextLine() const { return int(m_listing.lines.size()) + 1; }

    const QString m_comment;
    Listing m_listing;
    int m_depth = 0;
};

} // namespace loopscope
