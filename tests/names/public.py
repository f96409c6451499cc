#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""public.py CLANG INCLUDE PAGE [--update]: the public names, as the compiler knows them, are those
that the page lists; with --update the page is written.

clang completes `lupaus::` behind each header in turn, which gives every name in the namespace: the
first of the headers in the order of the page gives a name its row. Names in `detail` are nobody's."""

import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

# The doors in the order in which a reader meets them; others follow by name.
DOORS = ["config", "version", "builder", "promise", "validate", "explore", "report", "json", "graph",
         "ranges", "boost_test"]
OURS = re.compile(r"^COMPLETION: (\w+) : (.*)$", re.M)
BEGINNING = "<!-- the table is written by tests/names/public.py --update -->\n"
NAMESPACE = re.compile(r"^ *(?:inline )?namespace ([\w:]+)", re.M)


def completions(clang, include, headers, scope):
    text = "".join(f"#include <{header}>\n" for header in headers) + f"void f() {{\n{scope}"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "names.cpp"
        source.write_text(text + "\n}\n", encoding="utf-8")
        line, column = text.count("\n") + 1, len(scope) + 1
        done = subprocess.run(
            [clang, "-std=c++20", "-fsyntax-only", "-I", include, "-Xclang",
             f"-code-completion-at={source}:{line}:{column}", source],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    found = OURS.findall(done.stdout)
    if not found:
        sys.exit(f"{clang} completes nothing after {scope}\n{done.stderr[-2000:]}")
    return found


def kind_of(name, patterns, namespaces):
    if name in namespaces:
        return "namespace"
    if any(p == name or p.startswith(f"{name}<") for p in patterns):
        return "type or template"
    if any(re.match(rf"\[#.*?#\]{name}(<.*>)?\(", p) for p in patterns):
        return "function"
    return "value"


def names_of(clang, include, headers, namespaces, scope="lupaus::"):
    """Each name with its kind; names of nested namespaces with theirs before them."""
    patterns = defaultdict(list)
    for name, pattern in completions(clang, include, headers, scope):
        patterns[name].append(pattern)
    found = {}
    for name, all_patterns in patterns.items():
        kind = kind_of(name, all_patterns, namespaces)
        if name == "detail" or re.fullmatch(r"v\d+", name):
            continue
        found[scope.removeprefix("lupaus::") + name] = kind
        if kind == "namespace":
            found.update(names_of(clang, include, headers, namespaces, f"{scope}{name}::"))
    return found


def table(clang, include):
    files = sorted(Path(include).rglob("*.hpp"))
    namespaces = {name for file in files
                  for path in NAMESPACE.findall(file.read_text(encoding="utf-8"))
                  for name in path.split("::")}
    headers = [f.relative_to(include).as_posix() for f in files]
    headers = [h for h in headers if not h.startswith("lupaus/src")]
    doors = [h for h in headers if h.count("/") == 1]
    known = [f"lupaus/{door}.hpp" for door in DOORS]
    doors.sort(key=lambda h: (known.index(h) if h in known else len(known), h))
    rows, met = [], set()
    for group, label in [([d], f"`{d}`") for d in doors] + [(headers, "below these")]:
        if group == ["lupaus/config.hpp"]:
            continue  # macros alone
        offered = names_of(clang, include, group, namespaces)
        for name in sorted(offered.keys() - met):
            rows.append(f"| `{name}` | {offered[name]} | {label} |")
        met |= offered.keys()
    return rows


def main():
    clang, include, page, *update = sys.argv[1:]
    page = Path(page)
    before, mark, after = page.read_text(encoding="utf-8").partition(BEGINNING)
    if not mark:
        sys.exit(f"{page} has no line: {BEGINNING}")
    rows = table(clang, include)
    present = [line for line in after.splitlines() if line.startswith("| `")]
    if update == ["--update"]:
        head = "\n| name | is a | comes with |\n|---|---|---|\n"
        page.write_text(before + mark + head + "\n".join(rows) + "\n", encoding="utf-8")
        return 0
    gone, new = sorted(set(present) - set(rows)), sorted(set(rows) - set(present))
    for sign, lines in (("-", gone), ("+", new)):
        for line in lines:
            print(f"{sign} {line}")
    if gone or new or present != rows:
        print(f"{page} lists other names; if they are to be public, run {' '.join(sys.argv)} --update")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
