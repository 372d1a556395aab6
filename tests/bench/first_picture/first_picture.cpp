// SPDX-License-Identifier: MIT
// bench_first_picture FILE: a window, shown and idle, opens a recording. How long until it has painted lanes
// of it, how long until all of it is there, and for how long the window's thread did not look after the
// window meanwhile. One line of JSON. Wants QT_QPA_PLATFORM=offscreen where there is no display.
#include "app/main_window.h"
#include "ui/style/application_style.h"
#include "ui/style/theme.h"
#include "ui/timeline/timeline_panel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>

using namespace loopscope;

namespace {

/// How long the window's thread lets others wait: a timer that is due each millisecond, and how late it came.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    }
    void start()
    {
        m_clock.start();
        m_timer.start();
    }
    void beat()
    {
        m_gaps.push_back(m_clock.nsecsElapsed() - 1'000'000);
        m_clock.start();
    }
    /// The nanoseconds that this share of the beats was late at most.
    [[nodiscard]] qint64 gap(double share) const
    {
        std::vector<qint64> sorted = m_gaps;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[size_t(share * double(sorted.size() - 1))];
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::vector<qint64> m_gaps;
};

struct Opening
{
    MainWindow &window;
    QString file;
    QElapsedTimer clock = {};
    qint64 first = 0;
    qint64 events = 0; ///< on the first picture
    qint64 worstPaint = 0;
    Heartbeat heart = {};

    void begin()
    {
        clock.start();
        heart.start();
        window.files().open(file);
    }
    void notePaint(std::chrono::nanoseconds took)
    {
        worstPaint = std::max<qint64>(worstPaint, took.count());
        const Store &store = window.document().recording().store();
        if (first || store.taskCount() == 0)
            return;
        first = clock.nsecsElapsed();
        events = store.eventCount();
    }
    /// Once all of it is there and was painted.
    void end()
    {
        if (first == 0 || window.document().loadingPercent())
            return;
        heart.beat();
        tell();
        QApplication::exit(0);
    }
    void tell() const
    {
        const double ms = 1e-6;
        std::printf(
            "{\"first_ms\":%.1f,\"first_events\":%lld,\"all_ms\":%.1f,\"longest_ms\":%.1f,\"p99_ms\":%.1f,"
            "\"paint_ms\":%.1f,\"events\":%lld}\n",
            double(first) * ms, qlonglong(events), double(clock.nsecsElapsed()) * ms,
            double(heart.gap(1)) * ms, double(heart.gap(0.99)) * ms, double(worstPaint) * ms,
            qlonglong(window.document().recording().store().eventCount()));
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("bench_first_picture FILE\n", stderr);
        return 2;
    }
    Theme theme;
    Language language;
    applyStyle(application, theme);
    MainWindow window(theme, language, {});
    window.files().open(QStringLiteral("tutorial"));
    window.resize(1600, 1000);
    window.show();
    Opening opening{window, QString::fromLocal8Bit(argv[1])};
    QObject::connect(&window.timeline().view(), &TimelineView::painted, &window,
                     [&](std::chrono::nanoseconds took) { opening.notePaint(took); });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] { opening.end(); });
    look.start(2);
    QTimer::singleShot(1000, &window, [&] { opening.begin(); }); // the window has come to rest
    return QApplication::exec();
}
