// SPDX-License-Identifier: MIT
#include "ui/window/status_line.h"

#include "ui/shared/playhead.h"
#include "ui/shared/problem_text.h"
#include "ui/shared/recording.h"
#include "ui/shared/shown_trace.h"
#include "ui/style/buttons.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"
#include "ui/window/lag_sparkline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace loopscope {

namespace {

Role dotColour(Activity activity)
{
    switch (activity) {
    case Activity::Running: return Role::Running;
    case Activity::Recording:
    case Activity::Broken: return Role::Failed;
    case Activity::Stopping: return Role::Lag;
    case Activity::Replay:
    case Activity::Trace: return Role::Done;
    case Activity::Loading: return Role::Running;
    case Activity::Idle: break;
    }
    return Role::Ink3;
}

QString activityText(Activity activity)
{
    switch (activity) {
    case Activity::Running: return StatusLine::tr("Running");
    case Activity::Recording: return StatusLine::tr("Running, recorded to a file");
    case Activity::Stopping: return StatusLine::tr("Stopping");
    case Activity::Replay: return StatusLine::tr("Replay of a recording");
    case Activity::Trace: return StatusLine::tr("Another program's trace");
    case Activity::Broken: return StatusLine::tr("Plan has problems");
    case Activity::Loading:
    case Activity::Idle: break;
    }
    return StatusLine::tr("Idle");
}

} // namespace

StatusLine::StatusLine(const Theme &theme, const Recording &recording, const Playhead &playhead,
                       const ShownTrace &trace, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_recording(recording), m_playhead(playhead), m_trace(trace),
      m_dot(new QLabel(this)), m_mode(new QLabel(this)), m_lag(new QLabel(this)),
      m_sparkline(new LagSparkline(theme, this)), m_counts(new QLabel(this)), m_clock(new QLabel(this)),
      m_language(makeButton(ButtonLook::Link, this))
{
    auto *row = new QHBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_dot, m_mode, m_lag, m_sparkline})
        row->addWidget(part);
    row->addStretch(1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_counts, m_clock, m_language})
        row->addWidget(part);
    connect(&recording, &Recording::replaced, this, &StatusLine::retranslate);
    connect(&recording, &Recording::grew, this, &StatusLine::showLag);
    connect(&recording, &Recording::grew, this, &StatusLine::showCounts);
    connect(&recording, &Recording::grew, this, &StatusLine::showClock);
    connect(&playhead, &Playhead::changed, this, &StatusLine::showLag);
    connect(&playhead, &Playhead::changed, this, &StatusLine::showClock);
    connect(&trace, &ShownTrace::replaced, this, &StatusLine::retranslate);
    connect(m_language, &QToolButton::clicked, this, &StatusLine::languageRequested);
    connect(&theme, &Theme::changed, this, &StatusLine::restyle);
    restyle();
}

void StatusLine::setActivity(Activity activity)
{
    if (activity == m_activity)
        return;
    m_activity = activity;
    restyle();
}

void StatusLine::setLoaded(int percent)
{
    m_loaded = percent;
    showMode();
}

void StatusLine::setNextOnRealClock(bool real)
{
    m_isNextReal = real;
    showClock();
}

void StatusLine::setLanguageName(const QString &name)
{
    m_language->setText(name);
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Window));
    painter.fillRect(0, 0, width(), 1, m_theme.colour(Role::Border));
}

void StatusLine::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    setFixedHeight(qRound(metrics.statusBar));
    layout()->setContentsMargins(qRound(metrics.margin), 0, qRound(metrics.margin), 0);
    layout()->setSpacing(qRound(metrics.margin));
    for (QLabel *label : {m_lag, m_counts, m_clock})
        label->setFont(m_theme.font(TextRole::Small));
    m_mode->setFont(m_theme.font(TextRole::SmallStrong));
    m_language->setFont(m_theme.font(TextRole::Small));
    QPixmap dot(QSize(8, 8) * devicePixelRatioF());
    dot.setDevicePixelRatio(devicePixelRatioF());
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(dotColour(m_activity)));
    painter.drawEllipse(QRectF(0, 0, 8, 8));
    m_dot->setPixmap(dot);
    retranslate();
}

void StatusLine::retranslate()
{
    showMode();
    m_language->setToolTip(tr("Language"));
    showLag();
    showCounts();
    showClock();
}

void StatusLine::showMode()
{
    m_mode->setText(m_activity == Activity::Loading
                        ? tr("Reading the recording, %1 % (Esc stops)").arg(m_loaded)
                        : activityText(m_activity));
}

/// The whole list is told where nothing is selected, and to a pointer that rests here.
void StatusLine::showSkipped()
{
    QStringList all;
    for (const Problem &problem : m_trace.skipped())
        all += problemText(problem).toHtmlEscaped();
    m_sparkline->hide();
    m_lag->show();
    m_lag->setText(all.isEmpty() ? tr("all of it is shown")
                                 : tr("%n kind(s) of things in it are not shown", "", int(all.size())));
    m_lag->setToolTip(all.join(QStringLiteral("<br>")));
}

/// The run at the present instant, else the last one; null without a recording.
const RunInfo *StatusLine::runNow() const
{
    const Store &store = m_recording.store();
    const RunInfo *run = store.run(m_playhead.moment().run);
    return run || store.runs().empty() ? run : &store.runs().back();
}

void StatusLine::showLag()
{
    if (m_trace.tracks())
        return showSkipped();
    m_lag->setToolTip({});
    const RunInfo *run = runNow();
    const bool any = run && run->realClock && !run->passes.empty();
    m_sparkline->setVisible(any);
    m_lag->setVisible(any || !run);
    if (!any) {
        m_lag->setText(run ? QString() : tr("No recording"));
        return;
    }
    const PassInfo &pass = run->passes.back();
    const Nanos now = pass.end.value_or(m_recording.endOf(*run)) - pass.begin;
    const Nanos worst = std::max(run->worstLag, now);
    m_lag->setText(tr("Loop lag now <b>%1</b>, worst <b>%2</b>").arg(durationText(now), durationText(worst)));
    m_sparkline->setPasses(run->passes);
}

void StatusLine::showCounts()
{
    if (const TrackStore *tracks = m_trace.tracks()) {
        const TrackCounts counts = tracks->counts();
        m_counts->show();
        m_counts->setText(tr("%1, %2, %3")
                              .arg(tr("%1 tracks").arg(countText(qint64(counts.tracks))),
                                   tr("%1 slices").arg(countText(qint64(counts.slices))),
                                   durationText(m_trace.span().length())));
        return;
    }
    const Store &store = m_recording.store();
    const int runs = int(store.runs().size());
    m_counts->setVisible(runs > 0);
    m_counts->setText(
        tr("%1, %2").arg(tr("%n run(s)", "", runs), tr("%1 events").arg(countText(store.eventCount()))));
}

void StatusLine::showClock()
{
    const RunInfo *run = runNow();
    m_clock->setVisible(!m_trace.tracks());
    m_clock->setText((run ? run->realClock : m_isNextReal) ? tr("Real clock") : tr("Virtual clock"));
}

} // namespace loopscope
