#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""carry_out.py COPY: does in a copy of the tree what docs/how-to/add-a-gap.md tells.

Copies what the how-to and the tests of the house read, puts the files of tree/ into it, and the
lines of the .diff files. The page shows the same files."""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
READ = ["include", "tests/check", "docs/reference/gaps", "docs/explanation"]


def hunks_of(diff):
    """The file that a diff changes, and of each of its hunks what stood there and what does now."""
    name, hunks = "", []
    for line in diff.splitlines():
        if line.startswith("+++ "):
            name = line[4:]
        elif line.startswith("@@"):
            hunks.append(([], []))
        elif hunks:
            if line[0] in " -":
                hunks[-1][0].append(line[1:])
            if line[0] in " +":
                hunks[-1][1].append(line[1:])
    return name, [("\n".join(old) + "\n", "\n".join(new) + "\n") for old, new in hunks]


def apply(diff, copy):
    name, hunks = hunks_of(diff.read_text(encoding="utf-8"))
    file = copy / name
    text = file.read_text(encoding="utf-8")
    for old, new in hunks:
        if text.count(old) != 1:
            sys.exit(f"{diff.name}: {text.count(old)} times in {name}, not once, stands:\n{old}")
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def main():
    copy = Path(sys.argv[1])
    shutil.rmtree(copy, ignore_errors=True)
    for folder in READ:
        shutil.copytree(ROOT / folder, copy / folder)
    for file in sorted((HERE / "tree").rglob("*.*")):
        to = copy / file.relative_to(HERE / "tree")
        if to.exists():
            sys.exit(f"{to} is there already: the how-to needs another gap for its example")
        shutil.copyfile(file, to)
    for diff in sorted(HERE.glob("*.diff")):
        apply(diff, copy)


if __name__ == "__main__":
    main()
