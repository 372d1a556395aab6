// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan_parser.h"

#include <QObject>
#include <QTimer>

namespace loopscope {

/// Where a plan's text came from.
struct PlanSource
{
    QString name; ///< of a built-in plan, or of a file without its folder; what problems call it
    QString path; ///< the file to save to; empty for a built-in plan and a new one

    bool operator==(const PlanSource &) const = default;
};

/// The plan in the editor: its text, where it came from, and what a check made of it. The only owner of all
/// three. Edits are checked a moment after the last key; a plan that is asked for is always up to date.
class PlanDraft : public QObject
{
    Q_OBJECT

public:
    explicit PlanDraft(QObject *parent = nullptr);

    /// Another plan, unchanged so far.
    void open(const PlanSource &source, const QByteArray &text);
    /// What the user makes of it.
    void edit(const QByteArray &text);
    /// The text stands in that file now.
    void markSaved(const PlanSource &source);

    [[nodiscard]] const PlanSource &source() const { return m_source; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] bool isChanged() const { return m_text != m_savedText; }
    /// Null while the text is no good plan.
    [[nodiscard]] PlanRef plan();
    [[nodiscard]] const QList<Problem> &problems();
    /// The plan's own title, else its source's name.
    [[nodiscard]] QString title();

Q_SIGNALS:
    void opened();
    void changedChanged(); ///< isChanged, or the source, is another
    void checked();

private:
    void check();
    void checkNow();

    PlanSource m_source;
    QByteArray m_text;
    QByteArray m_savedText;
    PlanRef m_plan;
    QList<Problem> m_problems;
    QTimer m_later;
};

} // namespace loopscope
