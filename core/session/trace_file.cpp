// SPDX-License-Identifier: MIT
#include "core/session/trace_file.h"

#include "core/session/file_size_limit.h"

namespace loopscope {

using namespace std::chrono_literals;

Result<std::unique_ptr<TraceFile>> TraceFile::create(const QString &path, const QByteArray &processName,
                                                     IfExists ifExists, Packing packing)
{
    return PartFile::create(path, ifExists).map([&](PartFile &&file) {
        return std::unique_ptr<TraceFile>(new TraceFile(std::move(file), processName, packing));
    });
}

TraceFile::TraceFile(PartFile file, const QByteArray &processName, Packing packing)
    : m_file(std::move(file)), m_packing(packing), m_tracks(processName),
      m_start(readTickPair(Tracer::tickSource())), m_map(m_start)
{
    m_result = m_file.write(m_tracks.bytes()); // plain: a file says in its first bytes what it is
    m_tracks.clear();
    Tracer::start();
    m_thread = std::thread([this] { follow(); });
}

TraceFile::~TraceFile()
{
    (void)finish();
}

Result<void> TraceFile::finish()
{
    Tracer::stop();
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    return m_result;
}

void TraceFile::follow()
{
    surviveFileSizeLimit();
    bool isOver = false;
    while (!isOver) {
        catchUp();
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, 50ms, [this] { return m_isOver; });
        isOver = m_isOver;
    }
    catchUp();
    m_tracks.end(m_map.nanos(readTicks(Tracer::tickSource())) - m_start.ns);
    write();
    if (m_result)
        m_result = m_file.publish();
}

void TraceFile::catchUp()
{
    m_map.add(readTickPair(Tracer::tickSource()));
    Tracer::drain([this](const TracedThread &thread, const ProbeRecord &record) {
        m_tracks.take(thread, record, m_map.nanos(record.ticks) - m_start.ns);
        if (m_tracks.bytes().size() >= largestBlock)
            write();
    });
    write();
}

void TraceFile::write()
{
    if (m_result && !m_tracks.bytes().empty()) {
        std::string block;
        putPackets(block, m_tracks.bytes(), m_packing);
        m_result = m_file.write(block);
    }
    m_tracks.clear();
}

} // namespace loopscope
