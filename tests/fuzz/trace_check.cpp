// SPDX-License-Identifier: MIT
#include "tests/fuzz/trace_check.h"

#include "core/foreign/chrome_json_reader.h"
#include "core/foreign/track_event_reader.h"
#include "core/foreign/track_summary.h"

#include <cstdio>
#include <cstdlib>

namespace loopscope {

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

template<class Reader>
void fill(TrackStore &store, SkipCounter &skips, QByteArrayView bytes, qsizetype piece)
{
    Reader reader(store, skips);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    static_cast<void>(reader.finish());
    skips.note(store.finish());
}

void checkRow(const TrackStore &store, TrackId track, quint32 number)
{
    const SliceRow row = store.row(track, number);
    require(row.size() > 0, "a row has slices");
    for (size_t i = 1; i < row.size(); ++i)
        require(row.slices()[i - 1].end() <= row.slices()[i].begin, "slices of a row do not overlap");
    const TimeSpan span = store.span();
    const Nanos grain = std::max(Nanos(1), (span.length() + Nanos(999)) / 1000);
    quint32 next = 0;
    for (const RowPart &part : row.visible({span.begin, span.end + Nanos(1)}, grain)) {
        require(part.first == next && part.count > 0, "no slice is left out");
        next = part.first + part.count;
    }
    require(next == row.size(), "all slices are visible in the whole span");
    const SliceRef last{track, number, quint32(row.size() - 1)};
    static_cast<void>(store.next(last));
    static_cast<void>(store.previous(last));
    static_cast<void>(store.parentOf(last));
}

void checkStore(const TrackStore &store)
{
    quint64 slices = 0;
    for (quint32 id = 1; id <= store.trackCount(); ++id) {
        for (quint32 row = 0; row < store.rowCount({id}); ++row) {
            checkRow(store, {id}, row);
            slices += store.row({id}, row).size();
        }
    }
    require(slices == store.counts().slices, "slices are counted");
    require(!toText(store).isEmpty(), "there is a summary");
}

template<class Reader>
void check(QByteArrayView bytes)
{
    TrackStore whole, pieces;
    SkipCounter wholeSkips, pieceSkips;
    fill<Reader>(whole, wholeSkips, bytes, std::max<qsizetype>(1, bytes.size()));
    fill<Reader>(pieces, pieceSkips, bytes, 1 + bytes.size() % 97);
    checkStore(whole);
    require(toJson(whole) == toJson(pieces), "pieces give the same tracks");
    require(wholeSkips.problems({}) == pieceSkips.problems({}), "pieces give the same problems");
}

} // namespace

void checkChromeJson(QByteArrayView bytes)
{
    check<ChromeJsonReader>(bytes);
}

void checkTrackEvents(QByteArrayView bytes)
{
    check<TrackEventReader>(bytes);
}

} // namespace loopscope
