// SPDX-License-Identifier: MIT
#include "app/recording_loader.h"

#include "core/foreign/open_trace.h"
#include "core/foreign/trace_sniffer.h"

#include <QFile>
#include <QFileInfo>

namespace loopscope {

namespace {

using namespace std::chrono_literals;

constexpr auto frame = 16ms;
constexpr qint64 takeFor = 8'000'000; ///< ns of a frame; the rest is for painting
/// What was taken is told of after this part of the time that reading has lasted, at the latest after that.
constexpr qint64 partBetween = 10;
constexpr qint64 longestBetween = 250'000'000; ///< ns
constexpr size_t batchSize = 4096;
constexpr size_t betweenLooks = 256; ///< records between two looks at the clock

} // namespace

RecordingLoader::RecordingLoader(const QString &path, RecordSink take, QObject *parent)
    : QObject(parent), m_path(path), m_take(std::move(take))
{
    m_frame.setInterval(frame);
    connect(&m_frame, &QTimer::timeout, this, &RecordingLoader::advance);
}

RecordingLoader::~RecordingLoader()
{
    cancel();
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void RecordingLoader::start()
{
    m_sinceStart.start();
    m_frame.start();
    m_thread = std::thread([this] { read(); });
}

void RecordingLoader::cancel()
{
    m_progress.isCancelled = true;
}

int RecordingLoader::percent() const
{
    const qint64 all = m_progress.bytesInAll;
    return all > 0 ? int(std::clamp<qint64>(m_progress.bytesRead * 100 / all, 0, 100)) : 0;
}

/// On the thread that reads, as what it calls.
void RecordingLoader::read()
{
    QFile file(m_path);
    const bool isOwn = // a pipe would wait for somebody who writes to it
        QFileInfo(m_path).isFile() && file.open(QIODevice::ReadOnly) &&
        traceKind(file.peek(sniffedBytes)) == TraceKind::Recording;
    file.close();
    Result<std::vector<Problem>> result = isOwn ? readOwn() : readOther();
    const std::lock_guard lock(m_mutex);
    m_result = std::move(result);
}

Result<std::vector<Problem>> RecordingLoader::readOwn()
{
    RecordQueue::Batch batch;
    const auto handOver = [&] {
        if (!m_queue.push(std::exchange(batch, {})))
            m_progress.isCancelled = true;
    };
    const auto keepInfo = [this](const RecordingInfo &info) {
        const std::lock_guard lock(m_mutex);
        m_info = info;
    };
    const auto keepRecord = [&](const Record &record) {
        if (batch.empty())
            batch.reserve(batchSize);
        batch.push_back(record);
        if (batch.size() == batchSize)
            handOver();
    };
    Result<std::vector<Problem>> result = readRecording(m_path, {keepInfo, keepRecord}, &m_progress);
    if (!batch.empty())
        handOver();
    return result;
}

Result<std::vector<Problem>> RecordingLoader::readOther()
{
    Result<LoadedRecording> loaded = openTrace(m_path, &m_progress);
    if (!loaded)
        return failure(loaded.error());
    std::vector<Problem> warnings = loaded->warnings;
    const std::lock_guard lock(m_mutex);
    m_whole = std::move(*loaded);
    return warnings;
}

void RecordingLoader::advance()
{
    const bool wasRead = isRead(); // asked first: nothing is added to the queue after that
    tellInfo();
    const bool any = takeSome();
    const bool isOver = !any && wasRead;
    m_hasNews = m_hasNews || any;
    if (m_hasNews && (isOver || isTimeToTell())) {
        m_hasNews = false;
        m_sinceTold.start();
        Q_EMIT grew();
    }
    Q_EMIT advanced();
    if (!isOver)
        return;
    m_frame.stop();
    m_thread.join();
    m_hasEnded = true;
    Q_EMIT ended();
}

/// False when there was nothing to take.
bool RecordingLoader::takeSome()
{
    if (!m_hasBegun)
        return false;
    QElapsedTimer clock;
    clock.start();
    bool any = false;
    do {
        if (m_taken == m_batch.size()) {
            m_batch = m_queue.pop();
            m_taken = 0;
        }
        const size_t end = std::min(m_batch.size(), m_taken + betweenLooks);
        any = any || m_taken < end;
        for (; m_taken < end; ++m_taken)
            m_take(m_batch[m_taken]);
    } while (!m_batch.empty() && clock.nsecsElapsed() < takeFor);
    return any;
}

/// It was set before the first record was handed over.
void RecordingLoader::tellInfo()
{
    if (m_hasBegun)
        return;
    std::unique_lock lock(m_mutex);
    if (!m_info)
        return;
    const RecordingInfo info = *m_info;
    lock.unlock();
    m_hasBegun = true;
    Q_EMIT began(info);
}

bool RecordingLoader::isTimeToTell() const
{
    return !m_sinceTold.isValid() ||
           m_sinceTold.nsecsElapsed() >= std::min(m_sinceStart.nsecsElapsed() / partBetween, longestBetween);
}

bool RecordingLoader::isRead()
{
    const std::lock_guard lock(m_mutex);
    return m_result.has_value();
}

} // namespace loopscope
