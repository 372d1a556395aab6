// SPDX-License-Identifier: MIT
#include "ui/plan/plan_panel.h"

#include "ui/plan/plan_draft.h"
#include "ui/plan/plan_editor.h"
#include "ui/plan/problem_list.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace loopscope {

PlanPanel::PlanPanel(const Theme &theme, PlanDraft &draft, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_header(new PanelHeader(theme, this)),
      m_editor(new PlanEditor(theme, this)), m_problems(new ProblemList(theme, this))
{
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(m_editor);
    split->addWidget(m_problems);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(split, 1);
    connect(&draft, &PlanDraft::opened, this, &PlanPanel::showText);
    connect(&draft, &PlanDraft::checked, this, &PlanPanel::showProblems);
    connect(&draft, &PlanDraft::changedChanged, this, &PlanPanel::showTitle);
    connect(m_editor, &QPlainTextEdit::textChanged, this,
            [this] { m_draft.edit(m_editor->toPlainText().toUtf8()); });
    connect(m_problems, &ProblemList::chosen, this, [this](const Problem &problem) {
        m_editor->goTo(problem.place.value_or(TextPlace{1, 1}));
    });
    showText();
    showProblems();
}

void PlanPanel::goToNextProblem()
{
    m_problems->chooseNext();
}

void PlanPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showTitle();
    QWidget::changeEvent(event);
}

void PlanPanel::showText()
{
    const QSignalBlocker silent(m_editor); // this is no edit
    m_editor->setPlainText(QString::fromUtf8(m_draft.text()));
    m_editor->setAccessibleName(tr("Plan text"));
}

void PlanPanel::showProblems()
{
    const QList<Problem> &problems = m_draft.problems();
    m_editor->setProblems(problems);
    m_problems->setProblems(problems);
    m_problems->setVisible(!problems.isEmpty());
    showTitle();
}

void PlanPanel::showTitle()
{
    m_header->setTitle(tr("Plan: %1").arg(m_draft.title()));
    m_header->setNote(m_draft.isChanged() ? tr("changed") : QString());
}

} // namespace loopscope
