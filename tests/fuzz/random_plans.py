#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random plans: the program's event log is CPython's, byte for byte.

random_plans.py PLAN_LOGS [--seed N] [--count N] [--keep FOLDER]
"""

import asyncio
import gc
import io
import random
import sys
import tempfile
import warnings

import fuzzing
import reference
from plan_maker import PlanMaker
from plancheck import Checker

# Before 3.11.4 with_timeout counts cancellations otherwise (core/plan/PLAN.md, 5).
WITHOUT = ("with_timeout", "reschedule") if sys.version_info < (3, 11, 4) else ()


class WatchfulRun(reference.Run):
    """Tells of tasks that callbacks make in the last four passes, too, which the reference does not see."""

    def factory(self, loop, coro, **kwargs):
        if coro.__name__ in ("shutdown_asyncgens", "shutdown_default_executor"):
            return asyncio.Task(coro, loop=loop, **kwargs)
        return super().factory(loop, coro, **kwargs)


class RingTask(reference.TracedTask):
    """Notices tasks that wait for each other: to cancel one, CPython recurses until it may not any more."""

    deepest, depth, ring = 500, 0, False

    def cancel(self, msg=None):
        RingTask.depth += 1
        RingTask.ring |= RingTask.depth > RingTask.deepest
        try:
            return super().cancel(msg)
        finally:
            RingTask.depth -= 1


def watch():
    set_factory = reference.VirtualLoop.set_task_factory
    reference.VirtualLoop.set_task_factory = lambda loop, factory: factory and set_factory(loop, factory)
    reference.TracedTask = RingTask


def log_of(plan):
    """CPython's log; None where it recursed."""
    RingTask.ring, out = False, io.StringIO()
    try:
        WatchfulRun(plan, plan["runs"][0], "virtual", out).execute()
    except RecursionError:
        return None
    finally:
        gc.collect()    # coroutines that were thrown away run their "finally" steps now, not inside the next run
    return None if RingTask.ring else out.getvalue()


def first_difference(ours, theirs):
    ours, theirs = (ours or "").split("\n"), theirs.split("\n")
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        if a != b:
            return f"line {number}\n  ours    {a}\n  CPython {b}"
    return f"line {min(len(ours), len(theirs)) + 1}: one of the logs ends"


def main():
    options = fuzzing.arguments(__doc__)
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    sys.unraisablehook = lambda _: None     # coroutines that the reference throws away at the end of a run
    watch()
    gc.disable()
    plans, logs = [], []
    for number in range(options.count):
        plan = PlanMaker(random.Random(f"{options.seed} {number}"), WITHOUT).plan()
        Checker().check(plan)
        log = log_of(plan)
        if log is not None:
            plans.append(plan)
            logs.append(log)
        gc.freeze()         # what is kept need not be looked at again
    with tempfile.TemporaryDirectory() as folder:
        ours = fuzzing.run_program(options.plan_logs, plans, folder)
    wrong = [number for number in range(len(plans)) if ours[number] != logs[number]]
    for number in wrong:
        fuzzing.keep(options, number, plans[number])
        print(f"plan {number}: {first_difference(ours[number], logs[number])}")
    print(f"{len(plans)} of {options.count} random plans compared with CPython, {len(wrong)} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
