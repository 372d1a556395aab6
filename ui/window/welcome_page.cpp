// SPDX-License-Identifier: MIT
#include "ui/window/welcome_page.h"

#include "ui/style/buttons.h"
#include "ui/style/theme.h"
#include "ui/window/legend_picture.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace loopscope {

WelcomePage::WelcomePage(const Theme &theme, QAction *run, QAction *open, QAction *create, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_title(new QLabel(this)), m_text(new QLabel(this)),
      m_pictureTitle(new QLabel(this)), m_picture(new LegendPicture(theme, this)), m_keys(new QLabel(this)),
      m_drop(new QLabel(this))
{
    setAutoFillBackground(true);
    auto *buttons = new QHBoxLayout;
    for (QAction *action : {run, open, create}) {
        QToolButton *button = makeButton(action == run ? ButtonLook::Primary : ButtonLook::Normal, this);
        button->setDefaultAction(action);
        buttons->addWidget(button);
        m_buttons += button;
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(qRound(theme.metrics().margin));
    column->addStretch(1);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    for (QWidget *part : std::initializer_list<QWidget *>{m_pictureTitle, m_picture, m_keys, m_drop})
        column->addWidget(part);
    column->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 4);
    row->addStretch(1);
    for (QLabel *label : {m_text, m_keys, m_drop})
        label->setWordWrap(true);
    connect(&theme, &Theme::changed, this, &WelcomePage::restyle);
    restyle();
    retranslate();
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePage::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    QPalette ground;
    ground.setColor(QPalette::Window, m_theme.colour(Role::Canvas));
    setPalette(ground);
    QFont title = m_theme.font(TextRole::Title);
    title.setPixelSize(title.pixelSize() * 7 / 4);
    m_title->setFont(title);
    QFont text = m_theme.font(TextRole::Body);
    text.setPixelSize(text.pixelSize() * 15 / 13);
    m_text->setFont(text);
    m_pictureTitle->setFont(m_theme.font(TextRole::Strong));
    for (QLabel *label : {m_keys, m_drop})
        label->setFont(m_theme.font(TextRole::Body));
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, m_theme.colour(Role::Ink2));
    for (QLabel *label : {m_text, m_keys, m_drop})
        label->setPalette(quiet);
    for (QToolButton *button : m_buttons)
        button->setFixedHeight(qRound(metrics.transportButton * 1.15));
    for (QLabel *label : {m_title, m_text, m_keys, m_drop})
        label->setContentsMargins(0, qRound(metrics.margin / 2), 0, qRound(metrics.margin / 2));
    m_pictureTitle->setContentsMargins(0, qRound(metrics.margin * 2), 0, 0);
}

void WelcomePage::retranslate()
{
    m_title->setText(tr("See what your coroutines wait for"));
    m_text->setText(
        tr("Run a plan and every suspend and resume appears here as it happens. Start with the example "
           "that compares gather and wait. It takes about 10 seconds, or none at all on the virtual "
           "clock."));
    m_pictureTitle->setText(tr("How to read a timeline"));
    m_keys->setText(tr("Wheel: zoom at the pointer.  Drag: pan.  Left and right arrow: step one event.  "
                       "F: fit everything.  R: run."));
    m_drop->setText(tr("You can also drop a plan (.json) or a recording (.pftrace) on this window."));
}

} // namespace loopscope
