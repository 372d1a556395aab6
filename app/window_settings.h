// SPDX-License-Identifier: MIT
#pragma once

#include "app/run_controller.h"
#include "ui/style/theme.h"

#include <QByteArray>
#include <QStringList>

namespace loopscope {

/// What the window remembers from one time to the next.
struct WindowSettings
{
    QByteArray geometry;
    QByteArray state;
    std::optional<Appearance> appearance; ///< empty: as the desktop
    QString language;                     ///< empty: as the desktop
    double scale = 1;
    RunSettings run;
    QStringList ownPlans; ///< files, the latest first
    QStringList recent;   ///< plans and recordings, the latest first
};

[[nodiscard]] WindowSettings loadWindowSettings();
void saveWindowSettings(const WindowSettings &settings);

/// `path` in front, no path twice, not more than ten.
[[nodiscard]] QStringList withLatest(QStringList paths, const QString &path);

} // namespace loopscope
