// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/request_facts.h"

#include <QWidget>

namespace loopscope {

class Theme;

/// The phases of a request one under the other, each with its length and its place in the whole.
class PhaseChart : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseChart(const Theme &theme, QWidget *parent = nullptr);

    void setPhases(const QList<FetchPhaseSpan> &phases);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double rowHeight() const;

    const Theme &m_theme;
    QList<FetchPhaseSpan> m_phases;
};

} // namespace loopscope
