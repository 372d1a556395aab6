// SPDX-License-Identifier: MIT
#include "ui/timeline/timeline_panel.h"

#include "ui/style/time_text.h"
#include "ui/timeline/legend.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace loopscope {

TimelinePanel::TimelinePanel(const TimelineState &state, QWidget *parent)
    : QWidget(parent), m_state(state), m_view(new TimelineView(state, this)),
      m_legend(new LegendRow(state.theme, this)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(makeHeader());
    m_column->addWidget(m_view, 1);
    m_column->addWidget(m_legend);
    setFocusProxy(m_view);

    connect(m_view, &TimelineView::arrowModeChanged, this, &TimelinePanel::showArrowMode);
    connect(&state.recording, &Recording::replaced, this, &TimelinePanel::describe);
    connect(&state.recording, &Recording::grew, this, &TimelinePanel::describe);
    connect(&state.recording, &Recording::liveNowChanged, this, &TimelinePanel::describe);
    connect(&state.theme, &Theme::changed, this, &TimelinePanel::restyle);
    showArrowMode();
    retranslate();
    restyle();
}

QWidget *TimelinePanel::makeHeader()
{
    m_header = new QWidget(this);
    auto *row = new QHBoxLayout(m_header);
    row->setSpacing(0);
    row->addWidget(m_title = new QLabel);
    row->addSpacing(24);
    row->addWidget(m_shown = new QLabel);
    row->addStretch();

    auto *group = new QButtonGroup(this);
    for (size_t mode = 0; mode < m_arrows.size(); ++mode) {
        m_arrows[mode] = makeToggle();
        group->addButton(m_arrows[mode], int(mode));
        row->addWidget(m_arrows[mode]);
    }
    connect(group, &QButtonGroup::idClicked, m_view,
            [this](int mode) { m_view->setArrowMode(ArrowMode(mode)); });
    row->addSpacing(12);
    row->addWidget(m_legendToggle = makeToggle());
    m_legendToggle->setChecked(true);
    connect(m_legendToggle, &QToolButton::toggled, m_legend, &QWidget::setVisible);
    row->addSpacing(12);
    row->addWidget(m_fit = makeToggle());
    m_fit->setCheckable(false);
    connect(m_fit, &QToolButton::clicked, &m_state.viewport, &Viewport::fit);
    return m_header;
}

QToolButton *TimelinePanel::makeToggle()
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void TimelinePanel::setOverview(QWidget *overview)
{
    m_column->insertWidget(1, overview);
}

void TimelinePanel::showArrowMode()
{
    m_arrows[size_t(m_view->arrowMode())]->setChecked(true);
}

void TimelinePanel::restyle()
{
    const Theme &theme = m_state.theme;
    const Metrics &m = theme.metrics();
    m_header->setFixedHeight(int(m.panelHeader));
    m_header->layout()->setContentsMargins(int(m.margin), 0, int(m.margin), 0);
    m_title->setFont(theme.font(TextRole::Strong));
    m_shown->setFont(theme.font(TextRole::Small));
    QPalette palette = m_shown->palette();
    palette.setColor(QPalette::WindowText, theme.colour(Role::Ink3));
    m_shown->setPalette(palette);
    for (QToolButton *button : {m_arrows[0], m_arrows[1], m_arrows[2], m_legendToggle, m_fit}) {
        button->setFont(theme.font(TextRole::Small));
        button->setFixedHeight(int(m.panelHeader - 2 * m.gap) - 2);
    }
    m_fit->setIcon(glyphIcon(Glyph::Fit, theme.colour(Role::Ink2), theme.colour(Role::Raised)));
    m_fit->setIconSize({int(m.icon), int(m.icon)});
    update();
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TimelinePanel::retranslate()
{
    m_arrows[size_t(ArrowMode::Focus)]->setText(tr("Arrows: focus"));
    m_arrows[size_t(ArrowMode::All)]->setText(tr("all"));
    m_arrows[size_t(ArrowMode::Off)]->setText(tr("off"));
    m_arrows[size_t(ArrowMode::Focus)]->setToolTip(tr("Arrows of the selected slice (G)"));
    m_arrows[size_t(ArrowMode::All)]->setToolTip(tr("All arrows in view (G)"));
    m_arrows[size_t(ArrowMode::Off)]->setToolTip(tr("No arrows (G)"));
    m_legendToggle->setText(tr("Legend"));
    m_fit->setToolTip(tr("Show everything (F)"));
    m_fit->setAccessibleName(tr("Show everything"));
    describe();
}

void TimelinePanel::describe()
{
    const auto runs = m_state.recording.store().runs().size();
    m_title->setText(runs == 0   ? tr("Timeline")
                     : runs == 1 ? tr("1 run")
                                 : tr("%1 runs, aligned at start").arg(runs));
    m_shown->setText(runs == 0 ? QString()
                               : tr("%1 shown").arg(costText(m_state.recording.alignedSpan().length())));
}

void TimelinePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_state.theme.colour(Role::Panel));
    painter.fillRect(0, m_header->geometry().bottom(), width(), 1, m_state.theme.colour(Role::Border));
}

} // namespace loopscope
