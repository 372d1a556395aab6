// SPDX-License-Identifier: MIT
#include "ui/tracks/track_details.h"

#include "ui/style/panel_header.h"
#include "ui/style/theme.h"
#include "ui/tracks/track_text.h"

#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QVBoxLayout>

namespace loopscope {

TrackDetails::TrackDetails(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_header(new PanelHeader(theme, this)), m_name(new QLabel(this)),
      m_facts(new QLabel(this)), m_arguments(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addWidget(m_arguments, 1);
    column->addStretch(0);
    for (QLabel *label : {m_name, m_facts}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_name->setTextFormat(Qt::PlainText);
    m_facts->setTextFormat(Qt::RichText);
    m_arguments->setReadOnly(true);
    m_arguments->setFrameShape(QFrame::NoFrame);
    connect(&theme, &Theme::changed, this, &TrackDetails::restyle);
    restyle();
    retranslate();
    show(nullptr, {});
}

void TrackDetails::show(const TrackStore *store, const std::optional<TrackThing> &thing)
{
    const bool hasAny = store && thing;
    m_facts->setVisible(hasAny);
    m_arguments->setVisible(hasAny);
    if (!hasAny) {
        m_name->setText(tr("Click a slice to see when it ran, how long, and with which arguments."));
        return;
    }
    const TrackWords words(*store);
    m_name->setText(words.thing(*thing).left(2000));
    QString rows;
    const QString quiet = m_theme.colour(Role::Ink3).name();
    for (const TrackWords::Fact &fact : words.facts(*thing))
        rows += QStringLiteral("<tr><td style='color:%1; padding-right:12px'>%2</td><td>%3</td></tr>")
                    .arg(quiet, fact.name.toHtmlEscaped(), fact.value.left(500).toHtmlEscaped());
    m_facts->setText(QStringLiteral("<table cellspacing='0' cellpadding='2'>%1</table>").arg(rows));
    m_arguments->setPlainText(words.arguments(*thing));
}

void TrackDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrackDetails::retranslate()
{
    m_header->setTitle(tr("Slice"));
    m_arguments->setPlaceholderText(tr("no arguments"));
}

void TrackDetails::restyle()
{
    const int margin = int(m_theme.metrics().margin);
    m_name->setFont(m_theme.font(TextRole::Title));
    m_name->setContentsMargins(margin, margin, margin, margin / 2);
    m_facts->setFont(m_theme.font(TextRole::Small));
    m_facts->setContentsMargins(margin, 0, margin, margin / 2);
    m_arguments->document()->setDocumentMargin(margin);
    m_arguments->setFont(m_theme.font(TextRole::Code));
}

} // namespace loopscope
