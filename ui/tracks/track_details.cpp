// SPDX-License-Identifier: MIT
#include "ui/tracks/track_details.h"

#include "ui/shared/problem_text.h"
#include "ui/shared/shown_trace.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"
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
}

void TrackDetails::show(const ShownTrace &trace, const std::optional<TrackThing> &thing)
{
    if (!trace.tracks() || !thing)
        return showTrace(trace);
    const TrackWords words(*trace.tracks());
    m_header->setTitle(thing->slice ? tr("Slice") : tr("Instant"));
    m_name->setText(words.thing(*thing).left(2000));
    QList<std::pair<QString, QString>> facts;
    for (const TrackWords::Fact &fact : words.facts(*thing))
        facts.append({fact.name, fact.value});
    showFacts(facts);
    m_arguments->setPlaceholderText(tr("no arguments"));
    m_arguments->setPlainText(words.arguments(*thing));
}

void TrackDetails::showTrace(const ShownTrace &trace)
{
    m_header->setTitle(tr("Trace"));
    m_name->setText(tr("Click a slice to see when it ran, how long, and with which arguments."));
    if (!trace.tracks())
        return showFacts({});
    const TrackCounts counts = trace.tracks()->counts();
    QList<std::pair<QString, QString>> facts{{tr("Length"), durationText(trace.span().length())}};
    const auto add = [&facts](const QString &what, quint64 count) {
        if (count > 0)
            facts.append({what, countText(qint64(count))});
    };
    add(tr("Tracks"), counts.tracks);
    add(tr("Slices"), counts.slices);
    add(tr("Without an end"), counts.openSlices);
    add(tr("Instants"), counts.instants);
    add(tr("Counter values"), counts.samples);
    add(tr("Arrows"), counts.flows);
    showFacts(facts);
    QStringList skipped;
    for (const Problem &problem : trace.skipped())
        skipped += problemText(problem);
    m_arguments->setPlaceholderText(tr("All that is in the file is shown."));
    if (!skipped.isEmpty())
        skipped.prepend(tr("Not shown of this file:") + u'\n');
    m_arguments->setPlainText(skipped.join(u'\n'));
}

void TrackDetails::showFacts(const QList<std::pair<QString, QString>> &facts)
{
    QString rows;
    const QString quiet = m_theme.colour(Role::Ink3).name();
    for (const auto &[name, value] : facts)
        rows += QStringLiteral("<tr><td style='color:%1; padding-right:12px'>%2</td><td>%3</td></tr>")
                    .arg(quiet, name.toHtmlEscaped(), value.left(500).toHtmlEscaped());
    m_facts->setText(QStringLiteral("<table cellspacing='0' cellpadding='2'>%1</table>").arg(rows));
    m_facts->setVisible(!facts.isEmpty());
    m_arguments->setVisible(!facts.isEmpty());
}

void TrackDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrackDetails::retranslate()
{
    m_arguments->setAccessibleName(tr("Arguments"));
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
