// SPDX-License-Identifier: MIT
#pragma once

#include "ui/log/log_filter.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace loopscope {

class Recording;

/// The events of the recording on show as lines of text, those that pass the filter. A row is only an event's
/// number; its text is made when it is looked at. New events are appended in one batch per growth.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, TimeColumn, WhoColumn, WhatColumn, DetailColumn, ColumnCount };
    enum DataRole { KindRole = Qt::UserRole, EventRole };

    explicit LogModel(const Recording &recording, QObject *parent = nullptr);

    [[nodiscard]] const LogFilter &filter() const { return m_filter; }
    void setFilter(const LogFilter &filter);

    [[nodiscard]] EventId event(int row) const { return m_rows[size_t(row)]; }
    /// The row of `event`, or of the last one shown before it; -1 where there is none.
    [[nodiscard]] int rowAt(EventId event) const;
    /// A row as one line, its columns apart by tabs.
    [[nodiscard]] QString line(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();
    void append();
    [[nodiscard]] std::vector<EventId> accepted(quint32 behind) const;
    [[nodiscard]] QString text(EventId event, int column) const;

    const Recording &m_recording;
    LogFilter m_filter;
    std::deque<EventId> m_rows; ///< grows without being moved
    quint32 m_seen = 0;         ///< events looked at so far
};

} // namespace loopscope
