// SPDX-License-Identifier: MIT
#include "app/window_settings.h"

#include <QSettings>

namespace loopscope {

WindowSettings loadWindowSettings()
{
    const QSettings stored;
    WindowSettings settings;
    settings.geometry = stored.value(QStringLiteral("window/geometry")).toByteArray();
    settings.state = stored.value(QStringLiteral("window/state")).toByteArray();
    const QString theme = stored.value(QStringLiteral("look/theme")).toString();
    if (!theme.isEmpty())
        settings.appearance = theme == QLatin1String("dark") ? Appearance::Dark : Appearance::Light;
    settings.language = stored.value(QStringLiteral("look/language")).toString();
    settings.scale = stored.value(QStringLiteral("look/scale"), 1.0).toDouble();
    if (stored.value(QStringLiteral("run/clock")).toString() == QLatin1String("virtual"))
        settings.run.clock = ClockChoice::Virtual;
    if (stored.value(QStringLiteral("run/place")).toString() == QLatin1String("window"))
        settings.run.place = LoopPlace::WindowLoop;
    settings.ownPlans = stored.value(QStringLiteral("files/plans")).toStringList();
    settings.recent = stored.value(QStringLiteral("files/recent")).toStringList();
    return settings;
}

void saveWindowSettings(const WindowSettings &settings)
{
    QSettings stored;
    stored.setValue(QStringLiteral("window/geometry"), settings.geometry);
    stored.setValue(QStringLiteral("window/state"), settings.state);
    if (settings.appearance)
        stored.setValue(QStringLiteral("look/theme"),
                        QString::fromLatin1(*settings.appearance == Appearance::Dark ? "dark" : "light"));
    stored.setValue(QStringLiteral("look/language"), settings.language);
    stored.setValue(QStringLiteral("look/scale"), settings.scale);
    stored.setValue(QStringLiteral("run/clock"),
                    QString::fromLatin1(settings.run.clock == ClockChoice::Virtual ? "virtual" : "real"));
    stored.setValue(QStringLiteral("run/place"),
                    QString::fromLatin1(settings.run.place == LoopPlace::WindowLoop ? "window" : "thread"));
    stored.setValue(QStringLiteral("files/plans"), settings.ownPlans);
    stored.setValue(QStringLiteral("files/recent"), settings.recent);
}

QStringList withLatest(QStringList paths, const QString &path)
{
    constexpr qsizetype most = 10;
    paths.removeAll(path);
    paths.prepend(path);
    return paths.mid(0, most);
}

} // namespace loopscope
