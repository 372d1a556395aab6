// SPDX-License-Identifier: MIT
#include "core/session/save_recording.h"

#include "core/trace/store_records.h"

namespace loopscope {

namespace {

constexpr size_t blockSize = 1 << 20;

Result<void> writeAll(PartFile &file, const RecordingInfo &info, const Store &store, Packing packing)
{
    RecordingStream stream(info, packing);
    Result<void> result;
    forEachRecord(store, [&](const Record &record) {
        stream.append(record);
        if (stream.bytes().size() < blockSize)
            return true;
        result = file.write(stream.bytes());
        stream.clear();
        return result.has_value();
    });
    if (!result)
        return result;
    stream.end();
    return file.write(stream.bytes());
}

} // namespace

Result<void> saveRecording(const QString &path, const RecordingInfo &info, const Store &store,
                           IfExists ifExists, Packing packing)
{
    Result<PartFile> file = PartFile::create(path, ifExists, IfFails::Remove);
    if (!file)
        return failure(file.error());
    const Result<void> written = writeAll(*file, info, store, packing);
    return written ? file->publish() : written;
}

} // namespace loopscope
