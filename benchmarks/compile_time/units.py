#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures what a unit costs that calls one thing of the library, in either form of it, and prints a
Markdown table; beside an earlier revision, if one is given.

CPU seconds (user + system) of the compiler's process with -O2 -c: the median of several rounds, each
of which compiles every unit once, so that a busy minute hits all alike; and the memory that it took
at most.

    benchmarks/compile_time/units.py
    benchmarks/compile_time/units.py --before 132fe16 --runs 5 --compilers g++ clang++
    benchmarks/compile_time/units.py --before 132fe16 --page docs/reference/compile-time.md
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from measure import ROOT, machine, version

COMPILED = "-DLUPAUS_SEPARATE_COMPILATION"
BEGINNING = "<!-- units, written by benchmarks/compile_time/units.py --page -->\n"
END = "<!-- /units -->\n"


def either(*headers):
    """The first of these headers that this revision has; names have changed."""
    first, *others = headers
    lines = [f"#if __has_include(<{first}>)", f"#include <{first}>"]
    for header in others:
        lines += [f"#elif __has_include(<{header}>)", f"#include <{header}>"]
    return "\n".join(lines + ["#endif"]) + "\n"


BUILDER = either("lupaus/builder.hpp", "lupaus/model/builder.hpp")
VALIDATE = either("lupaus/validate.hpp")
EXPLORE = either("lupaus/explore.hpp", "lupaus/policy/explore.hpp")
JSON = either("lupaus/json.hpp", "lupaus/io/json.hpp")
TEST = either("lupaus/boost_test.hpp", "lupaus/test/boost_test.hpp")

PATIENT = """
struct patient {
  lupaus::decision operator()(lupaus::circumstances const&) const {
    return lupaus::decision::waits();
  }
};
"""
GENEROUS = """
struct generous {
  lupaus::decision operator()(lupaus::circumstances const&) const {
    return lupaus::decision::replaces();
  }
};
"""

# Each with its bars, header-only and compiled, in CPU seconds of g++ 12.
UNITS = {
    "`<string>`, `<vector>`": ("#include <string>\n#include <vector>\n", None, None),
    "a `builder`, built": (BUILDER + """
bool is_made() {
  lupaus::builder b{"lamp, delivered"};
  b.customer("customer");
  b.seller("shop");
  b.product(b.good("lamp") >> b.service("delivery"));
  return b.build().has_value();
}
""", None, None),
    "`validate(m).size()`": (VALIDATE + """
std::size_t gaps(lupaus::model const& m) { return lupaus::validate(m).size(); }
""", 8, 2.5),
    "`explore(m, policy).is_clean()`": (EXPLORE + PATIENT + """
bool is_clean(lupaus::model const& m) { return lupaus::explore(m, patient{}).is_clean(); }
""", 9, 3),
    "the same with two policies": (EXPLORE + PATIENT + GENEROUS + """
bool is_clean(lupaus::model const& m) {
  return lupaus::explore(m, patient{}).is_clean() && lupaus::explore(m, generous{}).is_clean();
}
""", None, None),
    "`read_document(text)`": (JSON + """
bool can_be_read(std::string_view text) { return lupaus::read_document(text).has_value(); }
""", 9, 3),
    "a test of stories, two policies": (TEST + "#include <boost/test/unit_test.hpp>\n" + PATIENT
                                        + GENEROUS + """
lupaus::model const& washing_machine();
BOOST_AUTO_TEST_CASE(nobody_is_trapped) {
  BOOST_TEST(lupaus::never_traps(washing_machine(), patient{}));
  BOOST_TEST(lupaus::never_traps(washing_machine(), generous{}));
}
""", None, 8),
}


def cost(command):
    """CPU seconds and the most memory in MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(" ".join(command) + " failed:\n" + said.decode(errors="replace")[:4000])
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def extract(revision, folder):
    """The headers of an earlier revision."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", revision, "include"], check=True,
                             stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
    return os.path.join(folder, "include")


def rows(options, folder):
    include = os.path.join(ROOT, "include")
    forms = [("header-only", [f"-I{include}"]), ("compiled", [f"-I{include}", COMPILED])]
    if options.before:
        forms.insert(0, (f"before ({options.before})", [f"-I{extract(options.before, folder)}"]))
    sources = {}
    for name, (text, *_) in UNITS.items():
        if options.only in name:
            sources[name] = os.path.join(folder, f"unit{len(sources)}.cpp")
            Path(sources[name]).write_text(text, encoding="utf-8")
    costs = {}
    for _ in range(options.runs):
        for compiler in options.compilers:
            for name, source in sources.items():
                for form, flags in forms:
                    command = [compiler, "-std=c++20", "-O2", *flags, "-c", source, "-o", os.devnull]
                    costs.setdefault((compiler, name, form), []).append(cost(command))
    for compiler in options.compilers:
        heads = [form for form, _ in forms]
        bars = compiler == "g++"
        yield f"| a unit with, {version(compiler)} | " + " | ".join(heads) + (
            " | bars |" if bars else " |")
        yield "|---|" + "---:|" * (len(heads) + bars)
        for name in sources:
            cells = []
            for form in heads:
                seconds, memory = zip(*costs[compiler, name, form])
                cells.append(f"{statistics.median(seconds):.1f} s, {max(memory):.0f} MB")
            if bars:
                cells.append(" and ".join(f"{bar} s" if bar else "none" for bar in UNITS[name][1:])
                             if any(UNITS[name][1:]) else "")
            yield f"| {name} | " + " | ".join(cells) + " |"
        yield ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", metavar="REV", help="an earlier revision, for comparison")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--compilers", nargs="+", default=["g++"])
    parser.add_argument("--only", default="", help="units whose names contain this text")
    parser.add_argument("--page", help="write the table into this page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = (f"On {machine()}; median of {options.runs}.\n\n"
                + "\n".join(rows(options, folder)).rstrip("\n") + "\n")
    if not options.page:
        print(text, end="")
        return
    page = Path(options.page)
    before, beginning, rest = page.read_text(encoding="utf-8").partition(BEGINNING)
    _, end, after = rest.partition(END)
    if not end:
        sys.exit(f"{page} has no lines '{BEGINNING.strip()}' and '{END.strip()}'")
    page.write_text(before + beginning + "\n" + text + "\n" + end + after, encoding="utf-8")


if __name__ == "__main__":
    main()
