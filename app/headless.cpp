// SPDX-License-Identifier: MIT
#include "app/headless.h"

#include "app/check_command.h"
#include "app/export_command.h"
#include "app/listing_command.h"
#include "app/parts_command.h"
#include "app/run_command.h"
#include "app/show_command.h"
#include "app/stats_command.h"
#include "app/terminal.h"

namespace loopscope {

namespace {

int carriedOut(const Command &command)
{
    if (const auto *print = std::get_if<PrintText>(&command)) {
        printText(print->text);
        return ExitGood;
    }
    if (const auto *check = std::get_if<CheckPlans>(&command))
        return checkPlans(*check);
    if (const auto *list = std::get_if<ListPlans>(&command))
        return listPlans(*list);
    if (const auto *show = std::get_if<ShowRecording>(&command))
        return showRecording(*show);
    if (const auto *stats = std::get_if<ShowStats>(&command))
        return showStats(*stats);
    if (const auto *compare = std::get_if<CompareRecordings>(&command))
        return compareRecordings(*compare);
    if (const auto *exported = std::get_if<ExportRecording>(&command))
        return exportRecording(*exported);
    if (const auto *cut = std::get_if<CutRecording>(&command))
        return cutRecording(*cut);
    if (const auto *merge = std::get_if<MergeRecordings>(&command))
        return mergeRecordings(*merge);
    if (const auto *listing = std::get_if<ShowListing>(&command))
        return showListing(*listing);
    if (const auto *run = std::get_if<RunPlan>(&command))
        return runPlan(*run);
    return ExitMisuse;
}

} // namespace

int runHeadless(const Command &command)
{
    const int code = carriedOut(command);
    if (const auto problem = outputProblem()) {
        printProblem(*problem);
        return ExitMisuse; // half an answer is none
    }
    return code;
}

} // namespace loopscope
