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
              "Exit status: 0, or 3 with --fail-above, 2 a file or the call is wrong."),
        {{words("fail-above"), words("5%"),
          words("exit with 3 if a run or task is slower by more than that beyond the noise")},
         jsonOption(),
         helpOption(),
         versionOption()}};
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
    return {statsSpec(), compareSpec()};
}

std::optional<Result<Command>> recordingCommand(const QString &name, const ParsedOptions &options)
{
    if (name == words("stats"))
        return ShowStats{options.operands.first(), outputOf(options)};
    if (name == words("compare"))
        return compareCommand(options);
    return std::nullopt;
}

} // namespace loopscope
