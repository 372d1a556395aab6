// SPDX-License-Identifier: MIT
#include "ui/timeline/geometry_cache.h"

#include "ui/timeline/loop_geometry.h"
#include "ui/timeline/output_geometry.h"
#include "ui/timeline/request_geometry.h"
#include "ui/timeline/run_geometry.h"
#include "ui/timeline/span_geometry.h"

#include <algorithm>

namespace loopscope {

namespace {

/// As Recording::endOf, for a scene.
TracePoint openEndOf(const TimelineScene &scene, const RunInfo &run)
{
    if (run.end)
        return *run.end;
    const bool isNewest = scene.store->runs().back().id == run.id;
    return scene.liveNow && isNewest ? std::max(*scene.liveNow, run.last) : run.last;
}

RowGeometry taskRow(const LaneContext &lane, TaskId id)
{
    const TaskInfo *task = lane.store.task(id);
    return task ? taskGeometry(lane, *task) : RowGeometry();
}

} // namespace

RowGeometry geometryOf(const TimelineScene &scene, const Row &row)
{
    const RunInfo *run = scene.store->run(row.run);
    if (!run)
        return {};
    const LaneContext lane{
        *scene.store, *run, scene.axis.of(run->begin), openEndOf(scene, *run), fastestCost(*scene.store),
        scene.metrics};
    switch (row.kind) {
    case RowKind::Run: return runGeometry(lane);
    case RowKind::Loop: return loopGeometry(lane);
    case RowKind::Task: return taskRow(lane, row.task);
    case RowKind::Request: return requestGeometry(lane, run->requests.at(row.index));
    case RowKind::Jobs: return jobsGeometry(lane, row.index);
    case RowKind::Output: return outputGeometry(lane);
    case RowKind::Network:
    case RowKind::Pool: break;
    }
    return {};
}

void GeometryCache::update(const TimelineScene &scene, const LaneLayout &layout)
{
    const bool isSame = m_scene.store == scene.store && m_scene.axis == scene.axis &&
                        m_scene.liveNow == scene.liveNow && m_revision == scene.store->revision() &&
                        m_rows == layout.rows;
    m_scene = scene;
    if (isSame)
        return;
    m_revision = scene.store->revision();
    m_rows = layout.rows;
    m_geometry.assign(m_rows.size(), std::nullopt);
}

const RowGeometry &GeometryCache::row(size_t index)
{
    std::optional<RowGeometry> &kept = m_geometry[index];
    if (!kept) {
        kept = geometryOf(m_scene, m_rows[index]);
        ++m_built;
    }
    return *kept;
}

void GeometryCache::clear()
{
    m_scene = {};
    m_rows.clear();
    m_geometry.clear();
}

} // namespace loopscope
