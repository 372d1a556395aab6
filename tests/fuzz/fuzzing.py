# SPDX-License-Identifier: MIT
"""What the fuzzers share: the reference, the arguments, and giving a batch of plans to the program."""

import argparse
import json
import pathlib
import subprocess
import sys

CONFORMANCE = pathlib.Path(__file__).parent.parent / "conformance"
SKIPPED = 77
BATCH = 200

if sys.version_info[:2] != (3, 11):
    print("the logs of other versions than CPython 3.11 differ (core/plan/PLAN.md, 5): nothing compared")
    sys.exit(SKIPPED)
sys.path.insert(0, str(CONFORMANCE / "reference"))


def arguments(description):
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("plan_logs", help="the program of that name")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--keep", help="a folder for the plans that differ", type=pathlib.Path)
    return parser.parse_args()


def run_program(program, plans, folder, *options):
    """The logs that the program writes of these plans; None for one it refuses."""
    paths = []
    for number, plan in enumerate(plans):
        paths.append(pathlib.Path(folder) / f"{number}.json")
        paths[-1].write_text(json.dumps(plan), encoding="utf-8")
    for first in range(0, len(paths), BATCH):
        status = subprocess.run([program, *options, *paths[first:first + BATCH]]).returncode
        if status:
            sys.exit(f"{program} ended with status {status}")
    logs = (path.with_name(path.name + ".log") for path in paths)
    return [log.read_text(encoding="utf-8") if log.exists() else None for log in logs]


def keep(options, number, plan):
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        (options.keep / f"{options.seed}-{number}.json").write_text(json.dumps(plan, indent=1), encoding="utf-8")
