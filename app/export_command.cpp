// SPDX-License-Identifier: MIT
#include "app/export_command.h"

#include "app/terminal.h"
#include "core/export/chrome_export.h"
#include "core/export/csv_export.h"
#include "core/export/html_export.h"
#include "core/export/otlp_export.h"
#include "core/export/otlp_sender.h"
#include "core/export/svg_export.h"
#include "core/export/track_chrome_export.h"
#include "core/export/track_csv_export.h"
#include "core/foreign/open_trace.h"
#include "core/session/save_recording.h"

#include <QCoreApplication>

#include <cstdio>

namespace loopscope {

namespace {

void write(const LoadedRecording &recording, ExportFormat format, TextSink &out)
{
    switch (format) {
    case ExportFormat::Chrome: exportChrome(recording.store, recording.info, out); break;
    case ExportFormat::CsvEvents: exportCsv(recording.store, CsvRows::Events, out); break;
    case ExportFormat::CsvSlices: exportCsv(recording.store, CsvRows::Slices, out); break;
    case ExportFormat::Svg: exportSvg(recording.store, recording.info, out); break;
    case ExportFormat::Html: exportHtml(recording.store, recording.info, out); break;
    case ExportFormat::Otlp: exportOtlp(recording.store, recording.info, out); break;
    case ExportFormat::Perfetto: break;
    }
}

/// What another program's trace can be written as.
Result<void> checkTracks(const ExportRecording &command)
{
    const bool isGood = command.format == ExportFormat::Chrome || command.format == ExportFormat::CsvEvents ||
                        command.format == ExportFormat::CsvSlices;
    if (isGood)
        return {};
    return failure({.what = QT_TRANSLATE_NOOP(
                        "Problem", "this is another program's trace, which is exported with --to chrome, csv "
                                   "or png only"),
                    .file = command.file});
}

void write(const TrackStore &tracks, ExportFormat format, TextSink &out)
{
    if (format == ExportFormat::Chrome)
        exportTracksChrome(tracks, out);
    else
        exportTracksCsv(
            tracks, format == ExportFormat::CsvSlices ? TrackCsvRows::Slices : TrackCsvRows::Everything, out);
}

using Writing = std::function<void(TextSink &)>;

Result<void> toStandardOutput(const Writing &write)
{
    TextSink out([](QByteArrayView block) -> Result<void> {
        const size_t size = size_t(block.size());
        if (std::fwrite(block.data(), 1, size, stdout) == size && std::fflush(stdout) == 0)
            return {};
        return failure({.what = "standard output cannot be written"});
    });
    write(out);
    return out.finish();
}

IfExists ifExists(const ExportRecording &command)
{
    return command.overwrite == Overwrite::Force ? IfExists::Replace : IfExists::Refuse;
}

Result<void> toFile(const ExportRecording &command, const Writing &write)
{
    auto file = PartFile::create(command.output, ifExists(command), IfFails::Remove);
    if (!file)
        return failure(file.error());
    TextSink out([&file](QByteArrayView block) {
        return file->write(std::string_view(block.data(), size_t(block.size())));
    });
    write(out);
    const Result<void> written = out.finish();
    return written ? file->publish() : written;
}

Result<OtlpEndpoint> endpointOf(const ExportRecording &command)
{
    OtlpEndpoint endpoint;
    const auto url = otlpUrl(command.endpoint);
    if (!url)
        return failure(url.error());
    endpoint.url = *url;
    for (const QString &text : command.headers) {
        const auto header = otlpHeader(text);
        if (!header)
            return failure(header.error());
        endpoint.headers << *header;
    }
    return endpoint;
}

Result<void> toCollector(const LoadedRecording &recording, const OtlpEndpoint &endpoint)
{
    OtlpSender sender(endpoint);
    QObject::connect(&sender, &OtlpSender::finished, QCoreApplication::instance(), &QCoreApplication::quit,
                     Qt::QueuedConnection);
    sender.start(otlpRequests(recording.store, recording.info));
    QCoreApplication::exec();
    return sender.result();
}

Result<void> exported(const ExportRecording &command)
{
    OtlpEndpoint endpoint;
    if (!command.endpoint.isEmpty()) {
        auto read = endpointOf(command); // before a long file is read for nothing
        if (!read)
            return failure(read.error());
        endpoint = std::move(*read);
    }
    const auto recording = openTrace(command.file);
    if (!recording)
        return failure(recording.error());
    const bool isTrace = recording->isForeign;
    if (const auto good = isTrace ? checkTracks(command) : Result<void>(); !good)
        return good;
    for (const Problem &warning : recording->warnings)
        printProblem(warning);
    if (!command.endpoint.isEmpty())
        return toCollector(*recording, endpoint);
    if (command.format == ExportFormat::Perfetto)
        return saveRecording(command.output, recording->info, recording->store, ifExists(command),
                             command.packing);
    const Writing writing = [&](TextSink &out) {
        if (isTrace)
            write(recording->tracks, command.format, out);
        else
            write(*recording, command.format, out);
    };
    return command.output.isEmpty() ? toStandardOutput(writing) : toFile(command, writing);
}

} // namespace

int exportRecording(const ExportRecording &command)
{
    const Result<void> result = exported(command);
    if (!result)
        printProblem(result.error());
    return result ? ExitGood : ExitMisuse;
}

} // namespace loopscope
