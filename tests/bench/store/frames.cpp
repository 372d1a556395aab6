// SPDX-License-Identifier: MIT
//
// frames [EVENTS]...: what a store of so many events costs in memory and to fill, and what a frame of the
// window costs with it. The baseline for memory and filling is the same data in plain vectors of structs.
#include "tests/bench/store/schedule.h"
#include "ui/timeline/loop_geometry.h"
#include "ui/timeline/span_geometry.h"

#include <QElapsedTimer>

#include <malloc.h>

#include <cstdio>
#include <cstdlib>

using namespace loopscope;

namespace {

constexpr quint32 lanes = 60;
constexpr double pixels = 1920;
constexpr size_t batch = 100'000;

size_t allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/// What the store kept before it was packed.
struct PlainStore
{
    struct Task
    {
        std::vector<StateSpan> states;
        std::vector<EventId> events;
    };
    std::vector<Event> events;
    std::vector<PassInfo> passes;
    std::vector<Task> tasks{Schedule::tasks + 1};

    void append(const Record &record)
    {
        const Event &event = record.event;
        events.push_back(event);
        if (event.kind == EventKind::PassBegin)
            passes.push_back({event.subject, event.at, {}});
        if (event.kind == EventKind::PassEnd)
            passes.back().end = event.at;
        if (!event.task)
            return;
        Task &task = tasks[event.task.value];
        task.events.push_back(event.id);
        if (!task.states.empty())
            task.states.back().end = event.at;
        task.states.push_back({TaskState(int(event.kind) - int(EventKind::Created)), event.at, {}, event.id});
    }
};

struct Filled
{
    double bytes;       ///< for each event
    double nanoseconds; ///< to append one
};

/// The clock runs only while records that are there already are appended.
template<class Any>
Filled fill(Any &store, quint32 events)
{
    Schedule schedule;
    std::vector<Record> records;
    records.reserve(batch);
    const size_t before = allocated();
    qint64 spent = 0;
    for (quint32 done = 0; done < events; done += quint32(records.size())) {
        records.clear();
        for (size_t i = 0; i < std::min<size_t>(batch, events - done); ++i)
            records.push_back(schedule.next());
        QElapsedTimer clock;
        clock.start();
        for (const Record &record : records)
            store.append(record);
        spent += clock.nsecsElapsed();
    }
    return {double(allocated() - before) / events, double(spent) / events};
}

/// Milliseconds for the geometry of a screen full of lanes and their loop: the median of some frames.
double frame(const Store &store, TimeSpan visible)
{
    static const Metrics metrics;
    const RunInfo &run = store.runs().front();
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer clock;
        clock.start();
        const LaneContext lane{store, run, TimeAxis{visible, pixels}.of(run.begin), run.last, {}, metrics};
        size_t shapes = loopGeometry(lane).bars.size();
        for (quint32 task = 1; task <= lanes; ++task) {
            const RowGeometry row = taskGeometry(lane, *store.task(TaskId{task * 16}));
            shapes += row.bars.size() + row.columns.size();
        }
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
        if (shapes == 0)
            std::abort();
    }
    std::nth_element(times.begin(), times.begin() + 7, times.end());
    return times[7];
}

void measure(quint32 events)
{
    if (events <= 10'000'000) {
        PlainStore plain;
        const Filled filled = fill(plain, events);
        std::printf("%10u events, plain vectors: %6.2f bytes and %6.1f ns each\n", events, filled.bytes,
                    filled.nanoseconds);
    }
    Store store;
    const Filled filled = fill(store, events);
    const RunInfo &run = store.runs().front();
    const TracePoint end = TracePoint{} + (run.last - run.begin);
    const TracePoint middle{end.ns / 2};
    std::printf("%10u events, the store:     %6.2f bytes and %6.1f ns each; frame of all %.2f ms, of a "
                "hundredth %.2f ms, of 20 ms %.2f ms (%zu passes)\n",
                events, filled.bytes, filled.nanoseconds, frame(store, {{0}, end}),
                frame(store, {middle, middle + Nanos(end.ns / 100)}),
                frame(store, {middle, middle + Nanos(20'000'000)}), run.passes.size());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        measure(quint32(std::strtoul(argv[i], nullptr, 10)));
    if (argc == 1)
        for (const quint32 events : {1'000'000u, 10'000'000u})
            measure(events);
    return 0;
}
