// SPDX-License-Identifier: MIT
#include "ui/log/log_panel.h"

#include "ui/log/log_delegate.h"
#include "ui/log/log_model.h"
#include "ui/log/log_view.h"
#include "ui/shared/event_text.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/buttons.h"
#include "ui/style/empty_note.h"
#include "ui/style/icons.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

namespace loopscope {

LogPanel::LogPanel(const Theme &theme, const Recording &recording, Selection &selection, Playhead &playhead,
                   QWidget *parent)
    : QWidget(parent), m_theme(theme), m_recording(recording), m_selection(selection), m_playhead(playhead),
      m_model(new LogModel(recording, this)), m_delegate(new LogDelegate(theme, this)),
      m_header(new PanelHeader(theme, this)), m_table(new LogView(this)),
      m_empty(new EmptyNote(theme, m_table->viewport())), m_tasks(makeButton(ButtonLook::Link, m_header)),
      m_kinds(makeButton(ButtonLook::Link, m_header)), m_follow(makeButton(ButtonLook::Link, m_header))
{
    makeHeader();
    makeTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_table, 1);
    connect(&playhead, &Playhead::changed, this, &LogPanel::followPlayhead);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogPanel::noteChange);
    // The playhead may have moved to an event before its row was there.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogPanel::followPlayhead);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LogPanel::noteChange);
    connect(&theme, &Theme::changed, this, &LogPanel::restyle);
    retranslate();
    restyle();
}

QWidget *LogPanel::view() const
{
    return m_table;
}

void LogPanel::setTaskFilter(TaskId task)
{
    LogFilter filter = m_model->filter();
    filter.task = task;
    setFilter(filter);
}

void LogPanel::setKindFilter(std::optional<EventKind> kind)
{
    LogFilter filter = m_model->filter();
    filter.kind = kind;
    setFilter(filter);
}

void LogPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogPanel::makeHeader()
{
    for (QToolButton *button : {m_tasks, m_kinds}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setMenu(new QMenu(button));
        m_header->addControl(button);
    }
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_header->addControl(m_follow);
    connect(m_tasks->menu(), &QMenu::aboutToShow, this, &LogPanel::fillTaskMenu);
    connect(m_kinds->menu(), &QMenu::aboutToShow, this, &LogPanel::fillKindMenu);
    connect(m_follow, &QToolButton::toggled, this, &LogPanel::followPlayhead);
    connect(m_follow, &QToolButton::toggled, this, &LogPanel::restyle);
}

void LogPanel::makeTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &LogView::clicked, this, &LogPanel::activate);
    connect(m_table, &LogView::activated, this, &LogPanel::activate);
    connect(m_table, &LogView::customContextMenuRequested, this, &LogPanel::showContextMenu);
}

void LogPanel::retranslate()
{
    m_header->setTitle(tr("Events"));
    m_follow->setText(tr("Follow playhead"));
    m_empty->setText(tr("No events yet. Run the plan with R."));
    m_table->setAccessibleName(tr("Event log"));
    noteChange();
}

void LogPanel::restyle()
{
    const QFontMetrics code(m_theme.font(TextRole::Code));
    const int pad = qRound(m_theme.metrics().margin * 2);
    m_table->setRowHeight(qRound(m_theme.metrics().listRow));
    m_table->setColumnWidths({code.horizontalAdvance(QStringLiteral("10 000 000")) + pad / 2,
                              code.horizontalAdvance(QStringLiteral("10.000 000")) + pad,
                              code.horizontalAdvance(QStringLiteral("get_something")) + pad,
                              code.horizontalAdvance(QStringLiteral("error not seen")) + pad});
    m_follow->setIcon(m_follow->isChecked()
                          ? glyphIcon(Glyph::Check, m_theme.colour(Role::Ink), m_theme.colour(Role::Panel))
                          : QIcon());
    m_table->viewport()->update();
}

void LogPanel::setFilter(const LogFilter &filter)
{
    m_model->setFilter(filter);
    followPlayhead();
}

void LogPanel::followPlayhead()
{
    const Moment now = m_playhead.moment();
    if (LogFilter filter = m_model->filter(); filter.run != now.run) {
        filter.run = now.run;
        filter.task = {};
        m_model->setFilter(filter);
    }
    const int row = now.event ? m_model->rowAt(now.event) : -1;
    m_delegate->setCurrentRow(row);
    if (row >= 0 && m_follow->isChecked())
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::EnsureVisible);
    m_table->viewport()->update();
}

void LogPanel::noteChange()
{
    const LogFilter &filter = m_model->filter();
    const Store &store = m_recording.store();
    const RunInfo *run = store.run(filter.run);
    const QString shown = tr("%n event(s)", "", m_model->rowCount());
    m_header->setNote(run ? tr("run %1, %2").arg(run->name, shown) : store.eventCount() ? shown : QString());
    m_tasks->setText((filter.task ? taskText(store, filter.task) : tr("All tasks")) + QStringLiteral(" ▾"));
    m_kinds->setText((filter.kind ? kindText(*filter.kind) : tr("All kinds")) + QStringLiteral(" ▾"));
    m_empty->setVisible(m_model->rowCount() == 0);
}

void LogPanel::activate(const QModelIndex &index)
{
    const EventId id = m_model->event(index.row());
    m_playhead.goToEvent(m_recording.store(), id);
    m_selection.select({id, m_recording.store().event(id).task});
}

void LogPanel::fillTaskMenu()
{
    QMenu *menu = m_tasks->menu();
    menu->clear();
    menu->addAction(tr("All tasks"), this, [this] { setTaskFilter({}); });
    const Store &store = m_recording.store();
    const RunInfo *run = store.run(m_model->filter().run);
    constexpr size_t most =
        200; // a menu longer than that helps nobody; lanes can be filtered from the timeline
    for (size_t i = 0; run && i < std::min(run->tasks.size(), most); ++i) {
        const TaskId task = run->tasks[i];
        menu->addAction(taskText(store, task), this, [this, task] { setTaskFilter(task); });
    }
}

void LogPanel::fillKindMenu()
{
    QMenu *menu = m_kinds->menu();
    menu->clear();
    menu->addAction(tr("All kinds"), this, [this] { setKindFilter({}); });
    for (int kind = 1; kind <= eventKindCount; ++kind)
        menu->addAction(kindText(EventKind(kind)), this, [this, kind] { setKindFilter(EventKind(kind)); });
}

void LogPanel::showContextMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    const Event event = m_recording.store().event(m_model->event(index.row()));
    const QString line = m_model->line(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (event.task)
        menu->addAction(tr("Filter to this task"), this, [this, event] { setTaskFilter(event.task); });
    menu->addAction(tr("Filter to this kind"), this, [this, event] { setKindFilter(event.kind); });
    menu->addAction(tr("Copy row"), this, [line] { QGuiApplication::clipboard()->setText(line); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace loopscope
