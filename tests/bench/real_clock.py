#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The tutorial's three runs on the real clock, here and in CPython's asyncio, turn about in one go.

    tests/bench/real_clock.py build/release/loopscope [ROUNDS]

Prints, for each run, what it should cost and how much later it was (minimum, median, maximum), side by side.
"""
import asyncio
import json
import statistics
import subprocess
import sys
import time

IDEAL = {"sequential": 4.0, "gather": 3.0, "wait": 3.0}


async def a():
    await asyncio.sleep(3)


async def b():
    await asyncio.sleep(1)


async def sequential():
    await a()
    await b()


async def gather():
    await asyncio.gather(a(), b())


async def wait():
    await asyncio.wait([asyncio.create_task(a()), asyncio.create_task(b())])


def in_asyncio(main):
    began = time.monotonic()
    asyncio.run(main())
    return time.monotonic() - began


def here(program):
    out = subprocess.run([program, "run", "tutorial", "--clock", "real", "--json"], check=True, capture_output=True)
    return {run["run"]: run["cost"] for run in json.loads(out.stdout)["runs"]}


def row(late):
    return "{:7.2f} {:7.2f} {:7.2f}".format(min(late) * 1e3, statistics.median(late) * 1e3, max(late) * 1e3)


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    ours, theirs = {name: [] for name in IDEAL}, {name: [] for name in IDEAL}
    for _ in range(rounds):
        for name, cost in here(program).items():
            ours[name].append(cost - IDEAL[name])
        for name in IDEAL:
            theirs[name].append(in_asyncio(globals()[name]) - IDEAL[name])
    print(f"{rounds} rounds; ms later than asked: minimum, median, maximum")
    print("run         asked    loopscope                 asyncio")
    for name, ideal in IDEAL.items():
        print(f"{name:10} {ideal:5.1f} s  {row(ours[name])}   {row(theirs[name])}")
    early = [name for name in IDEAL if min(ours[name]) < 0]
    slow = [name for name in IDEAL if statistics.median(ours[name]) > max(0.010, statistics.median(theirs[name]))]
    if early:
        print("EARLY:", *early)
    if slow:
        print("LATER THAN ASYNCIO AND THAN 10 ms:", *slow)
    return 1 if early or slow else 0


if __name__ == "__main__":
    sys.exit(main())
