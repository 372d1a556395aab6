// SPDX-License-Identifier: MIT
#include "ui/timeline/request_geometry.h"

#include "ui/style/time_text.h"
#include "ui/timeline/job_lanes.h"

#include <QCoreApplication>

#include <algorithm>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RequestGeometry)
};

/// A job whose text does not fit has it beside; a guess is good enough for that.
constexpr double letterWidth = 7;

double heightOf(BarKind kind, const Metrics &m)
{
    switch (kind) {
    case BarKind::Queued: return m.created;
    case BarKind::Connect:
    case BarKind::Tls: return m.requestThin;
    case BarKind::Server: return m.inset;
    default: return m.requestFull;
    }
}

Bar phaseBar(const LaneContext &lane, const RequestInfo &request, const RequestPhase &phase)
{
    const Metrics &m = lane.metrics;
    const double height = heightOf(phase.kind, m);
    const QRectF rect =
        lane.extent(phase.begin, phase.end, m.otherLeast, (m.requestLane - height) / 2, height);
    Bar bar{phase.kind, rect, lane.axis.pixels(phase.end - phase.begin), request.first, {}};
    const bool isThin = phase.kind != BarKind::Server && phase.kind != BarKind::Receive;
    if (!isThin && rect.width() >= m.iconLeast)
        bar.text = phaseName(phase.kind) + u' ' + durationText(phase.end - phase.begin);
    return bar;
}

Mark endMark(const LaneContext &lane, const RequestInfo &request, double left)
{
    const double x = lane.axis.x(*request.done);
    Mark mark{MarkKind::Note, x, left, lane.metrics.requestLane / 2, lane.axis.width - x, {}, request.last};
    if (!request.error.isEmpty()) {
        mark.kind = MarkKind::Failed;
        mark.text = request.error;
    } else {
        mark.text =
            bytesText(request.bytes) + QStringLiteral(", ") + durationText(*request.done - request.queued);
    }
    return mark;
}

} // namespace

std::vector<RequestPhase> phasesOf(const RequestInfo &request, TracePoint openEnd)
{
    // Qt tells when a handshake is done, not when it began: connecting and TLS are one phase.
    std::vector<RequestPhase> out{{BarKind::Queued, request.queued, {}}};
    if (request.connecting)
        out.push_back({request.encrypted ? BarKind::Tls : BarKind::Connect, *request.connecting, {}});
    if (request.sent)
        out.push_back({BarKind::Server, *request.sent, {}});
    if (request.headers)
        out.push_back({BarKind::Receive, *request.headers, {}});
    for (size_t i = 0; i < out.size(); ++i) {
        const TracePoint next = i + 1 < out.size() ? out[i + 1].begin : request.done.value_or(openEnd);
        out[i].end = std::max(out[i].begin, next);
    }
    return out;
}

QString phaseName(BarKind phase)
{
    switch (phase) {
    case BarKind::Queued: return Tr::tr("queued");
    case BarKind::Connect: return Tr::tr("connect");
    case BarKind::Tls: return Tr::tr("connect, TLS");
    case BarKind::Server: return Tr::tr("server");
    default: return Tr::tr("receive");
    }
}

RowGeometry requestGeometry(const LaneContext &lane, const RequestInfo &request)
{
    RowGeometry out;
    double left = lane.axis.x(request.queued);
    for (const RequestPhase &phase : phasesOf(request, lane.openEnd)) {
        Bar bar = phaseBar(lane, request, phase);
        if (lane.isVisible(bar.rect))
            out.bars.push_back(std::move(bar));
    }
    if (request.done)
        out.marks.push_back(endMark(lane, request, left));
    return out;
}

RowGeometry jobsGeometry(const LaneContext &lane, quint32 row)
{
    RowGeometry out;
    const Metrics &m = lane.metrics;
    const JobLanes lanes = jobLanes(lane.run);
    for (size_t i = 0; i < lane.run.jobs.size(); ++i) {
        if (lanes.laneOf[i] != row)
            continue;
        const JobInfo &job = lane.run.jobs[i];
        const TracePoint end = job.end.value_or(std::max(job.begin, lane.openEnd));
        const QRectF rect =
            lane.extent(job.begin, end, m.runningLeast, (m.requestLane - m.inset) / 2, m.inset);
        if (!lane.isVisible(rect))
            continue;
        const QString text = job.name + u' ' + durationText(end - job.begin);
        const bool fits = rect.width() >= letterWidth * double(text.size());
        out.bars.push_back(
            {BarKind::Worker, rect, lane.axis.pixels(end - job.begin), {}, fits ? text : QString()});
        if (!fits)
            out.marks.push_back({MarkKind::Note,
                                 rect.right(),
                                 rect.left(),
                                 m.requestLane / 2,
                                 lane.axis.width - rect.right(),
                                 text,
                                 {}});
    }
    return out;
}

} // namespace loopscope
