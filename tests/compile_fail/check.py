#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that a source is refused by the compiler, and with the words that it announces.

The source carries its expectations in comments:

    // error: REGEX          must be found in the compiler's output; at least one is needed
    // error(gcc): REGEX     the same, for one compiler only (gcc or clang)
    // lines: N              the output has at most N lines; lines(gcc), lines(clang) as above
    #ifdef MENDED            here stands the mended twin: with -DMENDED the source must compile

An expectation may not be met by its own comment: compilers quote source lines, so output lines
that repeat a comment of this kind are left out of the search (they do count as lines).

All sources begin with one header. With --precompiled DIR it is read from there, where --self-test
has put it: what the compiler says is the same, in a third of the time.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

EXPECTATION = re.compile(r"//\s*(error|lines)(?:\((gcc|clang)\))?:\s*(.*\S)")


HEADER = "compile_fail/shop.hpp"  # with which all sources begin


class Compiler:
    def __init__(self, command, include_dirs, precompiled=""):
        self.environment = dict(os.environ, LC_ALL="C")  # plain quotes, English
        self.tests = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        self.command = [command, "-std=c++20", "-fdiagnostics-color=never"]
        version = subprocess.run([command, "--version"], capture_output=True, text=True).stdout
        self.family = "clang" if "clang" in version else "gcc"
        self.include = [f"-I{directory}" for directory in include_dirs + [self.tests]]
        self.precompiled = precompiled and os.path.join(precompiled, HEADER + ".gch")
        self.use = []
        if self.family == "clang" and os.path.isfile(self.precompiled):
            self.use = ["-include-pch", self.precompiled]
        elif precompiled:  # g++ finds it as it finds a header
            self.use = [f"-I{precompiled}"]

    def precompile(self):
        """Makes the precompiled header; returns the exit code and the output."""
        os.makedirs(os.path.dirname(self.precompiled), exist_ok=True)
        return self.call(*self.include, "-x", "c++-header", os.path.join(self.tests, HEADER),
                         "-o", self.precompiled)

    def run(self, source, *options):
        """Returns the exit code and the output."""
        code, output = self.call(*self.use, *self.include, "-fsyntax-only", *options, source)
        return code, self.as_if_included(source, output) if self.use else output

    def as_if_included(self, source, output):
        """The output with the place where the source includes the header, which is not known where
        that is precompiled: g++ leaves the place out, clang++ takes the first line for it."""
        with open(source, encoding="utf-8") as file:
            lines = [n for n, line in enumerate(file, 1) if line.startswith(f'#include "{HEADER}"')]
        place = f"{source}:{lines[0]}:" if lines else ""
        if self.family == "clang":
            return output.replace(f"from {source}:1:\n", f"from {place}\n")
        return re.sub(rf"(from \S*{HEADER}:\d+):\n", rf"\1,\n{' ' * 17}from {place}\n", output)

    def call(self, *arguments):
        done = subprocess.run(
            [*self.command, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=self.environment,
        )
        return done.returncode, done.stdout


def faults(compiler, source):
    """What is wrong with the source's failure, as a list of sentences, and its output."""
    with open(source, encoding="utf-8") as file:
        text = file.read()
    expected = [
        (kind, value)
        for kind, family, value in EXPECTATION.findall(text)
        if family in ("", compiler.family)
    ]
    found = []
    if not any(kind == "error" for kind, _ in expected):
        found.append("announces no error: write '// error: REGEX'")
    if not re.search(r"^\s*#\s*(if|ifdef|ifndef|elif)\b.*\bMENDED\b", text, re.MULTILINE):
        found.append("has no mended twin: write '#ifdef MENDED ... #else ... #endif'")
    else:
        code, output = compiler.run(source, "-DMENDED")
        if code != 0:
            found.append(f"the mended twin does not compile:\n{output}")

    code, output = compiler.run(source)
    if code == 0:
        found.append("compiles, and must not")
    lines = output.splitlines()
    searched = "\n".join(line for line in lines if not EXPECTATION.search(line))
    for kind, value in expected:
        if kind == "error" and not re.search(value, searched):
            found.append(f"the compiler does not say: {value}")
        if kind == "lines" and len(lines) > int(value):
            found.append(f"the error has {len(lines)} lines, {value} at most are allowed")
    return found, output


def self_test(compiler):
    """The harness must accept a sound file and see through each kind of unsound one."""
    sound = "#ifndef MENDED\nint x = missing;\n#endif\n// error: missing\n// lines: 9\n"
    cases = {
        "": ("sound", sound),
        "announces no error": ("silent", sound.replace("// error", "//")),
        "has no mended twin": ("twinless", sound.replace("MENDED", "OTHER")),
        "the mended twin does not compile": ("mended", sound.replace("#endif", "#endif\nint y")),
        "compiles, and must not": ("harmless", sound.replace("missing;", "0;")),
        "the compiler does not say: present": ("other", sound.replace(": missing", ": present")),
        "the error has": ("wordy", sound.replace("lines: 9", "lines: 0")),
        "the compiler does not say: own words": (
            "quoted",
            sound.replace("missing;", "missing; // error: own words"),
        ),
        "the compiler does not say: theirs": (
            "family",
            sound + "// error(gcc): theirs\n// error(clang): theirs\n",
        ),
    }
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        skeleton = os.path.join(folder, "skeleton.cpp")
        with open(skeleton, "w", encoding="utf-8") as file:
            file.write("#include <lupaus/version.hpp>\nint main() {}\n")
        code, output = compiler.run(skeleton)
        if code != 0:
            print(f"an empty program does not compile:\n{output}")
            failed = True
        if compiler.precompiled:
            code, output = compiler.precompile()
            if code != 0:
                print(f"{HEADER} does not compile:\n{output}")
                failed = True
        for fault, (name, text) in cases.items():
            source = os.path.join(folder, name + ".cpp")
            with open(source, "w", encoding="utf-8") as file:
                file.write(text)
            found, _ = faults(compiler, source)
            if not (any(f.startswith(fault) for f in found) if fault else found == []):
                print(f"case '{name}': expected [{fault}], got {found}")
                failed = True
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--include", default="", help="directories, separated by ';'")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--precompiled", default="", help="the folder of the precompiled header")
    parser.add_argument("--show", action="store_true", help="print what is said, check nothing")
    parser.add_argument("source", nargs="?")
    options = parser.parse_args()
    directories = [d for d in options.include.split(";") if d]
    if options.self_test and options.precompiled:  # clang++ refuses one that is older than a header
        shutil.rmtree(options.precompiled, ignore_errors=True)
    compiler = Compiler(options.compiler, directories, options.precompiled)
    if options.self_test:
        return 1 if self_test(compiler) else 0
    if options.show:
        found, output = [], compiler.run(options.source)[1]
    else:
        found, output = faults(compiler, options.source)
    for fault in found:
        print(f"{options.source}: {fault}")
    if found or options.show:
        print(f"--- {compiler.family} said, in {len(output.splitlines())} lines:\n{output}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
