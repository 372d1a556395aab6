// SPDX-License-Identifier: MIT
#pragma once

#include "ui/style/fonts.h"
#include "ui/style/metrics.h"

#include <QColor>
#include <QObject>
#include <QPalette>

#include <array>

namespace loopscope {

/// What a colour is for. In the order of resources/themes/tokens.json, whose keys are these names in
/// lowerCamel.
enum class Role : quint8 {
    Window,       ///< title, menu, status bar
    Panel,        ///< docks, bars, headers
    Canvas,       ///< timeline, editors, views
    Raised,       ///< buttons, popups
    LaneAlt,      ///< boxes set apart from the canvas
    Hover,        ///< hovered row, selected lane
    Border,       ///< 1 px separators
    BorderStrong, ///< field outlines, ticks
    Grid,         ///< time grid
    Ink,          ///< text, selection ring
    Ink2,         ///< secondary text, arrows
    Ink3,         ///< hints, line numbers
    Accent,       ///< now: playhead, current line and step; links, key focus
    AccentTint,   ///< current row, active toggle
    OnAccent,
    Running,
    OnRunning,
    Ready,
    OnReady,
    ReadyText, ///< a ready label on the canvas
    Suspended,
    SuspHatch,
    SuspEdge,
    OnSuspended,
    Created, ///< also: request queued
    Done,    ///< also: fastest run, HTTP 2xx
    Failed,  ///< also: errors, the record dot
    OnFailed,
    FailedTint,
    Cancelled,
    CancHatch, ///< also the slashed ring
    CancText,
    LoopBusy,
    LoopIdle,
    Lag, ///< lag marker, warnings
    NetDns,
    NetConnect,
    NetTls,
    NetWait,
    NetHatch, ///< hatch and edge
    NetRecv,
    OnNetRecv,
    Worker,
    OnWorker,
    Cost, ///< cost bar of a run
    OnCost,
    SeriesA,
    SeriesB,
    SynKey,
    SynStr,
    SynNum,
    SynCom,
};
inline constexpr int roleCount = int(Role::SynCom) + 1;

enum class Appearance { Light, Dark };

/// The look in force: colours, fonts and lengths. The only owner of light or dark and of the text's scale; it
/// lives as long as the application, and everything that paints borrows it and listens to `changed`.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] QColor colour(Role role) const { return m_colours[size_t(m_appearance)][size_t(role)]; }
    [[nodiscard]] QFont font(TextRole role) const { return fontFor(role, m_scale); }
    [[nodiscard]] const Metrics &metrics() const { return m_metrics; }

    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    /// 1 is 100 %; kept within 0.8 and 2. Apart from the desktop's scale, which Qt applies.
    [[nodiscard]] double scale() const { return m_scale; }
    void setScale(double scale);

    /// The colours for Qt's own widgets.
    [[nodiscard]] QPalette palette() const;
    /// Light or dark, whichever `palette` (the desktop's) is.
    [[nodiscard]] static Appearance appearanceOf(const QPalette &palette);

Q_SIGNALS:
    void changed();

private:
    void setMetrics();

    std::array<std::array<QColor, roleCount>, 2> m_colours;
    Appearance m_appearance = Appearance::Light;
    double m_scale = 1;
    Metrics m_metrics;
};

} // namespace loopscope
