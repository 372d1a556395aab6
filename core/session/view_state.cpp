// SPDX-License-Identifier: MIT
#include "core/session/view_state.h"

#include <limits>

namespace loopscope {

namespace {

/// What is reckoned with times and counts must not overflow.
constexpr qint64 farthest = std::numeric_limits<qint64>::max() / 4;

/// A whole number from 0 to `most`, taken out of `object`; empty where there is none. Anything else stays there.
std::optional<qint64> takeNumber(QJsonObject &object, const char *key, qint64 most = farthest)
{
    const qint64 number = object.value(QLatin1String(key)).toInteger(-1);
    if (number < 0 || number > most)
        return std::nullopt;
    object.remove(QLatin1String(key));
    return number;
}

quint32 takeCount(QJsonObject &object, const char *key)
{
    return quint32(takeNumber(object, key, std::numeric_limits<quint32>::max()).value_or(0));
}

/// A span of the ruler may begin before the run does.
std::optional<TimeSpan> takeSpan(QJsonObject &object)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 from = object.value(QLatin1String("from_ns")).toInteger(none);
    const qint64 to = object.value(QLatin1String("to_ns")).toInteger(none);
    if (from < -farthest || to > farthest || from >= to)
        return {};
    object.remove(QLatin1String("from_ns"));
    object.remove(QLatin1String("to_ns"));
    return TimeSpan{{from}, {to}};
}

void putCount(QJsonObject &object, QLatin1String key, quint32 count)
{
    if (count > 0)
        object.insert(key, qint64(count));
}

/// A file may say anything: nobody folds more by hand.
constexpr qsizetype mostFolded = 10'000;

/// What is no run's number stays there.
std::set<RunId> takeFolded(QJsonObject &object)
{
    constexpr QLatin1String key("folded");
    std::set<RunId> folded;
    const QJsonArray runs = object.value(key).toArray();
    for (const QJsonValue &run : runs) {
        const qint64 number = run.toInteger(-1);
        if (number <= 0 || number > std::numeric_limits<quint32>::max() || runs.size() > mostFolded)
            return {};
        folded.insert(RunId{quint32(number)});
    }
    if (!folded.empty())
        object.remove(key);
    return folded;
}

void putPlace(QJsonObject &object, BookmarkPlace place)
{
    object.insert(QLatin1String("at_ns"), place.at.ns);
    putCount(object, QLatin1String("run"), place.run);
    putCount(object, QLatin1String("event"), place.event);
}

std::optional<BookmarkPlace> takePlace(QJsonObject &object)
{
    const auto at = takeNumber(object, "at_ns");
    if (!at)
        return std::nullopt;
    const quint32 run = takeCount(object, "run");
    const quint32 event = takeCount(object, "event");
    return BookmarkPlace{{*at}, run, event};
}

} // namespace

QJsonObject toJson(const ViewState &view)
{
    QJsonObject object = view.others;
    if (view.visible) {
        object.insert(QLatin1String("from_ns"), view.visible->begin.ns);
        object.insert(QLatin1String("to_ns"), view.visible->end.ns);
    }
    if (view.now) {
        QJsonObject now = view.others.value(QLatin1String("now")).toObject();
        putPlace(now, *view.now);
        object.insert(QLatin1String("now"), now);
    }
    putCount(object, QLatin1String("event"), view.event);
    putCount(object, QLatin1String("task"), view.task);
    putCount(object, QLatin1String("request"), view.request);
    QJsonArray folded;
    for (const RunId run : view.folded)
        folded.append(qint64(run.value));
    if (!folded.isEmpty())
        object.insert(QLatin1String("folded"), folded);
    return object;
}

ViewState viewStateFromJson(QJsonObject object)
{
    ViewState view;
    view.visible = takeSpan(object);
    if (QJsonObject now = object.value(QLatin1String("now")).toObject(); (view.now = takePlace(now))) {
        object.remove(QLatin1String("now"));
        if (!now.isEmpty())
            object.insert(QLatin1String("now"), now);
    }
    view.event = takeCount(object, "event");
    view.task = takeCount(object, "task");
    view.request = takeCount(object, "request");
    view.folded = takeFolded(object);
    view.others = object;
    return view;
}

QJsonArray toJson(const QList<Bookmark> &bookmarks)
{
    QJsonArray array;
    for (const Bookmark &bookmark : bookmarks) {
        QJsonObject object = bookmark.others;
        putPlace(object, bookmark.place);
        object.insert(QLatin1String("text"), bookmark.text);
        array.append(object);
    }
    return array;
}

QList<Bookmark> bookmarksFromJson(const QJsonArray &array, QJsonArray &strange)
{
    QList<Bookmark> bookmarks;
    for (const QJsonValue &value : array) {
        QJsonObject object = value.toObject();
        const auto place = takePlace(object);
        if (place && bookmarks.size() < mostBookmarks) {
            const QString text = bookmarkText(object.take(QLatin1String("text")).toString());
            bookmarks.append({*place, text, object});
        } else if (!place && strange.size() < mostBookmarks) {
            strange.append(value);
        }
    }
    return inOrder(std::move(bookmarks));
}

} // namespace loopscope
