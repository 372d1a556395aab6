// SPDX-License-Identifier: MIT
#include "core/session/save_recording.h"

#include "core/session/perfetto_writer.h"

namespace loopscope {

namespace {

constexpr size_t blockSize = 1 << 20;

Result<void> writeAll(PartFile &file, const RecordingInfo &info, const Store &store)
{
    PerfettoWriter writer(info);
    PayloadId last;
    for (quint32 id = 1; id <= quint32(store.eventCount()); ++id) {
        Record record{store.event(EventId{id}), {}};
        if (record.event.payload > last) { // payloads are numbered in the order of their first use
            last = record.event.payload;
            record.text = store.payload(last);
        }
        writer.append(record);
        if (writer.bytes().size() < blockSize)
            continue;
        if (const Result<void> result = file.write(writer.bytes()); !result)
            return result;
        writer.clear();
    }
    writer.end();
    return file.write(writer.bytes());
}

} // namespace

Result<void> saveRecording(const QString &path, const RecordingInfo &info, const Store &store,
                           IfExists ifExists)
{
    Result<PartFile> file = PartFile::create(path, ifExists);
    if (!file)
        return failure(file.error());
    Result<void> result = writeAll(*file, info, store);
    if (result)
        result = file->publish();
    if (!result)
        file->discard();
    return result;
}

} // namespace loopscope
