// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QObject>

#include <optional>

namespace loopscope {

/// The recording on show: which store every view reads, and the news that it grew or was replaced. The store
/// itself belongs to the document, which appends to it and then says so here, at most once a frame.
class Recording : public QObject
{
    Q_OBJECT

public:
    explicit Recording(QObject *parent = nullptr);

    /// Never null: an empty store where there is none. References into it hold until it grows.
    [[nodiscard]] const Store &store() const { return *m_store; }
    /// Shows another store (borrowed until the next replace), or none. Always a replacement, even by the same
    /// address: views drop what they remember of it. Ends any live state.
    void replace(const Store *store);
    /// Events were appended to the store.
    void noteGrowth();

    /// While a run goes on: the present, since the recording began. Open spans are drawn up to here.
    [[nodiscard]] std::optional<TracePoint> liveNow() const { return m_liveNow; }
    [[nodiscard]] bool isLive() const { return m_liveNow.has_value(); }
    /// Moves the present; empty once nothing runs any more.
    void setLiveNow(std::optional<TracePoint> now);

    /// Where `run` ends for now: its end, the present if it goes on, else its last event. Since the recording
    /// began.
    [[nodiscard]] TracePoint endOf(const RunInfo &run) const;
    /// From 0 to the length of the longest run, as all runs are aligned at their start.
    [[nodiscard]] TimeSpan alignedSpan() const;

Q_SIGNALS:
    void replaced();
    void grew();
    /// The present moved, a run went live, or the last one ended.
    void liveNowChanged();

private:
    const Store *m_store;
    std::optional<TracePoint> m_liveNow;
};

} // namespace loopscope
