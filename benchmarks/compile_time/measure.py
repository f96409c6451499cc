#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures what promises as types cost to compile, and prints a Markdown table.

CPU seconds (user + system) of the compiler's process with -fsyntax-only: the median of several
runs after one to warm up. Instantiations are those of clang's -ftime-trace with granularity 0:
unlike seconds they are the same in every run.

    benchmarks/compile_time/measure.py
    benchmarks/compile_time/measure.py --runs 9 --compilers g++ clang++-14 clang++-19
    benchmarks/compile_time/measure.py --write 48 > big.cpp     # one of the sources
"""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

HEAD = """#include "lupaus/promise.hpp"

#include <chrono>

using namespace lupaus;
using namespace std::chrono_literals;

namespace it {
inline constexpr struct customer_ : customer<customer_> {} customer;
inline constexpr struct shop_ : seller<shop_> {} shop;
inline constexpr struct website_ : department<website_> {} website;
"""


def promise(parts, assertion="static_assert(require_sound<it::p>);"):
    """A sound promise of that many parts, one after the other, each with all that belongs to it:
    about ten clauses a part, a failure mode, and one subcontractor for three parts."""
    lines = [HEAD.rstrip("\n")]
    firms = [f"firm{i}" for i in range(max(1, parts // 3))]
    for f in firms:
        lines.append(f"inline constexpr struct {f}_ : subcontractor<{f}_> {{}} {f};")
    lines.append("inline constexpr struct good0_ : good<good0_> {} good0;")
    names = ["good0"] + [f"work{i}" for i in range(1, parts)]
    for w in names[1:]:
        lines.append(f"inline constexpr struct {w}_ : service<{w}_> {{}} {w};")
        lines.append(f"inline constexpr struct {w}_fails_ : failure_of<{w}_fails_, {w}_> {{}} {w}_fails;")
    marketing, fulfilment, delivery = [], [], []
    fulfilment += ["shop.has_in_stock(good0)", "on(cancel_requested).owes(shop, accept)"]
    fulfilment += ["shop.commits(whole, single_contact, informed_within(4h))"]
    marketing += ["website.implies(whole, single_contact)"]
    delivery += ["customer.reaches(shop)"]
    if parts > 1:
        delivery += ["work1.carries(good0)"]
    for f in firms:
        fulfilment.append(f"shop.tells_of_any_change({f}, whole, 4h)")
    for i, w in enumerate(names[1:], 1):
        f, before = firms[i % len(firms)], names[i - 1]
        marketing.append(f"website.claims({w}, within(48h).after(completed({before})))")
        fulfilment.append(f"shop.commits({w}, within(48h).after(completed({before})))")
        if i > 1:
            fulfilment.append(f"shop.coordinates({before}, {w})")
        fulfilment.append(f"on(reported({w}_fails)).owes(shop, perform_again({w}))")
        delivery.append(f"{f}.commits_to(shop, {w}, within(24h).after(completed({before})))")
        delivery.append(f"{f}.tells(shop, completed({w}), 2h)")
        delivery.append(f"{f}.tells(shop, {w}_fails, 2h)")
        delivery.append(f"shop.recovers_from({f}, {w}_fails, within(48h))")
    happen = [f"{w}_fails" for w in names[1:]]
    group = lambda name, cs: f"    {name}(" + ",\n        ".join(cs) + ")"
    groups = [group("marketing", marketing), group("fulfilment", fulfilment),
              group("subcontracts", delivery)]
    if happen:
        groups.append(group("may_happen", happen))
    lines.append(f'static constexpr auto p = promise("{parts} parts", {" >> ".join(names)},')
    lines.append(",\n".join(groups) + ");")
    lines.append("}  // namespace it\n" + assertion)
    return "\n".join(lines) + "\n"


def flagship():
    """The mended washing machine of the examples, without the builder and the report."""
    with open(os.path.join(ROOT, "examples", "washing_machine.cpp"), encoding="utf-8") as file:
        text = file.read()
    sections = {}
    for name in ("named-types", "common", "mended-as-a-type"):
        part = re.search(r"//! \[%s\]\n(.*?)//! \[%s\]" % (name, name), text, re.DOTALL)
        sections[name] = part.group(1)
    head = HEAD[: HEAD.index("namespace it")]
    return head + "namespace it {\n" + "".join(sections.values()) + "}\n"


SOURCES = {
    "nothing": "",
    "`boost/graph/adjacency_list.hpp`": "#include <boost/graph/adjacency_list.hpp>\n",
    "`lupaus/promise.hpp`": '#include "lupaus/promise.hpp"\n',
    "`lupaus/promise.hpp` and `<chrono>`": '#include "lupaus/promise.hpp"\n#include <chrono>\n',
    "the flagship, `require_sound`": flagship,
    "3 parts, `require_sound`": lambda: promise(3),
    "12 parts, `require_sound`": lambda: promise(12),
    "48 parts, `require_sound`": lambda: promise(48),
    "48 parts, flattened only": lambda: promise(48, "static_assert(view_of<it::p>.parts.size() == 49);"),
}


def cpu_seconds(command):
    """What the compiler and its own children used, and whether it succeeded."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(" ".join(command) + " failed:\n" + said.decode(errors="replace")[:4000])
    return usage.ru_utime + usage.ru_stime


def command(compiler, source):
    return [compiler, "-std=c++20", "-fsyntax-only", "-I" + os.path.join(ROOT, "include"), source]


def instantiations(compiler, source, folder):
    """Class and function templates instantiated, by clang's own count."""
    trace = os.path.join(folder, "trace.json")
    subprocess.run(
        [compiler, "-std=c++20", "-c", "-ftime-trace", "-ftime-trace-granularity=0",
         "-I" + os.path.join(ROOT, "include"), source, "-o", os.path.join(folder, "trace.o")],
        check=True)
    with open(trace, encoding="utf-8") as file:
        events = json.load(file)["traceEvents"]
    count = {"InstantiateClass": 0, "InstantiateFunction": 0}
    for event in events:
        if event["name"] in count:
            count[event["name"]] += 1
    return count["InstantiateClass"], count["InstantiateFunction"]


def machine():
    model = platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = re.search(r"model name\s*:\s*(.*)", file.read()).group(1)
    except (OSError, AttributeError):
        pass
    return f"{model}, {os.cpu_count()} cores, {platform.system()}"


def version(compiler):
    first = subprocess.run([compiler, "--version"], capture_output=True, text=True).stdout
    return compiler + " " + re.search(r"\d+\.\d+\.\d+", first).group(0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--compilers", nargs="+", default=["g++", "clang++"])
    parser.add_argument("--counts-by", default="clang++", help="the clang that counts")
    parser.add_argument("--only", default="", help="rows that contain this text")
    parser.add_argument("--write", type=int, help="print the promise of that many parts, and stop")
    options = parser.parse_args()
    if options.write:
        print(promise(options.write), end="")
        return

    seconds, counts = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for i, (name, text) in enumerate(SOURCES.items()):
            if options.only in name:
                paths[name] = os.path.join(folder, f"s{i}.cpp")
                with open(paths[name], "w", encoding="utf-8") as file:
                    file.write(text() if callable(text) else text)
        for run in range(options.runs + 1):  # row by row, so that a busy minute hits all alike
            for name, path in paths.items():
                for compiler in options.compilers:
                    used = cpu_seconds(command(compiler, path))
                    if run > 0:
                        seconds.setdefault((name, compiler), []).append(used)
        for name, path in paths.items():
            counts[name] = instantiations(options.counts_by, path, folder)

    compilers = [version(c) for c in options.compilers]
    print(f"On {machine()}; CPU seconds, median of {options.runs} (fewest-most).\n")
    print("| translation unit | " + " | ".join(compilers) + " | classes | functions |")
    print("|---|" + "---|" * len(compilers) + "---:|---:|")
    for name in paths:
        cells = []
        for compiler in options.compilers:
            s = seconds[name, compiler]
            cells.append(f"{statistics.median(s):.2f} ({min(s):.2f}-{max(s):.2f})")
        print(f"| {name} | " + " | ".join(cells) + f" | {counts[name][0]} | {counts[name][1]} |")


if __name__ == "__main__":
    main()
