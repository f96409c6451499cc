#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""house.py ROOT: holds the rules of the house, which docs/explanation/the-house.md tells.

- A header includes only from its own layer and from layers above it, in the list LAYERS.
- No header includes itself, over others. As layers stand in one order, no two folders do either.
- A header of another layer than the last never includes a door, which is what users include.
- The bodies of the compiled form, in src/, are included under LUPAUS_IS_HEADER_ONLY and in no other
  place: a header that has its bodies included at its end does not depend on them.
- A folder has at most 20 headers, and a header at most 300 lines.
- A header begins with its licence, an empty comment line, what it is for, and #pragma once.
- The page has a row for each folder, in the order of the layers, and names each door.

Prints each fault with its place, and exits with 1 if there is any."""

import re
import sys
from pathlib import Path

# The layers, from the ground up; a header may include what stands in its own line or above. A name
# that ends in .hpp is one header, which then stands apart from its folder; another is a folder
# without those in it, and one that ends in /* is the folders in it too. DOORS is every header at
# the top that no line names.
DOORS = "the doors"
LAYERS = """
version.hpp
config.hpp
detail
model/id.hpp
model/terms
model
model/builder
graph
life/parties
life
life/dependable
life/order
check/gap.hpp check/gap_cause.hpp check/gap_type.hpp check/finding_sink.hpp check/sentences.hpp
check/analysis check/analysis/consequences check/analysis/goods check/analysis/rules
check/check_list.hpp
check/gaps/*
check
promise/type_name.hpp promise/type_list.hpp promise/declared_failures.hpp promise/named_types.hpp
promise/clauses
promise promise/clauses/clause_groups.hpp
validator.hpp validate.hpp validate_all.hpp
explore/search
explore/order
explore
explore/joins
explore/answers
explore/promela
report
monitor
monitor/book
journey
monitor/state
journal
io
io/writer
io/reader
io/journey
io/log
test
the doors
src/*
src.hpp
"""

# Faults that wait for their mend, each with its reason. One that is no fault any more is a fault.
WAITING = {
    "io/json_lines.hpp -> json.hpp": "it is read by users itself, and moves up beside json.hpp",
}

LONGEST_HEADER = 300  # lines
LARGEST_FOLDER = 20  # headers

INCLUDE = re.compile(r'\s*#\s*include\s+["<]lupaus/([^">]+)[">]')
CONDITION = re.compile(r"\s*#\s*(if|ifdef|ifndef|else|elif|endif)\b\s*(.*?)\s*(//.*)?$")
ROW = re.compile(r"^\| `([\w/]+)/` \|", re.MULTILINE)
SPDX = "// SPDX-License-Identifier: BSL-1.0"


def folder_of(name):
    """Of a name in LAYERS that is a folder: "checks" of "checks/*"."""
    return name[:-2] if name.endswith("/*") else name


def read_layers(text):
    """From a header or a folder to the number of its layer; doors are at the key DOORS."""
    layers = {}
    for number, line in enumerate(line for line in text.splitlines() if line.strip()):
        names = [line] if line == DOORS else line.split()
        for name in names:
            layers[name] = number
    return layers


def layer_of(header, layers):
    """The number of its layer, by the most special name; None if no line names it."""
    folder = Path(header).parent.as_posix()
    if header in layers:
        return layers[header]
    if folder == ".":
        return layers.get(DOORS)
    if folder in layers:
        return layers[folder]
    while folder != ".":
        if folder + "/*" in layers:
            return layers[folder + "/*"]
        folder = Path(folder).parent.as_posix()
    return None


def includes_of(text):
    """Line number, header, and whether it is included by the header-only form alone."""
    conditions = []
    for number, line in enumerate(text.splitlines(), 1):
        if condition := CONDITION.match(line):
            word, what = condition[1], condition[2]
            if word.startswith("if"):
                conditions.append(what)
            elif word == "endif":
                conditions.pop()
            else:
                conditions[-1] = ""
        elif include := INCLUDE.match(line):
            yield number, include[1], "LUPAUS_IS_HEADER_ONLY" in conditions


class House:
    def __init__(self, root, layers=LAYERS, waiting=None):
        self.top = Path(root) / "include/lupaus"
        self.page = Path(root) / "docs/explanation/the-house.md"
        self.layers = read_layers(layers)
        self.waiting = dict(WAITING if waiting is None else waiting)
        self.texts = {
            file.relative_to(self.top).as_posix(): file.read_text(encoding="utf-8")
            for file in sorted(self.top.rglob("*.hpp"))
        }
        self.faults = []

    def fault(self, key, where, text):
        """Notes a fault, unless it waits. The key is what WAITING knows it by."""
        if key in self.waiting:
            self.waiting[key] = None
        else:
            self.faults.append(f"{where}: {text}")

    def check(self):
        for header, text in self.texts.items():
            self.check_head(header, text)
            self.check_includes(header, text)
        self.check_sizes()
        self.check_circles()
        self.check_lists()
        self.check_page()
        return self.faults

    def check_head(self, header, text):
        """The first lines: licence, purpose, guard."""
        lines = text.splitlines()
        if not lines or lines[0] != SPDX:
            return self.fault(header + " licence", f"{header}:1", f"begins not with '{SPDX}'")
        guard = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
        purpose = lines[1:guard]
        if len(purpose) < 2 or purpose[0] != "//" or len(purpose[1].strip("/ ")) < 10:
            self.fault(header + " purpose", f"{header}:2",
                       "says not what it is for: '//' and then a sentence, before '#pragma once'")
        if guard == len(lines) or lines[guard] != "#pragma once":
            self.fault(header + " guard", f"{header}:{guard + 1}",
                       "'#pragma once' follows the comment at the top")

    def check_includes(self, header, text):
        """What it includes, by the order of the layers."""
        own = layer_of(header, self.layers)
        if own is None:
            return self.fault(header + " layer", header, "stands in no layer: name its folder in "
                              "LAYERS of tests/house/house.py")
        source = self.layers.get("src/*")
        door = self.layers.get(DOORS)
        for number, other, is_own_body in includes_of(text):
            key, where = f"{header} -> {other}", f"{header}:{number}"
            its = layer_of(other, self.layers)
            if other not in self.texts:
                self.fault(key, where, f"includes {other}, which does not exist")
            elif its is None or (is_own_body and its == source):
                continue  # told of where it stands; or the bodies of what it declares
            elif its == door and own < door:
                self.fault(key, where, f"includes {other}, a door: include what is meant")
            elif its > own:
                self.fault(key, where, f"includes {other}, which stands below it")

    def check_sizes(self):
        folders = {}
        for header, text in self.texts.items():
            folders.setdefault(Path(header).parent.as_posix(), []).append(header)
            lines = len(text.splitlines())
            if lines > LONGEST_HEADER:
                self.fault(header + " length", header,
                           f"has {lines} lines, and at most {LONGEST_HEADER} are one idea")
        for folder, headers in folders.items():
            if len(headers) > LARGEST_FOLDER:
                self.fault(folder + "/ size", folder + "/",
                           f"has {len(headers)} headers, and at most {LARGEST_FOLDER} are overseen")

    def check_circles(self):
        """One fault for each include that closes a circle of headers."""
        graph = {
            header: [other for _, other, is_own_body in includes_of(text)
                     if other in self.texts and not is_own_body]
            for header, text in self.texts.items()
        }
        done, way = set(), []

        def visit(header):
            way.append(header)
            for other in graph[header]:
                if other in way:
                    circle = way[way.index(other):] + [other]
                    self.fault(f"{header} -> {other} circle", header,
                               "includes itself: " + " -> ".join(circle))
                elif other not in done:
                    visit(other)
            done.add(way.pop())

        for header in graph:
            if header not in done:
                visit(header)

    def check_lists(self):
        """Our own lists name nothing that is gone."""
        folders = {Path(header).parent.as_posix() for header in self.texts}
        for name in self.layers:
            folder = folder_of(name)
            is_there = (name == DOORS or name in self.texts or folder in folders
                        or any(f.startswith(folder + "/") for f in folders))
            if not is_there:
                self.faults.append(f"LAYERS names {name}, which does not exist")
        for key, reason in self.waiting.items():
            if reason is not None:
                self.faults.append(f"WAITING excuses '{key}', which is no fault: leave it out")

    def check_page(self):
        text = self.page.read_text(encoding="utf-8") if self.page.is_file() else ""
        wanted = [folder_of(name) for name in self.layers
                  if name != DOORS and not name.endswith(".hpp")]
        if ROW.findall(text) != wanted:
            self.faults.append(f"{self.page.name}: the rows of its table are not the folders of "
                               f"LAYERS, in their order: {', '.join(wanted)}")
        for header in self.texts:
            if "/" not in header and f"`lupaus/{header}`" not in text:
                self.faults.append(f"{self.page.name}: does not name `lupaus/{header}`")


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    house = House(arguments[0])
    if not house.texts:
        sys.exit(f"{house.top}: no headers")
    faults = house.check()
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
