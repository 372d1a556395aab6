// SPDX-License-Identifier: MIT
#pragma once

#include "app/main_window.h"
#include "ui/style/application_style.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

namespace loopscope {

/// Qt's offscreen windows tell of every size hint that they do not heed; all other messages stay.
inline void silenceSizeHints()
{
    static const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
            if (!message.contains(QLatin1String("propagateSizeHints")))
                before(type, context, message);
        });
}

/// A window as the program opens it, that leaves the user's own settings alone.
struct WindowFixture
{
    QTemporaryDir folder;
    Theme theme;
    Language language;
    std::unique_ptr<MainWindow> window;

    WindowFixture()
    {
        silenceSizeHints();
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("Loopscope"));
        QCoreApplication::setApplicationName(QStringLiteral("test"));
        language.setCode(QStringLiteral("en"));
        applyStyle(*qApp, theme);
        reopen({});
    }

    void reopen(const WindowSettings &settings)
    {
        window = std::make_unique<MainWindow>(theme, language, settings);
        window->setAttribute(Qt::WA_DontShowOnScreen);
        window->show();
    }

    QString file(const QString &name, const QByteArray &text)
    {
        QFile out(folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }

    [[nodiscard]] const Store &store() const { return window->document().recording().store(); }
};

} // namespace loopscope
