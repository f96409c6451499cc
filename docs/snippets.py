#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Keeps the documentation true: pages show programs that compile, and what those really print.

A program is docs/snippets/NAME.cpp, or any other source of the project, named by its path from the
root without ".cpp" (examples/washing_machine). Beside it stands what it prints, in NAME.out, and
in NAME.exit the number that it exits with, if that is not 0. A page (any .md file) shows them:

    <!-- code: NAME -->            the whole program, without licence and formatter comments
    <!-- code: NAME#region -->     what stands between two lines "//! [region]"
    <!-- /code -->
    <!-- output: NAME -->          what it prints
    <!-- /output -->
    <!-- error: tests/compile_fail/NAME gcc -->   what g++ (or clang) says of a source that must
    <!-- /error -->                               not compile; kept as docs/errors/NAME.gcc.txt
    <!-- run: NAME -->             a command and what it prints, as in a shell
    <!-- /run -->
    <!-- file: PATH -->            a file that a test uses as it is: a CMakeLists.txt, a shell
    <!-- /file -->                 script (without their licence), a header, a diff, a page; named
                                   from the root
    <!-- untested: REASON -->      lets the C++ block that follows be no part of a program

A command is the one line of docs/runs/NAME.run: a program of the project by its path in the build
directory (examples/lupaus), and its arguments. It runs in the root. What it prints, on the standard
output and then on the standard error, is in NAME.out, its exit code in NAME.exit, if that is not 0.
It may end with "| python3 -m json.tool".

  --check               fails if a page is out of date, names something missing, has untested C++
                        or a dead link, or if a program in docs/snippets is used by no page
  --update              writes programs and outputs into the pages
  --capture BUILD_DIR   runs the programs built there and rewrites the .out files
  --run PROGRAM OUT     runs one program and compares what it prints with the file OUT
  --check-run BUILD_DIR RUN   runs the command in the file RUN, and compares the same
  --capture-errors COMPILER   rewrites the errors in docs/errors that are this compiler's
  --check-errors COMPILER     compares them with what it says now; line numbers may differ
  --precompiled DIR           where the tests have precompiled the header of these sources
Errors are those of g++ 12 and clang 14: with another version the last two exit with 77. Paths are
shown from the root. A line that neither is an error nor says what was evaluated is cut at 240
characters, an output after 18 lines.
"""

import argparse
import difflib
import re
import shlex
import subprocess
import sys
import textwrap
import urllib.parse
from pathlib import Path

OPENING = re.compile(r"^(\s*)<!--\s*(code|output|error|run|file):\s*(\S+(?: (?:gcc|clang))?)\s*-->\s*$")
CLOSING = re.compile(r"^\s*<!--\s*/(code|output|error|run|file)\s*-->\s*$")
UNTESTED = re.compile(r"^\s*<!--\s*untested:\s*\S.*-->\s*$")
REGION = re.compile(r"^\s*//!\s*\[([\w-]+)\]\s*$")
NOT_SHOWN = re.compile(r"^\s*//\s*(clang-format (on|off)|SPDX-License-Identifier:.*)\s*$")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})\s*(\S*)")
LINK = re.compile(r"\]\(<?([^)>\s]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s*(\S+)|(?:src|href)=\"([^\"]+)\"")
VERSIONS = {"gcc": "12", "clang": "14"}  # whose errors the pages show
LONGEST_LINE, MOST_LINES = 240, 18  # of an error
FILTER = " | python3 -m json.tool"  # what a command may end with
LANGUAGES = {"CMakeLists.txt": "cmake", ".cmake": "cmake", ".sh": "sh",
             ".hpp": "cpp", ".diff": "diff", ".json": "json", ".md": "markdown"}  # of whole files
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


class Fault(Exception):
    """Something in the documentation is wrong; the text says what and where."""


class Project:
    def __init__(self, root):
        self.root = Path(root)
        self.used = set()  # the programs and errors that pages show
        self.precompiled = None  # where the header of the sources is that must not compile

    def pages(self):
        folders = ("docs", "examples", "tests")
        found = list(self.root.glob("*.md"))
        for folder in folders:
            found += self.root.glob(f"{folder}/**/*.md")
        return sorted(found)

    def snippets(self):
        return sorted(self.root.glob("docs/snippets/*.cpp"))

    def relative(self, path):
        return path.relative_to(self.root).as_posix()

    def stem(self, name):
        """The program's path without its ending."""
        return self.root / (name if "/" in name else f"docs/snippets/{name}")

    def read(self, name, ending):
        path = self.stem(name).with_suffix(ending)
        if not path.is_file():
            raise Fault(f"'{name}' names {self.relative(path)}, which does not exist")
        self.used.add(path.with_suffix(""))
        return path.read_text(encoding="utf-8")

    # What a page shows

    def code(self, reference):
        name, _, region = reference.partition("#")
        lines = self.read(name, ".cpp").splitlines()
        marks = [n for n, line in enumerate(lines) if (m := REGION.match(line)) and m[1] == region]
        if region:
            if len(marks) != 2:
                raise Fault(f"'{reference}': {len(marks)} lines '//! [{region}]', expected two")
            lines = lines[marks[0] + 1 : marks[1]]
        else:
            lines = without_licence(lines)
        lines = [line for line in lines if not REGION.match(line) and not NOT_SHOWN.match(line)]
        return textwrap.dedent("\n".join(lines)).strip("\n")

    def shown(self, kind, reference):
        if kind == "output":
            return "text", self.read(reference, ".out").rstrip("\n")
        if kind == "error":
            file = self.error_file(reference)
            if not file.is_file():
                raise Fault(f"'{reference}': {self.relative(file)} does not exist, "
                            "run --capture-errors COMPILER")
            self.used.add(file)
            return "text", file.read_text(encoding="utf-8").rstrip("\n")
        if kind == "run":
            return "console", self.session(reference)
        if kind == "file":
            return self.file(reference)
        return "cpp", self.code(reference)

    def file(self, reference):
        """A file's language, by its name, and what stands in it."""
        path = self.root / reference
        language = LANGUAGES.get(path.name) or LANGUAGES.get(path.suffix)
        if not language:
            raise Fault(f"'{reference}': a file of no known language")
        if not path.is_file():
            raise Fault(f"'{reference}' does not exist")
        text = path.read_text(encoding="utf-8")
        return language, re.sub(r"^# SPDX-.*\n", "", text).strip("\n")

    def runs(self):
        return sorted(self.root.glob("docs/runs/*.run"))

    def session(self, name):
        """A command and what it printed, as a shell shows them."""
        name = f"docs/runs/{name}"
        command = self.read(name, ".run").strip()
        program, space, rest = command.partition(" ")
        lines = [f"$ {Path(program).name}{space}{rest}"]
        lines += self.read(name, ".out").rstrip("\n").splitlines()
        code = exit_code(self.root / f"{name}.out")
        if code and not command.endswith(FILTER):
            lines += ["$ echo $?", str(code)]
        return "\n".join(lines)

    def error_file(self, reference):
        """Where the words are kept that a page shows of a compiler."""
        source, _, family = reference.partition(" ")
        if family not in VERSIONS:
            raise Fault(f"'{reference}': say of which compiler, gcc or clang")
        if not (self.root / source).with_suffix(".cpp").is_file():
            raise Fault(f"'{reference}': {source}.cpp does not exist")
        return self.root / "docs/errors" / f"{Path(source).name}.{family}.txt"

    def render(self, page):
        """The page as it should be, and its faults."""
        lines = page.read_text(encoding="utf-8").splitlines()
        result, faults, n, excused = [], [], 0, False
        fence = None  # of the code block we are in, outside our marks

        def fault(number, text):
            faults.append(f"{self.relative(page)}:{number + 1}: {text}")

        while n < len(lines):
            line = lines[n]
            result.append(line)
            mark = FENCE.match(line)
            if fence:
                if mark and mark[1].startswith(fence) and not mark[2]:
                    fence = None
            elif opening := OPENING.match(line):
                indent, kind, reference = opening.groups()
                end = n + 1
                while end < len(lines) and not CLOSING.match(lines[end]):
                    end = len(lines) if OPENING.match(lines[end]) else end + 1
                if end >= len(lines) or CLOSING.match(lines[end])[1] != kind:
                    fault(n, f"no '<!-- /{kind} -->' for '{reference}'")
                else:
                    try:
                        language, text = self.shown(kind, reference)
                        ticks = "````" if "```" in text else "```"
                        block = [ticks + language, *text.split("\n"), ticks]
                        result += [indent + row if row else row for row in block]
                    except Fault as missing:
                        fault(n, missing)
                        result += lines[n + 1 : end]
                    result.append(lines[end])
                    n = end
            elif CLOSING.match(line):
                fault(n, f"'{line.strip()}' closes nothing")
            elif mark:
                fence = mark[1]
                if mark[2] in ("cpp", "c++") and not excused:
                    fault(n, "C++ that no program contains: show a snippet, or say "
                             "'<!-- untested: REASON -->'")
            if line.strip():
                excused = bool(UNTESTED.match(line))
            n += 1
        return "\n".join(result) + "\n", faults

    # Links

    def links(self, page):
        faults = []
        for number, line in outside_code(page):
            for groups in LINK.findall(line):
                target = "".join(groups)
                if SCHEME.match(target):
                    continue
                path, _, anchor = urllib.parse.unquote(target).partition("#")
                file = (page.parent / path) if path else page
                where = f"{self.relative(page)}:{number + 1}: link to '{target}'"
                if not file.exists():
                    faults.append(f"{where}: no such file")
                elif anchor and file.suffix == ".md" and anchor not in anchors(file):
                    faults.append(f"{where}: no such heading")
        return faults

    # The commands

    def check(self):
        faults = []
        for page in self.pages():
            wanted, found = self.render(page)
            faults += found + self.links(page)
            present = page.read_text(encoding="utf-8")
            if not found and wanted != present:
                difference = diff(present, wanted, "page", "programs")
                faults.append(
                    f"{self.relative(page)}: out of date, run docs/snippets.py --update\n{difference}"
                )
        for source in self.snippets():
            if source.with_suffix("") not in self.used:
                faults.append(f"{self.relative(source)}: used by no page")
            if not source.with_suffix(".out").is_file():
                faults.append(f"{self.relative(source)}: no .out file, run --capture BUILD_DIR")
        for output in sorted(self.root.glob("docs/snippets/*.out")):
            if not output.with_suffix(".cpp").is_file():
                faults.append(f"{self.relative(output)}: no program of that name")
        for command in self.runs():
            if command.with_suffix("") not in self.used:
                faults.append(f"{self.relative(command)}: used by no page")
            if not command.with_suffix(".out").is_file():
                faults.append(f"{self.relative(command)}: no .out file, run --capture BUILD_DIR")
        for file in sorted(self.root.glob("docs/errors/*")):
            if file not in self.used:
                faults.append(f"{self.relative(file)}: used by no page")
        return faults

    def update(self):
        faults = []
        for page in self.pages():
            wanted, found = self.render(page)
            faults += found
            if wanted != page.read_text(encoding="utf-8"):
                page.write_text(wanted, encoding="utf-8")
                print(f"updated {self.relative(page)}")
        return faults

    def capture(self, build_dir):
        """Re-runs the snippets, and every other program that has an output or should have one."""
        programs = {source.with_suffix("") for source in self.snippets()}
        programs |= {output.with_suffix("") for output in self.root.glob("examples/*.out")}
        for page in self.pages():
            for line in page.read_text(encoding="utf-8").splitlines():
                if (opening := OPENING.match(line)) and opening[2] == "output":
                    programs.add(self.stem(opening[3]))
        calls = [(p, lambda p=p: execute(Path(build_dir).resolve() / self.relative(p), self.root))
                 for p in sorted(programs)]
        calls += [(c.with_suffix(""), lambda c=c: execute_command(c, build_dir, self.root))
                  for c in self.runs()]
        faults = []
        for program, call in calls:
            out = program.with_suffix(".out")
            try:
                code, printed = call()
            except (OSError, Fault) as error:
                faults.append(f"{self.relative(program)}: cannot be run: {error}")
                continue
            if code != exit_code(out):
                faults.append(f"{self.relative(program)}: exits with {code}, not {exit_code(out)}")
            elif not out.is_file() or out.read_bytes() != printed:
                out.write_bytes(printed)
                print(f"captured {self.relative(out)}")
        return faults

    # What compilers say

    def errors_shown(self, family):
        """The sources of which pages show the errors of this compiler."""
        shown = set()
        for page in self.pages():
            for line in page.read_text(encoding="utf-8").splitlines():
                opening = OPENING.match(line)
                if opening and opening[2] == "error" and opening[3].endswith(" " + family):
                    shown.add(opening[3])
        return sorted(shown)

    def says(self, compiler, source):
        """What it says of a source, by the harness of the tests."""
        harness = self.root / "tests/compile_fail/check.py"
        command = [sys.executable, "-B", harness, "--show", "--compiler", compiler]
        command += ["--include", self.root / "include", source + ".cpp"]
        if self.precompiled:
            command += ["--precompiled", self.precompiled]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
                              cwd=self.root)
        _, mark, said = done.stdout.partition(" lines:\n")
        if not mark:
            raise Fault(f"{source}: the harness shows nothing:\n{done.stdout}")
        return shortened(said.replace(f"{self.root}/", ""))

    def errors(self, compiler, rewrite):
        """Captures what a compiler says, or compares; None if pages show no error of its."""
        family = family_of(compiler)
        if not family:
            return None
        faults = []
        for reference in self.errors_shown(family):
            try:
                file = self.error_file(reference)
                said = self.says(compiler, reference.split()[0])
            except Fault as fault:
                faults.append(str(fault))
                continue
            kept = file.read_text(encoding="utf-8") if file.is_file() else ""
            if without_numbers(said) == without_numbers(kept) and not rewrite:
                continue
            if not rewrite:
                rows = diff(kept, said, self.relative(file), "said now")
                faults.append(f"{compiler} says something else now; if it is right, run "
                              f"docs/snippets.py --capture-errors {compiler}\n{rows}")
            elif said != kept:
                file.parent.mkdir(exist_ok=True)
                file.write_text(said, encoding="utf-8")
                print(f"captured {self.relative(file)}")
        return faults


def family_of(compiler):
    """gcc or clang, if it is of the version whose errors the pages show."""
    try:
        said = subprocess.run([compiler, "--version"], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, text=True).stdout
    except OSError:
        return None
    family = "clang" if "clang" in said else "gcc"
    version = re.search(r"\b(\d+)\.\d+\.\d+", said)
    right = version and version[1] == VERSIONS[family] and "Apple" not in said
    return family if right else None


def shortened(said):
    """An error as pages show it: no paths of a machine, no line that nobody reads."""
    lines = re.sub(r"/[^\s:]*/c\+\+/[\d.]+/", "", said).strip("\n").splitlines()
    lines = [
        line if len(line) <= LONGEST_LINE or re.search(" error: | evaluate", line) else line[:LONGEST_LINE] + "…"
        for line in lines
    ]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES:] = [f"… and {len(lines) - MOST_LINES} more lines"]
    return "\n".join(lines) + "\n"


def without_numbers(said):
    """So that a header may grow: places without line and column, margins without numbers."""
    said = re.sub(r":\d+(:\d+)?(?=[:,])", ":N", said)
    return re.sub(r"(?m)^ *\d+ \|", "N |", said)


def without_licence(lines):
    """Leaves out the comment at the top, if it is about the licence."""
    end = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    licence = any("SPDX-" in line or "Copyright" in line for line in lines[:end])
    rest = [line for line in lines[:end] if "SPDX-" not in line and "Copyright" not in line]
    while licence and rest and rest[0].strip() == "//":
        rest.pop(0)
    return rest + lines[end:]


def outside_code(page):
    """The page's lines and their numbers, without code blocks, code spans and our marks."""
    fence = None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines()):
        mark = FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2]:
                fence = None
        elif mark:
            fence = mark[1]
        else:
            yield number, re.sub(r"`[^`]*`", "``", line)


def anchors(page):
    """The names that GitHub gives to the page's headings."""
    names, seen = set(), {}
    for _, line in enumerate(page.read_text(encoding="utf-8").splitlines()):
        if heading := re.match(r"^#{1,6}\s+(.*?)\s*#*$", line):
            text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading[1]).lower()
            slug = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
            count = seen.get(slug, 0)
            seen[slug] = count + 1
            names.add(f"{slug}-{count}" if count else slug)
    return names


def diff(before, after, before_name, after_name):
    rows = difflib.unified_diff(
        before.splitlines(), after.splitlines(), before_name, after_name, lineterm=""
    )
    return "\n".join(rows)


def execute(program, directory=None):
    done = subprocess.run(
        [program], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=directory
    )
    return done.returncode, done.stdout


def execute_command(file, build_dir, root):
    """The exit code of the program, and what the command prints: standard output, then error."""
    command = Path(file).read_text(encoding="utf-8").strip()
    is_filtered = command.endswith(FILTER)
    words = shlex.split(command[: -len(FILTER)] if is_filtered else command)
    if any(word in ("|", ">", "<", "&&", ";") for word in words):
        raise Fault("a command is a program and its arguments; only json.tool may follow")
    words[0] = str(Path(build_dir).resolve() / words[0])
    done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, cwd=root)
    printed = done.stdout
    if is_filtered:
        printed = subprocess.run([sys.executable, "-m", "json.tool"], input=printed, check=False,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout
    return done.returncode, printed + done.stderr


def exit_code(out):
    file = Path(out).with_suffix(".exit")
    return int(file.read_text()) if file.is_file() else 0


def run(program, out):
    """Faults of one program's run."""
    return compare(program, out, *execute(program))


def compare(program, out, code, printed):
    """Faults of what a program has printed."""
    if not Path(out).is_file():
        return [f"{out} does not exist: record it with docs/snippets.py --capture BUILD_DIR"]
    expected = Path(out).read_bytes()
    faults = []
    if printed != expected:
        texts = [part.decode("utf-8", "replace") for part in (expected, printed)]
        rows = diff(*texts, str(out), "printed") or "(they differ in line ends only)"
        faults.append(f"{program} prints something else than {out}:\n{rows}")
    if code != exit_code(out):
        faults.append(f"{program} exits with {code}, not {exit_code(out)}")
    return faults


def main(arguments=None, root=Path(__file__).resolve().parent.parent):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true")
    what.add_argument("--update", action="store_true")
    what.add_argument("--capture", metavar="BUILD_DIR")
    what.add_argument("--run", nargs=2, metavar=("PROGRAM", "OUT"))
    what.add_argument("--check-run", nargs=2, metavar=("BUILD_DIR", "RUN"))
    what.add_argument("--capture-errors", metavar="COMPILER")
    what.add_argument("--check-errors", metavar="COMPILER")
    parser.add_argument("--precompiled", metavar="DIR")
    options = parser.parse_args(arguments)
    project = Project(root)
    project.precompiled = options.precompiled
    if options.check:
        faults = project.check()
    elif options.update:
        faults = project.update()
    elif options.capture:
        faults = project.capture(options.capture)
    elif options.run:
        faults = run(*options.run)
    elif options.check_run:
        build_dir, command = options.check_run
        out = Path(command).with_suffix(".out")
        faults = compare(command, out, *execute_command(command, build_dir, project.root))
    else:
        compiler = options.capture_errors or options.check_errors
        faults = project.errors(compiler, rewrite=bool(options.capture_errors))
        if faults is None:
            print(f"{compiler}: not a compiler whose errors the pages show")
            return 77
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
