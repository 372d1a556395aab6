// SPDX-License-Identifier: MIT
#include "core/export/merge_recordings.h"

#include "core/analysis/statistics.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace loopscope {

namespace {

/// More titles than this are not read.
constexpr qsizetype mostTitles = 4;

template<class T>
void keepIfEqual(T &whole, const T &part)
{
    if (whole != part)
        whole = T();
}

} // namespace

Result<void> RecordingMerger::add(const LoadedRecording &recording, const QString &file)
{
    const quint64 count = quint64(m_whole.store.eventCount()) + quint64(recording.store.eventCount());
    if (count > std::numeric_limits<quint32>::max() - 1)
        return failure(
            {QT_TRANSLATE_NOOP("Problem", "there are too many events for one recording"), {}, file});
    const Nanos offset(m_numbers.last().ns);
    const auto runsBefore = quint32(m_whole.store.runs().size());
    m_numbers.begin(recording.store, offset);
    for (quint32 id = 1; id <= quint32(recording.store.eventCount()); ++id)
        m_whole.store.append(m_numbers.take(recording.store.event(EventId{id})));
    addBookmarks(recording, {offset, runsBefore});
    RecordingInfo own = recording.info;
    own.bookmarks = {};
    own.view = {};
    addInfo(own);
    m_parts.append(QJsonObject{
        {QLatin1String("file"), file},
        {QLatin1String("from_s"), QString::fromLatin1(exactSeconds(offset))},
        {QLatin1String("events"), qint64(recording.store.eventCount())},
        {QLatin1String("info"), QJsonDocument::fromJson(toJson(own)).object()},
    });
    return {};
}

void RecordingMerger::addInfo(const RecordingInfo &info)
{
    if (!info.title.isEmpty() && !m_titles.contains(info.title))
        m_titles << info.title;
    RecordingInfo &whole = m_whole.info;
    if (m_parts.isEmpty()) {
        const QList<Bookmark> bookmarks = whole.bookmarks;
        whole = info;
        whole.bookmarks = bookmarks;
        whole.others = {};
        return;
    }
    keepIfEqual(whole.planName, info.planName);
    keepIfEqual(whole.planText, info.planText);
    keepIfEqual(whole.clock, info.clock);
    keepIfEqual(whole.seed, info.seed);
    keepIfEqual(whole.machine, info.machine);
    keepIfEqual(whole.notes, info.notes);
    keepIfEqual(whole.versions, info.versions);
}

void RecordingMerger::addBookmarks(const LoadedRecording &recording, const Before &before)
{
    const TracePoint end = m_numbers.last() - before.time;
    for (Bookmark bookmark : recording.info.bookmarks) {
        const RunInfo *const run = runAt(recording.store, bookmark.place);
        if (!run)
            continue;
        const auto number = quint32(run - recording.store.runs().data()) + 1;
        // Behind the end it would come to lie in the next recording.
        bookmark.place = {std::min(bookmark.place.at, end) + before.time, before.runs + number,
                          m_numbers.taken(EventId{bookmark.place.event}).value};
        m_whole.info.bookmarks << bookmark;
    }
}

LoadedRecording RecordingMerger::take()
{
    m_whole.info.bookmarks = inOrder(m_whole.info.bookmarks);
    m_whole.info.title = m_titles.mid(0, mostTitles).join(QStringLiteral(" + "));
    if (m_titles.size() > mostTitles)
        m_whole.info.title += QStringLiteral(" …");
    m_whole.info.others.insert(QLatin1String("merged"), m_parts);
    return std::move(m_whole);
}

} // namespace loopscope
