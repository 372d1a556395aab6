// SPDX-License-Identifier: MIT
#include "core/foreign/track_summary.h"

#include "core/base/json_text.h"

#include <QStringList>

namespace loopscope {

namespace {

constexpr qsizetype mostLines = 60;

size_t sliceCount(const TrackStore &tracks, TrackId track)
{
    size_t count = 0;
    for (quint32 row = 0; row < tracks.rowCount(track); ++row)
        count += tracks.row(track, row).size();
    return count;
}

QString trackLine(const TrackStore &tracks, TrackId id)
{
    const TrackInfo &info = tracks.info(id);
    QString line = QString::fromLatin1(wordFor(info.kind));
    if (info.number)
        line += u' ' + QString::number(*info.number);
    if (info.name)
        line += QStringLiteral(" \"%1\"").arg(tracks.name(id));
    if (info.overflowOf)
        line += QStringLiteral(", overlapping");
    const auto add = [&line](size_t count, const char *what) {
        if (count > 0)
            line += QStringLiteral(", %1 %2").arg(count).arg(QLatin1String(what));
    };
    add(sliceCount(tracks, id), "slices");
    add(tracks.instants(id).size(), "instants");
    add(tracks.samples(id).size(), "samples");
    return line;
}

/// Names may be anything: a line stays a line.
QString printable(QString line)
{
    for (QChar &letter : line)
        if (letter.category() == QChar::Other_Control)
            letter = u' ';
    return line;
}

void addLines(const TrackStore &tracks, TrackId parent, int depth, QStringList &lines)
{
    for (const TrackId id : tracks.children(parent)) {
        if (lines.size() < mostLines)
            lines += QString(2 * std::min(depth, 20), u' ') + printable(trackLine(tracks, id));
        addLines(tracks, id, depth + 1, lines);
    }
}

QByteArray trackJson(const TrackStore &tracks, TrackId id)
{
    const TrackInfo &info = tracks.info(id);
    JsonObjectText text;
    text.add("id", id.value)
        .addRaw("parent", info.parent ? QByteArray::number(info.parent.value) : QByteArray("null"))
        .add("kind", QString::fromLatin1(wordFor(info.kind)))
        .add("name", tracks.name(id));
    if (info.number)
        text.add("number", *info.number);
    if (info.overflowOf)
        text.add("overflow_of", info.overflowOf.value);
    return text.add("depth", tracks.rowCount(id))
        .add("slices", qint64(sliceCount(tracks, id)))
        .add("instants", qint64(tracks.instants(id).size()))
        .add("samples", qint64(tracks.samples(id).size()))
        .text();
}

} // namespace

QString toText(const TrackStore &tracks)
{
    const TrackCounts counts = tracks.counts();
    QStringList lines;
    addLines(tracks, {}, 0, lines);
    if (counts.tracks > quint64(lines.size()))
        lines += QStringLiteral("… and %1 more").arg(counts.tracks - quint64(lines.size()));
    const QString head =
        QStringLiteral(
            "span      %1 s\ntracks    %2\nslices    %3%4\ninstants  %5\nsamples   %6\narrows    %7\n\n")
            .arg(QString::fromLatin1(secondsText(tracks.span().length())))
            .arg(counts.tracks)
            .arg(counts.slices)
            .arg(counts.openSlices > 0 ? QStringLiteral(", %1 of them without an end").arg(counts.openSlices)
                                       : QString())
            .arg(counts.instants)
            .arg(counts.samples)
            .arg(counts.flows);
    return head + lines.join(u'\n') + (lines.isEmpty() ? QString() : QStringLiteral("\n"));
}

QByteArray toJson(const TrackStore &tracks)
{
    const TrackCounts counts = tracks.counts();
    QByteArray list;
    for (quint32 id = 1; id <= tracks.trackCount(); ++id)
        list += (id > 1 ? "," : "") + trackJson(tracks, {id});
    return JsonObjectText()
        .add("begin_ns", tracks.span().begin.ns)
        .add("span_ns", qint64(tracks.span().length().count()))
        .add("slices", qint64(counts.slices))
        .add("open_slices", qint64(counts.openSlices))
        .add("instants", qint64(counts.instants))
        .add("samples", qint64(counts.samples))
        .add("flows", qint64(counts.flows))
        .addRaw("tracks", '[' + list + ']')
        .text();
}

} // namespace loopscope
