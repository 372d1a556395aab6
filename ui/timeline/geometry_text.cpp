// SPDX-License-Identifier: MIT
#include "ui/timeline/geometry_text.h"

#include "ui/timeline/geometry_cache.h"
#include "ui/timeline/links.h"
#include "ui/timeline/slice_text.h"

#include <QTextStream>

#include <array>

namespace loopscope {

namespace {

constexpr std::array<const char *, 17> barNames{
    "idle",   "busy",   "lost",    "created", "suspended", "cancelled", "ready", "running", "failed",
    "queued", "connect", "tls",    "server",  "receive",   "worker",    "cost",  "excess"};
constexpr std::array<const char *, 9> markNames{"done", "failed", "cancelled", "lag", "print",
                                                "cost", "note",   "good",      "bad"};
constexpr std::array<const char *, 8> rowNames{"run",     "loop", "task", "network",
                                               "request", "pool", "jobs", "output"};

/// Tenths of a pixel are what an eye can tell.
QString pixel(double value)
{
    return QString::number(value, 'f', 1);
}

QString quoted(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral(" \"%1\"").arg(text);
}

QString nameOf(const Store &store, const Row &row)
{
    const RunInfo *run = store.run(row.run);
    switch (row.kind) {
    case RowKind::Run: return u' ' + run->name;
    case RowKind::Task: {
        const TaskInfo *task = store.task(row.task);
        return QStringLiteral(" %1 #%2").arg(laneName(*task)).arg(task->number);
    }
    case RowKind::Request: return u' ' + run->requests.at(row.index).url;
    default: return {};
    }
}

void write(QTextStream &out, const RowGeometry &geometry)
{
    for (const Bar &bar : geometry.bars)
        out << "  " << barNames[size_t(bar.kind)] << ' ' << pixel(bar.rect.left()) << '+'
            << pixel(bar.rect.width()) << " @" << pixel(bar.rect.top()) << '+' << pixel(bar.rect.height())
            << quoted(bar.text) << '\n';
    for (const DensityColumn &column : geometry.columns)
        out << "  column " << pixel(column.x) << '+' << pixel(column.width) << " running "
            << QString::number(column.running, 'f', 2) << " ready " << QString::number(column.ready, 'f', 2)
            << '\n';
    for (const Mark &mark : geometry.marks)
        out << "  " << markNames[size_t(mark.kind)] << " at " << pixel(mark.x) << " @" << pixel(mark.y)
            << quoted(mark.text) << '\n';
}

QString nameOf(const Store &store, const LaneLayout &layout, const Link &link, const LinkEnd &end)
{
    const Row *row = rowOf(layout, link.run, end);
    return row ? QLatin1String(rowNames[size_t(row->kind)]) + nameOf(store, *row) : QString();
}

void writeLinks(QTextStream &out, const TimelineScene &scene, const LaneLayout &layout)
{
    const Store &store = *scene.store;
    for (const RunInfo &run : store.runs()) {
        const TimeAxis axis = scene.axis.of(run.begin);
        for (const Link &link :
             linksIn(store, run, {run.begin, run.last + Nanos(1)}, size_t(store.eventCount())))
            out << (link.kind == LinkKind::Creates ? "creates " : "wakes ")
                << nameOf(store, layout, link, link.from) << " at " << pixel(axis.x(link.from.at)) << " to "
                << nameOf(store, layout, link, link.to) << " at " << pixel(axis.x(link.to.at)) << '\n';
    }
}

} // namespace

QString geometryText(const Store &store, TimeSpan span, double width)
{
    QString text;
    QTextStream out(&text);
    TimelineScene scene;
    scene.store = &store;
    scene.axis = {span, width};
    const LaneLayout layout = layOut(store, scene.metrics, {});
    for (const Row &row : layout.rows) {
        out << rowNames[size_t(row.kind)] << nameOf(store, row) << " y " << pixel(row.top) << '+'
            << pixel(row.height) << '\n';
        write(out, geometryOf(scene, row));
    }
    writeLinks(out, scene, layout);
    return text;
}

} // namespace loopscope
