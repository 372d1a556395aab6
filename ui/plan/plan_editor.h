// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"

#include <QList>
#include <QPlainTextEdit>

namespace loopscope {

class Theme;

/// A plan's JSON text with line numbers. Lines with problems are tinted and carry the first message at their
/// end, where there is room.
class PlanEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PlanEditor(const Theme &theme, QWidget *parent = nullptr);

    void setProblems(const QList<Problem> &problems);
    void goTo(TextPlace place);
    [[nodiscard]] TextPlace cursorPlace() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class PlanGutter;
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent *event);
    void restyle();
    void placeGutter();
    void markLines();
    [[nodiscard]] QRectF lineBox(const QTextBlock &block) const;
    [[nodiscard]] const Problem *problemOf(const QTextBlock &block) const;

    const Theme &m_theme;
    QWidget *m_gutter;
    QList<Problem> m_problems;
};

} // namespace loopscope
