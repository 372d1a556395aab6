#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a record costs: nanoseconds beside LTTng-UST in turns, and instructions counted by callgrind.

hot_path.py BUILD [--rounds N]

BUILD is a release build with the targets bench_hot_path and, where liblttng-ust-dev is installed, bench_lttng. LTTng's
column needs lttng-tools, the count needs valgrind; what is missing is left out and said.
"""

import argparse
import contextlib
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile


def quiet(*words, check=True):
    return subprocess.run([str(word) for word in words], check=check, capture_output=True, text=True)


@contextlib.contextmanager
def lttng_session():
    """Records everything of bench_lttng into a folder that is thrown away."""
    quiet("lttng-sessiond", "--daemonize", "--no-kernel", check=False)
    with tempfile.TemporaryDirectory() as folder:
        quiet("lttng", "create", "loopscope_bench", "--output", folder)
        try:
            quiet("lttng", "enable-channel", "--userspace", "--subbuf-size=16M", "--num-subbuf=8", "bench")
            quiet("lttng", "enable-event", "--userspace", "--channel=bench", "loopscope_bench:record")
            quiet("lttng", "start")
            yield
        finally:
            quiet("lttng", "destroy", "loopscope_bench", check=False)


def instructions(bench, way):
    """Of one record, the loop around it taken off: the difference of two counts."""
    def count(records):
        with tempfile.NamedTemporaryFile() as out:
            said = quiet("valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", bench, "count", way, records)
        return int(re.search(r"Collected : (\d+)", said.stderr).group(1))
    return (count(12000) - count(2000)) / 10000


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    bench, lttng = (options.build / "tests/bench" / name for name in ("bench_hot_path", "bench_lttng"))
    figures = []
    has_lttng = lttng.exists() and shutil.which("lttng-sessiond")
    with lttng_session() if has_lttng else contextlib.nullcontext():
        for _ in range(options.rounds):
            figures.append(json.loads(quiet(bench, "time").stdout))
            if has_lttng:
                figures[-1].update(json.loads(quiet(lttng).stdout))
    median = {way: statistics.median(one[way] for one in figures) for way in figures[0]}
    print("| way | ns | to raw |\n|---|---|---|")
    for way, ns in median.items():
        print(f"| {way} | {ns:.2f} | {ns / median['raw']:.2f} |")
    size = json.loads(quiet(bench, "bytes", 10**6).stdout)
    print(f"in the file: {size['plain'] / size['events']:.1f} bytes an event, {size['compressed'] / size['events']:.1f} compressed")
    if not has_lttng:
        print("without LTTng: liblttng-ust-dev and lttng-tools are needed, and then bench_lttng")
    if not shutil.which("valgrind"):
        return print("without instructions: valgrind is needed")
    loop = instructions(bench, "empty")
    print(", ".join(f"{way} {instructions(bench, way) - loop:.1f}" for way in ("on", "slice", "off", "loop")), "instructions")


if __name__ == "__main__":
    main()
