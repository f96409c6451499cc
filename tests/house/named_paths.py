#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""named_paths.py ROOT: what a page names by its path is there.

Headers and folders of the library (`lupaus/validate.hpp`, `lupaus/graph/`), and files and folders
of the project (`tests/run.sh`, `docs/snippets/`), outside of blocks of code: those are compiled."""

import re
import sys
from pathlib import Path

NAMED = re.compile(r"`((?:include/)?lupaus/[\w/]+(?:\.hpp|/)"
                   r"|(?:\.ci|benchmarks|docs|examples|include|tests)/[\w./-]+)`")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")

# Faults that wait for their mend, by page and path, each with its reason.
WAITING = {
}


def pages_of(root):
    pages = list(root.glob("*.md"))
    for folder in ("docs", "examples", "tests"):
        pages += root.glob(f"{folder}/**/*.md")
    return sorted(pages)


def outside_code(text):
    fence = None
    for number, line in enumerate(text.splitlines(), 1):
        mark = FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = None
        elif mark:
            fence = mark[1]
        else:
            yield number, line


def check(root, waiting=None):
    waiting = dict(WAITING if waiting is None else waiting)
    faults = []
    for page in pages_of(root):
        name = page.relative_to(root).as_posix()
        if name.startswith("tests/adding_a_gap/tree/"):
            continue  # pages of another tree
        for number, line in outside_code(page.read_text(encoding="utf-8")):
            for path in NAMED.findall(line):
                if any((root / place / path).exists() for place in ("", "include", "examples")):
                    continue
                if (name, path) in waiting:
                    waiting[name, path] = None
                else:
                    faults.append(f"{name}:{number}: names {path}, which does not exist")
    faults += [f"WAITING excuses {path} in {name}, which is no fault: leave it out"
               for (name, path), reason in waiting.items() if reason is not None]
    return faults


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    root = Path(arguments[0])
    if not pages_of(root):
        sys.exit(f"{root}: no pages")
    faults = check(root)
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
