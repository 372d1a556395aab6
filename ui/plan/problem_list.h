// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

#include <QList>
#include <QWidget>

class QListWidget;

namespace loopscope {

class PanelHeader;
class Theme;

/// All that is wrong with a plan: where, and what. Choosing one leads there.
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemList(const Theme &theme, QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    /// The problem behind the chosen one, from the top again after the last.
    void chooseNext();

Q_SIGNALS:
    void chosen(const loopscope::Problem &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refill();
    void choose(int row);

    const Theme &m_theme;
    PanelHeader *m_header;
    QListWidget *m_list;
    QList<Problem> m_problems;
};

} // namespace loopscope
