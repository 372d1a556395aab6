// SPDX-License-Identifier: MIT
#include "core/session/recording_file.h"

#include "core/session/file_size_limit.h"

namespace loopscope {

using namespace std::chrono_literals;

namespace {

constexpr auto interval = 50ms;
constexpr qsizetype batch = 4096;

} // namespace

Result<std::unique_ptr<RecordingFile>> RecordingFile::create(const QString &path, const RecordingInfo &info,
                                                             Channel::Reader reader, IfExists ifExists)
{
    return PartFile::create(path, ifExists).map([&](PartFile &&file) {
        return std::unique_ptr<RecordingFile>(new RecordingFile(std::move(file), info, std::move(reader)));
    });
}

RecordingFile::RecordingFile(PartFile file, const RecordingInfo &info, Channel::Reader reader)
    : m_file(std::move(file)), m_stream(info), m_reader(std::move(reader)), m_thread([this] { follow(); })
{
}

RecordingFile::~RecordingFile()
{
    (void)finish();
}

Result<void> RecordingFile::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    const std::optional<Problem> why = problem();
    return why ? Result<void>(failure(*why)) : Result<void>();
}

std::optional<Problem> RecordingFile::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void RecordingFile::follow()
{
    surviveFileSizeLimit();
    bool isOver = false;
    while (!isOver) {
        catchUp();
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, interval, [this] { return m_isOver; });
        isOver = m_isOver;
    }
    catchUp();
    m_stream.end();
    write();
    if (!m_failed)
        note(m_file.publish());
}

/// Writes all that is there. Also after a failure it takes the records, so that they do not pile up in
/// memory.
void RecordingFile::catchUp()
{
    qsizetype taken = 0;
    do {
        taken = m_reader.drain(
            [this](const Record &record) {
                if (!m_failed)
                    m_stream.append(record);
            },
            batch);
        write();
    } while (taken > 0);
    m_stream.flush();
    write();
}

void RecordingFile::write()
{
    if (!m_failed && !m_stream.bytes().empty())
        note(m_file.write(m_stream.bytes()));
    m_stream.clear();
}

void RecordingFile::note(const Result<void> &result)
{
    if (result)
        return;
    m_failed = true;
    const std::lock_guard lock(m_mutex);
    m_problem = result.error();
}

} // namespace loopscope
