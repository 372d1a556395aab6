#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Recordings: bytes in the file, and the time to open it beside Perfetto's trace processor on the same file.

recordings.py BUILD [--sizes N ...] [--rounds N]

BUILD is a release build (app/run --build-only makes build/release; then: cmake --build build/release --target
bench_recordings). The trace processor is the one of tests/support/trace_processor/get; without it its columns are empty.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

JUDGE = pathlib.Path.home() / ".cache/loopscope/trace_processor/query"


def run(*words):
    return json.loads(subprocess.run([str(word) for word in words], check=True, capture_output=True).stdout)


def judge(file):
    """Seconds, and the number of slices; None where it is not here."""
    if not JUDGE.exists():
        return None
    begin = time.monotonic()
    out = subprocess.run([JUDGE, file, "select count(*) from slice"], check=True, capture_output=True).stdout
    return time.monotonic() - begin, int(out)


def measure(bench, slices, rounds, folder):
    file, plain = folder / "x.pftrace", folder / "plain.pftrace"
    written = run(bench, "write", slices, file)
    unpacked = run(bench, "write", slices, plain, "plain")
    opened, judged = [], []
    for _ in range(rounds):
        opened.append(run(bench, "open", file))
        judged.append(judge(file))
    plain.unlink()
    seconds = statistics.median(one["seconds"] for one in opened)
    first = statistics.median(one["first_events_seconds"] for one in opened)
    peak = max(one["peak_kb"] for one in opened) * 1024
    line = f"| {slices:,} | {written['events']:,} | {unpacked['bytes'] / unpacked['events']:.1f} | "
    line += f"{written['bytes'] / written['events']:.1f} | {seconds:.2f} s | {first * 1000:.0f} ms | "
    if judged[0]:
        theirs = statistics.median(one[0] for one in judged)
        found = judged[0][1]
        line += f"{theirs:.2f} s | 1/{theirs / seconds:.1f} | {unpacked['bytes'] / unpacked['track_events']:.1f}, "
        line += f"{written['bytes'] / unpacked['track_events']:.1f} | {peak / found:.0f} |"
    return line


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10**5, 10**6, 10**7])
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if os.getloadavg()[0] > 1.5:
        print(f"busy: the load is {os.getloadavg()[0]:.1f}, expect noise")
    print("| slices | events | bytes an event | compressed | open | first events | trace processor | ratio | "
          "bytes a begin, end or instant | peak bytes a slice |\n|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for slices in options.sizes:
            bench = options.build / "tests/bench/bench_recordings"
            print(measure(bench, slices, options.rounds, pathlib.Path(folder)), flush=True)


if __name__ == "__main__":
    main()
