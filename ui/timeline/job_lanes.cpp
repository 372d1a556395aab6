// SPDX-License-Identifier: MIT
#include "ui/timeline/job_lanes.h"

#include <algorithm>
#include <limits>

namespace loopscope {

JobLanes jobLanes(const RunInfo &run)
{
    JobLanes out;
    std::vector<TracePoint> freeFrom;
    for (const JobInfo &job : run.jobs) {
        auto free =
            std::find_if(freeFrom.begin(), freeFrom.end(), [&](TracePoint at) { return at <= job.begin; });
        if (free == freeFrom.end())
            free = freeFrom.insert(freeFrom.end(), TracePoint{});
        *free = job.end.value_or(TracePoint{std::numeric_limits<qint64>::max()});
        out.laneOf.push_back(quint32(free - freeFrom.begin()));
    }
    out.lanes = quint32(freeFrom.size());
    return out;
}

} // namespace loopscope
