// SPDX-License-Identifier: MIT
#include "tests/fuzz/recording_check.h"

#include "core/session/perfetto_reader.h"
#include "core/session/perfetto_writer.h"

#include <cstdio>
#include <cstdlib>

namespace loopscope {

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

struct Found
{
    std::vector<Record> records;
    bool isRecording = false;
    size_t warnings = 0;
};

Found readIn(QByteArrayView bytes, qsizetype piece)
{
    Found found;
    PerfettoReader reader([&found](const Record &record) { found.records.push_back(record); });
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        reader.feed(bytes.sliced(at, std::min(piece, bytes.size() - at)));
    const auto warnings = reader.finish();
    found.isRecording = warnings.has_value();
    found.warnings = warnings ? warnings->size() : 0;
    return found;
}

bool sameRecords(const std::vector<Record> &one, const std::vector<Record> &two)
{
    const auto same = [](const Record &a, const Record &b) { return a.event == b.event && a.text == b.text; };
    return std::equal(one.begin(), one.end(), two.begin(), two.end(), same);
}

void checkStore(const std::vector<Record> &records)
{
    Store store;
    for (const Record &record : records)
        store.append(record);
    require(size_t(store.eventCount()) == records.size(), "every event is taken");
    for (const Record &record : records)
        require(store.event(record.event.id) == record.event, "an event is kept as it came");
    for (const RunInfo &run : store.runs()) {
        for (const TaskId id : run.tasks) {
            const TaskInfo &task = *store.task(id);
            for (size_t i = 1; i < task.states.size(); ++i)
                require(task.states[i - 1].end == task.states[i].begin, "states follow each other without a gap");
        }
        for (size_t i = 1; i < run.passes.size(); ++i)
            require(run.passes[i - 1].begin <= run.passes[i].begin, "passes are in order");
    }
}

} // namespace

void checkRecording(QByteArrayView bytes)
{
    const Found whole = readIn(bytes, std::max<qsizetype>(bytes.size(), 1));
    const Found pieces = readIn(bytes, 7);
    require(whole.isRecording == pieces.isRecording && whole.warnings == pieces.warnings, "pieces make no difference");
    require(sameRecords(whole.records, pieces.records), "pieces give the same events");
    for (size_t i = 0; i < whole.records.size(); ++i)
        require(whole.records[i].event.id.value == i + 1, "events are numbered through");
    if (!whole.isRecording)
        return;
    checkStore(whole.records);
    PerfettoWriter writer({});
    for (const Record &record : whole.records)
        writer.append(record);
    writer.end();
    const Found again = readIn({writer.bytes().data(), qsizetype(writer.bytes().size())}, 1 << 20);
    require(again.isRecording && again.warnings == 0, "what is written is whole");
    for (size_t i = 0; i < std::min(again.records.size(), whole.records.size()); ++i)
        require(again.records[i].event == whole.records[i].event, "an event is written as it was read");
    require(again.records.size() == whole.records.size(), "all events are written");
}

} // namespace loopscope
