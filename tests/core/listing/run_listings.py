#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs Python listings on a virtual clock: run_listings.py REFERENCE_DIR LISTING...

Writes one JSON object: what each listing printed, by its path. The listings are plain asyncio and know nothing of this;
the loop's clock, and with it time.sleep and what runs in threads, is that of the conformance tests' reference, as is the
order in which asyncio goes through its sets. An error that leaves asyncio.run does not keep the next run from beginning.
"""
import asyncio
import contextlib
import gc
import io
import itertools
import json
import logging
import re
import runpy
import sys
import time
import warnings

sys.path.insert(0, sys.argv[1])
import reference  # noqa: E402

REAL_RUN = asyncio.run


class ListingLoop(reference.VirtualLoop):
    """Names its tasks from Task-1, as each run of a plan does."""

    def __init__(self):
        super().__init__(self.stalled)
        self.numbers, self.made, self.stalls, self.job = itertools.count(1), [], 0, None

    def create_task(self, coro, *, name=None, context=None):
        number = next(self.numbers)
        task = super().create_task(coro, name=name or f"Task-{number}", context=context)
        self.made.append(task)
        return task

    def stalled(self):
        self.stalls += 1
        if self.stalls == 1 and not self.made[0].done():
            self.made[0].cancel()
        else:
            self.stop()

    def run_in_executor(self, executor, function, *args):
        """Runs the job at once, and has its result when the time is over that it slept."""
        self.job = 0
        try:
            job = function.args[0]
            if job.__name__ == "spin":
                self.job, value = function.args[1], function.args[2] if len(function.args) > 2 else None
            else:
                value = function(*args)
            seconds = self.job
        finally:
            self.job = None
        future = self.create_future()
        self.call_later(seconds, lambda: future.done() or future.set_result(value))
        return future


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        self.latest = ListingLoop()
        return self.latest


POLICY = Policy()


def sleep(seconds):
    loop = POLICY.latest
    if loop.job is None:
        loop.now_us += round(seconds * 1e6)
    else:
        loop.job += seconds


def run(main):
    try:
        REAL_RUN(main)
    except BaseException as error:  # noqa: B036: whatever a plan raises ends its run, not the others
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            raise


def prints_of(listing):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        runpy.run_path(listing, run_name="__main__")
    # What was never finished is thrown away now, and its "finally" must not print into the next one's text.
    with contextlib.redirect_stdout(io.StringIO()):
        gc.collect()
    # CPython puts a repr into two of its messages, which the plan language leaves out.
    text = re.sub(r"TaskGroup <.*?> (is )", r"TaskGroup \1", out.getvalue())
    return re.sub(r"(Task cannot await on itself): <.*?>+", r"\1", text)


def main():
    if sys.version_info < (3, 11):
        sys.exit("listings need CPython 3.11 or newer")
    asyncio.set_event_loop_policy(POLICY)
    asyncio.run, asyncio.TaskGroup, asyncio.as_completed = run, reference.OrderedGroup, reference.AS_COMPLETED
    asyncio.tasks.all_tasks = lambda loop: [task for task in loop.made if not task.done()]
    time.sleep = sleep
    logging.getLogger("asyncio").setLevel(logging.CRITICAL + 1)
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    answers = {}
    for listing in sys.argv[2:]:
        try:
            answers[listing] = prints_of(listing)
        except Exception as error:  # noqa: BLE001: a listing that is no Python is told of, too
            answers[listing] = f"{type(error).__name__}: {error}"
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
