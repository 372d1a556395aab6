// SPDX-License-Identifier: MIT
#include "app/command_line.h"

#include "app/command_table.h"
#include "app/option_values.h"
#include "app/recording_commands.h"

namespace loopscope {

namespace {

Result<ClockChoice> clockOf(const ParsedOptions &options, ClockChoice otherwise)
{
    const QString name = options.value(words("clock"));
    if (!options.has(words("clock")))
        return otherwise;
    if (name == words("real"))
        return ClockChoice::Real;
    if (name == words("virtual"))
        return ClockChoice::Virtual;
    return refuse<ClockChoice>("--clock is real or virtual, not \"%1\"", {name});
}

Result<std::optional<ScreenshotRequest>> screenshotOf(const ParsedOptions &options)
{
    if (!options.has(words("screenshot"))) {
        for (const char *name : {"run", "at", "during", "select", "size", "panel"})
            if (options.has(words(name)))
                return refuse<std::optional<ScreenshotRequest>>("--%1 goes with --screenshot", {words(name)});
        return std::optional<ScreenshotRequest>();
    }
    const auto at = secondsOf(options, words("at"));
    const auto during = secondsOf(options, words("during"));
    const auto size = sizeOf(options);
    const auto panel =
        oneOf(options, words("panel"), words("timeline log plans plan inspector json").split(u' '));
    if (const Problem *problem = firstProblem(at, during, size, panel))
        return failure(*problem);
    return ScreenshotRequest{options.value(words("screenshot")),
                             options.value(words("run")),
                             *at,
                             *during,
                             options.value(words("select")),
                             *size,
                             *panel};
}

Result<double> scaleOf(const ParsedOptions &options)
{
    if (!options.has(words("scale")))
        return 1.0;
    bool good = false;
    const double scale = options.value(words("scale")).toDouble(&good);
    if (!good || !(scale >= 0.5 && scale <= 4))
        return refuse<double>("--scale needs a number from 0.5 to 4, not \"%1\"",
                              {options.value(words("scale"))});
    return scale;
}

Result<Command> windowCommand(const ParsedOptions &options)
{
    const auto clock = clockOf(options, ClockChoice::Real);
    const auto theme = oneOf(options, words("theme"), {words("light"), words("dark")});
    const auto language = oneOf(options, words("lang"), {words("en"), words("zh_CN")});
    const auto scale = scaleOf(options);
    const auto screenshot = screenshotOf(options);
    if (const Problem *problem = firstProblem(clock, theme, language, scale, screenshot))
        return failure(*problem);
    return OpenWindow{options.operands, options.has(words("clock")) ? std::optional(*clock) : std::nullopt,
                      *theme,           *language,
                      *scale,           *screenshot,
                      options.value(words("trace"))};
}

Result<std::optional<TimingSession>> sessionOf(const ParsedOptions &options)
{
    const auto repeats = countOf(options, words("repeat"), 1, 1);
    const auto warmups = countOf(options, words("warmup"), 0, 0);
    if (const Problem *problem = firstProblem(repeats, warmups))
        return failure(*problem);
    if (!options.has(words("repeat")) && !options.has(words("warmup")))
        return std::optional<TimingSession>();
    return std::optional(TimingSession{*repeats, *warmups});
}

Result<Command> runCommand(const ParsedOptions &options)
{
    const auto clock = clockOf(options, ClockChoice::Virtual);
    if (!clock)
        return failure(clock.error());
    if (options.value(words("log")) == words("-") && options.has(words("json")))
        return refuse<Command>("--log - and --json both want standard output", {});
    const auto session = sessionOf(options);
    if (!session)
        return failure(session.error());
    return RunPlan{options.operands.first(),
                   options.values(words("run")),
                   *clock,
                   *session,
                   options.value(words("log")),
                   options.value(words("record")),
                   overwriteOf(options),
                   outputOf(options)};
}

Result<Command> listingCommand(const ParsedOptions &options)
{
    const auto language = oneOf(options, words("language"), {words("python"), words("cpp")});
    if (!language)
        return failure(language.error());
    return ShowListing{options.operands.first(),
                       *language == words("cpp") ? ListingLanguage::Cpp : ListingLanguage::Python,
                       outputOf(options)};
}

Result<Command> commandOf(const CommandSpec &spec, const QStringList &behind)
{
    const auto options = parseOptions(spec, behind);
    if (!options)
        return failure(options.error());
    if (options->has(words("help")))
        return PrintText{helpText(spec)};
    if (options->has(words("version")))
        return PrintText{words("loopscope " LOOPSCOPE_VERSION "\n")};
    if (spec.name == words("run"))
        return runCommand(*options);
    if (spec.name == words("check"))
        return CheckPlans{options->operands, outputOf(*options)};
    if (spec.name == words("plans"))
        return ListPlans{outputOf(*options)};
    if (spec.name == words("show"))
        return ShowRecording{options->operands.first(), outputOf(*options)};
    if (spec.name == words("listing"))
        return listingCommand(*options);
    if (const auto onRecording = recordingCommand(spec.name, *options))
        return *onRecording;
    return windowCommand(*options);
}

/// Without Qt's own options, which have one dash and more than one letter, and mostly a value.
QStringList withoutQtOptions(const QStringList &given)
{
    static const QStringList alone{words("-reverse"), words("-nograb"), words("-dograb"), words("-sync")};
    QStringList kept;
    for (qsizetype at = 0; at < given.size(); ++at) {
        const bool ofQt = given[at].size() > 2 && given[at].startsWith(u'-') && given[at][1] != u'-';
        if (!ofQt)
            kept += given[at];
        else if (!alone.contains(given[at]) && !given[at].contains(u'='))
            ++at;
    }
    return kept;
}

} // namespace

Result<Command> parseCommandLine(const QStringList &given)
{
    const QString first = given.value(0);
    const QList<CommandSpec> specs =
        QList{runSpec(), checkSpec(), plansSpec(), showSpec(), listingSpec()} + recordingSpecs();
    for (const CommandSpec &spec : specs)
        if (spec.name == first)
            return commandOf(spec, given.mid(1));
    const QStringList kept = withoutQtOptions(given);
    if (kept.value(0) == words("open"))
        return commandOf(windowSpec(words("open")), kept.mid(1));
    return commandOf(windowSpec({}), kept);
}

} // namespace loopscope
