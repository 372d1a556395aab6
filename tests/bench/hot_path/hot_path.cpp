// SPDX-License-Identifier: MIT
// What a record costs.
//   bench_hot_path time            nanoseconds for each record, all ways in turn: medians of many short rounds
//   bench_hot_path count WAY N     N records the named way and nothing else, for valgrind --tool=callgrind
// Ways: clock (reads the counter), raw (24 bytes and the counter's reading, round and round in 384 KiB), on, slice
// (begin and end), off, empty (the loop alone).
#include "core/trace/tracer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
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
    return double(after - before) / double(batch);
}

} // namespace

int main(int argc, char **argv)
{
    std::array<Way, 6> ways{
        {{"empty", empty}, {"clock", clockOnly}, {"raw", raw}, {"on", on}, {"slice", sliceOn}, {"off", off}}};
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
