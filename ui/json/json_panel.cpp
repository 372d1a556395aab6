// SPDX-License-Identifier: MIT
#include "ui/json/json_panel.h"

#include "core/trace/payload_view.h"
#include "ui/json/event_json.h"
#include "ui/json/json_delegate.h"
#include "ui/json/json_filter.h"
#include "ui/json/json_tree_model.h"
#include "ui/shared/event_text.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"
#include "ui/style/buttons.h"
#include "ui/style/empty_note.h"
#include "ui/style/panel_header.h"
#include "ui/style/theme.h"
#include "ui/style/time_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace loopscope {

namespace {

constexpr qsizetype filteredRows = 100'000; ///< a filter looks at so many rows, breadth first

QString typeText(JsonType type)
{
    switch (type) {
    case JsonType::Object: return JsonPanel::tr("object");
    case JsonType::Array: return JsonPanel::tr("list");
    case JsonType::String: return JsonPanel::tr("string");
    case JsonType::Number: return JsonPanel::tr("number");
    case JsonType::Bool: return JsonPanel::tr("truth value");
    case JsonType::Null: return JsonPanel::tr("nothing");
    case JsonType::Broken: break;
    }
    return JsonPanel::tr("no JSON");
}

} // namespace

JsonPanel::JsonPanel(const Theme &theme, const Recording &recording, const Selection &selection,
                     QWidget *parent)
    : QWidget(parent), m_theme(theme), m_recording(recording), m_selection(selection),
      m_model(new JsonTreeModel(this)), m_filter(new JsonFilter(this)),
      m_header(new PanelHeader(theme, this)), m_copyPath(makeButton(ButtonLook::Link, m_header)),
      m_copyValue(makeButton(ButtonLook::Link, m_header)), m_searchRow(new QWidget(this)),
      m_search(new QLineEdit(m_searchRow)), m_tree(new QTreeView(this)),
      m_empty(new EmptyNote(theme, m_tree->viewport())), m_place(new QLabel(this))
{
    makeHeader();
    makeTree();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_searchRow, m_tree, m_place})
        column->addWidget(part, part == m_tree ? 1 : 0);
    connect(&selection, &Selection::changed, this, &JsonPanel::showSelection);
    connect(&recording, &Recording::replaced, this, &JsonPanel::showSelection);
    connect(&theme, &Theme::changed, this, &JsonPanel::restyle);
    retranslate();
    restyle();
}

void JsonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void JsonPanel::makeHeader()
{
    for (QToolButton *button : {m_copyPath, m_copyValue})
        m_header->addControl(button);
    connect(m_copyPath, &QToolButton::clicked, this, &JsonPanel::copyPath);
    connect(m_copyValue, &QToolButton::clicked, this, &JsonPanel::copyValue);
    (new QVBoxLayout(m_searchRow))->addWidget(m_search);
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &JsonPanel::applyFilter);
}

void JsonPanel::makeTree()
{
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new JsonDelegate(m_theme, this));
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_place->setTextFormat(Qt::PlainText);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &JsonPanel::showPlace);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &JsonPanel::showContextMenu);
}

void JsonPanel::retranslate()
{
    m_copyPath->setText(tr("Copy path"));
    m_copyValue->setText(tr("Copy value"));
    m_search->setPlaceholderText(tr("Filter keys and values"));
    m_empty->setText(tr("This event carries no data."));
    m_tree->setAccessibleName(tr("JSON tree"));
    showSelection();
}

void JsonPanel::restyle()
{
    const Metrics &metrics = m_theme.metrics();
    m_place->setFont(m_theme.font(TextRole::Code));
    m_place->setMargin(qRound(metrics.gap * 1.5));
    m_tree->setIndentation(qRound(metrics.gap * 4));
    m_tree->header()->resizeSection(0, qRound(metrics.rightColumn * 0.46));
    m_search->setFont(m_theme.font(TextRole::Small));
    const int space = qRound(metrics.gap * 1.5);
    m_searchRow->layout()->setContentsMargins(qRound(metrics.margin), space, qRound(metrics.margin), space);
    m_tree->viewport()->update();
}

void JsonPanel::showSelection()
{
    const Selected selected = m_selection.current();
    if (!showBody()) {
        if (m_recording.store().contains(selected.event))
            showWholeEvent();
        else
            m_model->clear();
    }
    const bool shown = !m_model->isEmpty();
    if (!shown)
        m_header->setTitle(tr("JSON"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_searchRow, m_place, m_copyPath, m_copyValue})
        part->setVisible(shown);
    m_empty->setVisible(!shown);
    applyFilter(m_search->text());
    openFirstLevels();
}

/// Shows the body of the selected request. False when there is none.
bool JsonPanel::showBody()
{
    const auto key = m_selection.current().request;
    const RunInfo *run = key ? m_recording.store().run(key->run) : nullptr;
    if (!run)
        return false;
    const auto &requests = run->requests;
    const auto request = std::find_if(requests.begin(), requests.end(),
                                      [&](const RequestInfo &info) { return info.number == key->number; });
    if (request == requests.end() || !m_recording.store().contains(request->last))
        return false;
    const QByteArray payload = m_recording.store().payload(request->last);
    const QByteArrayView body = PayloadView(payload).raw("body");
    if (body.isEmpty())
        return false;
    m_model->setDocument(tr("body"), payload, jsonValueAt(payload, body.data() - payload.constData()));
    m_header->setTitle(tr("JSON: answer to request %1").arg(request->number));
    return true;
}

void JsonPanel::showWholeEvent()
{
    const Store &store = m_recording.store();
    const EventId id = m_selection.current().event;
    const RunInfo *run = store.run(store.event(id).run);
    m_model->setDocument(tr("event"), eventJson(store, id));
    m_header->setTitle(tr("JSON: event %1").arg(countText(run ? id.value - run->first.value + 1 : id.value)));
}

void JsonPanel::applyFilter(const QString &text)
{
    if (!text.isEmpty())
        m_model->load(filteredRows);
    m_filter->setText(text);
    if (!text.isEmpty())
        m_tree->expandToDepth(2);
}

void JsonPanel::showPlace()
{
    const QModelIndex index = current();
    if (!index.isValid()) {
        m_place->clear();
        return;
    }
    const auto count = m_model->count(index);
    const QString type = typeText(m_model->type(index));
    m_place->setText(
        tr("%1   %2").arg(m_model->path(index), count ? tr("%1, %2").arg(type, countText(*count)) : type));
}

/// Opens the document, and what in it is small: most events are read at a glance.
void JsonPanel::openFirstLevels()
{
    constexpr int few = 12;
    m_model->load(10 * few);
    const QModelIndex root = m_filter->index(0, 0);
    m_tree->expand(root);
    for (int row = 0; row < m_filter->rowCount(root) && row < 2 * few; ++row) {
        const QModelIndex child = m_filter->index(row, 0, root);
        if (m_model->count(m_filter->mapToSource(child)).value_or(few + 1) <= few)
            m_tree->expand(child);
    }
    m_tree->setCurrentIndex(root);
}

QModelIndex JsonPanel::current() const
{
    return m_filter->mapToSource(m_tree->currentIndex());
}

void JsonPanel::copyPath()
{
    if (current().isValid())
        QGuiApplication::clipboard()->setText(m_model->path(current()));
}

void JsonPanel::copyValue()
{
    if (current().isValid())
        QGuiApplication::clipboard()->setText(m_model->text(current()));
}

void JsonPanel::showContextMenu(const QPoint &at)
{
    const QModelIndex shown = m_tree->indexAt(at);
    if (!shown.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_copyPath->text(), this, &JsonPanel::copyPath);
    menu->addAction(m_copyValue->text(), this, &JsonPanel::copyValue);
    menu->addAction(tr("Expand all below"), this,
                    [this, row = QPersistentModelIndex(shown)] { m_tree->expandRecursively(row, 4); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace loopscope
