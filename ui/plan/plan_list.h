// SPDX-License-Identifier: MIT
#pragma once

#include "ui/plan/plan_list_model.h"

#include <QWidget>

class QToolButton;
class QTreeView;

namespace loopscope {

class PanelHeader;
class PlanListDelegate;
class Theme;

/// The plans to choose from. Choosing one opens it; what that means is the window's business.
class PlanList : public QWidget
{
    Q_OBJECT

public:
    explicit PlanList(const Theme &theme, QWidget *parent = nullptr);

    void setOwnPlans(const QList<PlanEntry> &plans);
    /// The plan in the editor; it is marked, and nothing is chosen by that.
    void setCurrent(const QString &name, const QString &path);
    /// With what each plan teaches, for whom is new here.
    void setDetailed(bool detailed);

Q_SIGNALS:
    void planChosen(const loopscope::PlanEntry &plan);
    void newPlanRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void restyle();
    void choose(const QModelIndex &index);

    const Theme &m_theme;
    PlanListModel *m_model;
    PlanListDelegate *m_delegate;
    PanelHeader *m_header;
    QToolButton *m_add;
    QTreeView *m_tree;
};

} // namespace loopscope
