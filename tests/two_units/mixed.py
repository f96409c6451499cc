#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""mixed.py COMPILER INCLUDE: a program that mixes both forms of the library does not link.

config.hpp is in every header in which the forms differ. Units of one form link, in either order; of
two forms they must not, and the linker names what is wrong."""

import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

FORMS = {"header_only": [], "compiled": ["-DLUPAUS_SEPARATE_COMPILATION"]}
NAME = "the_program_mixes_header_only_and_compiled"
UNITS = {"main": "int main() {}\n", "other": "int other() { return 0; }\n"}


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          **options)


def main():
    compiler, include = sys.argv[1:]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        objects = {}
        for (form, flags), (unit, text) in itertools.product(FORMS.items(), UNITS.items()):
            objects[unit, form] = str(Path(folder) / f"{unit}_{form}.o")
            run(compiler, "-std=c++20", "-I", include, *flags, "-c", "-x", "c++", "-", "-o",
                objects[unit, form], input=f"#include <lupaus/config.hpp>\n{text}", check=True)
        for first, second in itertools.product(FORMS, FORMS):
            for order in (1, -1):
                units = [objects["main", first], objects["other", second]][::order]
                done = run(compiler, *units, "-o", str(Path(folder) / "program"))
                what = f"main {first}, other {second}, {'main' if order == 1 else 'other'} first"
                if first == second and done.returncode != 0:
                    faults.append(f"{what}: does not link:\n{done.stdout}")
                if first != second and done.returncode == 0:
                    faults.append(f"{what}: links, and must not")
                elif first != second and NAME not in done.stdout:
                    faults.append(f"{what}: the linker does not say why:\n{done.stdout}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
