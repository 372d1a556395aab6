#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The built-in plans on the real clock, and whether their claims hold there.

    tests/bench/claims.py build/release/loopscope [--rounds N] [PLAN]...

The tests judge them on the virtual clock, where times are exact; here each claim has its tolerance. Prints a line for
each claim that broke, with its figures, and the counts. Exit code 1 if one broke in more than half of the rounds.
"""
import argparse
import collections
import json
import subprocess
import sys


def names(program):
    out = subprocess.run([program, "plans"], check=True, capture_output=True, text=True).stdout
    return [line.split()[0] for line in out.splitlines() if line and not line.startswith(" ")]


def verdicts(program, plan):
    run = subprocess.run([program, "run", plan, "--clock", "real", "--json"], capture_output=True, text=True)
    if not run.stdout:
        sys.exit(f"{plan}: {run.stderr.strip()}")
    return json.loads(run.stdout)["claims"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("plans", nargs="*")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_intermixed_args()
    judged, broken = 0, collections.Counter()
    for _ in range(arguments.rounds):
        for plan in arguments.plans or names(arguments.program):
            for claim in verdicts(arguments.program, plan):
                judged += 1
                if claim["verdict"] != "held":
                    broken[plan, claim["id"]] += 1
                    print(f"{plan}: {claim['id']} {claim['verdict']}: {'; '.join(claim['figures'])}", flush=True)
    print(f"{judged} claims judged in {arguments.rounds} rounds, {judged - sum(broken.values())} held")
    sys.exit(any(count * 2 > arguments.rounds for count in broken.values()))


if __name__ == "__main__":
    main()
