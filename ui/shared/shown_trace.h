// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"
#include "core/trace/track_store.h"

#include <QList>
#include <QObject>

#include <optional>

namespace loopscope {

/// Another program's trace on show: which store every view reads, what of its file is not in there, and the
/// present instant in it. The store itself belongs to the document.
class ShownTrace : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null while there is none.
    [[nodiscard]] const TrackStore *tracks() const { return m_tracks; }
    /// What was not understood, or is not shown, one for each kind.
    [[nodiscard]] const QList<Problem> &skipped() const { return m_skipped; }
    /// Shows another store (borrowed until the next replace), or none. There is no present instant then.
    void replace(const TrackStore *tracks, const QList<Problem> &skipped);

    /// From 0 to the trace's length, as times count from its beginning.
    [[nodiscard]] TimeSpan span() const;
    [[nodiscard]] std::optional<TracePoint> now() const { return m_now; }
    /// Brought back into the trace.
    void setNow(std::optional<TracePoint> sinceTraceBegan);

Q_SIGNALS:
    void replaced();
    void nowChanged();

private:
    const TrackStore *m_tracks = nullptr;
    QList<Problem> m_skipped;
    std::optional<TracePoint> m_now;
};

} // namespace loopscope
