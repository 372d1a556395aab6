// SPDX-License-Identifier: MIT
#include "app/command_table.h"

#include "app/option_values.h"

namespace loopscope {

OptionSpec helpOption()
{
    return {words("help"), {}, words("print this and exit")};
}

OptionSpec versionOption()
{
    return {words("version"), {}, words("print the version and exit")};
}

OptionSpec jsonOption()
{
    return {words("json"), {}, words("print JSON for programs instead of text for people")};
}

CommandSpec windowSpec(const QString &name)
{
    CommandSpec spec;
    spec.name = name;
    spec.operands = words(name.isEmpty() ? "[FILE…]" : "FILE…");
    spec.fewest = name.isEmpty() ? 0 : 1;
    spec.about = words(
        name.isEmpty()
            ? "Shows on a timeline how coroutines suspend, wait and resume. Opens plans and recordings.\n\n"
              "Commands (each has its own --help):\n"
              "  open FILE…   open plans and recordings in the window\n"
              "  run PLAN     run a plan without a window\n"
              "  check PLAN…  say what is wrong with plans\n"
              "  plans        list the built-in plans\n"
              "  show FILE    say what a recording holds\n"
              "  stats FILE   say how long its runs and tasks take, over all repeats\n"
              "  compare A B  say what is slower in B, and what may be chance\n"
              "  export FILE  write a recording in another form\n"
              "  cut FILE     write a part of a recording\n"
              "  merge A B…   write several recordings as one\n"
              "  listing PLAN print a plan as a Python or C++ program"
            : "Opens plans and recordings in the window.");
    spec.options = {
        {words("clock"), words("real|virtual"), words("the clock plans run on")},
        {words("theme"), words("light|dark"), words("colours of the window")},
        {words("lang"), words("en|zh_CN"), words("language of the window")},
        {words("scale"), words("N"), words("enlarge everything N times")},
        {words("trace"), words("FILE"), words("trace what the window itself does; Loopscope and Perfetto open it")},
        {words("screenshot"), words("FILE"),
         words("write a picture of the window to FILE and exit; a plan runs first")},
        {words("run"), words("NAME"), words("with --screenshot: the run that --at and --select mean")},
        {words("at"), words("SECONDS"), words("with --screenshot: put the playhead there")},
        {words("during"), words("SECONDS"),
         words("with --screenshot: take it while the plan runs, so long after its start")},
        {words("select"), words("WHAT"),
         words("with --screenshot: an event 18, a task b, a request request:2")},
        {words("size"), words("WxH"), words("with --screenshot: size of the window (1600x1000)")},
        {words("panel"), words("NAME"),
         words("with --screenshot: only timeline, log, plans, plan, inspector or json")},
        helpOption(),
        versionOption()};
    return spec;
}

CommandSpec runSpec()
{
    return {words("run"),
            words("PLAN"),
            1,
            1,
            words("Runs a plan without a window: prints what it prints, then what each run cost,\n"
                  "then which of its claims hold. PLAN is a file or the name of a built-in plan.\n"
                  "With --repeat all runs are run N times, in rounds, each round is judged by itself, and\n"
                  "statistics are printed (see loopscope stats).\n"
                  "Exit status: 0 every run ended with a result and every claim held, 1 one did\n"
                  "not, 2 the plan, its claims or the call are wrong, 130 interrupted."),
            {{words("run"), words("NAME"), words("run only this run of the plan; may be given again")},
             {words("clock"), words("real|virtual"), words("wait for real, or let time jump (virtual)")},
             {words("repeat"), words("N"), words("run them N times, and print statistics")},
             {words("warmup"), words("K"), words("run them K times before that; recorded, not counted")},
             {words("log"), words("FILE"), words("write the event log as JSON Lines; - prints it alone")},
             {words("record"), words("FILE"), words("write a recording, which Loopscope and Perfetto open")},
             {words("force"), {}, words("let --record and --log replace a file")},
             jsonOption(),
             helpOption(),
             versionOption()}};
}

CommandSpec checkSpec()
{
    return {words("check"),
            words("PLAN…"),
            1,
            1 << 20,
            words("Lists every problem of the plans, and of the claims beside them, one on a line:\n"
                  "FILE:LINE:COLUMN: path: what is wrong.\n"
                  "Exit status: 0 none, 2 there are problems."),
            {jsonOption(), helpOption(), versionOption()}};
}

CommandSpec plansSpec()
{
    return {words("plans"),
            {},
            0,
            0,
            words("Lists the built-in plans and what each of them teaches."),
            {jsonOption(), helpOption(), versionOption()}};
}

CommandSpec showSpec()
{
    return {words("show"),
            words("FILE"),
            1,
            1,
            words("Says what a recording holds: its runs, their tasks and costs."),
            {jsonOption(), helpOption(), versionOption()}};
}

CommandSpec listingSpec()
{
    return {
        words("listing"),
        words("PLAN"),
        1,
        1,
        words("Prints a plan as a program that does and prints the same: a Python script on asyncio, or a\n"
              "C++ program on QCoro. PLAN is a file or the name of a built-in plan."),
        {{words("language"), words("python|cpp"), words("the language to print it in (python)")},
         jsonOption(),
         helpOption(),
         versionOption()}};
}

} // namespace loopscope
