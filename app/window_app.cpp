// SPDX-License-Identifier: MIT
#include "app/window_app.h"

#include "app/main_window.h"
#include "app/plan_text.h"
#include "app/screenshot.h"
#include "app/terminal.h"
#include "core/session/trace_file.h"
#include "ui/style/application_style.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QIcon>
#include <QLoggingCategory>

namespace loopscope {

namespace {

/// Qt ends a program that finds no display without asking; this says it in our words, and in time.
bool hasDisplay(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        if (qstrcmp(argv[i], "-platform") == 0)
            return true;
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// Drawn for each size that desktops ask for; a large one made small would be mud.
QIcon programIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/loopscope/icons/loopscope-%1.png").arg(size), {size, size});
    return icon;
}

/// A picture shows the defaults, not what the last user of the window left behind.
WindowSettings settingsFor(const OpenWindow &command)
{
    WindowSettings settings = command.screenshot ? WindowSettings() : loadWindowSettings();
    settings.run.clock = command.clock.value_or(settings.run.clock);
    return settings;
}

void setLook(const OpenWindow &command, const WindowSettings &settings, Theme &theme, Language &language)
{
    const Appearance ofDesktop = Theme::appearanceOf(QGuiApplication::palette());
    if (command.theme.isEmpty())
        theme.setAppearance(settings.appearance.value_or(command.screenshot ? Appearance::Light : ofDesktop));
    else
        theme.setAppearance(command.theme == QLatin1String("dark") ? Appearance::Dark : Appearance::Light);
    theme.setScale(settings.scale);
    const QString remembered = settings.language.isEmpty() ? Language::ofDesktop() : settings.language;
    const QString usual = command.screenshot ? QStringLiteral("en") : remembered;
    language.setCode(command.language.isEmpty() ? usual : command.language);
}

/// While it lives, what the program's threads do goes into the file that the command names.
class OwnTrace
{
public:
    explicit OwnTrace(const QString &path)
    {
        if (path.isEmpty())
            return;
        auto file = TraceFile::create(path, "loopscope", IfExists::Replace);
        if (file)
            m_file = std::move(*file);
        else
            printProblem(file.error());
    }
    ~OwnTrace()
    {
        if (!m_file)
            return;
        if (const Result<void> result = m_file->finish(); !result)
            printProblem(result.error());
    }
    OwnTrace(const OwnTrace &) = delete;
    OwnTrace &operator=(const OwnTrace &) = delete;

private:
    std::unique_ptr<TraceFile> m_file;
};

} // namespace

int runWindow(const OpenWindow &command, int argc, char **argv)
{
    if (!hasDisplay(argc, argv)) {
        if (!command.screenshot) {
            printProblem(
                {.what = "there is no display to open a window on; without one: loopscope run PLAN"});
            return ExitMisuse;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    // Qt's offscreen windows tell of every size hint that they do not heed.
    if (qgetenv("QT_QPA_PLATFORM") == "offscreen")
        QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    if (command.scale != 1)
        qputenv("QT_SCALE_FACTOR", QByteArray::number(command.scale));
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Loopscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Loopscope"));
    QGuiApplication::setWindowIcon(programIcon());

    const OwnTrace trace(command.trace);
    const WindowSettings settings = settingsFor(command);
    Theme theme;
    Language language;
    setLook(command, settings, theme, language);
    applyStyle(application, theme);
    QObject::connect(&theme, &Theme::changed, &application, [&] { applyStyle(application, theme); });

    MainWindow window(theme, language, settings);
    if (command.screenshot) {
        Screenshot screenshot(window, command);
        return screenshot.take();
    }
    if (window.document().draft().text().isEmpty())
        window.files().open(QStringLiteral("tutorial"));
    for (const QString &file : command.files)
        window.files().open(file);
    window.show();
    return QApplication::exec();
}

} // namespace loopscope
