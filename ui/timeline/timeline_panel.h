// SPDX-License-Identifier: MIT
#pragma once

#include "ui/timeline/timeline_view.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace loopscope {

class LegendRow;

/// The timeline with what belongs to it: a header that says what is shown and switches arrows and legend, the
/// lanes, and the legend under them. The overview is a panel of its own and is handed in.
class TimelinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePanel(const TimelineState &state, QWidget *parent = nullptr);

    [[nodiscard]] TimelineView &view() { return *m_view; }
    /// Puts `overview` between the header and the ruler. Takes it over.
    void setOverview(QWidget *overview);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHeader();
    QToolButton *makeToggle();
    void showArrowMode();
    void restyle();
    void retranslate();
    void describe();

    TimelineState m_state;
    TimelineView *m_view;
    LegendRow *m_legend;
    QVBoxLayout *m_column;
    QWidget *m_header = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_shown = nullptr;
    std::array<QToolButton *, 3> m_arrows{}; ///< in the order of ArrowMode
    QToolButton *m_legendToggle = nullptr;
    QToolButton *m_fit = nullptr;
};

} // namespace loopscope
