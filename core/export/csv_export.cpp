// SPDX-License-Identifier: MIT
#include "core/export/csv_export.h"

#include "core/analysis/statistics.h"
#include "core/base/event_word.h"
#include "core/export/csv_cell.h"
#include "core/export/lane_walk.h"

namespace loopscope {

namespace {

QByteArray number(quint32 value)
{
    return value == 0 ? QByteArray() : QByteArray::number(value);
}

QString runName(const Store &store, RunId id)
{
    const RunInfo *const run = store.run(id);
    return run ? run->name : QString();
}

void exportEvents(const Store &store, TextSink &out)
{
    out << "event,time_s,run,run_name,kind,task,task_name,cause,subject,payload\r\n";
    const quint32 count = quint32(store.eventCount());
    for (quint32 id = 1; id <= count && !out.isFailed(); ++id) {
        const Event event = store.event(EventId{id});
        const TaskInfo *const task = store.task(event.task);
        const QByteArrayList cells{number(id),
                                   exactSeconds(Nanos(event.at.ns)),
                                   number(event.run.value),
                                   csvCell(runName(store, event.run)),
                                   eventWord(event.kind),
                                   number(event.task.value),
                                   task ? csvCell(task->name) : QByteArray(),
                                   number(event.cause.value),
                                   number(event.subject),
                                   csvCell(QString::fromUtf8(store.payload(event.payload)))};
        out << cells.join(',') << "\r\n";
    }
}

const char *wordFor(LaneKind kind)
{
    switch (kind) {
    case LaneKind::Run: return "run";
    case LaneKind::Loop: return "loop";
    case LaneKind::Output: return "output";
    case LaneKind::Task: return "task";
    case LaneKind::Job: return "job";
    case LaneKind::Request: break;
    }
    return "request";
}

class SliceTable final : public LaneListener
{
public:
    SliceTable(const Store &store, TextSink &out) : m_store(store), m_out(out)
    {
        m_out << "run,run_name,lane,number,name,depth,slice,begin_s,length_s,event,end_event\r\n";
    }

    void laneOpened(const ExportLane &) override {}
    void sliceBegan(const ExportLane &lane, const Event &event, const QString &name) override
    {
        m_open[lane.id].push_back({name, event.at, event.id});
    }
    void sliceEnded(const ExportLane &lane, TracePoint at, const Event *end) override
    {
        std::vector<Slice> &open = m_open[lane.id];
        const Slice slice = std::move(open.back());
        open.pop_back();
        write(lane, slice, qsizetype(open.size()), std::max(at, slice.begin) - slice.begin,
              end ? end->id : EventId{});
        if (open.empty())
            m_open.remove(lane.id);
    }
    void instant(const ExportLane &lane, const Event &event, const QString &name) override
    {
        const auto open = m_open.constFind(lane.id);
        const qsizetype depth = open == m_open.cend() ? 0 : qsizetype(open->size());
        write(lane, {name, event.at, event.id}, depth, Nanos::zero());
    }
    void wakeSent(const ExportLane &, const Event &) override {}
    void wakeReceived(const ExportLane &, const Event &, EventId) override {}
    [[nodiscard]] bool wantsMore() const override { return !m_out.isFailed(); }

private:
    struct Slice
    {
        QString name;
        TracePoint begin;
        EventId event;
    };

    void write(const ExportLane &lane, const Slice &slice, qsizetype depth, Nanos length, EventId end = {})
    {
        const QByteArrayList cells{number(lane.run.value), csvCell(runName(m_store, lane.run)),
                                   wordFor(lane.kind),     number(lane.number),
                                   csvCell(lane.name),     QByteArray::number(depth),
                                   csvCell(slice.name),    exactSeconds(Nanos(slice.begin.ns)),
                                   exactSeconds(length),   number(slice.event.value),
                                   number(end.value)};
        m_out << cells.join(',') << "\r\n";
    }

    const Store &m_store;
    TextSink &m_out;
    QHash<quint32, std::vector<Slice>> m_open; ///< by lane
};

} // namespace

void exportCsv(const Store &store, CsvRows rows, TextSink &out)
{
    if (rows == CsvRows::Events) {
        exportEvents(store, out);
        return;
    }
    SliceTable table(store, out);
    walkLanes(store, table);
}

} // namespace loopscope
