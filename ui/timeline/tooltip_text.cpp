// SPDX-License-Identifier: MIT
#include "ui/timeline/tooltip_text.h"

#include "ui/shared/event_text.h"
#include "ui/shared/slices.h"
#include "ui/style/time_text.h"
#include "ui/timeline/request_geometry.h"
#include "ui/timeline/slice_text.h"

#include <QCoreApplication>

namespace loopscope {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TooltipText)
};

QString stateName(TaskState state)
{
    switch (state) {
    case TaskState::Created: return Tr::tr("created");
    case TaskState::Ready: return Tr::tr("ready");
    case TaskState::Running: return Tr::tr("running");
    case TaskState::Suspended: break;
    }
    return Tr::tr("suspended");
}

QString headed(const QString &head, const QStringList &lines)
{
    QString out = QStringLiteral("<b>%1</b>").arg(head.toHtmlEscaped());
    for (const QString &line : lines)
        out += QStringLiteral("<br>") + line.toHtmlEscaped();
    return QStringLiteral("<div style='white-space:nowrap'>%1</div>").arg(out);
}

/// A bar that was kept visible by a least width says so.
QString leastWidthNote(const Bar &bar, Nanos length)
{
    if (bar.rect.width() <= bar.trueWidth + 0.5)
        return {};
    return Tr::tr("drawn %1 px wide, really %2").arg(qRound(bar.rect.width())).arg(durationText(length));
}

QString sliceText(const Store &store, const Hit &hit, TracePoint openEnd)
{
    const auto slice = sliceAt(store, hit.row.task, hit.event);
    const RunInfo *run = store.run(hit.row.run);
    if (!slice || !run)
        return {};
    const StateSpan span = slice->span();
    const Nanos length = span.end.value_or(std::max(span.begin, openEnd)) - span.begin;
    QStringList lines;
    if (span.state == TaskState::Suspended)
        lines << waitText(store, span.event).text;
    lines << Tr::tr("from %1").arg(instantText(TracePoint{} + (span.begin - run->begin)));
    lines << (span.end ? Tr::tr("for %1") : Tr::tr("for %1 so far")).arg(durationText(length));
    const QString cause = span.state == TaskState::Ready ? causeText(store, span.event) : QString();
    if (!cause.isEmpty())
        lines << Tr::tr("woken by %1").arg(cause);
    if (const QString note = hit.bar ? leastWidthNote(*hit.bar, length) : QString(); !note.isEmpty())
        lines << note;
    return headed(taskText(store, hit.row.task) + QStringLiteral(", ") + stateName(span.state), lines);
}

QString requestText(const Store &store, const Hit &hit, TracePoint openEnd)
{
    const RunInfo *run = store.run(hit.row.run);
    const RequestInfo &request = run->requests.at(hit.row.index);
    QStringList lines;
    for (const RequestPhase &phase : phasesOf(request, openEnd))
        lines << phaseName(phase.kind) + u' ' + durationText(phase.end - phase.begin);
    if (request.status)
        lines << Tr::tr("status %1, %2").arg(request.status).arg(bytesText(request.bytes));
    if (!request.error.isEmpty())
        lines << request.error;
    return headed(request.method + u' ' + request.url, lines);
}

} // namespace

QString tooltipText(const Store &store, const Hit &hit, TracePoint openEnd)
{
    if (hit.mark && store.contains(hit.event)) {
        const EventText text = eventText(store, hit.event);
        return headed(text.who + QStringLiteral(", ") + text.what, {text.detail});
    }
    if (!hit.bar)
        return {};
    switch (hit.row.kind) {
    case RowKind::Task: return sliceText(store, hit, openEnd);
    case RowKind::Request: return requestText(store, hit, openEnd);
    case RowKind::Jobs:
    case RowKind::Run: return headed(hit.bar->text, {});
    default: return {};
    }
}

} // namespace loopscope
