// SPDX-License-Identifier: MIT
#include "core/export/html_export.h"

#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "core/analysis/recording_summary.h"
#include "core/analysis/run_repeat.h"
#include "core/analysis/session_stats_text.h"
#include "core/export/html_table.h"
#include "core/export/markup.h"
#include "core/export/svg_export.h"

namespace loopscope {

namespace {

constexpr size_t mostRuns = 50;
constexpr qsizetype longestText = 500;

constexpr const char *pageStyle =
    "body{font:15px/1.5 system-ui,'DejaVu Sans',sans-serif;margin:2em auto;max-width:1280px;padding:0 1em;"
    "background:#FFFFFF;color:#16202C}h1{font-size:1.5em}h2{font-size:1.2em;margin-top:2em}"
    "table{border-collapse:collapse;margin:.5em 0}th,td{padding:.15em .8em .15em 0;text-align:left;"
    "border-bottom:1px solid "
    "#E9ECF1;vertical-align:top}.n{text-align:right;font-variant-numeric:tabular-nums}"
    "pre{overflow:auto;background:#F9FAFB;padding:1em}.m{color:#5A6677}.scroll{overflow-x:auto}"
    "svg{display:block}th{white-space:nowrap}td{min-width:4.5em;max-width:32em;overflow-wrap:anywhere}"
    "td:first-child{overflow-wrap:normal}.n{white-space:nowrap}.wrap{white-space:pre-wrap;overflow-wrap:"
    "anywhere}"
    ".scroll:focus-visible,pre:focus-visible{outline:2px solid #8A1463;outline-offset:2px}"
    "@media (prefers-color-scheme:dark){body{background:#0F1319;color:#E9EEF5}th,td{border-color:#1C232C}"
    "pre{background:#12171E}.m{color:#8E9BAC}"
    ".scroll:focus-visible,pre:focus-visible{outline-color:#F5B4DC}}"
    "@media print{body{margin:0;max-width:none;font-size:10pt}svg{width:100%;height:auto}"
    ".scroll,pre{overflow:visible}pre{white-space:pre-wrap;overflow-wrap:anywhere}"
    "h1,h2{break-after:avoid}tr{break-inside:avoid}}";

QString seconds(Nanos time)
{
    return QString::fromLatin1(secondsText(time));
}

void writeInfo(const RecordingInfo &info, TextSink &out)
{
    HtmlTable table({}, 2);
    const auto add = [&table](const char *label, const QString &value) {
        if (!value.isEmpty())
            table.add({QString::fromLatin1(label), value.left(longestText)});
    };
    add("plan", info.planName);
    add("clock", info.clock);
    add("recorded", info.startedAt.isValid() ? info.startedAt.toString(Qt::ISODate) : QString());
    add("on", info.machine);
    QStringList versions;
    for (auto version = info.versions.begin(); version != info.versions.end(); ++version)
        versions << version.key() + u' ' + version.value();
    add("with", versions.join(QStringLiteral(", ")));
    add("notes", info.notes);
    table.write(out);
}

QStringList figureRow(const QString &label, const Figure &figure)
{
    const Statistics &of = figure.statistics;
    return {label,           seconds(of.median), seconds(of.iqr()), seconds(of.p95),
            seconds(of.min), seconds(of.max),    seconds(of.mean),  QString::number(of.outliers.size())};
}

/// Of runs that were repeated; a single one says it all in its table of tasks.
void writeStats(const SessionStats &stats, TextSink &out)
{
    for (const RunStats &run : stats.runs) {
        if (run.repeats < 2)
            continue;
        out << "<h2>" + shortMarkup(QStringLiteral("%1: ").arg(run.name) + repeatsText(run), 200) + "</h2>\n";
        HtmlTable table({QStringLiteral("seconds"), QStringLiteral("median"), QStringLiteral("IQR"),
                         QStringLiteral("p95"), QStringLiteral("min"), QStringLiteral("max"),
                         QStringLiteral("mean"), QStringLiteral("outliers")},
                        1);
        table.add(figureRow(QStringLiteral("cost"), run.figures.cost));
        if (!run.lag.values.empty())
            table.add(figureRow(QStringLiteral("loop lag"), run.lag));
        table.add(figureRow(QStringLiteral("running"), run.figures.running));
        table.add(figureRow(QStringLiteral("ready"), run.figures.ready));
        table.add(figureRow(QStringLiteral("suspended"), run.figures.suspended));
        for (const TaskStats &task : run.tasks)
            table.add(figureRow(QStringLiteral("task %1 (%2)").arg(labelOf(task.name, task.order), task.coro),
                                task.figures.cost));
        table.write(out);
    }
}

void writeRun(const RunSummary &run, TextSink &out)
{
    QString line = QStringLiteral("%1: %2").arg(run.name, run.outcome.isEmpty() ? QStringLiteral("unfinished")
                                                                                : run.outcome);
    if (run.cost)
        line += QStringLiteral(", cost %1 s").arg(seconds(*run.cost));
    if (run.lost > 0)
        line += QStringLiteral(", %1 lost").arg(run.lost == 1 ? QStringLiteral("1 event")
                                                              : QStringLiteral("%1 events").arg(run.lost));
    out << "<h2>run " + shortMarkup(line, longestText) + "</h2>\n";
    HtmlTable table({QStringLiteral("task"), QStringLiteral("coroutine"), QStringLiteral("created by"),
                     QStringLiteral("end"), QStringLiteral("from s"), QStringLiteral("to s"),
                     QStringLiteral("running s"), QStringLiteral("ready s"), QStringLiteral("suspended s")},
                    4);
    for (const TaskSummary &task : run.tasks)
        table.add({task.name, task.coro, task.parent, QString(wordFor(task.end)), seconds(task.created),
                   task.finished ? seconds(*task.finished) : QString(),
                   seconds(task.times.of(TaskState::Running)), seconds(task.times.of(TaskState::Ready)),
                   seconds(task.times.of(TaskState::Suspended))});
    table.write(out);
}

void writeBookmarks(const Store &store, const QList<Bookmark> &bookmarks, TextSink &out)
{
    if (bookmarks.isEmpty())
        return;
    HtmlTable table({QStringLiteral("bookmark"), QStringLiteral("run"), QStringLiteral("at s")}, 2);
    for (const Bookmark &bookmark : bookmarks) {
        const RunInfo *run = runAt(store, bookmark.place);
        const Nanos since = bookmark.place.at - (run ? run->begin : TracePoint());
        table.add({bookmark.text, run ? run->name : QString(), seconds(since)});
    }
    out << "<h2>Bookmarks</h2>\n";
    table.write(out);
}

void writePrints(const Store &store, TextSink &out)
{
    HtmlTable table(
        {QStringLiteral("s"), QStringLiteral("run"), QStringLiteral("task"), QStringLiteral("text")}, 4);
    for (const RunInfo &run : store.runs()) {
        for (const PrintInfo &print : run.prints) {
            const TaskInfo *const task = store.task(print.task);
            table.add({seconds(print.at - run.begin), run.name, task ? task->name : QString(),
                       print.text.left(longestText)});
        }
    }
    if (table.isEmpty())
        return;
    out << "<h2>What was printed</h2>\n";
    table.write(out);
}

void writeHazards(const Store &store, TextSink &out)
{
    // What goes wrong goes wrong in every repeat.
    const Store first = storeOf(store, measuredRepeats(store).front());
    const QString text = toText(first, hazardsOf(first));
    if (!text.isEmpty())
        out << "<h2>Hazards</h2>\n<pre class=\"wrap\">" + markup(text) + "</pre>\n";
}

} // namespace

void exportHtml(const Store &store, const RecordingInfo &info, TextSink &out)
{
    const QByteArray title =
        shortMarkup(info.title.isEmpty() ? QStringLiteral("Recording") : info.title, 200);
    out << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
           "<meta name=\"color-scheme\" content=\"light dark\"><title>" +
               title + "</title><style>" + pageStyle + "</style></head>\n<body><h1>" + title + "</h1>\n";
    writeInfo(info, out);
    out << "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\">\n";
    exportSvg(store, info, out);
    out << "</div>\n";
    writeBookmarks(store, info.bookmarks, out);
    writeStats(sessionStatsOf(store), out);
    writeHazards(store, out);
    const RecordingSummary summary = summaryOf(store);
    for (size_t i = 0; i < std::min(summary.runs.size(), mostRuns) && !out.isFailed(); ++i)
        writeRun(summary.runs[i], out);
    if (summary.runs.size() > mostRuns)
        out << "<p class=\"m\">" + QByteArray::number(qulonglong(summary.runs.size() - mostRuns)) +
                   " more runs are not listed.</p>\n";
    writePrints(store, out);
    if (!info.planText.isEmpty())
        out << "<h2>The plan</h2>\n<pre tabindex=\"0\">" + markup(QString::fromUtf8(info.planText)) +
                   "</pre>\n";
    out << "<p class=\"m\">Written by Loopscope " LOOPSCOPE_VERSION "</p>\n</body></html>\n";
}

} // namespace loopscope
