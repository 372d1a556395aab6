// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace loopscope {

class PanelHeader;
class PlanDraft;
class PlanEditor;
class ProblemList;
class Theme;

/// The plan in the editor, with its problems under it.
class PlanPanel : public QWidget
{
    Q_OBJECT

public:
    PlanPanel(const Theme &theme, PlanDraft &draft, QWidget *parent = nullptr);

    [[nodiscard]] PlanEditor *editor() const { return m_editor; }
    void goToNextProblem();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();
    void showProblems();
    void showTitle();

    PlanDraft &m_draft;
    PanelHeader *m_header;
    PlanEditor *m_editor;
    ProblemList *m_problems;
};

} // namespace loopscope
