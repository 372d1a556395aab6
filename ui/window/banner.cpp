// SPDX-License-Identifier: MIT
#include "ui/window/banner.h"

#include "ui/style/buttons.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace loopscope {

Banner::Banner(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel(this)), m_title(new QLabel(this)),
      m_detail(new QLabel(this)), m_help(makeButton(ButtonLook::Normal, this)),
      m_close(makeButton(ButtonLook::Link, this))
{
    auto *row = new QHBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_icon, m_title, m_detail, m_help, m_close})
        row->addWidget(part, part == m_detail ? 1 : 0);
    for (QLabel *label : {m_title, m_detail})
        label->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&theme, &Theme::changed, this, &Banner::restyle);
    restyle();
    hide();
}

void Banner::show(const QString &title, const QString &detail, QAction *help)
{
    m_title->setText(title);
    m_detail->setText(detail);
    m_help->setVisible(help);
    if (help)
        m_help->setDefaultAction(help);
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    setVisible(true);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_close->setToolTip(tr("Close"));
    QWidget::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::FailedTint));
    painter.fillRect(0, height() - 2, width(), 2, m_theme.colour(Role::Failed));
}

void Banner::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    const int side = qRound(metrics.icon);
    layout()->setContentsMargins(qRound(metrics.margin), qRound(metrics.gap * 1.5), qRound(metrics.margin),
                                 qRound(metrics.gap * 1.5));
    layout()->setSpacing(qRound(metrics.gap * 2));
    m_icon->setPixmap(glyphIcon(Glyph::Failed, m_theme.colour(Role::Failed), m_theme.colour(Role::FailedTint))
                          .pixmap(side, side));
    m_close->setIcon(glyphIcon(Glyph::Cross, m_theme.colour(Role::Ink2), m_theme.colour(Role::FailedTint)));
    m_title->setFont(m_theme.font(TextRole::Strong));
    m_detail->setFont(m_theme.font(TextRole::Body));
    update();
}

} // namespace loopscope
