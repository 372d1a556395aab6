// SPDX-License-Identifier: MIT
#include "ui/log/log_model.h"

#include "ui/shared/event_text.h"
#include "ui/shared/recording.h"
#include "ui/style/time_text.h"

#include <algorithm>

namespace loopscope {

LogModel::LogModel(const Recording &recording, QObject *parent)
    : QAbstractTableModel(parent), m_recording(recording)
{
    connect(&recording, &Recording::replaced, this, &LogModel::reload);
    connect(&recording, &Recording::grew, this, &LogModel::append);
    reload();
}

void LogModel::setFilter(const LogFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

int LogModel::rowAt(EventId event) const
{
    return int(std::upper_bound(m_rows.begin(), m_rows.end(), event) - m_rows.begin()) - 1;
}

QString LogModel::line(int row) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column)
        parts += text(event(row), column);
    return parts.join(u'\t');
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const EventId id = event(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(id, index.column());
    case Qt::ToolTipRole: return index.column() == DetailColumn ? text(id, index.column()) : QVariant();
    case KindRole: return int(m_recording.store().event(id).kind);
    case EventRole: return id.value;
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Event"), tr("Time"), tr("Who"), tr("What"), tr("Detail")};
    return section >= 0 && section < ColumnCount ? titles[section] : QVariant();
}

void LogModel::reload()
{
    beginResetModel();
    m_seen = quint32(m_recording.store().eventCount());
    const std::vector<EventId> found = accepted(0);
    m_rows.assign(found.begin(), found.end());
    endResetModel();
}

void LogModel::append()
{
    const quint32 behind = std::exchange(m_seen, quint32(m_recording.store().eventCount()));
    const std::vector<EventId> found = accepted(behind);
    if (found.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + found.size() - 1));
    m_rows.insert(m_rows.end(), found.begin(), found.end());
    endInsertRows();
}

std::vector<EventId> LogModel::accepted(quint32 behind) const
{
    const Store &store = m_recording.store();
    std::vector<EventId> found;
    for (const Event &event : store.events(EventId{behind + 1}, EventId{m_seen}))
        if (m_filter.accepts(event))
            found.push_back(event.id);
    return found;
}

QString LogModel::text(EventId id, int column) const
{
    const Store &store = m_recording.store();
    const Event &event = store.event(id);
    const RunInfo *run = store.run(event.run);
    switch (column) {
    case NumberColumn: return countText(run ? id.value - run->first.value + 1 : id.value);
    case TimeColumn: return instantDigits(run ? TracePoint{(event.at - run->begin).count()} : event.at);
    case WhoColumn: return eventText(store, id).who;
    case WhatColumn: return eventText(store, id).what;
    case DetailColumn: return eventText(store, id).detail;
    default: return {};
    }
}

} // namespace loopscope
