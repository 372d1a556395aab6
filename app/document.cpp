// SPDX-License-Identifier: MIT
#include "app/document.h"

#include "app/plan_text.h"
#include "core/foreign/open_trace.h"
#include "core/session/save_recording.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace loopscope {

namespace {

/// The least that runs, and shows where to go on.
constexpr const char *newPlanText = R"({
  "plan": 1,
  "title": "",
  "coroutines": {
    "main": [
      {"print": "hello"},
      {"sleep": 1},
      {"print": "world"}
    ]
  },
  "runs": [
    {"name": "main", "main": "main"}
  ]
}
)";

} // namespace

Document::Document(QObject *parent) : QObject(parent), m_store(std::make_unique<Store>())
{
    m_recording.replace(m_store.get());
    connect(&m_draft, &PlanDraft::changedChanged, this, &Document::renamed);
    connect(&m_bookmarks, &Bookmarks::changed, this, &Document::renamed);
}

Result<void> Document::openPlan(const QString &plan)
{
    auto text = readPlanText(plan);
    if (!text)
        return failure(text.error());
    m_draft.open({text->name, text->path}, text->text);
    return {};
}

void Document::newPlan()
{
    m_draft.open({tr("new plan"), {}}, newPlanText);
}

Result<void> Document::savePlan(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_draft.text()) < 0 || !file.commit())
        return failure(Problem{.what = QT_TRANSLATE_NOOP("Problem", "cannot be written: %1"),
                               .arguments = {file.errorString()},
                               .file = path});
    m_draft.markSaved({QFileInfo(path).fileName(), QFileInfo(path).absoluteFilePath()});
    return {};
}

Result<QList<Problem>> Document::openRecording(const QString &path)
{
    auto loaded = openTrace(path);
    if (!loaded)
        return failure(loaded.error());
    m_loader.reset();
    const QList<Problem> lacks(loaded->warnings.begin(), loaded->warnings.end());
    showLoaded(path, std::move(*loaded));
    return lacks;
}

void Document::loadRecording(const QString &path)
{
    m_loader = std::make_unique<RecordingLoader>(path, [this](const Record &record) { append(record); });
    RecordingLoader *loader = m_loader.get();
    connect(loader, &RecordingLoader::began, this, [this, path](const RecordingInfo &info) {
        LoadedRecording begun;
        begun.info = info;
        showLoaded(path, std::move(begun));
    });
    connect(loader, &RecordingLoader::grew, &m_recording, &Recording::noteGrowth);
    connect(loader, &RecordingLoader::advanced, this, &Document::loadingAdvanced);
    // Queued: whoever hears of it may open the next one.
    connect(loader, &RecordingLoader::ended, this, &Document::endLoading, Qt::QueuedConnection);
    loader->start();
    Q_EMIT loadingAdvanced();
}

void Document::cancelLoading()
{
    if (m_loader)
        m_loader->cancel();
}

std::optional<int> Document::loadingPercent() const
{
    return m_loader ? std::optional(m_loader->percent()) : std::nullopt;
}

void Document::endLoading()
{
    if (!m_loader || !m_loader->hasEnded())
        return; // another one has begun meanwhile
    const std::unique_ptr<RecordingLoader> loader = std::move(m_loader);
    if (auto whole = loader->takeWhole())
        showLoaded(loader->path(), std::move(*whole));
    QList<Problem> lacks;
    if (loader->isCancelled()) {
        m_isPart = true;
        lacks += Problem{
            .what = QT_TRANSLATE_NOOP("Problem", "reading was stopped: what was read before is shown"),
            .file = loader->path()};
    } else if (loader->result()) {
        lacks = QList<Problem>(loader->result()->begin(), loader->result()->end());
    } else {
        Q_EMIT loadingEnded(loader->path(), failure(loader->result().error()));
        return;
    }
    Q_EMIT loadingEnded(loader->path(), lacks);
}

Result<void> Document::saveRecording(const QString &path)
{
    if (m_isPart && QFileInfo(path) == QFileInfo(m_recordingPath))
        return failure(
            Problem{.what = QT_TRANSLATE_NOOP("Problem", "only the beginning of this file was read, and "
                                                         "nothing else would be left of it"),
                    .file = path});
    Q_EMIT aboutToSave();
    m_info.bookmarks = m_bookmarks.all();
    // The file dialog has asked whether an existing file may go.
    if (auto saved = loopscope::saveRecording(path, m_info, *m_store, IfExists::Replace); !saved)
        return saved;
    m_isPart = false;
    m_bookmarks.markSaved();
    setRecordingPath(path);
    return {};
}

void Document::setView(const ViewState &view)
{
    const QJsonObject others = m_info.view.others;
    m_info.view = view;
    m_info.view.others = others;
}

void Document::beginLive(const RecordingInfo &info)
{
    m_loader.reset();
    m_info = info;
    m_isPart = false;
    m_recordingPath.clear();
    m_bookmarks.replace({});
    show(std::make_unique<Store>());
}

void Document::setRecordingPath(const QString &path)
{
    m_recordingPath = path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
    Q_EMIT renamed();
}

void Document::showLoaded(const QString &path, LoadedRecording loaded)
{
    m_info = loaded.info;
    m_isPart = false;
    m_skipped = QList<Problem>(loaded.warnings.begin(), loaded.warnings.end());
    m_recordingPath = QFileInfo(path).absoluteFilePath();
    auto tracks = loaded.isForeign ? std::make_unique<TrackStore>(std::move(loaded.tracks)) : nullptr;
    show(std::make_unique<Store>(std::move(loaded.store)), std::move(tracks));
    m_bookmarks.replace(m_info.bookmarks);
    Q_EMIT viewToRestore(m_info.view);
    if (!m_info.planText.isEmpty() && !m_draft.isChanged())
        m_draft.open({m_info.planName, {}}, m_info.planText);
}

void Document::show(std::unique_ptr<Store> store, std::unique_ptr<TrackStore> tracks)
{
    const bool hadTracks = m_tracks != nullptr;
    const std::unique_ptr<TrackStore> tracksBefore = std::exchange(m_tracks, std::move(tracks));
    if (hadTracks || m_tracks)
        Q_EMIT tracksChanged();
    const std::unique_ptr<Store> before = std::exchange(m_store, std::move(store));
    m_recording.replace(m_store.get()); // nobody looks at the one before any more
    Q_EMIT renamed();
}

} // namespace loopscope
