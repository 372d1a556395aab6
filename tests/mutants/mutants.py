#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Puts each mistake of mutants.txt into core/loop and sees whether a test notices.

mutants.py BUILD SCRATCH [NAME...]

BUILD is a build of the project with Ninja in which the conformance test and the tests of core/loop are built, such as
build/dev. Nothing in it is changed: what a mutant changes is compiled into SCRATCH and linked before the library. What
became of each mutant is added to SCRATCH/results.txt; those that stand there are left out, unless NAMEs are given.
"""

import argparse
import json
import pathlib
import re
import shlex
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

    def applied(self):
        source = (ROOT / self.path).read_text(encoding="utf-8")
        if source.count(self.before) != 1:
            sys.exit(f"{self.name}: its text stands {source.count(self.before)} times in {self.path}")
        return source.replace(self.before, self.after)


def read_mutants():
    text = (HERE / "mutants.txt").read_text(encoding="utf-8")
    return [Mutant(part) for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]]


class NotCompiled(Exception):
    pass


class Build:
    """How the build in a folder compiles and links, without doing so there."""

    def __init__(self, folder, scratch):
        self.folder, self.scratch = folder, scratch
        commands = json.loads((folder / "compile_commands.json").read_text(encoding="utf-8"))
        self.compile_command = {}
        for entry in commands:
            words = shlex.split(entry["command"])
            self.compile_command[words[words.index("-o") + 1]] = (words, pathlib.Path(entry["file"]))
        self.includes, current = {}, None
        for line in self.ninja("-t", "deps").splitlines():
            if line.startswith(" "):
                self.includes.setdefault(current, set()).add((folder / line.strip()).resolve())
            else:
                current = line.split(":")[0]

    def ninja(self, *words):
        return subprocess.run(["ninja", "-C", self.folder, *words], stdout=subprocess.PIPE, text=True, check=True).stdout

    def objects_of(self, path):
        """The objects of the library and of the tests that are made of this file."""
        return [name for name, files in self.includes.items() if path in files and name in self.compile_command
                and name.startswith(("core/", "tests/core/loop/", "tests/support/", "tests/conformance/"))]

    def compile(self, name):
        """The object `name` with the mutated file in the place of the original."""
        words, source = self.compile_command[name]
        mutated = self.scratch / source.relative_to(ROOT)
        out = self.scratch / name.replace("/", "_")
        words = [words[0], "-w", f"-I{self.scratch}", *words[1:]]
        words[words.index("-o") + 1] = str(out)
        words[words.index("-c") + 1] = str(mutated if mutated.exists() else source)
        if subprocess.run(words, cwd=self.folder, stderr=subprocess.PIPE).returncode:
            raise NotCompiled()
        return out

    def link(self, test, changed):
        """`test`, with the changed objects (name: file) before the libraries that hold them, too."""
        line = self.ninja("-t", "commands", f"tests/{test}").splitlines()[-1]
        words = shlex.split(line.removeprefix(": && ").removesuffix(" && :"))
        words = [str(changed.pop(word)) if word in changed else word for word in words]
        out = self.scratch / test
        words[words.index("-o") + 1] = str(out)
        library = next(number for number, word in enumerate(words) if word.endswith(".a"))
        ours = [str(file) for name, file in changed.items() if name.startswith(("core/", "tests/support/"))]
        linker = ["-fuse-ld=gold"] if shutil.which("ld.gold") else []
        subprocess.run([*words[:library], *ours, *words[library:], *linker], cwd=self.folder, check=True)
        return out


def passes(program):
    try:
        done = subprocess.run([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def fate(build, mutant, tests):
    """Which test notices, or that none does. The likely ones come first."""
    path = build.scratch / mutant.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(mutant.applied(), encoding="utf-8")
    changed = {}
    nearest = "tst_" + mutant.path.stem
    try:
        for test in [FIRST, *sorted(tests, key=lambda test: test != nearest)]:
            for name in build.objects_of((ROOT / mutant.path).resolve()):
                if name not in changed and (not name.startswith("tests/") or f"/{test}.dir/" in name
                                            or name.startswith("tests/support/")):
                    changed[name] = build.compile(name)
            if not passes(build.link(test, dict(changed))):
                return "killed by " + test
    except NotCompiled:
        return "does not compile"
    finally:
        path.unlink()
    return "survived"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    tests = sorted(path.stem for path in (ROOT / "tests/core/loop").glob("tst_*.cpp"))
    mutants = read_mutants()
    for mutant in mutants:
        mutant.applied()
    for test in [FIRST, *tests]:
        if not passes(options.build / "tests" / test):
            sys.exit(f"without any mutant: {test} fails, or is not built")
    options.scratch.mkdir(parents=True, exist_ok=True)
    build = Build(options.build.resolve(), options.scratch.resolve())
    results = options.scratch / "results.txt"
    known = results.read_text(encoding="utf-8") if results.exists() else ""
    for mutant in mutants:
        if options.names and mutant.name not in options.names or f"{mutant.name}: " in known and not options.names:
            continue
        became = fate(build, mutant, tests)
        print(f"{mutant.name}: {became}", flush=True)
        with open(results, "a", encoding="utf-8") as file:
            file.write(f"{mutant.name}: {became}\n")


if __name__ == "__main__":
    main()
