// SPDX-License-Identifier: MIT
#include "ui/plan/plan_list.h"

#include "ui/plan/plan_list_delegate.h"
#include "ui/style/buttons.h"
#include "ui/style/icons.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace loopscope {

PlanList::PlanList(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_model(new PlanListModel(this)),
      m_delegate(new PlanListDelegate(theme, this)), m_header(new PanelHeader(theme, this)),
      m_add(makeButton(ButtonLook::Link, m_header)), m_tree(new QTreeView(this))
{
    m_header->addControl(m_add);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tree, 1);
    connect(m_add, &QToolButton::clicked, this, &PlanList::newPlanRequested);
    connect(m_tree, &QTreeView::clicked, this, &PlanList::choose);
    connect(m_tree, &QTreeView::activated, this, &PlanList::choose);
    connect(&theme, &Theme::changed, this, &PlanList::restyle);
    retranslate();
    m_tree->expandAll();
    restyle();
}

void PlanList::setOwnPlans(const QList<PlanEntry> &plans)
{
    m_model->setEntries(PlanListModel::Own, plans);
    m_tree->expandAll();
}

void PlanList::setCurrent(const QString &name, const QString &path)
{
    const QModelIndex index = m_model->find(name, path);
    m_tree->setCurrentIndex(index);
    if (!index.isValid())
        m_tree->clearSelection();
}

void PlanList::setDetailed(bool detailed)
{
    if (detailed == m_delegate->isDetailed())
        return;
    m_delegate->setDetailed(detailed);
    m_tree->doItemsLayout();
}

void PlanList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlanList::retranslate()
{
    m_header->setTitle(tr("Plans"));
    m_add->setToolTip(tr("New plan"));
    m_add->setAccessibleName(tr("New plan"));
    m_tree->setAccessibleName(tr("Plans"));
    m_model->retranslate();
    //: the code of the language that the built-in plans are told in: en or zh_CN
    m_model->setEntries(PlanListModel::BuiltIn, builtinPlanEntries(tr("en")));
}

void PlanList::restyle()
{
    m_add->setIcon(glyphIcon(Glyph::Plus, m_theme.colour(Role::Ink2), m_theme.colour(Role::Panel)));
    m_tree->setIndentation(qRound(m_theme.metrics().gap * 4));
    QPalette ground = m_tree->palette();
    ground.setColor(QPalette::Base, m_theme.colour(Role::Panel));
    m_tree->setPalette(ground);
    m_tree->doItemsLayout();
}

void PlanList::choose(const QModelIndex &index)
{
    if (const PlanEntry *plan = m_model->entry(index))
        Q_EMIT planChosen(*plan);
    else
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

} // namespace loopscope
