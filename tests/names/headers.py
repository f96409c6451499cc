#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""headers.py COMPILER INCLUDE NAMES [SEED]: all headers together, in unkind company.

In any order they compile without a warning, -Wshadow among them: sorted (as two_units has them),
reversed, and shuffled by the seed. After a program's own types, functions, variables and namespaces that are called as ours
are (NAMES is the page that lists them), and after macros of old system headers, they compile too."""

import random
import re
import subprocess
import sys
from pathlib import Path

WARNINGS = ("-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor "
            "-Wold-style-cast -Wcast-align -Wunused -Woverloaded-virtual -Werror").split()
COMPILED = "-DLUPAUS_SEPARATE_COMPILATION"

# Of windows.h and of POSIX.
MACROS = """
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define major(number) ((number) >> 8)
#define minor(number) ((number) & 255)
""" + "".join(f"#define {name}\n" for name in "CALLBACK CONST DELETE FAR IN NEAR OPTIONAL OUT far near"
              .split()) + "".join(f"#define {name} 1\n" for name in "ERROR FALSE IGNORE TRUE "
                                  "interface linux small unix".split())
# They are in the global namespace already.
OF_OTHERS = {"get", "index", "remove", "select", "signal", "time", "wait"}


def failure(compiler, text, *flags):
    done = subprocess.run([compiler, "-std=c++20", "-fsyntax-only", *flags, "-x", "c++", "-"],
                          input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout if done.returncode else ""


def includes(headers):
    return "".join(f"#include <{header}>\n" for header in headers)


def declarations(names, turn):
    """Each name as something else in each turn."""
    kinds = ("struct {};", "inline int {} = 0;", "void {}();", "namespace {} {{}}")
    return "\n".join(kinds[(i + turn) % len(kinds)].format(n) for i, n in enumerate(names)) + "\n"


def main():
    compiler, include, page, *seed = sys.argv[1:]
    files = sorted(Path(include).rglob("*.hpp"))
    headers = [f.relative_to(include).as_posix() for f in files]
    headers = [h for h in headers if not h.startswith("lupaus/src")]
    shuffled = headers.copy()
    random.Random(int(*seed or [1])).shuffle(shuffled)
    path = ["-I", include]

    units = {
        "reversed, compiled form": (includes(headers[::-1]), *WARNINGS, COMPILED),
        "shuffled": (includes(shuffled), *WARNINGS),
    }
    # What others have written is included before; it need not bear our macros.
    others = sorted({h for f in files
                     for h in re.findall(r"^#include <([^>]+)>", f.read_text(encoding="utf-8"), re.M)})
    names = re.findall(r"^\| `([a-z_]+)`", Path(page).read_text(encoding="utf-8"), re.M)
    if len(names) < 100:
        sys.exit(f"{page} names {len(names)} names; it should name all that are public")
    names = [n for n in names if n not in OF_OTHERS]
    for turn in range(2):
        text = includes(others) + declarations(names, turn) + MACROS + includes(headers)
        units[f"after the names of a program, {turn}"] = (text, "-Wall", "-Wextra", "-Werror")

    faults = []
    for name, (text, *flags) in units.items():
        if said := failure(compiler, text, *path, *flags):
            faults.append(f"--- {name}:\n" + "\n".join(line[:240] for line in said.splitlines()[:40]))
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
