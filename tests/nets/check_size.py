#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How long files, functions and lines may grow: check_size.py ROOT"""

import re
import sys

import sources

FILE_LINES = {"app": 300, "core": 300, "ui": 300, "tests": 350}
FUNCTION_LINES = 60
COLUMNS = 120  # clang-format aims at 110 and keeps what it cannot break

OPENERS = re.compile(r"[{};]")


def kind_of(head):
    """What the text between the last `{`, `}` or `;` and a `{` opens."""
    head = re.sub(r"^\s*#.*$", "", head, flags=re.MULTILINE).strip()
    if re.search(r"\bnamespace\b|\bextern\s*$", head):
        return "scope"
    if re.search(r"\b(class|struct|union|enum)\b[^()]*$", head):
        return "scope"
    if head.endswith(("=", ",", "(")) or re.search(r"[=]\s*[\w:<>]*$", head):
        return "value"
    return "function" if ")" in head else "value"


def functions(code):
    """(first line, number of lines) of every function body; a lambda counts as part of the function around it."""
    stack, last = [], 0
    for match in OPENERS.finditer(code):
        symbol, at = match.group(), match.start()
        if symbol == "{":
            inside = any(kind == "function" for kind, _ in stack)
            stack.append(("block" if inside else kind_of(code[last:at]), at))
        elif symbol == "}" and stack:
            kind, begin = stack.pop()
            if kind == "function":
                yield code.count("\n", 0, begin) + 1, code.count("\n", begin, at) + 1
        last = at + 1


def check(root):
    problems = []
    for path in sources.files(root, *FILE_LINES):
        text = sources.text(root, path)
        lines = text.splitlines()
        most = FILE_LINES[path.parts[0]]
        if len(lines) > most:
            problems.append(f"{path}: {len(lines)} lines, more than {most}: it holds more than one idea")
        problems += [f"{path}:{number}: {len(line)} columns, more than {COLUMNS}"
                     for number, line in enumerate(lines, 1) if len(line) > COLUMNS]
        problems += [f"{path}:{line}: a function of {length} lines, more than {FUNCTION_LINES}"
                     for line, length in functions(sources.code(text)) if length > FUNCTION_LINES]
    return problems


if __name__ == "__main__":
    sys.exit(sources.report(check(sys.argv[1])))
