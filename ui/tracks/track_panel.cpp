// SPDX-License-Identifier: MIT
#include "ui/tracks/track_panel.h"

#include "ui/shared/shown_trace.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"
#include "ui/tracks/track_details.h"
#include "ui/tracks/track_search.h"
#include "ui/tracks/track_view.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace loopscope {

TrackPanel::TrackPanel(const Theme &theme, ShownTrace &trace, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_trace(trace), m_header(new PanelHeader(theme, this)),
      m_lanes(new QVBoxLayout), m_view(new TrackView(theme, trace, this)),
      m_details(new TrackDetails(theme, this)), m_search(new QLineEdit), m_found(new QLabel)
{
    auto *lanes = new QWidget(this);
    lanes->setLayout(m_lanes);
    m_lanes->setContentsMargins(0, 0, 0, 0);
    m_lanes->setSpacing(0);
    m_lanes->addWidget(m_view, 1);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(lanes);
    split->addWidget(m_details);
    split->setStretchFactor(0, 1);
    m_details->setMinimumWidth(int(theme.metrics().rightColumn * 0.83));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(split, 1);
    m_header->addControl(m_found);
    m_header->addControl(m_search);
    m_search->setClearButtonEnabled(true);
    setFocusProxy(m_view);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { findNext(m_search->text()); });
    connect(m_search, &QLineEdit::textChanged, m_found, &QLabel::clear);
    connect(m_view, &TrackView::selectionChanged, this, &TrackPanel::showSelection);
    connect(&trace, &ShownTrace::replaced, this, &TrackPanel::showTrace);
    connect(&theme, &Theme::changed, this, &TrackPanel::restyle);
    restyle();
    retranslate();
}

void TrackPanel::setOverview(QWidget *overview)
{
    m_lanes->insertWidget(0, overview);
}

void TrackPanel::showTrace()
{
    m_search->clear();
    describe();
    showSelection();
}

void TrackPanel::findNext(const QString &text)
{
    const TrackStore *store = m_trace.tracks();
    if (text.isEmpty())
        m_found->clear();
    if (!store || text.isEmpty())
        return;
    const TrackSearch search(*store, text);
    const auto selected = m_view->selected();
    const auto found = search.next(selected ? selected->slice : std::nullopt);
    m_found->setText(found ? tr("%1 found").arg(countText(qint64(search.count()))) : tr("nothing found"));
    if (found)
        m_view->goTo({.track = found->track, .slice = found});
}

void TrackPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TrackPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Slash || event->matches(QKeySequence::Find))
        m_search->setFocus(Qt::ShortcutFocusReason);
    else if (event->key() == Qt::Key_Escape && m_search->hasFocus())
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

void TrackPanel::restyle()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_found)})
        widget->setFont(m_theme.font(TextRole::Small));
    m_search->setFixedWidth(int(m_theme.metrics().laneHeaderMost));
    showSelection();
}

void TrackPanel::retranslate()
{
    m_search->setPlaceholderText(tr("Find slices by name (/)"));
    m_search->setAccessibleName(tr("Find slices by name"));
    describe();
    showSelection();
}

void TrackPanel::describe()
{
    m_header->setTitle(tr("Trace"));
    const TrackStore *store = m_trace.tracks();
    if (!store)
        return m_header->setNote({});
    const TrackCounts counts = store->counts();
    m_header->setNote(tr("%1, %2 tracks, %3 slices")
                          .arg(durationText(store->span().length()), countText(qint64(counts.tracks)),
                               countText(qint64(counts.slices))));
}

void TrackPanel::showSelection()
{
    m_details->show(m_trace, m_view->selected());
}

} // namespace loopscope
