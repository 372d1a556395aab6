// SPDX-License-Identifier: MIT
#include "ui/style/empty_note.h"

#include "ui/style/theme.h"

#include <QEvent>

namespace loopscope {

EmptyNote::EmptyNote(const Theme &theme, QWidget *view) : QLabel(view), m_theme(theme)
{
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    view->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &EmptyNote::restyle);
    restyle();
    setGeometry(view->rect());
}

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QLabel::eventFilter(watched, event);
}

void EmptyNote::restyle()
{
    setMargin(qRound(m_theme.metrics().margin * 2));
    setFont(m_theme.font(TextRole::Body));
    QPalette quiet;
    quiet.setColor(QPalette::WindowText, m_theme.colour(Role::Ink3));
    setPalette(quiet);
}

} // namespace loopscope
