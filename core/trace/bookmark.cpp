// SPDX-License-Identifier: MIT
#include "core/trace/bookmark.h"

#include "core/trace/store.h"

#include <algorithm>

namespace loopscope {

QString bookmarkText(const QString &text)
{
    // Cut twice: an absurd length is not looked through for its blanks.
    QString line = text.left(8 * longestBookmark).simplified().left(longestBookmark);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

QList<Bookmark> inOrder(QList<Bookmark> bookmarks)
{
    const auto earlier = [](const Bookmark &a, const Bookmark &b) { return a.place < b.place; };
    const auto same = [](const Bookmark &a, const Bookmark &b) { return a.place == b.place; };
    std::stable_sort(bookmarks.begin(), bookmarks.end(), earlier);
    bookmarks.erase(std::unique(bookmarks.begin(), bookmarks.end(), same), bookmarks.end());
    if (bookmarks.size() > mostBookmarks)
        bookmarks.resize(mostBookmarks);
    return bookmarks;
}

const RunInfo *runAt(const Store &store, BookmarkPlace place)
{
    const std::vector<RunInfo> &runs = store.runs();
    if (runs.empty())
        return nullptr;
    const auto holds = [&](const RunInfo &run) {
        return run.begin <= place.at && place.at <= std::max(run.end.value_or(run.last), run.last);
    };
    if (place.run > 0 && place.run <= runs.size() && holds(runs[place.run - 1]))
        return &runs[place.run - 1];
    const auto hasBegun = [&](const RunInfo &run) { return run.begin <= place.at; };
    const auto latest = std::find_if(runs.rbegin(), runs.rend(), hasBegun);
    return latest == runs.rend() ? &runs.front() : &*latest;
}

EventId eventAt(const Store &store, BookmarkPlace place)
{
    const RunInfo *run = runAt(store, place);
    if (!run || !run->first || !run->lastEvent)
        return {};
    if (const EventId own{place.event}; store.contains(own)) {
        const Event event = store.event(own);
        if (event.run == run->id && event.at == place.at)
            return own;
    }
    const EventId later = store.firstFrom(place.at + Nanos(1), run->first, run->lastEvent);
    return later > run->first ? EventId{later.value - 1} : EventId{};
}

BookmarkPlace bookmarkPlace(const Store &store, RunId run, TracePoint sinceRunBegan, EventId event)
{
    const std::vector<RunInfo> &runs = store.runs();
    const auto isIt = [run](const RunInfo &info) { return info.id == run; };
    const auto found = std::find_if(runs.begin(), runs.end(), isIt);
    Q_ASSERT(found != runs.end());
    const TracePoint at = found->begin + (sinceRunBegan - TracePoint{});
    const bool isThen = store.contains(event) && store.event(event).at == at;
    return {at, quint32(found - runs.begin()) + 1, isThen ? event.value : 0};
}

} // namespace loopscope
