// SPDX-License-Identifier: MIT
#include "ui/plan/problem_list.h"

#include "ui/shared/problem_text.h"
#include "ui/style/buttons.h"
#include "ui/style/icons.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QListWidget>
#include <QVBoxLayout>

namespace loopscope {

namespace {

QString placeText(const Problem &problem)
{
    if (!problem.place)
        return problem.path;
    const QString at = QStringLiteral("%1:%2").arg(problem.place->line).arg(problem.place->column);
    return problem.path.isEmpty() ? at : at + QStringLiteral("  ") + problem.path;
}

} // namespace

ProblemList::ProblemList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_header(new PanelHeader(theme, this)), m_list(new QListWidget(this))
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setIconSize(QSize(1, 1) * qRound(theme.metrics().icon));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this, [this] { choose(m_list->currentRow()); });
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    connect(&theme, &Theme::changed, this, &ProblemList::refill);
}

void ProblemList::setProblems(const QList<Problem> &problems)
{
    if (problems == m_problems)
        return;
    m_problems = problems;
    refill();
}

void ProblemList::chooseNext()
{
    if (!m_problems.isEmpty())
        choose((m_list->currentRow() + 1) % int(m_problems.size()));
}

void ProblemList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QWidget::changeEvent(event);
}

void ProblemList::refill()
{
    const int row = m_list->currentRow();
    m_header->setTitle(tr("Problems"));
    m_header->setNote(tr("%n problem(s)", "", int(m_problems.size())));
    m_list->setAccessibleName(tr("Problems of the plan"));
    m_list->clear();
    const QIcon icon = glyphIcon(Glyph::Failed, m_theme.colour(Role::Failed), m_theme.colour(Role::Canvas));
    for (const Problem &problem : m_problems) {
        const QString where = placeText(problem);
        const QString what = problemText(problem);
        auto *item = new QListWidgetItem(icon, where.isEmpty() ? what : where + u'\n' + what, m_list);
        item->setFont(m_theme.font(TextRole::Small));
        item->setToolTip(what);
    }
    m_list->setCurrentRow(std::min(row, int(m_problems.size()) - 1));
}

void ProblemList::choose(int row)
{
    if (row < 0 || row >= m_problems.size())
        return;
    m_list->setCurrentRow(row);
    Q_EMIT chosen(m_problems[row]);
}

} // namespace loopscope
