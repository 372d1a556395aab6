// SPDX-License-Identifier: MIT
#include "core/export/svg_lanes.h"

#include "core/analysis/recording_summary.h"
#include "core/analysis/state_times.h"
#include "core/export/markup.h"
#include "core/trace/payload_view.h"

namespace loopscope {

namespace {

constexpr double laneHeight = 18;
constexpr double loopHeight = 10;
constexpr double lanePitch = 22;
constexpr double titleHeight = 26;
constexpr double axisHeight = 20;
constexpr double labelLeft = 12;
constexpr double hairline = 1.5; ///< what takes no time is seen all the same
constexpr double told = 2;       ///< pieces so wide tell what they are
constexpr double widthToLabel = 110;
constexpr qsizetype mostLanes = 400;
constexpr size_t mostPrints = 200; ///< of one lane
constexpr qsizetype longestLabel = 30;
constexpr qsizetype longestTip = 200;
constexpr int mostTicks = 10;

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray rect(QByteArrayView kind, double x, double y, double width, double height)
{
    return "<rect class=\"ls-" + kind.toByteArray() + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
           "\" width=\"" + number(width) + "\" height=\"" + number(height) + '"';
}

/// The rectangle with a text that shows when a hand is on it; without one where that is empty.
QByteArray closed(const QByteArray &shape, const QByteArray &tip)
{
    return tip.isEmpty() ? shape + "/>" : shape + "><title>" + tip + "</title></rect>";
}

QByteArray stateName(TaskState state)
{
    return QByteArray(wordFor(state).latin1());
}

QByteArray tipOf(const TaskInfo &task, const RunInfo &run)
{
    const StateTimes times = stateTimes(task, endOf(run));
    QByteArray text = shortMarkup(task.name + QStringLiteral(" (") + task.coro + u')', longestTip);
    for (const TaskState state : {TaskState::Running, TaskState::Ready, TaskState::Suspended})
        text += ", " + stateName(state) + ' ' + secondsText(times.of(state)) + " s";
    return text + ", " + wordFor(task.end).latin1();
}

/// What a task waits on, such as `sleep 3 s`.
QByteArray reasonOf(const Store &store, EventId suspended)
{
    const QByteArray payload = store.contains(suspended) ? store.payload(suspended) : QByteArray();
    const PayloadView view(payload);
    QByteArray text = shortMarkup(view.text("on"), 16);
    if (const auto length = view.number("seconds"); length && !text.isEmpty())
        text += ' ' + shortMarkup(QString::number(*length), 12) + " s";
    return text;
}

QByteArray titleOf(const RunInfo &run)
{
    QByteArray text = "run " + shortMarkup(run.name, 60);
    if (run.cost)
        text += ": " + secondsText(*run.cost) + " s";
    const bool isGood = run.outcome == QLatin1String("result");
    if (!isGood)
        text += run.outcome.isEmpty() ? QByteArray(", unfinished") : ", " + shortMarkup(run.outcome, 30);
    if (const qint64 lost = eventsLost(run); lost > 0)
        text += ", " + QByteArray::number(lost) + " events lost";
    return text + (run.realClock ? ", real clock" : ", virtual clock");
}

} // namespace

qsizetype SvgLanes::lanesOf(const RunInfo &run)
{
    return 1 + qsizetype(run.tasks.size()) + qsizetype(run.requests.size()) + qsizetype(run.jobs.size());
}

qsizetype SvgLanes::drawnOf(const RunInfo &run, qsizetype drawn)
{
    return std::clamp<qsizetype>(mostLanes - drawn, 0, lanesOf(run));
}

double SvgLanes::heightOf(const RunInfo &run, qsizetype drawn)
{
    const qsizetype lanes = drawnOf(run, drawn);
    return lanes == 0 ? 0 : titleHeight + double(lanes) * lanePitch + axisHeight;
}

bool SvgLanes::takeLane()
{
    if (m_drawn == mostLanes)
        return false;
    ++m_drawn;
    return true;
}

double SvgLanes::drawRun(const RunInfo &run, double top)
{
    const double height = heightOf(run, m_drawn);
    if (height == 0)
        return top;
    m_out << "<text class=\"ls-title ls-ink\" x=\"" + number(labelLeft) + "\" y=\"" + number(top + 18) +
                 "\">" + titleOf(run) + "</text>\n";
    drawAxis(run, top + titleHeight, top + height - axisHeight);
    sortPrints(run);
    double lane = top + titleHeight;
    const auto next = [&] { return std::exchange(lane, lane + lanePitch); };
    if (takeLane())
        drawLoop(run, next());
    for (const TaskId id : run.tasks) {
        const TaskInfo *const task = m_store.task(id);
        if (!task || !takeLane())
            continue;
        drawTask(run, *task, next());
    }
    for (const RequestInfo &request : run.requests) {
        if (!takeLane())
            break;
        const double at = next();
        const QByteArray text = shortMarkup(request.method + u' ' + request.url, longestTip);
        drawLabel(shortMarkup(request.method + u' ' + request.url, longestLabel), at);
        drawBar("request", run, {request.queued, request.done.value_or(endOf(run))}, at, text);
    }
    for (const JobInfo &job : run.jobs) {
        if (!takeLane())
            break;
        const double at = next();
        drawLabel("job " + shortMarkup(job.name, longestLabel - 4), at);
        drawBar("job", run, {job.begin, job.end.value_or(endOf(run))}, at, shortMarkup(job.name, longestTip));
    }
    return top + height;
}

void SvgLanes::drawAxis(const RunInfo &run, double top, double bottom)
{
    for (const PictureTick &tick : ticksFor(m_scale.length, mostTicks)) {
        const QByteArray x = number(m_scale.x(tick.at));
        m_out << "<line class=\"ls-grid\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + number(top) +
                     "\" y2=\"" + number(bottom) +
                     "\"/><text class=\"ls-text ls-ink2\" text-anchor=\"middle\" x=\"" + x + "\" y=\"" +
                     number(bottom + 14) + "\">" + tick.text + "</text>\n";
    }
    const double end = m_scale.x(endOf(run) - run.begin);
    m_out << "<line class=\"ls-edge\" stroke-dasharray=\"3 3\" x1=\"" + number(end) + "\" x2=\"" +
                 number(end) + "\" y1=\"" + number(top) + "\" y2=\"" + number(bottom) + "\"/>\n";
}

void SvgLanes::drawLabel(const QByteArray &text, double top)
{
    m_out << "<text class=\"ls-text ls-ink\" x=\"" + number(labelLeft) + "\" y=\"" + number(top + 13) +
                 "\">" + text + "</text>\n";
}

/// Where there are more passes than columns, each column is as high as the loop was busy in it, and at least
/// so high that passes of no length are seen.
void SvgLanes::drawLoop(const RunInfo &run, double top)
{
    drawLabel("event loop", top);
    const bool isDense = double(run.passes.size()) > m_scale.width;
    std::vector<double> busy(isDense ? size_t(m_scale.width) + 1 : 0, 0);
    for (size_t at = 0; at < run.passes.size(); ++at) {
        const PassInfo pass = run.passes[at];
        // One whose end is missing was over when the next began.
        const TracePoint end = at + 1 < run.passes.size() ? run.passes[at + 1].begin : endOf(run);
        const double from = m_scale.x(pass.begin - run.begin);
        const double to = m_scale.x(pass.end.value_or(end) - run.begin);
        if (!isDense) {
            m_out << closed(rect("loop", from, top + 4, std::max(hairline, to - from), loopHeight), {});
            continue;
        }
        for (size_t column = size_t(from - m_scale.left); column < busy.size(); ++column) {
            const double left = m_scale.left + double(column);
            if (left > to)
                break;
            busy[column] += std::max(0.001, std::min(to, left + 1) - std::max(from, left));
        }
    }
    for (size_t column = 0; column < busy.size(); ++column) {
        const double height = std::clamp(busy[column], 0.1, 1.0) * loopHeight;
        if (busy[column] > 0)
            m_out << closed(
                rect("loop", m_scale.left + double(column), top + 4 + loopHeight - height, 1, height), {});
    }
    drawPrints(run, {}, top);
    m_out << '\n';
}

void SvgLanes::drawTask(const RunInfo &run, const TaskInfo &task, double top)
{
    drawLabel(
        shortMarkup(task.name + (task.coro.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(task.coro)),
                    longestLabel),
        top);
    m_out << "<g><title>" + tipOf(task, run) + "</title>";
    const std::vector<LanePiece> pieces = lanePieces(task, run, m_scale);
    for (const bool above : {false, true}) { // steps of no length lie on what they interrupt
        for (const LanePiece &piece : pieces) {
            if ((piece.state == TaskState::Running) != above)
                continue;
            const double width = above ? std::max(piece.width, hairline) : piece.width;
            if (width < 0.01)
                continue;
            const QByteArray tip = width >= told && piece.length > Nanos::zero()
                                       ? stateName(piece.state) + ' ' + secondsText(piece.length) + " s"
                                       : QByteArray();
            m_out << closed(rect(stateName(piece.state), piece.x, top + piece.top * laneHeight, width,
                                 piece.height * laneHeight),
                            tip);
            if (piece.state == TaskState::Suspended && width >= widthToLabel)
                drawReason(piece, top);
        }
    }
    if (task.end != TaskEnd::Unfinished && m_store.contains(task.finished)) {
        const double x = m_scale.x(m_store.event(task.finished).at - run.begin);
        m_out << closed(rect(QByteArray(wordFor(task.end).latin1()), x - 1.5, top - 1, 3, laneHeight + 2),
                        {});
    }
    drawPrints(run, task.id, top);
    m_out << "</g>\n";
}

void SvgLanes::drawReason(const LanePiece &piece, double top)
{
    const QByteArray reason = reasonOf(m_store, piece.event);
    if (!reason.isEmpty())
        m_out << "<text class=\"ls-small ls-on\" text-anchor=\"middle\" x=\"" +
                     number(piece.x + piece.width / 2) + "\" y=\"" + number(top + 13) + "\">" + reason +
                     "</text>";
}

void SvgLanes::sortPrints(const RunInfo &run)
{
    m_prints.clear();
    for (const PrintInfo &print : run.prints) {
        auto &ofTask = m_prints[m_store.task(print.task) ? print.task : TaskId()];
        if (ofTask.size() < mostPrints)
            ofTask.push_back(&print);
    }
}

void SvgLanes::drawPrints(const RunInfo &run, TaskId task, double top)
{
    for (const PrintInfo *const print : m_prints.value(task)) {
        m_out << "<circle class=\"ls-print\" cx=\"" + number(m_scale.x(print->at - run.begin)) + "\" cy=\"" +
                     number(top + laneHeight - 3) + "\" r=\"2.5\"><title>" +
                     shortMarkup(print->text, longestTip) + "</title></circle>";
    }
}

void SvgLanes::drawBar(const char *kind, const RunInfo &run, TimeSpan span, double top, const QByteArray &tip)
{
    const double from = m_scale.x(span.begin - run.begin);
    const double width = std::max(hairline, m_scale.x(span.end - run.begin) - from);
    m_out << closed(rect(kind, from, top + 2, width, laneHeight - 4), tip) << '\n';
}

} // namespace loopscope
