// SPDX-License-Identifier: MIT
// Recordings, written and opened: what an event takes in the file, and how long either takes.
//   bench_recordings write SLICES FILE [plain]   writes a recording of about so many slices, as a busy loop makes them
//   bench_recordings open FILE                   reads it into a store
// One line of JSON each.
#include "core/session/packet_splitter.h"
#include "core/session/part_file.h"
#include "core/session/read_recording.h"
#include "core/session/recording_stream.h"
#include "core/session/wire_format.h"
#include "core/trace/recorder.h"

#include <protozero/pbf_message.hpp>

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <random>

using namespace loopscope;

namespace {

constexpr quint32 taskCount = 200;

/// 200 tasks that sleep, wait for each other and give way; every step takes a few hundred nanoseconds to some
/// microseconds. As on our loop, what happens between two steps happens at the time the first one ended.
class BusyLoop
{
public:
    BusyLoop(Recorder &recorder, std::function<void()> afterPass)
        : m_recorder(recorder), m_afterPass(std::move(afterPass))
    {
    }

    void run(quint64 slices)
    {
        say(EventKind::RunBegin, 0, 0, {}, R"({"run":"busy","main":"main","clock":"real"})");
        for (quint32 task = 1; task <= taskCount; ++task) {
            const QByteArray name = R"({"task":"Task-)" + QByteArray::number(task) + R"(","coro":"worker"})";
            m_ready[task] = say(EventKind::Ready, task, 0, say(EventKind::Created, task, 0, {}, name));
        }
        for (quint32 pass = 1; m_slices < slices; ++pass)
            this->pass(pass);
        say(EventKind::RunEnd, 0, 0, {}, R"({"run":"busy","outcome":"result","value":null,"cost":1})");
        m_afterPass();
    }
    [[nodiscard]] quint64 events() const { return m_events; }

private:
    EventId say(EventKind kind, quint32 task, quint32 subject = 0, EventId cause = {}, const QByteArray &payload = {})
    {
        ++m_events;
        if (kind == EventKind::Suspended)
            m_now += Nanos(200 + m_random() % 3000);
        return m_recorder.observe({kind, m_now, TaskId{task}, subject, cause, payload});
    }

    void pass(quint32 number)
    {
        static const QByteArray sleep = R"({"on":"sleep"})", queue = R"({"on":"get"})", timer = R"({"due_ns":1})";
        say(EventKind::PassBegin, 0, number);
        for (quint32 task = 1; task <= taskCount; ++task) {
            const EventId resumed = say(EventKind::Resumed, task, 0, m_ready[task]);
            const quint32 what = m_random() % 4;
            say(EventKind::Suspended, task, 0, {}, what == 0 ? queue : sleep);
            EventId cause = resumed;
            if (what == 1)
                cause = say(EventKind::TimerFired, 0, ++m_timers, resumed, timer);
            m_ready[task] = say(EventKind::Ready, task, 0, cause);
            m_slices += 3;
        }
        say(EventKind::PassEnd, 0, number);
        ++m_slices;
        m_afterPass();
    }

    Recorder &m_recorder;
    std::function<void()> m_afterPass;
    std::minstd_rand m_random{1};
    std::array<EventId, taskCount + 1> m_ready;
    TracePoint m_now;
    quint64 m_slices = 0;
    quint64 m_events = 0;
    quint32 m_timers = 0;
};

/// Kilobytes of a line of /proc/self/status.
long status(const char *key)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.sliced(qsizetype(qstrlen(key)) + 1).trimmed().split(' ').first().toLong();
    }
    return 0;
}

/// How many of these packets, all plain, are begins and ends of slices and instants.
qint64 trackEventsIn(const std::string &packets)
{
    qint64 count = 0;
    PacketSplitter splitter({packets.data(), qsizetype(packets.size())});
    while (splitter.next() == PacketSplitter::State::Packet) {
        const QByteArrayView bytes = splitter.packet();
        protozero::pbf_message<wire::Packet> packet(bytes.data(), size_t(bytes.size()));
        count += packet.next(wire::Packet::TrackEvent) ? 1 : 0;
    }
    return count;
}

int write(quint64 slices, const QString &path, Packing packing)
{
    auto file = PartFile::create(path, IfExists::Replace);
    if (!file)
        return 1;
    const auto channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    Recorder recorder(channel);
    RecordingStream stream(infoOfThisMachine(), packing);
    QElapsedTimer timer;
    qint64 spent = 0, bytes = 0, trackEvents = 0;
    const auto drain = [&] {
        timer.start();
        reader.drain([&](const Record &record) { stream.append(record); });
        spent += timer.nsecsElapsed();
        bytes += qint64(stream.bytes().size());
        trackEvents += packing == Packing::Plain ? trackEventsIn(stream.bytes()) : 0;
        (void)file->write(stream.bytes());
        stream.clear();
    };
    BusyLoop loop(recorder, drain);
    loop.run(slices);
    stream.end();
    bytes += qint64(stream.bytes().size());
    if (!file->write(stream.bytes()) || !file->publish())
        return 1;
    std::printf("{\"events\":%llu,\"bytes\":%lld,\"track_events\":%lld,\"ns_per_event\":%.1f}\n", loop.events(), bytes,
                trackEvents, double(spent) / double(loop.events()));
    return 0;
}

int open(const QString &path)
{
    const long before = status("VmHWM:");
    QElapsedTimer timer;
    timer.start();
    qint64 first = 0;
    LoadedRecording recording;
    const ReadTarget target{[](const RecordingInfo &) {},
                            [&](const Record &record) {
                                recording.store.append(record);
                                if (record.event.id.value == 10'000)
                                    first = timer.nsecsElapsed();
                            }};
    const auto warnings = readRecording(path, target);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    if (!warnings || !warnings->empty())
        return 1;
    std::printf("{\"events\":%lld,\"seconds\":%.3f,\"first_events_seconds\":%.4f,\"peak_kb\":%ld}\n",
                qlonglong(recording.store.eventCount()), seconds, double(first) / 1e9, status("VmHWM:") - before);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArrayView mode = argc > 1 ? argv[1] : "";
    if (mode == "write" && argc >= 4)
        return write(QByteArray(argv[2]).toULongLong(), QString::fromLocal8Bit(argv[3]),
                     argc > 4 ? Packing::Plain : Packing::Compressed);
    if (mode == "open" && argc == 3)
        return open(QString::fromLocal8Bit(argv[2]));
    std::fputs("bench_recordings write SLICES FILE [plain] | open FILE\n", stderr);
    return 2;
}
