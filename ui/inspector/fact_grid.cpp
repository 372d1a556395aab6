// SPDX-License-Identifier: MIT
#include "ui/inspector/fact_grid.h"

#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace loopscope {

FactGrid::FactGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    connect(&theme, &Theme::changed, this, &FactGrid::rebuild);
}

void FactGrid::setRows(const QList<Fact> &rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    rebuild();
}

void FactGrid::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Metrics &metrics = m_theme.metrics();
    m_grid->setVerticalSpacing(qRound(metrics.gap * 0.75));
    m_grid->setHorizontalSpacing(qRound(metrics.margin));
    m_grid->setColumnMinimumWidth(0, qRound(metrics.rightColumn / 4));
    m_grid->setColumnStretch(1, 1);
    for (int row = 0; row < m_rows.size(); ++row) {
        auto *label = new QLabel(m_rows[row].label, this);
        label->setFont(m_theme.font(TextRole::Body));
        label->setForegroundRole(QPalette::PlaceholderText);
        QPalette quiet;
        quiet.setColor(QPalette::WindowText, m_theme.colour(Role::Ink2));
        label->setPalette(quiet);
        label->setForegroundRole(QPalette::WindowText);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(makeValue(m_rows[row]), row, 1);
    }
}

QWidget *FactGrid::makeValue(const Fact &fact)
{
    auto *value = new QLabel(this);
    const bool number = !fact.value.isEmpty() && fact.value[0].isDigit();
    value->setFont(m_theme.font(number ? TextRole::Code : TextRole::Body));
    value->setWordWrap(true);
    value->setMinimumWidth(0);
    value->setTextInteractionFlags(Qt::TextBrowserInteraction);
    if (!fact.link) {
        value->setTextFormat(Qt::PlainText);
        value->setText(fact.value);
        return value;
    }
    value->setText(QStringLiteral("<a href=\"event\" style=\"color:%1;text-decoration:none\">%2</a>")
                       .arg(m_theme.colour(Role::Accent).name(), fact.value.toHtmlEscaped()));
    connect(value, &QLabel::linkActivated, this, [this, event = fact.link] { Q_EMIT linkActivated(event); });
    return value;
}

} // namespace loopscope
