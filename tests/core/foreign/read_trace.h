// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/skip_counter.h"
#include "tests/support/track_text.h"

#include <QStringList>

namespace loopscope {

/// What a reader of traces makes of some bytes that come in pieces.
struct Read
{
    bool isTrace = false;
    QString tracks;
    QStringList skipped;
};

template<class Reader>
Read readWith(QByteArrayView bytes, qsizetype piece = 1 << 20)
{
    TrackStore store;
    SkipCounter skips;
    Reader reader(store, skips);
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    Read result;
    result.isTrace = reader.finish();
    skips.note(store.finish());
    result.tracks = trackText(store);
    for (const Problem &problem : skips.problems({}))
        result.skipped += message(problem);
    return result;
}

} // namespace loopscope
