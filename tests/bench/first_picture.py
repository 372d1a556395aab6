#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""From opening a recording to the first picture of it, and how the window does meanwhile; beside the time in which
Perfetto's trace processor loads the same file, in the same run.

first_picture.py BUILD [--sizes N ...] [--rounds N]

BUILD is a release build; build its targets bench_recordings and bench_first_picture. The window is Qt's offscreen one.
Medians; the longest stall and the slowest paint are the worst of all rounds.
"""

import argparse
import os
import pathlib
import statistics
import tempfile

import recordings


def measure(build, slices, rounds, folder):
    file = folder / "x.pftrace"
    recordings.run(build / "tests/bench/bench_recordings", "write", slices, file)
    opened, judged = [], []
    for _ in range(rounds):
        opened.append(recordings.run(build / "tests/bench/bench_first_picture", file))
        judged.append(recordings.judge(file))

    def of(key, which=statistics.median):
        return which(one[key] for one in opened)
    line = f"| {slices:,} | {of('events'):,} | {of('first_ms'):.0f} ms | {of('first_events'):,.0f} | "
    line += f"{of('all_ms') / 1000:.2f} s | {of('longest_ms', max):.1f} ms | {of('p99_ms'):.1f} ms | "
    line += f"{of('paint_ms', max):.1f} ms | "
    if judged[0]:
        theirs = statistics.median(one[0] for one in judged) * 1000
        line += f"{theirs / 1000:.2f} s | 1/{theirs / of('first_ms'):.0f} |"
    return line


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10**5, 10**6, 10**7])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.getloadavg()[0] > 1.5:
        print(f"busy: the load is {os.getloadavg()[0]:.1f}, expect noise")
    print("| slices | events | first picture | events on it | all | longest stall | p99 of stalls | slowest paint | "
          "trace processor | first picture to that |\n|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for slices in options.sizes:
            print(measure(options.build, slices, options.rounds, pathlib.Path(folder)), flush=True)


if __name__ == "__main__":
    main()
