// SPDX-License-Identifier: MIT
#include "ui/window/transport_bar.h"

#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/shown_trace.h"
#include "ui/style/buttons.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace loopscope {

TransportBar::TransportBar(const Theme &theme, const Recording &recording, const Playhead &playhead,
                           const ShownTrace &trace, const TransportActions &actions, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_recording(recording), m_playhead(playhead), m_trace(trace),
      m_row(new QHBoxLayout(this)), m_now(new QLabel(this)), m_whole(new QLabel(this)),
      m_step(new QLabel(this))
{
    addButton(actions.record, Qt::ToolButtonTextBesideIcon);
    addButton(actions.run, Qt::ToolButtonTextBesideIcon)->setProperty("primary", true);
    addButton(actions.stop, Qt::ToolButtonIconOnly);
    addLine();
    addButton(actions.stepBack, Qt::ToolButtonIconOnly);
    addButton(actions.stepForward, Qt::ToolButtonIconOnly);
    m_row->addWidget(m_now);
    m_row->addWidget(m_whole);
    m_row->addWidget(m_step);
    addLine();
    addSegments(actions.virtualClock, actions.realClock);
    m_windowLoop = addButton(actions.windowLoop, Qt::ToolButtonTextOnly);
    m_toggles += m_windowLoop;
    m_buttons.removeLast();
    m_row->addStretch(1);
    addButton(actions.theme, Qt::ToolButtonTextOnly);
    connect(&playhead, &Playhead::changed, this, &TransportBar::showTime);
    connect(&recording, &Recording::grew, this, &TransportBar::showTime);
    connect(&recording, &Recording::replaced, this, &TransportBar::showTime);
    connect(&recording, &Recording::liveNowChanged, this, &TransportBar::showTime);
    connect(&trace, &ShownTrace::nowChanged, this, &TransportBar::showTime);
    connect(&theme, &Theme::changed, this, &TransportBar::restyle);
    restyle();
}

QSize TransportBar::minimumSizeHint() const
{
    return {qRound(m_theme.metrics().timelineLeast), qRound(m_theme.metrics().transportBar)};
}

void TransportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showTime();
    QWidget::changeEvent(event);
}

void TransportBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Panel));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colour(Role::Border));
}

void TransportBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void TransportBar::makeRoom()
{
    const double unit = m_theme.metrics().transportBar;
    m_step->setVisible(width() > unit * 22);
    m_whole->setVisible(width() > unit * 19.5);
    m_windowLoop->setVisible(width() > unit * 18);
}

QToolButton *TransportBar::addButton(QAction *action, Qt::ToolButtonStyle style)
{
    QToolButton *button = makeButton(ButtonLook::Normal, this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    m_row->addWidget(button);
    m_buttons += button;
    return button;
}

void TransportBar::addSegments(QAction *first, QAction *second)
{
    auto *pair = new QHBoxLayout;
    pair->setSpacing(0);
    for (QAction *action : {first, second}) {
        QToolButton *button = makeButton(ButtonLook::Normal, this);
        button->setDefaultAction(action);
        button->setProperty("segment", action == first ? "first" : "last");
        pair->addWidget(button);
        m_toggles += button;
    }
    m_row->addLayout(pair);
}

void TransportBar::addLine()
{
    auto *line = new QWidget(this);
    line->setAutoFillBackground(true);
    line->setFixedWidth(1);
    m_row->addWidget(line);
    m_lines += line;
}

void TransportBar::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    setFixedHeight(qRound(metrics.transportBar));
    m_row->setContentsMargins(qRound(metrics.margin), 0, qRound(metrics.margin), 0);
    m_row->setSpacing(qRound(metrics.gap * 1.5));
    for (QToolButton *button : m_buttons)
        button->setFixedHeight(qRound(metrics.transportButton));
    for (QToolButton *toggle : m_toggles)
        toggle->setFixedHeight(qRound(metrics.toggle));
    QPalette border;
    border.setColor(QPalette::Window, m_theme.colour(Role::Border));
    for (QWidget *line : m_lines) {
        line->setFixedHeight(qRound(metrics.toggle));
        line->setPalette(border);
    }
    m_now->setFont(m_theme.font(TextRole::Readout));
    m_whole->setFont(m_theme.font(TextRole::Code));
    m_step->setFont(m_theme.font(TextRole::Body));
    m_now->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_now->setMinimumWidth(QFontMetrics(m_now->font()).horizontalAdvance(QStringLiteral("00.000")));
    m_whole->setMinimumWidth(QFontMetrics(m_whole->font()).horizontalAdvance(QStringLiteral("/ 00.000 s")));
    m_step->setMinimumWidth(
        QFontMetrics(m_step->font()).horizontalAdvance(tr("step %1 of %2").arg(9999).arg(9999)));
    showTime();
}

void TransportBar::showTraceTime()
{
    m_now->setText(readoutText(m_trace.now().value_or(TracePoint{})));
    m_whole->setText(tr("/ %1 s").arg(readoutText(m_trace.span().end)));
    m_step->setText(tr("%1 slices").arg(countText(qint64(m_trace.tracks()->counts().slices))));
}

void TransportBar::showTime()
{
    if (m_trace.tracks())
        return showTraceTime();
    const Moment now = m_playhead.moment();
    const RunInfo *run = m_recording.store().run(now.run);
    m_now->setText(readoutText(now.at));
    const Nanos whole = run ? m_recording.endOf(*run) - run->begin : Nanos(0);
    m_whole->setText(tr("/ %1 s").arg(readoutText({whole.count()})));
    if (!run) {
        m_step->setText(tr("no steps yet"));
        return;
    }
    const quint32 steps = run->lastEvent.value - run->first.value + 1;
    const quint32 step = now.event ? now.event.value - run->first.value + 1 : 0;
    m_step->setText(tr("step %1 of %2").arg(countText(step), countText(steps)));
}

} // namespace loopscope
