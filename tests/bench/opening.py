#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long other programs' traces take to open, beside Perfetto's trace processor on the same files, in one run.

    opening.py BUILD [--slices 100000,1000000,10000000] [--rounds 5] [--folder /tmp]

BUILD is a release build; the trace processor is what tests/support/trace_processor/get has put into its place, or what
LOOPSCOPE_TRACE_PROCESSOR names. Prints medians; memory is the peak over an opening of a trace without slices.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time


def trace_processor():
    chosen = os.environ.get("LOOPSCOPE_TRACE_PROCESSOR")
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    path = pathlib.Path(chosen) if chosen else cache / "loopscope/trace_processor/query"
    return path if path.exists() else None


def run(command):
    """Seconds, peak memory in bytes, and what it printed."""
    begin = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} failed on {command[1]}")
    return time.monotonic() - begin, usage.ru_maxrss * 1024, out.split()


def measure(build, judge, trace, rounds):
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(run([build / "tests/bench/bench_open", trace]))
        if judge:
            theirs.append(run([judge, trace, "select count(*) from slice"]))
    if theirs and theirs[0][2][-1] != ours[0][2][1]:
        sys.exit(f"{trace}: {ours[0][2][1]} slices, the trace processor counts {theirs[0][2][-1]}")
    return ours, theirs


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=pathlib.Path)
    options.add_argument("--slices", default="100000,1000000,10000000")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/tmp"))
    options = options.parse_args()
    judge = trace_processor()
    if not judge:
        print("Perfetto's trace processor is not here: run tests/support/trace_processor/get once to have it")
    print("| file | slices | ours | MB/s | B/slice at peak, kept | trace processor | B/slice at peak | ratio |")
    print("|---|---|---|---|---|---|---|---|")
    for count in map(int, options.slices.split(",")):
        traces = [options.folder / f"opening-{count}.{kind}" for kind in ("json", "pftrace")]
        subprocess.run([options.build / "tests/bench/make_trace", str(count), *traces], check=True)
        for trace in traces:
            size = trace.stat().st_size
            ours, theirs = measure(options.build, judge, trace, options.rounds)
            took = statistics.median(one[0] for one in ours)
            peak, kept = ours[0][1] / count, int(ours[0][2][3]) / count
            line = f"| {trace.suffix[1:]} | {count:,} | {took:.2f} s | {size / took / 1e6:.0f} | {peak:.0f}, {kept:.0f} |"
            if theirs:
                other = statistics.median(one[0] for one in theirs)
                copy = size if judge else 0     # it is given the file in memory
                line += f" {other:.2f} s | {(theirs[0][1] - copy) / count:.0f} | {other / took:.1f} |"
            print(line, flush=True)
            trace.unlink()


if __name__ == "__main__":
    main()
