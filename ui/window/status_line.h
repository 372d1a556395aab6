// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace loopscope {

class LagSparkline;
class Playhead;
class Recording;
class ShownTrace;
class Theme;
struct RunInfo;

/// What the window is doing just now.
enum class Activity { Idle, Running, Recording, Stopping, Replay, Trace, Broken, Loading };

/// The strip at the bottom of the window: what goes on, how late the recorded loop is, how much there is, and
/// by which clock; of another program's trace also how much of it is not shown.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    /// All are borrowed.
    StatusLine(const Theme &theme, const Recording &recording, const Playhead &playhead,
               const ShownTrace &trace, QWidget *parent = nullptr);

    void setActivity(Activity activity);
    /// While loading: how much was read, from 0 to 100.
    void setLoaded(int percent);
    /// The clock that the next run takes; it is told while there is no run to tell the clock of.
    void setNextOnRealClock(bool real);
    /// The language on its button; pressing it asks for another one.
    void setLanguageName(const QString &name);

Q_SIGNALS:
    void languageRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();
    void retranslate();
    void showMode();
    void showLag();
    void showSkipped();
    void showCounts();
    void showClock();
    [[nodiscard]] const RunInfo *runNow() const;

    const Theme &m_theme;
    const Recording &m_recording;
    const Playhead &m_playhead;
    const ShownTrace &m_trace;
    Activity m_activity = Activity::Idle;
    int m_loaded = 0;
    bool m_isNextReal = false;
    QLabel *m_dot;
    QLabel *m_mode;
    QLabel *m_lag;
    LagSparkline *m_sparkline;
    QLabel *m_counts;
    QLabel *m_clock;
    QToolButton *m_language;
};

} // namespace loopscope
