// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/renumbering.h"
#include "core/base/result.h"
#include "core/session/perfetto_reader.h"

#include <QJsonArray>

namespace loopscope {

/// Makes one recording of several: their runs end to end, in the order in which they are added.
///
/// What they agree on is said of the whole (title, plan, clock); what each of them said about itself is kept
/// under "merged", with its file and where it begins. Bookmarks are the whole's, at the instants that they
/// marked.
class RecordingMerger
{
public:
    /// A Problem when there are more events in all than a recording can number.
    [[nodiscard]] Result<void> add(const LoadedRecording &recording, const QString &file);

    [[nodiscard]] LoadedRecording take();

private:
    void addInfo(const RecordingInfo &info);
    /// What there was before a recording was added.
    struct Before
    {
        Nanos time;
        quint32 runs;
    };
    void addBookmarks(const LoadedRecording &recording, const Before &before);

    LoadedRecording m_whole;
    Renumbering m_numbers;
    QJsonArray m_parts;
    QStringList m_titles;
};

} // namespace loopscope
