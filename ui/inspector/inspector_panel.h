// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/facts.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace loopscope {

class CostTable;
class EmptyNote;
class FactGrid;
class PanelHeader;
class PhaseChart;
class Playhead;
class Recording;
class Selection;
class ShareBar;
class Theme;

/// Tells of what is selected: what state a task was in, since when and why, where it spent its time, and how
/// the runs compare; of a request, its phases.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(const Theme &theme, const Recording &recording, Selection &selection, Playhead &playhead,
                   QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBody();
    QLabel *addHeading(QVBoxLayout *column);
    void restyle();
    void refresh();
    void showFacts(const Facts &facts);
    void showTask(const TaskInfo *task);
    void showRequest(const RequestInfo *request);
    void showRuns();
    void goTo(EventId event);
    [[nodiscard]] const RequestInfo *selectedRequest() const;
    [[nodiscard]] TracePoint now(RunId run) const;

    const Theme &m_theme;
    const Recording &m_recording;
    Selection &m_selection;
    Playhead &m_playhead;
    PanelHeader *m_header;
    QWidget *m_body;
    QLabel *m_badge = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_place = nullptr;
    FactGrid *m_grid = nullptr;
    QLabel *m_phaseHeading = nullptr;
    PhaseChart *m_phases = nullptr;
    QLabel *m_shareHeading = nullptr;
    ShareBar *m_shares = nullptr;
    QLabel *m_runsHeading = nullptr;
    CostTable *m_runs = nullptr;
    EmptyNote *m_empty;
};

} // namespace loopscope
