// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace loopscope {

class Playhead;
class Recording;
class ShownTrace;
class Theme;

/// What the transport's buttons do. The actions carry their texts, shortcuts and state; borrowed.
struct TransportActions
{
    QAction *record;
    QAction *run;
    QAction *stop;
    QAction *stepBack;
    QAction *stepForward;
    QAction *virtualClock;
    QAction *realClock;
    QAction *windowLoop;
    QAction *theme;
};

/// The bar of buttons on top of the window, with the present instant of what is on show.
class TransportBar : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed.
    TransportBar(const Theme &theme, const Recording &recording, const Playhead &playhead,
                 const ShownTrace &trace, const TransportActions &actions, QWidget *parent = nullptr);

    /// A narrow window is allowed: what is least needed is hidden.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRoom();
    QToolButton *addButton(QAction *action, Qt::ToolButtonStyle style);
    void addSegments(QAction *first, QAction *second);
    void addLine();
    void restyle();
    void showTime();
    void showTraceTime();

    const Theme &m_theme;
    const Recording &m_recording;
    const Playhead &m_playhead;
    const ShownTrace &m_trace;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_buttons;
    QList<QToolButton *> m_toggles;
    QList<QWidget *> m_lines;
    QToolButton *m_windowLoop = nullptr;
    QLabel *m_now;
    QLabel *m_whole;
    QLabel *m_step;
};

} // namespace loopscope
