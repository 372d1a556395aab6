// SPDX-License-Identifier: MIT
#include "ui/tracks/track_text.h"

#include "ui/style/time_text.h"

#include <QJsonDocument>

namespace loopscope {

namespace {

/// Longer texts are shown as they are: to indent them takes time, and nobody reads them here.
constexpr qsizetype mostIndented = 200'000;

} // namespace

QString TrackWords::track(TrackId track) const
{
    const TrackInfo &info = m_store.info(track);
    QString name = m_store.name(track);
    const QString number = info.number ? QString::number(*info.number) : QString();
    if (name.isEmpty()) {
        switch (info.kind) {
        case TrackKind::Process: name = tr("Process"); break;
        case TrackKind::Thread: name = tr("Thread"); break;
        case TrackKind::Task: name = tr("Task"); break;
        case TrackKind::Counter: name = tr("Counter"); break;
        case TrackKind::Other: name = tr("Track"); break;
        }
    }
    if (!number.isEmpty())
        name += u' ' + number;
    return info.overflowOf ? tr("%1, overlapping").arg(name) : name;
}

QString TrackWords::thing(const TrackThing &thing) const
{
    const TextId name = nameOf(thing);
    return name ? m_store.text(name) : tr("(no name)");
}

QString TrackWords::tip(const TrackHit &hit) const
{
    if (hit.count > 1 && hit.thing.slice)
        return tr("%1 slices, %2 of the time\nZoom in to tell them apart.")
            .arg(countText(hit.count), shareText(hit.share));
    if (hit.count > 1)
        return tr("%1 instants\nZoom in to tell them apart.").arg(countText(hit.count));
    const TimeSpan when = span(hit.thing);
    QString text = thing(hit.thing).left(200) + u'\n';
    if (!hit.thing.slice)
        return text + instantText(when.begin);
    text += durationText(when.length());
    if (m_store.slice(*hit.thing.slice).isOpen())
        text = tr("%1, no end").arg(text);
    return text + u'\n' + tr("from %1").arg(instantText(when.begin));
}

QList<TrackWords::Fact> TrackWords::facts(const TrackThing &thing) const
{
    const TimeSpan when = span(thing);
    QList<Fact> facts;
    if (thing.slice) {
        const bool isOpen = m_store.slice(*thing.slice).isOpen();
        facts.append({tr("Begin"), instantText(when.begin)});
        facts.append(
            {tr("End"), isOpen ? tr("none: it goes on where the trace ends") : instantText(when.end)});
        facts.append({tr("Duration"), durationText(when.length())});
        if (const auto parent = m_store.parentOf(*thing.slice))
            facts.append({tr("Within"), this->thing({.track = thing.track, .slice = *parent})});
        facts.append({tr("Depth"), countText(thing.slice->row)});
    } else {
        facts.append({tr("At"), instantText(when.begin)});
    }
    if (const TextId category = m_store.category(nameOf(thing)))
        facts.append({tr("Category"), m_store.text(category)});
    facts.append({tr("Track"), track(thing.track)});
    if (const TrackId parent = m_store.info(thing.track).parent)
        facts.append({tr("Of"), track(parent)});
    return facts;
}

QString TrackWords::arguments(const TrackThing &thing) const
{
    const TextId id = thing.slice     ? m_store.slice(*thing.slice).arguments
                      : thing.instant ? m_store.instants(thing.track)[*thing.instant].arguments
                                      : TextId{};
    const QByteArray text = m_store.bytesOf(id).toByteArray();
    const QJsonDocument json = text.size() <= mostIndented ? QJsonDocument::fromJson(text) : QJsonDocument();
    return QString::fromUtf8(json.isNull() ? text : json.toJson(QJsonDocument::Indented)).trimmed();
}

TextId TrackWords::nameOf(const TrackThing &thing) const
{
    return thing.slice     ? m_store.slice(*thing.slice).name
           : thing.instant ? m_store.instants(thing.track)[*thing.instant].name
                           : TextId{};
}

TimeSpan TrackWords::span(const TrackThing &thing) const
{
    const Nanos begin = m_store.span().begin - TracePoint{};
    TimeSpan span;
    if (thing.slice)
        span = m_store.spanOf(*thing.slice);
    else if (thing.instant)
        span.begin = span.end = m_store.instants(thing.track)[*thing.instant].at;
    return {span.begin - begin, span.end - begin};
}

} // namespace loopscope
