// SPDX-License-Identifier: MIT
#include "core/session/read_recording.h"

#include "core/session/packet_splitter.h"
#include "core/trace/tracer.h"

#include <QFile>
#include <QFileInfo>
#include <QFuture>
#include <QtConcurrent/QtConcurrentRun>

#include <deque>

namespace loopscope {

namespace {

/// So many bytes of a file are read and cut into packets at a time.
constexpr qint64 pieceSize = 1 << 18;

constinit const TraceSite unpackSite{"unpack a piece", __FILE__, __LINE__};
constinit const TraceSite takeSite{"take a piece", __FILE__, __LINE__};

/// Packets on their way from the file to the reader.
struct Piece
{
    QByteArray bytes;
    std::shared_ptr<PacketBlock> block;
    qint64 end = 0; ///< in the file
};

Piece takenApart(Piece piece, qint64 offset)
{
    const TraceScope trace(unpackSite);
    piece.block = std::make_shared<PacketBlock>(piece.bytes, offset);
    return piece;
}

/// Cuts a file into pieces of whole packets.
class FilePieces
{
public:
    explicit FilePieces(QFile &file) : m_file(file) {}

    /// Empty at the end, and when reading fails.
    std::optional<QByteArray> next()
    {
        while (!m_isOver) {
            fill();
            PacketSplitter splitter(m_rest);
            PacketSplitter::State state = splitter.next();
            while (state == PacketSplitter::State::Packet)
                state = splitter.next();
            m_isOver = state == PacketSplitter::State::Damaged || m_atEnd;
            if (splitter.offset() > 0)
                return cut(splitter.offset());
        }
        return {};
    }
    /// Where the next piece begins.
    [[nodiscard]] qint64 offset() const { return m_offset; }
    [[nodiscard]] const QByteArray &rest() const { return m_rest; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }

private:
    void fill()
    {
        const qsizetype before = m_rest.size();
        // As much again: a large packet is not looked through again and again.
        const qsizetype more = std::max<qsizetype>(pieceSize, before);
        m_rest.resize(before + more);
        const qint64 size = m_file.read(m_rest.data() + before, more);
        m_failed = size < 0;
        m_atEnd = size <= 0;
        m_rest.resize(before + std::max<qint64>(size, 0));
    }
    QByteArray cut(qsizetype size)
    {
        QByteArray piece = m_rest.first(size);
        m_rest.remove(0, size);
        m_offset += size;
        return piece;
    }

    QFile &m_file;
    QByteArray m_rest;
    qint64 m_offset = 0;
    bool m_atEnd = false;
    bool m_isOver = false;
    bool m_failed = false;
};

/// Gives the reader its pieces in order, while the next few are taken apart.
class Pipeline
{
public:
    Pipeline(QFile &file, PerfettoReader &reader, ReadProgress *progress)
        : m_pieces(file), m_reader(reader), m_progress(progress)
    {
    }

    void run()
    {
        const int most = QThread::idealThreadCount() + 1;
        bool hasMore = true;
        while (!isStopped() && (hasMore || !m_underWay.empty())) {
            while (hasMore && int(m_underWay.size()) < most)
                hasMore = startNext();
            if (m_underWay.empty())
                break;
            const Piece piece = m_underWay.front().result();
            m_underWay.pop_front();
            const TraceScope trace(takeSite);
            m_reader.take(*piece.block);
            if (m_progress)
                m_progress->bytesRead = piece.end;
        }
        for (QFuture<Piece> &piece : m_underWay)
            piece.waitForFinished();
        m_reader.takeRest(m_pieces.rest(), m_pieces.offset());
    }
    [[nodiscard]] bool hasFailed() const { return m_pieces.hasFailed(); }

private:
    [[nodiscard]] bool isStopped() const
    {
        return m_reader.isOver() || (m_progress && m_progress->isCancelled);
    }
    bool startNext()
    {
        const qint64 offset = m_pieces.offset();
        std::optional<QByteArray> bytes = m_pieces.next();
        if (!bytes)
            return false;
        m_underWay.push_back(QtConcurrent::run(&takenApart, Piece{*bytes, {}, m_pieces.offset()}, offset));
        return true;
    }

    FilePieces m_pieces;
    PerfettoReader &m_reader;
    ReadProgress *m_progress;
    std::deque<QFuture<Piece>> m_underWay;
};

} // namespace

Result<std::vector<Problem>> readRecording(const QString &path, const ReadTarget &target, ReadProgress *progress)
{
    const auto unreadable = [&path](const QString &why) {
        return failure({QT_TRANSLATE_NOOP("Problem", "cannot be read: %1"), {why}, path});
    };
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return failure({QT_TRANSLATE_NOOP("Problem", "this is no file"), {}, path});
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(file.errorString());
    if (progress)
        progress->bytesInAll = file.size();

    bool isInfoTold = false;
    std::optional<PerfettoReader> reader;
    const auto tellInfo = [&] {
        if (!std::exchange(isInfoTold, true) && target.info)
            target.info(reader->info());
    };
    reader.emplace([&](const Record &record) {
        if (!isInfoTold)
            tellInfo();
        target.record(record);
    });
    Pipeline pipeline(file, *reader, progress);
    pipeline.run();
    if (pipeline.hasFailed())
        return unreadable(file.errorString());
    Result<std::vector<Problem>> warnings = reader->finish(path);
    if (warnings)
        tellInfo();
    return warnings;
}

Result<LoadedRecording> readRecording(const QString &path, ReadProgress *progress)
{
    LoadedRecording recording;
    const ReadTarget target{[&](const RecordingInfo &info) { recording.info = info; },
                            [&](const Record &record) { recording.store.append(record); }};
    Result<std::vector<Problem>> warnings = readRecording(path, target, progress);
    if (!warnings)
        return failure(warnings.error());
    recording.warnings = std::move(*warnings);
    return recording;
}

} // namespace loopscope
