// SPDX-License-Identifier: MIT
#include "ui/style/panel_header.h"

#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace loopscope {

PanelHeader::PanelHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_row(new QHBoxLayout(this)), m_title(new QLabel(this)),
      m_note(new QLabel(this))
{
    m_row->addWidget(m_title);
    m_row->addWidget(m_note, 1);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setMinimumWidth(0);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, &PanelHeader::restyle);
    restyle();
}

void PanelHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PanelHeader::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setToolTip(note);
}

void PanelHeader::addControl(QWidget *control)
{
    m_row->addWidget(control);
}

QSize PanelHeader::minimumSizeHint() const
{
    return {0, height()};
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Panel));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.colour(Role::Border));
}

void PanelHeader::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    setFixedHeight(qRound(metrics.panelHeader));
    m_row->setContentsMargins(qRound(metrics.margin), 0, qRound(metrics.margin), 0);
    m_row->setSpacing(qRound(metrics.gap * 2));
    m_title->setFont(m_theme.font(TextRole::Strong));
    m_note->setFont(m_theme.font(TextRole::Small));
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, m_theme.colour(Role::Ink2));
    m_note->setPalette(quiet);
    update();
}

} // namespace loopscope
