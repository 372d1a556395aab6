// SPDX-License-Identifier: MIT
#include "ui/style/theme.h"

#include <QFile>
#include <QFontMetricsF>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace loopscope {

namespace {

constexpr std::array<const char *, roleCount> tokenNames{
    "window",    "panel",     "canvas",  "raised",    "laneAlt",    "hover",      "border",    "borderStrong",
    "grid",      "ink",       "ink2",    "ink3",      "accent",     "accentTint", "onAccent",  "running",
    "onRunning", "ready",     "onReady", "readyText", "suspended",  "suspHatch",  "suspEdge",  "onSuspended",
    "created",   "done",      "failed",  "onFailed",  "failedTint", "cancelled",  "cancHatch", "cancText",
    "loopBusy",  "loopIdle",  "lag",     "netDns",    "netConnect", "netTls",     "netWait",   "netHatch",
    "netRecv",   "onNetRecv", "worker",  "onWorker",  "cost",       "onCost",     "seriesA",   "seriesB",
    "synKey",    "synStr",    "synNum",  "synCom",
};

/// The height of a 13 pixel line of Inter, for which the lengths in Metrics were drawn.
constexpr double drawnForHeight = 16;

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    QFile file(QStringLiteral(":/loopscope/themes/tokens.json"));
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened); // it is linked into the program
    const QJsonObject tokens = QJsonDocument::fromJson(file.readAll()).object();
    for (size_t role = 0; role < tokenNames.size(); ++role) {
        const QJsonArray pair = tokens.value(QLatin1String(tokenNames[role])).toArray();
        Q_ASSERT(pair.size() == 2);
        for (int side : {0, 1})
            m_colours[size_t(side)][role] = QColor(pair.at(side).toString());
    }
    setMetrics();
}

void Theme::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    Q_EMIT changed();
}

void Theme::setScale(double scale)
{
    scale = std::clamp(scale, 0.8, 2.0);
    if (scale == m_scale)
        return;
    m_scale = scale;
    setMetrics();
    Q_EMIT changed();
}

void Theme::setMetrics()
{
    // A fallback font may be taller than Inter; rows must hold it all the same.
    const double height = QFontMetricsF(font(TextRole::Body)).height();
    m_metrics = Metrics().scaled(std::max(m_scale, height / drawnForHeight));
}

QPalette Theme::palette() const
{
    QPalette out;
    const auto set = [&](QPalette::ColorRole to, Role from) { out.setColor(to, colour(from)); };
    set(QPalette::Window, Role::Panel);
    set(QPalette::WindowText, Role::Ink);
    set(QPalette::Base, Role::Canvas);
    set(QPalette::AlternateBase, Role::LaneAlt);
    set(QPalette::Text, Role::Ink);
    set(QPalette::PlaceholderText, Role::Ink3);
    set(QPalette::Button, Role::Raised);
    set(QPalette::ButtonText, Role::Ink);
    set(QPalette::BrightText, Role::OnAccent);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Ink);
    set(QPalette::Highlight, Role::AccentTint);
    set(QPalette::HighlightedText, Role::Ink);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Hover);
    set(QPalette::Mid, Role::Border);
    set(QPalette::Dark, Role::BorderStrong);
    set(QPalette::Shadow, Role::BorderStrong);
    for (QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        out.setColor(QPalette::Disabled, role, colour(Role::Ink3));
    return out;
}

Appearance Theme::appearanceOf(const QPalette &palette)
{
    const bool dark =
        palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return dark ? Appearance::Dark : Appearance::Light;
}

} // namespace loopscope
