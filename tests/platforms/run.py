#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""run.py FOLDER COMPILER [FLAG...]: the library where we seldom are, as g++ -m32 or clang++
-stdlib=libc++: every header compiles without a warning, and the washing machine and the program
for a build server, of the compiled form, print what they print everywhere.

What is built stays in FOLDER. Exits with 77, which means skipped, where such programs cannot be
made at all."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
INCLUDE = ROOT / "include"
WARNINGS = ("-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor "
            "-Wold-style-cast -Wcast-align -Wunused -Woverloaded-virtual -Werror").split()


def call(*command):
    """Its output, if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", cwd=ROOT)
    return "" if done.returncode == 0 else f"$ {' '.join(map(str, command))}\n{done.stdout}"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def includes(headers):
    return "".join(f"#include <{header}>\n" for header in headers)


def main():
    build, *compiler = sys.argv[1:]
    build = Path(build).resolve()
    compiler += ["-std=c++20", f"-I{INCLUDE}"]
    probe = write(build / "probe.cpp", "#include <string>\nint main() { return std::string{}.size(); }\n")
    if said := call(*compiler, probe, "-o", build / "probe") or call(build / "probe"):
        print(f"skipped: no such programs can be made here\n{said}")
        return 77

    headers = sorted(path.relative_to(INCLUDE).as_posix() for path in INCLUDE.rglob("*.hpp"))
    engines = [h for h in headers if re.fullmatch("lupaus/src/[^/]*", h)]
    headers = [h for h in headers if not h.startswith("lupaus/src")]
    compiled = [*compiler, *WARNINGS, "-O1", "-DLUPAUS_SEPARATE_COMPILATION", "-c"]
    calls, objects = [], {"engines": [], "lupaus": [], "washing_machine": []}
    for name, order in (("headers", headers), ("reversed", headers[::-1])):
        unit = write(build / f"{name}.cpp", includes(order))
        calls.append([*compiler, *WARNINGS, "-fsyntax-only", unit])
    units = [("engines", write(build / f"src/{Path(e).stem}.cpp", includes([e]))) for e in engines]
    units += [("lupaus", source) for source in sorted((ROOT / "examples/lupaus").glob("*.cpp"))]
    units += [("washing_machine", ROOT / "examples/washing_machine.cpp")]
    for kind, source in units:
        objects[kind].append(build / f"{kind}_{source.stem}.o")
        calls.append([*compiled, source, "-o", objects[kind][-1]])
    with ThreadPoolExecutor(int(os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL", 2))) as pool:
        faults = [said for said in pool.map(lambda c: call(*c), calls) if said]
    if not faults:
        programs = build / "examples"
        programs.mkdir(exist_ok=True)
        for name in ("lupaus", "washing_machine"):
            faults += filter(None, [call(*compiler, *objects[name], *objects["engines"], "-o",
                                         programs / name)])
    if not faults:
        snippets = [sys.executable, ROOT / "docs/snippets.py"]
        checks = [[*snippets, "--run", programs / "washing_machine",
                   ROOT / "examples/washing_machine.out"]]
        checks += [[*snippets, "--check-run", build, run]
                   for run in sorted((ROOT / "docs/runs").glob("*.run"))
                   if run.read_text(encoding="utf-8").startswith("examples/lupaus ")]
        faults = [said for said in (call(*check) for check in checks) if said]
        print(f"{len(headers)} headers, {len(units)} units, {len(checks)} outputs compared")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
