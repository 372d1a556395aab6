#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every text of the program has a translation: check_translations.py LUPDATE SOURCE-FOLDER

Lets lupdate look for texts anew, in copies of the .ts files, and fails for each that has no finished translation, and
for translations whose numbered arguments are not those of the text.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def arguments(text):
    return sorted(set(re.findall(r"%(?:\d|n)", text or "")))


def problems_of(path, only_plurals):
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            source, translation = message.find("source").text, message.find("translation")
            forms = [form.text for form in translation.findall("numerusform")] or [translation.text]
            where = f"{path.name}: {context.find('name').text}: {source!r}"
            if only_plurals and message.get("numerus") != "yes":
                continue
            if translation.get("type") == "unfinished" or not all(forms):
                yield f"{where}: no translation"
            elif any(arguments(form) != arguments(source) for form in forms):
                yield f"{where}: other arguments in {forms}"


def main():
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    found, texts = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for name, only_plurals in (("loopscope_zh_CN.ts", False), ("loopscope_en.ts", True)):
            copy = pathlib.Path(folder, name)
            shutil.copy(root / "resources/i18n" / name, copy)
            sources = [str(root / part) for part in ("app", "core", "ui")]
            plural = ["-pluralonly"] if only_plurals else []
            subprocess.run([lupdate, "-silent", "-no-obsolete", "-I", str(root), *plural, *sources, "-ts", str(copy)], check=True,
                           stderr=subprocess.DEVNULL)
            found += problems_of(copy, only_plurals)
            texts += len(ElementTree.parse(copy).getroot().findall(".//message"))
    print(*found, sep="\n")
    print(f"{texts} texts, {len(found)} without a translation")
    return 1 if found or texts < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
