// SPDX-License-Identifier: MIT
#include "ui/style/empty_note.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

namespace loopscope {

EmptyNote::EmptyNote(const Theme &theme, QWidget *view) : QWidget(view), m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view->installEventFilter(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setGeometry(view->rect());
}

void EmptyNote::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    update();
}

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void EmptyNote::paintEvent(QPaintEvent *)
{
    const double margin = m_theme.metrics().margin * 2;
    QPainter painter(this);
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(m_theme.colour(Role::Ink3));
    painter.drawText(QRectF(rect()).adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace loopscope
