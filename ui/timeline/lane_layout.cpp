// SPDX-License-Identifier: MIT
#include "ui/timeline/lane_layout.h"

#include "ui/timeline/job_lanes.h"
#include "ui/timeline/print_stacks.h"

#include <algorithm>

namespace loopscope {

namespace {

class Stacker
{
public:
    explicit Stacker(const Metrics &metrics) : m_metrics(metrics) {}

    void addRun(const RunInfo &run)
    {
        if (!m_layout.rows.empty())
            m_layout.height += m_metrics.runGap;
        add({.kind = RowKind::Run, .run = run.id}, m_metrics.runHeader);
    }

    void addLanes(const RunInfo &run)
    {
        add({.kind = RowKind::Loop, .run = run.id}, m_metrics.loopLane);
        for (TaskId task : run.tasks)
            add({.kind = RowKind::Task, .run = run.id, .task = task}, m_metrics.taskLane);
        addRequests(run);
        addJobs(run);
        if (!run.prints.empty())
            add({.kind = RowKind::Output, .run = run.id},
                printLines(run) * m_metrics.outputLine + m_metrics.outputPadding);
    }

    LaneLayout take() { return std::move(m_layout); }

private:
    void add(Row row, double height)
    {
        row.top = m_layout.height;
        row.height = height;
        m_layout.height += height;
        m_layout.rows.push_back(row);
    }

    void addRequests(const RunInfo &run)
    {
        if (run.requests.empty())
            return;
        add({.kind = RowKind::Network, .run = run.id}, m_metrics.sectionHeader);
        for (quint32 index = 0; index < run.requests.size(); ++index)
            add({.kind = RowKind::Request, .run = run.id, .index = index}, m_metrics.requestLane);
    }

    void addJobs(const RunInfo &run)
    {
        if (run.jobs.empty())
            return;
        add({.kind = RowKind::Pool, .run = run.id}, m_metrics.sectionHeader);
        const quint32 lanes = jobLanes(run).lanes;
        for (quint32 index = 0; index < lanes; ++index)
            add({.kind = RowKind::Jobs, .run = run.id, .index = index}, m_metrics.requestLane);
    }

    const Metrics &m_metrics;
    LaneLayout m_layout;
};

} // namespace

LaneLayout layOut(const Store &store, const Metrics &metrics, const std::set<RunId> &folded)
{
    Stacker stacker(metrics);
    for (const RunInfo &run : store.runs()) {
        stacker.addRun(run);
        if (!folded.contains(run.id))
            stacker.addLanes(run);
    }
    return stacker.take();
}

size_t LaneLayout::firstBelow(double y) const
{
    return size_t(
        std::partition_point(rows.begin(), rows.end(), [y](const Row &row) { return row.bottom() <= y; }) -
        rows.begin());
}

const Row *LaneLayout::rowAt(double y) const
{
    const size_t index = firstBelow(y);
    return index < rows.size() && rows[index].top <= y ? &rows[index] : nullptr;
}

const Row *LaneLayout::taskRow(TaskId task) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [task](const Row &row) {
        return row.kind == RowKind::Task && row.task == task;
    });
    return found == rows.end() ? nullptr : &*found;
}

const Row *LaneLayout::row(RowKind kind, RunId run) const
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [=](const Row &row) { return row.kind == kind && row.run == run; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace loopscope
