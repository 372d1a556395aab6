#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words that must not be written, and where: check_words.py ROOT"""

import re
import sys

import sources

LICENCE = "// SPDX-License-Identifier: MIT"

# (pattern, folders it is banned from, folders it is allowed in all the same, why)
BANS = [
    (r"\bprocessEvents\b", ("core", "ui", "app"), (), "re-enters the event loop"),
    (r"\bQEventLoop\b", ("core", "ui", "app"), (), "nests an event loop"),
    (r"\bQCoro::waitFor\b", ("core", "ui", "app"), (), "nests an event loop"),
    (r"\busing\s+namespace\s+QCoro\b", ("core", "ui", "app", "tests"), (), "its waitFor nests an event loop"),
    (r"\bqWait\b|\bqSleep\b|\bsleep_for\b", ("core", "ui", "app", "tests"), (), "sleeps"),
    (r"\bQThread::create\b", ("core", "ui", "app", "tests"), (), "hides its races from ThreadSanitizer; derive"),
    (r"\b(SIGNAL|SLOT)\s*\(", ("core", "ui", "app", "tests"), (), "is checked at run time only"),
    (r"\bconst_cast\b", ("core", "ui", "app"), (), "breaks a promise"),
    (r"\btime_since_epoch\b", ("core", "ui", "app"), (), "mixes clocks; let types subtract"),
    (r"\bQCoro::detail\b|\bTaskPromise\b", ("core", "ui", "app"), ("core/coro",), "belongs to core/coro"),
    (r"\bQ(Color|Icon|Pixmap|Font|Painter)\b", ("core",), (), "is a look; core sends meaning"),
    (r"(?<![\w.])tr\s*\(", ("core",), (), "translates; core speaks in Problems"),
    (r"\busing\s+namespace\s+std\s*;", ("core", "ui", "app", "tests"), (), "hides where names come from"),
]
# These are looked for in comments, too.
NOTES = re.compile(r"\b(TODO|FIXME|XXX)\b")


def within(path, folders):
    return any(str(path).startswith(folder + "/") for folder in folders)


def check_file(path, text):
    problems = []
    if not text.startswith(LICENCE + "\n"):
        problems.append(f"{path}:1: the first line is not {LICENCE}")
    code = sources.code(text).splitlines()
    for pattern, banned, allowed, why in BANS:
        if within(path, banned) and not within(path, allowed):
            problems += [f"{path}:{number}: {found.group().strip()} {why}"
                         for number, line in enumerate(code, 1) if (found := re.search(pattern, line))]
    problems += [f"{path}:{number}: {found.group()} belongs into the tracker"
                 for number, line in enumerate(text.splitlines(), 1) if (found := NOTES.search(line))]
    return problems


def check(root):
    return [problem for path in sources.files(root, "core", "ui", "app", "tests")
            for problem in check_file(path, sources.text(root, path))]


if __name__ == "__main__":
    sys.exit(sources.report(check(sys.argv[1])))
