// SPDX-License-Identifier: MIT
#pragma once

#include "app/recording_loader.h"
#include "core/base/result.h"
#include "core/session/recording_info.h"
#include "core/trace/track_store.h"
#include "ui/plan/plan_draft.h"
#include "ui/shared/bookmarks.h"
#include "ui/shared/recording.h"

#include <memory>

namespace loopscope {

/// What the window is about: one recording, live or from a file, and the plan in the editor. The owner of
/// both and of where they are kept.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);

    [[nodiscard]] Recording &recording() { return m_recording; }
    [[nodiscard]] PlanDraft &draft() { return m_draft; }
    [[nodiscard]] const RecordingInfo &info() const { return m_info; }
    [[nodiscard]] Bookmarks &bookmarks() { return m_bookmarks; }
    /// The recording's file; empty while it has none.
    [[nodiscard]] const QString &recordingPath() const { return m_recordingPath; }
    [[nodiscard]] bool hasRecording() const { return m_store->eventCount() > 0; }
    /// The recording exists only here.
    [[nodiscard]] bool isRecordingUnsaved() const { return hasRecording() && m_recordingPath.isEmpty(); }

    /// The user changed what belongs to the recording, and no file has it.
    [[nodiscard]] bool isRecordingChanged() const { return hasRecording() && m_bookmarks.isChanged(); }

    /// Another program's trace, on show in the recording's place; null where there is none.
    [[nodiscard]] const TrackStore *tracks() const { return m_tracks.get(); }
    /// What of its file is not in there.
    [[nodiscard]] const QList<Problem> &skipped() const { return m_skipped; }

    /// A file or a built-in plan's name. On a Problem the plan before stays.
    [[nodiscard]] Result<void> openPlan(const QString &plan);
    void newPlan();
    [[nodiscard]] Result<void> savePlan(const QString &path);

    /// Also another program's trace. On a Problem the recording before stays. Returns what the file lacks, or
    /// what of it is not shown.
    [[nodiscard]] Result<QList<Problem>> openRecording(const QString &path);
    /// The same for a large file: what is read appears while more is read, and `loadingEnded` tells how it
    /// went. Opening another recording, or beginning a live one, stops it.
    void loadRecording(const QString &path);
    /// Reads no further: what is there stays.
    void cancelLoading();
    /// How much of the recording was read, from 0 to 100; empty once all is.
    [[nodiscard]] std::optional<int> loadingPercent() const;
    /// With its bookmarks, and with what `aboutToSave` leaves in setView. Never over the file of which only
    /// the beginning was read.
    [[nodiscard]] Result<void> saveRecording(const QString &path);
    void setView(const ViewState &view);

    /// An empty recording takes the place of the one on show, to be filled by `append`.
    void beginLive(const RecordingInfo &info);
    void append(const Record &record) { m_store->append(record); }
    /// The live recording stands in a file, too.
    void setRecordingPath(const QString &path);

Q_SIGNALS:
    /// A file of the recording is about to be written: whoever knows how it is shown says so by setView.
    void aboutToSave();
    /// What the title tells: names, files, whether something is unsaved.
    void renamed();
    /// Another trace is on show, or none. The one before is still there.
    void tracksChanged();
    /// A recording was opened that was shown like this when it was saved. All of it is there, or loading goes
    /// on.
    void viewToRestore(const loopscope::ViewState &view);
    void loadingAdvanced();
    /// What the file lacks; or why it is no recording. The one before stayed, unless some of the file was shown
    /// before it could be read no further: then that is on show.
    void loadingEnded(const QString &path, const loopscope::Result<QList<loopscope::Problem>> &result);

private:
    void show(std::unique_ptr<Store> store, std::unique_ptr<TrackStore> tracks = nullptr);
    void showLoaded(const QString &path, LoadedRecording loaded);
    void endLoading();

    std::unique_ptr<Store> m_store;
    std::unique_ptr<TrackStore> m_tracks;
    QList<Problem> m_skipped; ///< of the trace's file
    Recording m_recording;
    RecordingInfo m_info;
    QString m_recordingPath;
    bool m_isPart = false; ///< reading was stopped: the file holds more
    Bookmarks m_bookmarks;
    PlanDraft m_draft;
    std::unique_ptr<RecordingLoader> m_loader; ///< last: it fills the store
};

} // namespace loopscope
