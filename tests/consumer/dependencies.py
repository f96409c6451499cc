#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""dependencies.py COMPILER INCLUDE: which headers pull in what, as the documentation says it.

All headers that pull in the same are included together, in either form of the library, and the
compiler names what it read. The engines of the compiled form that need the standard library alone
are those of src.hpp, no more and no less."""

import re
import subprocess
import sys
from pathlib import Path

# What a header pulls in, by the beginning of its path; the first that fits counts.
ALLOWED = [
    ("graph.hpp", "Boost.Graph"),
    ("graph/", "Boost.Graph"),
    ("check/analysis/wait_graph.hpp", "Boost.Graph"),
    ("src/graph", "Boost.Graph"),
    ("io/writer/", None),
    ("io/", "Boost.JSON"),
    ("json.hpp", "Boost.JSON"),
    ("event_logs.hpp", "Boost.JSON"),
    ("src/event_lines.hpp", "Boost.JSON"),
    ("journey_json.hpp", "Boost.JSON"),
    ("src/journey_json.hpp", "Boost.JSON"),
    ("src/epcis.hpp", "Boost.JSON"),
    ("src/ocel.hpp", "Boost.JSON"),
    ("src/json", "Boost.JSON"),
    ("src/boost_json.hpp", "Boost.JSON"),
    ("boost_test.hpp", "Boost.Test"),
    ("ranges.hpp", "range-v3"),
    ("", None),
]
# How each is told from the files that were read.
MARKS = {
    "Boost.Graph": "/boost/graph/",
    "Boost.JSON": "/boost/json/",
    "Boost.Test": "/boost/test/",
    "range-v3": "/range/v3/",
}


def read_by(compiler, include, headers, *flags):
    """The files that are read for these headers."""
    text = "".join(f"#include <lupaus/{header}>\n" for header in headers)
    command = [compiler, "-std=c++20", *flags, "-I", str(include), "-M", "-x", "c++", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return re.sub(r"\\\n", " ", done.stdout).split()


def main():
    compiler, include = sys.argv[1], Path(sys.argv[2])
    groups = {}
    for file in sorted((include / "lupaus").rglob("*.hpp")):
        header = file.relative_to(include / "lupaus").as_posix()
        allowed = next(library for start, library in ALLOWED if header.startswith(start))
        groups.setdefault(allowed, []).append(header)
    faults = []
    for allowed, headers in groups.items():
        for form in ([], ["-DLUPAUS_SEPARATE_COMPILATION"]):
            files = read_by(compiler, include, headers, *form)
            for library, mark in MARKS.items():
                pulled = [f for f in files if mark in f]
                if pulled and library != allowed:
                    faults.append(f"{library} is pulled in by what needs {allowed or 'neither'}")
                if not pulled and library == allowed and not form:
                    faults.append(f"{library} is pulled in by none of: {', '.join(headers)}")
            if not allowed and any("/boost/" in f for f in files):
                faults.append("some header pulls in Boost that should not")
    listed = re.findall(r'"lupaus/(src/.*)"', (include / "lupaus/src.hpp").read_text())
    engines = [header for header in groups[None] if re.fullmatch(r"src/[^/]*", header)]
    if listed != engines:
        faults.append(f"src.hpp includes {listed}, and the engines are {engines}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
