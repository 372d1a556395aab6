// SPDX-License-Identifier: MIT
// What a record costs.
//   bench_hot_path time            nanoseconds for each record, all ways in turn: medians of many short rounds
//   bench_hot_path count WAY N     N records the named way and nothing else, for valgrind --tool=callgrind
//   bench_hot_path bytes N         what the begins and ends of N slices take in a file, compressed and not
// Ways: clock (reads the counter), raw (24 bytes and the counter's reading, round and round in 384 KiB), on, slice
// (begin and end), off, empty (the loop alone), loop (an event of a loop, recorded with the counter's reading).
#include "core/loop/await_word.h"
#include "core/session/packing.h"
#include "core/session/thread_tracks.h"
#include "core/trace/recorder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string_view>
#include <vector>

using namespace loopscope;

namespace {

constinit const TraceSite site{"bench", __FILE__, __LINE__};
constexpr quint64 batch = 8192;
constexpr int rounds = 400;

struct Raw
{
    quint64 ticks, what, value;
};
std::array<Raw, 16384> s_raw;
quint64 s_at = 0;
volatile quint64 s_sink = 0;
const auto s_channel = std::make_shared<Channel>();
Channel::Reader s_reader = s_channel->reader();
Recorder s_recorder(s_channel);

/// Keeps the compiler from knowing what happens between two records.
inline void barrier()
{
    asm volatile("" ::: "memory");
}

__attribute__((noinline)) void empty(quint64 count)
{
    for (quint64 i = 0; i < count; ++i)
        barrier();
}

__attribute__((noinline)) void clockOnly(quint64 count)
{
    for (quint64 i = 0; i < count; ++i) {
        s_sink = readTicks<TickSource::TimeStampCounter>();
        barrier();
    }
}

__attribute__((noinline)) void raw(quint64 count)
{
    for (quint64 i = 0; i < count; ++i) {
        Raw &record = s_raw[s_at++ & (s_raw.size() - 1)];
        record = {readTicks<TickSource::TimeStampCounter>(), 7, i};
        asm volatile("" : : "r"(&record) : "memory"); // it is read by somebody
    }
}

__attribute__((noinline)) void instants(quint64 count)
{
    for (quint64 i = 0; i < count; ++i) {
        Tracer::instant(site, i);
        barrier();
    }
}

__attribute__((noinline)) void slices(quint64 count)
{
    for (quint64 i = 0; i < count / 2; ++i) {
        const TraceScope scope(site, i);
        barrier();
    }
}

void on(quint64 count)
{
    Tracer::start(2 * batch);
    instants(count);
}

void sliceOn(quint64 count)
{
    Tracer::start(2 * batch);
    slices(count);
}

void off(quint64 count)
{
    Tracer::stop();
    instants(count);
}

/// As a task's switches are recorded: one payload in three events, which is always the same.
__attribute__((noinline)) void loopEvents(quint64 count)
{
    quint64 ticks = 0;
    for (quint64 i = 0; i < count; ++i) {
        storeTicks(ticks);
        const auto kind = EventKind(quint32(EventKind::Ready) + i % 3);
        const QByteArray payload = kind == EventKind::Suspended ? payloadOf(AwaitWord::Sleep) : QByteArray();
        s_recorder.observe({kind, {qint64(ticks)}, TaskId{1}, 0, {}, payload});
        barrier();
    }
}

/// Two sites, a slice every few microseconds.
int sayBytes(quint64 slices)
{
    static constinit const TraceSite inner{"inner", __FILE__, __LINE__};
    const TracedThread thread{1, "bench"};
    ThreadTracks tracks("bench");
    std::minstd_rand random(1);
    qint64 ns = 0;
    quint64 plain = 0, packed = 0;
    for (quint64 i = 0; i < 2 * slices; ++i) {
        constexpr ProbeRecord::Kind kinds[] = {ProbeRecord::Kind::Begin, ProbeRecord::Kind::Begin,
                                               ProbeRecord::Kind::End, ProbeRecord::Kind::End};
        ns += 200 + random() % 3000;
        tracks.take(thread, {0, ProbeRecord::whatOf(kinds[i % 4], i % 4 == 1 ? inner : site), 0}, ns);
        if (tracks.bytes().size() < largestBlock)
            continue;
        std::string block;
        putPackets(block, tracks.bytes(), Packing::Compressed);
        plain += tracks.bytes().size();
        packed += block.size();
        tracks.clear();
    }
    std::printf("{\"events\":%llu,\"plain\":%llu,\"compressed\":%llu}\n", 2 * slices, plain, packed);
    return 0;
}

struct Way
{
    const char *name;
    void (*run)(quint64 count);
    std::vector<double> ns = {};
};

double nanosOf(void (*run)(quint64 count))
{
    const quint64 before = monotonicTicks();
    run(batch);
    const quint64 after = monotonicTicks();
    Tracer::drain([](const TracedThread &, const ProbeRecord &) {});
    s_reader.drain([](const Record &) {});
    return double(after - before) / double(batch);
}

} // namespace

int main(int argc, char **argv)
{
    std::array<Way, 7> ways{{{"empty", empty},
                             {"clock", clockOnly},
                             {"raw", raw},
                             {"on", on},
                             {"slice", sliceOn},
                             {"off", off},
                             {"loop", loopEvents}}};
    if (argc == 3 && std::string_view(argv[1]) == "bytes")
        return sayBytes(std::strtoull(argv[2], nullptr, 10));
    if (argc == 4 && std::string_view(argv[1]) == "count") {
        for (const Way &way : ways) {
            if (std::string_view(argv[2]) == way.name)
                way.run(std::strtoull(argv[3], nullptr, 10));
        }
        return 0;
    }
    for (int round = 0; round < rounds; ++round) {
        for (Way &way : ways)
            way.ns.push_back(nanosOf(way.run));
    }
    std::printf("{");
    for (Way &way : ways) {
        std::nth_element(way.ns.begin(), way.ns.begin() + rounds / 2, way.ns.end());
        std::printf("%s\"%s\":%.2f", &way == &ways.front() ? "" : ",", way.name, way.ns[rounds / 2]);
    }
    std::printf("}\n");
}
