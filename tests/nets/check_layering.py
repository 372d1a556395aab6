#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who may include whom: check_layering.py ROOT [QT_INCLUDE_DIR]

Every folder that holds C++ files has a line in layering.txt; what a file includes must be allowed there. With
distribution packages link lists alone do not hold: <QtWidgets/QWidget> compiles in core, too. Without a folder of Qt's
headers qmake6 is asked for it.
"""

import pathlib
import re
import subprocess
import sys

import sources

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]', re.MULTILINE)
OURS = ("core", "ui", "app", "tests")
LIBRARIES = {"rapidjson": "rapidjson", "protozero": "protozero", "tl": "expected", "httplib.h": "httplib",
             "zlib.h": "zlib", "zstd.h": "zstd"}


def read_rules(path):
    rules = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            folder, allowed = line.split(":")
            rules[folder.strip()] = set(allowed.split())
    return rules


def qt_modules(include_dir):
    """Header name -> Qt module; of a name in several modules the one that sorts last, the higher one."""
    return {header.name: module.name for module in sorted(pathlib.Path(include_dir).glob("Qt*"))
            for header in module.iterdir()}


def owner(header, modules):
    """The word in layering.txt that allows an <include>, or None for the language's own headers."""
    first = header.split("/")[0]
    if first in LIBRARIES:
        return LIBRARIES[first]
    if re.match(r"q?coro", header, re.IGNORECASE):
        return "qcoro"
    if first.startswith("Qt") and "/" in header:
        return first
    if header in modules:
        return modules[header]
    if re.fullmatch(r"[a-z0-9_]+", header):
        return None
    return "system"


def check_quoted(path, header, allowed):
    if header.endswith(".moc"):
        return None
    top, _, _ = header.partition("/")
    if top not in OURS or "/" not in header:
        return f'"{header}" is not written from the root'
    folder = str(pathlib.PurePosixPath(header).parent)
    if folder == str(path.parent) or folder in allowed or folder.split("/")[0] + "/*" in allowed:
        return None
    return f'"{header}": {path.parent} may not know {folder}'


def check_angled(path, header, allowed, modules):
    word = owner(header, modules)
    if word is None or word in allowed:
        return None
    return f"<{header}>: {path.parent} may not use {word}"


def check(root, rules, modules):
    problems = []
    for path in sources.files(root, "core", "ui", "app"):
        allowed = rules.get(str(path.parent))
        if allowed is None:
            problems.append(f"{path}: {path.parent} has no line in layering.txt")
            continue
        text = sources.text(root, path)
        for match in INCLUDE.finditer(text):
            kind, header = match.groups()
            problem = (check_quoted(path, header, allowed) if kind == '"'
                       else check_angled(path, header, allowed, modules))
            if problem:
                problems.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {problem}")
    return problems


def qt_include_dir():
    asked = subprocess.run(["qmake6", "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, check=True)
    return asked.stdout.strip()


if __name__ == "__main__":
    here = pathlib.Path(__file__).parent
    headers = sys.argv[2] if len(sys.argv) > 2 else qt_include_dir()
    sys.exit(sources.report(check(sys.argv[1], read_rules(here / "layering.txt"), qt_modules(headers))))
