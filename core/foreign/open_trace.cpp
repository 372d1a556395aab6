// SPDX-License-Identifier: MIT
#include "core/foreign/open_trace.h"

#include "core/foreign/chrome_json_reader.h"
#include "core/foreign/gzip.h"
#include "core/foreign/trace_sniffer.h"
#include "core/foreign/track_event_reader.h"
#include "core/session/read_recording.h"

#include <QFile>
#include <QFileInfo>

namespace loopscope {

namespace {

constexpr qsizetype pieceSize = 1 << 20;

/// What is wrong with compressed bytes, where something is: what came out before it was read.
using Lack = std::optional<Problem>;

/// Hands on a file's bytes, uncompressed.
Result<Lack> readPieces(QFile &file, bool isCompressed, TraceReader &reader, ReadProgress &progress)
{
    Inflater inflater([&](QByteArrayView bytes) {
        if (progress.isCancelled)
            inflater.stop();
        else
            reader.feed(bytes);
    });
    QByteArray piece(pieceSize, Qt::Uninitialized);
    while (!progress.isCancelled) {
        const qint64 size = file.read(piece.data(), piece.size());
        if (size < 0)
            return failure({QT_TRANSLATE_NOOP("Problem", "cannot be read: %1"), {file.errorString()}});
        if (size == 0)
            break;
        progress.bytesRead += size;
        const QByteArrayView bytes = QByteArrayView(piece).first(size);
        if (isCompressed)
            reader.setFileBytes(progress.bytesRead);
        if (!isCompressed)
            reader.feed(bytes);
        else if (const auto fed = inflater.feed(bytes); !fed)
            return fed.error();
    }
    if (inflater.isWithinStream() && !progress.isCancelled)
        return Problem{.what = QT_TRANSLATE_NOOP("Problem", "the compressed file ends early: read up to there")};
    return Lack();
}

} // namespace

struct TraceReader::Reading
{
    TraceKind kind = TraceKind::Unknown;
    const std::atomic<bool> *isCancelled = nullptr;
    TrackStore tracks;
    SkipCounter skips;
    Store store;
    PerfettoReader own{[this](const Record &record) { store.append(record); }};
    ChromeJsonReader json{tracks, skips};
    TrackEventReader packets{tracks, skips};
};

TraceReader::TraceReader(const std::atomic<bool> *isCancelled) : m_reading(std::make_unique<Reading>())
{
    m_reading->isCancelled = isCancelled;
    m_reading->packets.setCancelling(isCancelled);
}

TraceReader::~TraceReader() = default;

void TraceReader::setFileBytes(qint64 size)
{
    m_reading->own.setFileBytes(size);
    m_reading->packets.setFileBytes(size);
}

void TraceReader::feed(QByteArrayView bytes)
{
    if (!m_hasBegun) {
        m_begin.append(bytes);
        if (m_begin.size() < sniffedBytes)
            return;
        begin();
        return;
    }
    switch (m_reading->kind) {
    case TraceKind::Recording: return m_reading->own.feed(bytes);
    case TraceKind::ChromeJson: return m_reading->json.feed(bytes);
    case TraceKind::Packets: return m_reading->packets.feed(bytes);
    case TraceKind::Unknown:
    case TraceKind::Gzip: break;
    }
}

void TraceReader::begin()
{
    m_hasBegun = true;
    m_reading->kind = traceKind(m_begin);
    feed(std::exchange(m_begin, {}));
}

Result<LoadedRecording> TraceReader::finish(const QString &file)
{
    const bool isEmpty = !m_hasBegun && m_begin.isEmpty();
    if (isEmpty)
        return failure({.what = QT_TRANSLATE_NOOP("Problem", "the file is empty"), .file = file});
    if (!m_hasBegun)
        begin();
    Reading &reading = *m_reading;
    if (reading.kind == TraceKind::Recording)
        return finishOwn(file);
    if (reading.kind == TraceKind::ChromeJson && !reading.json.finish())
        return failure(
            {.what = QT_TRANSLATE_NOOP("Problem", "this JSON is no trace: it has no list of events"),
             .file = file});
    const bool isTrace = reading.kind == TraceKind::ChromeJson ||
                         (reading.kind == TraceKind::Packets && reading.packets.finish());
    if (!isTrace)
        return failure({.what = QT_TRANSLATE_NOOP("Problem", "this is neither a recording nor a trace of "
                                                             "Perfetto's or Chrome's formats"),
                        .file = file});
    reading.skips.note(reading.tracks.finish());
    const bool isPart = reading.isCancelled && *reading.isCancelled;
    if (reading.tracks.isEmpty() && !isPart)
        reading.skips.note(QT_TRANSLATE_NOOP("Problem", "this is a trace of another program, and it is empty: it has "
                                                        "no tracks"));
    LoadedRecording loaded;
    loaded.isForeign = true;
    loaded.info.title = QFileInfo(file).fileName();
    loaded.tracks = std::move(reading.tracks);
    loaded.warnings = reading.skips.problems(file);
    return loaded;
}

Result<LoadedRecording> TraceReader::finishOwn(const QString &file)
{
    auto warnings = m_reading->own.finish(file);
    if (!warnings)
        return failure(warnings.error());
    LoadedRecording loaded;
    loaded.info = m_reading->own.info();
    loaded.store = std::move(m_reading->store);
    loaded.warnings = std::move(*warnings);
    return loaded;
}

Result<LoadedRecording> openTrace(const QString &path, ReadProgress *progress)
{
    ReadProgress unwatched;
    ReadProgress &watched = progress ? *progress : unwatched;
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return failure({QT_TRANSLATE_NOOP("Problem", "this is no file"), {}, path});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure({QT_TRANSLATE_NOOP("Problem", "cannot be read: %1"), {file.errorString()}, path});
    const TraceKind kind = traceKind(file.peek(sniffedBytes));
    if (kind == TraceKind::Recording)
        return readRecording(path, &watched);
    watched.bytesInAll = file.size();
    TraceReader reader(&watched.isCancelled);
    auto read = readPieces(file, kind == TraceKind::Gzip, reader, watched);
    if (!read) {
        read.error().file = path;
        return failure(read.error());
    }
    auto loaded = reader.finish(path);
    if (Lack &lack = *read) {
        lack->file = path;
        if (!loaded || (loaded->tracks.isEmpty() && loaded->store.eventCount() == 0))
            return failure(*lack); // that is why
        loaded->warnings.push_back(*lack);
    }
    return loaded;
}

} // namespace loopscope
