# SPDX-License-Identifier: MIT
"""What the nets look at: the project's own source files, with or without comments and texts."""

import pathlib
import re

SUFFIXES = {".h", ".cpp"}
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'                         # comments
    r'|R"(?P<tag>[^\s()\\]*)\(.*?\)(?P=tag)"'     # raw strings
    r'|"(?:\\.|[^"\\\n])*"'                       # strings
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",      # characters, but not the ' of 1'000
    re.DOTALL)


def files(root, *folders):
    """The C++ files below these top-level folders, sorted, as paths relative to root."""
    root = pathlib.Path(root)
    found = (path for folder in folders for path in (root / folder).rglob("*") if path.suffix in SUFFIXES)
    return sorted(path.relative_to(root) for path in found)


def text(root, path):
    return (pathlib.Path(root) / path).read_text(encoding="utf-8")


def code(source):
    """The source with comments and the insides of texts blanked, line by line where it was."""
    def blank(match):
        found = match.group()
        lines = "\n" * found.count("\n")
        return lines if found.startswith("/") else '""' + lines
    return TOKEN.sub(blank, source)


def report(problems):
    """Prints the problems, one a line, and returns the exit status."""
    for problem in problems:
        print(problem)
    return 1 if problems else 0
