// SPDX-License-Identifier: MIT
#include "tests/support/track_text.h"

namespace loopscope {

namespace {

QString kindName(TrackKind kind)
{
    switch (kind) {
    case TrackKind::Process: return QStringLiteral("Process");
    case TrackKind::Thread: return QStringLiteral("Thread");
    case TrackKind::Task: return QStringLiteral("Task");
    case TrackKind::Counter: return QStringLiteral("Counter");
    case TrackKind::Other: break;
    }
    return QStringLiteral("Other");
}

QString withArguments(const TrackStore &store, const QString &text, TextId arguments)
{
    return arguments ? text + u' ' + store.text(arguments) : text;
}

QString sliceText(const TrackStore &store, const Slice &slice)
{
    QString text = QStringLiteral("%1 %2..").arg(store.text(slice.name)).arg(slice.begin.ns);
    if (!slice.isOpen())
        text += QString::number(slice.end().ns);
    return withArguments(store, text, slice.arguments);
}

void addRows(const TrackStore &store, TrackId track, const QString &indent, QStringList &lines)
{
    for (quint32 n = 0; n < store.rowCount(track); ++n) {
        QString line = indent + u'|';
        for (const Slice &slice : store.row(track, n).slices())
            line += u' ' + sliceText(store, slice) + QStringLiteral(" |");
        lines += line;
    }
    QString line;
    for (const TrackInstant &instant : store.instants(track))
        line += QStringLiteral(" %1 !").arg(
            withArguments(store, QStringLiteral("%1 %2").arg(store.text(instant.name)).arg(instant.at.ns),
                          instant.arguments));
    if (!line.isEmpty())
        lines += indent + u'!' + line;
    line.clear();
    for (const Sample &sample : store.samples(track))
        line += QStringLiteral(" %1=%2").arg(sample.at.ns).arg(sample.value);
    if (!line.isEmpty())
        lines += indent + u'#' + line;
}

void addTracks(const TrackStore &store, TrackId parent, const QString &indent, QStringList &lines)
{
    for (const TrackId id : store.children(parent)) {
        const TrackInfo &info = store.info(id);
        QString line = indent + kindName(info.kind);
        if (info.number)
            line += u' ' + QString::number(*info.number);
        if (info.name)
            line += QStringLiteral(" \"%1\"").arg(store.text(info.name));
        lines += info.overflowOf ? line + QStringLiteral(" (overflow)") : line;
        addRows(store, id, indent + QStringLiteral("  "), lines);
        addTracks(store, id, indent + QStringLiteral("  "), lines);
    }
}

} // namespace

QString trackText(const TrackStore &store)
{
    QStringList lines;
    addTracks(store, {}, {}, lines);
    for (const Flow &flow : store.flows().flows())
        lines += QStringLiteral("flow \"%1\" %2 -> \"%3\" %4")
                     .arg(store.name(flow.from))
                     .arg(flow.leaves.ns)
                     .arg(store.name(flow.to))
                     .arg(flow.arrives.ns);
    return lines.join(u'\n') + u'\n';
}

} // namespace loopscope
