#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts each mistake of mutants.txt into a copy of the project and sees whether a test notices.

mutants.py SCRATCH [NAME...]

SCRATCH is a folder for the copy and its build (preset dev), used again the next time. What became of each mutant is
added to SCRATCH/results.txt; those that stand there already are left out. Only NAMEs are tried where some are given.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FIRST = "tst_conformance"
SECONDS = 120


class Mutant:
    def __init__(self, text):
        head, path, *lines = text.strip("\n").split("\n")
        self.name, self.about = head.split(": ", 1)
        self.path = pathlib.Path("core/loop") / path
        self.before = "\n".join(line[2:] for line in lines if line.startswith("<"))
        self.after = "\n".join(line[2:] for line in lines if line.startswith(">"))

    def applied(self, source):
        if source.count(self.before) != 1:
            sys.exit(f"{self.name}: its text stands {source.count(self.before)} times in {self.path}")
        return source.replace(self.before, self.after)


def read_mutants():
    text = (HERE / "mutants.txt").read_text(encoding="utf-8")
    return [Mutant(part) for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]]


class Copy:
    """The project in a folder of its own, built there."""

    def __init__(self, scratch):
        self.source = scratch / "source"
        self.build_dir = self.source / "build" / "dev"
        files = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        for name in files.decode().rstrip("\0").split("\0"):
            self.write(name, (ROOT / name).read_bytes())
        if not (self.build_dir / "build.ninja").exists():
            fast_linker = ["-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=gold"] if shutil.which("ld.gold") else []
            subprocess.run(["cmake", "--preset", "dev", *fast_linker], cwd=self.source, stdout=subprocess.DEVNULL,
                           check=True)

    def write(self, name, content):
        """What has not changed keeps its time, so that it is not compiled again."""
        path = self.source / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def build(self, targets):
        done = subprocess.run(["cmake", "--build", self.build_dir, "-j", "2", "--target", *targets],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return None if done.returncode == 0 else done.stdout

    def passes(self, test):
        try:
            done = subprocess.run([self.build_dir / "tests" / test], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def fate(copy, tests, nearest=FIRST):
    """Which test notices, or that none does. Those that are likely to are built first."""
    groups = [[FIRST], [nearest] if nearest in tests else [], [test for test in tests if test != nearest]]
    for group in filter(None, groups):
        errors = copy.build(group)
        if errors:
            return "does not compile\n" + errors
        for test in group:
            if not copy.passes(test):
                return "killed by " + test
    return "survived"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    tests = sorted(path.stem for path in (ROOT / "tests/core/loop").glob("tst_*.cpp"))
    mutants = read_mutants()
    for mutant in mutants:
        mutant.applied((ROOT / mutant.path).read_text(encoding="utf-8"))
    copy = Copy(options.scratch.resolve())
    originals = {mutant.path: (copy.source / mutant.path).read_text(encoding="utf-8") for mutant in mutants}
    if (problem := fate(copy, tests)) != "survived":
        sys.exit("without any mutant: " + problem)
    results = options.scratch / "results.txt"
    known = results.read_text(encoding="utf-8") if results.exists() else ""
    for mutant in mutants:
        if options.names and mutant.name not in options.names or f"{mutant.name}: " in known and not options.names:
            continue
        copy.write(mutant.path, mutant.applied(originals[mutant.path]).encode())
        became = fate(copy, tests, "tst_" + mutant.path.stem)
        copy.write(mutant.path, originals[mutant.path].encode())
        print(f"{mutant.name}: {became}", flush=True)
        with open(results, "a", encoding="utf-8") as file:
            file.write(f"{mutant.name}: {became.splitlines()[0]}\n")


if __name__ == "__main__":
    main()
