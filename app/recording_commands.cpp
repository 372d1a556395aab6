// SPDX-License-Identifier: MIT
#include "app/recording_commands.h"

#include "app/command_table.h"
#include "app/option_values.h"

namespace loopscope {

namespace {

CommandSpec statsSpec()
{
    return {words("stats"),
            words("FILE"),
            1,
            1,
            words("Says how long the runs and tasks of a recording take, over all its repeats: median,\n"
                  "interquartile range, 95th percentile, extremes, mean, and how many repeats are outliers\n"
                  "(beyond Tukey's fences; they are counted in all figures). Quantiles are of type 7.\n"
                  "Runs of one name are repeats of each other; warm-ups are not counted."),
            {jsonOption(), helpOption(), versionOption()}};
}

CommandSpec compareSpec()
{
    return {
        words("compare"),
        words("BEFORE AFTER"),
        2,
        2,
        words("Says what is slower or faster in the second recording, and what may well be chance: the\n"
              "difference of the medians with its bootstrap interval (95 %, 10,000 resamples, fixed seed).\n"
              "Runs are matched by name, tasks by name and order.\n"
              "Exit status: 0, or 3 with --fail-above, 2 a file or the call is wrong, or --fail-above\n"
              "cannot judge a run: it is gone, or ends otherwise than before. Of fewer than 6 repeats on a\n"
              "side, each has to be slower by so much than each before to count as slower."),
        {{words("fail-above"), words("5%"),
          words("exit with 3 if a run or task is slower by more than that beyond the noise")},
         jsonOption(),
         helpOption(),
         versionOption()}};
}

OptionSpec outputOption()
{
    return {words("output"), words("FILE"), words("the file to write"), words("o")};
}

OptionSpec forceOption()
{
    return {words("force"), {}, words("let it replace a file")};
}

CommandSpec exportSpec()
{
    return {
        words("export"),
        words("FILE"),
        1,
        1,
        words("Writes a recording in another form, to a file or to standard output; another program's trace\n"
              "as chrome, csv or png:\n"
              "  chrome    Chrome Trace Event JSON\n"
              "  perfetto  a Perfetto trace, which is also what recordings are\n"
              "  csv       a table, RFC 4180; --rows events (the default) or slices. A text that a\n"
              "            spreadsheet would take for a formula gets an apostrophe before it\n"
              "  svg, png  a picture of the lanes; png is the window's own\n"
              "  html      a page with the picture and the figures, which needs nothing else\n"
              "  otlp      OpenTelemetry spans in OTLP/JSON: one trace per run. With --endpoint they are\n"
              "            sent to a collector; the ids are always the same, so sending again does no harm"),
        {{words("to"), words("FORM"), words("chrome, perfetto, csv, svg, png, html or otlp")},
         outputOption(),
         forceOption(),
         {words("rows"), words("WHAT"), words("with --to csv: events or slices")},
         {words("uncompressed"), {}, words("with --to perfetto: for tools that cannot inflate")},
         {words("endpoint"), words("URL"),
          words("with --to otlp: a collector, such as http://localhost:4318")},
         {words("header"), words("TEXT"),
          words("with --endpoint: a header, NAME: VALUE; may be given again")},
         {words("size"), words("WxH"), words("with --to png: size of the picture (1600x1000)")},
         {words("theme"), words("light|dark"), words("with --to png: its colours")},
         helpOption(),
         versionOption()}};
}

CommandSpec cutSpec()
{
    return {words("cut"),
            words("FILE"),
            1,
            1,
            words("Writes a part of a recording as a recording of its own. What had begun before the part\n"
                  "begins with it, each task in the state it was in; what lasts longer stays open."),
            {outputOption(),
             forceOption(),
             {words("from"), words("SECONDS"),
              words("since the recording began; with --run, since each run began")},
             {words("to"), words("SECONDS"), words("up to there, included")},
             {words("run"), words("NAME"), words("keep only runs of this name; may be given again")},
             {words("task"), words("NAME"),
              words("keep only tasks of this name or coroutine; may be given again")},
             helpOption(),
             versionOption()}};
}

CommandSpec mergeSpec()
{
    return {
        words("merge"),
        words("FILE…"),
        2,
        1 << 20,
        words("Writes one recording with the runs of several, end to end. Runs of one name count as repeats\n"
              "of each other (see loopscope stats). What each file says about itself is kept."),
        {outputOption(), forceOption(), helpOption(), versionOption()}};
}

const QHash<QString, ExportFormat> &exportFormats()
{
    static const QHash<QString, ExportFormat> formats{
        {words("chrome"), ExportFormat::Chrome}, {words("perfetto"), ExportFormat::Perfetto},
        {words("csv"), ExportFormat::CsvEvents}, {words("svg"), ExportFormat::Svg},
        {words("html"), ExportFormat::Html},     {words("otlp"), ExportFormat::Otlp}};
    return formats;
}

/// Options that mean nothing with this format.
Result<void> checkExportOptions(const ParsedOptions &options, const QString &format)
{
    const QList<std::pair<const char *, const char *>> belong{
        {"rows", "csv"},      {"uncompressed", "perfetto"},
        {"endpoint", "otlp"}, {"header", "otlp"},
        {"size", "png"},      {"theme", "png"}};
    for (const auto &[option, with] : belong) {
        if (options.has(words(option)) && format != words(with))
            return refuse<void>("--%1 goes with --to %2", {words(option), words(with)});
    }
    if (options.has(words("header")) && !options.has(words("endpoint")))
        return refuse<void>("--%1 goes with --%2", {words("header"), words("endpoint")});
    if (options.has(words("endpoint")) && options.has(words("output")))
        return refuse<void>("--endpoint sends and --output writes: give one of them", {});
    const bool isBinary = format == words("perfetto") || format == words("png");
    if (isBinary && !options.has(words("output")))
        return refuse<void>("--to %1 needs a file to write: -o FILE", {format});
    return {};
}

/// The window draws it, as it draws --screenshot.
Result<Command> pngCommand(const ParsedOptions &options)
{
    const auto theme = oneOf(options, words("theme"), {words("light"), words("dark")});
    const auto size = sizeOf(options);
    if (const Problem *problem = firstProblem(theme, size))
        return failure(*problem);
    ScreenshotRequest picture;
    picture.file = options.value(words("output"));
    picture.size = *size;
    picture.panel = words("timeline");
    picture.overwrite = overwriteOf(options);
    picture.format = PictureFormat::Png;
    OpenWindow window;
    window.files = options.operands;
    window.theme = *theme;
    window.screenshot = picture;
    return window;
}

Result<Command> exportCommand(const ParsedOptions &options)
{
    const QString format = options.value(words("to"));
    if (!options.has(words("to")))
        return refuse<Command>("export needs --to FORM (see loopscope export --help)", {});
    const auto known =
        oneOf(options, words("to"), words("chrome perfetto csv svg png html otlp").split(u' '));
    const auto rows = oneOf(options, words("rows"), {words("events"), words("slices")});
    const auto good = checkExportOptions(options, format);
    if (const Problem *problem = firstProblem(known, rows, good))
        return failure(*problem);
    if (format == words("png"))
        return pngCommand(options);
    ExportRecording command;
    command.file = options.operands.first();
    command.format = *rows == words("slices") ? ExportFormat::CsvSlices : exportFormats().value(format);
    command.output = options.value(words("output"));
    command.overwrite = overwriteOf(options);
    command.packing = options.has(words("uncompressed")) ? Packing::Plain : Packing::Compressed;
    command.endpoint = options.value(words("endpoint"));
    command.headers = options.values(words("header"));
    return command;
}

Result<Command> cutCommand(const ParsedOptions &options)
{
    const auto from = secondsOf(options, words("from"));
    const auto to = secondsOf(options, words("to"));
    if (const Problem *problem = firstProblem(from, to))
        return failure(*problem);
    if (!options.has(words("output")))
        return refuse<Command>("%1 needs a file to write: -o FILE", {words("cut")});
    return CutRecording{
        options.operands.first(),     options.value(words("output")), overwriteOf(options), *from, *to,
        options.values(words("run")), options.values(words("task"))};
}

Result<Command> mergeCommand(const ParsedOptions &options)
{
    if (!options.has(words("output")))
        return refuse<Command>("%1 needs a file to write: -o FILE", {words("merge")});
    return MergeRecordings{options.operands, options.value(words("output")), overwriteOf(options)};
}

Result<Command> compareCommand(const ParsedOptions &options)
{
    const auto failAbove = fractionOf(options, words("fail-above"));
    if (!failAbove)
        return failure(failAbove.error());
    return CompareRecordings{options.operands[0], options.operands[1], *failAbove, outputOf(options)};
}

} // namespace

QList<CommandSpec> recordingSpecs()
{
    return {statsSpec(), compareSpec(), exportSpec(), cutSpec(), mergeSpec()};
}

std::optional<Result<Command>> recordingCommand(const QString &name, const ParsedOptions &options)
{
    if (name == words("stats"))
        return ShowStats{options.operands.first(), outputOf(options)};
    if (name == words("compare"))
        return compareCommand(options);
    if (name == words("export"))
        return exportCommand(options);
    if (name == words("cut"))
        return cutCommand(options);
    if (name == words("merge"))
        return mergeCommand(options);
    return std::nullopt;
}

} // namespace loopscope
