#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows that snippets.py sees each kind of fault, and nothing else."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import snippets  # noqa: E402

PROGRAM = """// SPDX-License-Identifier: BSL-1.0
//
// Says hello.
#include <cstdio>
// clang-format off
int main() {
  //! [hello]
  if (true)
    std::puts("hello");
  //! [hello]
}
"""
WHOLE = """// Says hello.
#include <cstdio>
int main() {
  if (true)
    std::puts("hello");
}"""
REGION = """if (true)
  std::puts("hello");"""


def shown(mark, language, text):
    kind = mark.split(":")[0]
    return f"<!-- {mark} -->\n```{language}\n{text}\n```\n<!-- /{kind} -->\n"


class Snippets(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("docs/snippets/hello.cpp", PROGRAM)
        self.write("docs/snippets/hello.out", "hello\n")
        self.page = shown("code: hello", "cpp", WHOLE)
        self.write("README.md", self.page)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def script(self, text, path="build/docs/snippets/hello"):
        self.write(path, "#!/bin/sh\n" + text).chmod(0o755)

    def call(self, *arguments):
        """Returns the exit code and what was said."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            code = snippets.main(list(arguments), self.root)
        return code, said.getvalue()

    def accepts(self):
        self.assertEqual(self.call("--check"), (0, ""))

    def rejects(self, text):
        code, said = self.call("--check")
        self.assertEqual(code, 1)
        self.assertIn(text, said)

    def test_whole_program(self):
        self.accepts()

    def test_region_is_dedented(self):
        self.write("README.md", shown("code: hello#hello", "cpp", REGION))
        self.accepts()

    def test_output(self):
        self.write("README.md", shown("output: hello", "text", "hello"))
        self.accepts()

    def test_program_named_by_path(self):
        self.write("examples/hi.cpp", PROGRAM)
        self.write("docs/page.md", shown("code: examples/hi#hello", "cpp", REGION))
        self.accepts()

    def test_stale_code(self):
        self.write("docs/snippets/hello.cpp", PROGRAM.replace("hello\"", "bye\""))
        self.rejects("README.md: out of date")

    def test_stale_output(self):
        self.write("README.md", shown("output: hello", "text", "bye"))
        self.rejects('-bye\n+hello')

    def test_update_mends_and_is_stable(self):
        self.write("README.md", "before\n\n<!-- code: hello#hello -->\n<!-- /code -->\n\nafter\n")
        self.rejects("out of date")
        self.assertEqual(self.call("--update")[0], 0)
        self.accepts()
        page = self.root.joinpath("README.md").read_text()
        self.assertEqual(
            page, f"before\n\n{shown('code: hello#hello', 'cpp', REGION)}\nafter\n"
        )
        self.assertEqual(self.call("--update"), (0, ""))

    def test_indented_in_a_list(self):
        self.write("README.md", "1. x\n\n   <!-- output: hello -->\n   <!-- /output -->\n")
        self.call("--update")
        self.accepts()
        self.assertIn("   ```text\n   hello\n   ```\n", self.root.joinpath("README.md").read_text())

    def test_missing_program(self):
        self.write("README.md", self.page + shown("code: nobody", "cpp", ""))
        self.rejects("README.md:11: 'nobody' names docs/snippets/nobody.cpp, which does not exist")

    def test_missing_output(self):
        self.write("README.md", self.page + shown("output: examples/hi", "text", ""))
        self.rejects("'examples/hi' names examples/hi.out")

    def test_missing_region(self):
        self.write("README.md", shown("code: hello#nothing", "cpp", ""))
        self.rejects("0 lines '//! [nothing]'")

    def test_half_open_region(self):
        self.write("docs/snippets/hello.cpp", PROGRAM.replace("  //! [hello]\n}", "}"))
        self.write("README.md", shown("code: hello#hello", "cpp", REGION))
        self.rejects("1 lines '//! [hello]'")

    def test_file(self):
        self.write("tests/list/CMakeLists.txt", "# SPDX-License-Identifier: X\n# a list\nproject(x)\n")
        mark = "file: tests/list/CMakeLists.txt"
        self.write("docs/page.md", shown(mark, "cmake", "# a list\nproject(x)"))
        self.accepts()
        self.write("docs/page.md", shown(mark, "cmake", "project(y)"))
        self.rejects("docs/page.md: out of date")

    def test_files_with_code_in_them(self):
        self.write("tests/tree/page.md", "# A page\n\n```text\nx\n```\n")
        self.write("docs/page.md", "<!-- file: tests/tree/page.md -->\n````markdown\n# A page\n\n"
                                   "```text\nx\n```\n````\n<!-- /file -->\n")
        self.accepts()
        self.write("tests/tree/list.diff", "@@\n+one\n two\n")
        self.write("tests/tree/one.hpp", "// SPDX-License-Identifier: X\n#pragma once\n")
        self.write("docs/page.md",
                   shown("file: tests/tree/list.diff", "diff", "@@\n+one\n two")
                   + shown("file: tests/tree/one.hpp", "cpp",
                           "// SPDX-License-Identifier: X\n#pragma once"))
        self.accepts()

    def test_missing_file(self):
        self.write("docs/page.md", shown("file: tests/build.sh", "sh", ""))
        self.rejects("docs/page.md:1: 'tests/build.sh' does not exist")

    def test_file_of_no_known_language(self):
        self.write("docs/page.md", shown("file: README.txt", "text", ""))
        self.rejects("'README.txt': a file of no known language")

    def test_unclosed_mark(self):
        self.write("README.md", self.page.replace("<!-- /code -->\n", ""))
        self.rejects("no '<!-- /code -->'")

    def test_closing_of_another_kind(self):
        self.write("README.md", self.page.replace("/code", "/output"))
        self.rejects("no '<!-- /code -->'")

    def test_closing_without_opening(self):
        self.write("README.md", self.page + "<!-- /code -->\n")
        self.rejects("closes nothing")

    def test_unused_program(self):
        self.write("README.md", "nothing\n")
        self.rejects("docs/snippets/hello.cpp: used by no page")

    def test_program_without_output(self):
        (self.root / "docs/snippets/hello.out").unlink()
        self.rejects("docs/snippets/hello.cpp: no .out file")

    def test_output_without_program(self):
        self.write("docs/snippets/gone.out", "")
        self.rejects("docs/snippets/gone.out: no program")

    def test_untested_code(self):
        block = "```cpp\nint x;\n```\n"
        self.write("README.md", self.page + block)
        self.rejects("README.md:11: C++ that no program contains")
        self.write("README.md", self.page + "<!-- untested: a sketch -->\n" + block)
        self.accepts()
        self.write("README.md", self.page + "<!-- untested: a sketch -->\n" + block + block)
        self.rejects("README.md:15: C++")

    def test_other_languages_and_marks_in_code_are_free(self):
        self.write("README.md", self.page + "```text\n<!-- code: nobody -->\n[x](gone)\n```\n")
        self.accepts()

    def test_links(self):
        self.write("docs/page.md", "# A: [page](../README.md) of `code`!\n## Twice\n## Twice\n")
        good = "[a](docs/page.md) [b](docs/page.md#a-page-of-code) [c](docs/page.md#twice-1)\n"
        good += "[d](https://example.org/x) [e](#here) `[f](gone)` ![g](docs/snippets/hello.cpp)\n"
        good += "[h]: docs/page.md\n<img src=\"docs/page.md\">\n# Here\n"
        self.write("README.md", self.page + good)
        self.accepts()
        bad = ("[a](gone.md)", "[a](docs/page.md#gone)", "[a](#gone)", "[a]: gone.md",
               '<img src="gone.png">', "[![a](gone.png)](docs/page.md)", '[a](gone.md "title")')
        for link in bad:
            with self.subTest(link):
                self.write("README.md", self.page + good + link + "\n")
                self.rejects("no such")

    def test_run(self):
        out = str(self.root / "docs/snippets/hello.out")
        program = str(self.root / "build/docs/snippets/hello")
        for text, fault in (
            ("echo hello", None),
            ("echo bye", "-hello\n+bye"),
            ("printf hello", "line ends only"),
            ("echo hello; exit 3", "exits with 3, not 0"),
        ):
            with self.subTest(text):
                self.script(text)
                code, said = self.call("--run", program, out)
                self.assertEqual(code, 1 if fault else 0)
                self.assertIn(fault or "", said)
        self.write("docs/snippets/hello.exit", "3\n")
        self.assertEqual(self.call("--run", program, out), (0, ""))
        self.assertEqual(self.call("--run", program, out + "put")[0], 1)

    def test_capture(self):
        self.script("echo bye")
        code, said = self.call("--capture", str(self.root / "build"))
        self.assertEqual((code, said), (0, "captured docs/snippets/hello.out\n"))
        self.assertEqual((self.root / "docs/snippets/hello.out").read_text(), "bye\n")

    def test_capture_wants_the_right_exit_code_and_a_program(self):
        self.script("exit 1")
        self.assertIn("exits with 1", self.call("--capture", str(self.root / "build"))[1])
        self.assertIn("cannot be run", self.call("--capture", str(self.root / "none"))[1])
        self.assertEqual((self.root / "docs/snippets/hello.out").read_text(), "hello\n")

    def test_capture_of_an_example(self):
        self.script("echo hello")
        self.script("echo hi", "build/examples/hi")
        self.write("examples/hi.cpp", PROGRAM)
        self.write("README.md", self.page + shown("output: examples/hi", "text", "hi"))
        self.assertEqual(self.call("--capture", str(self.root / "build"))[0], 0)
        self.accepts()

    # Commands

    def command(self, text, prints, code=0):
        """A command that is shown on a page, and the program that it calls."""
        self.write("docs/runs/try.run", text + "\n")
        self.write("README.md", self.page + "<!-- run: try -->\n<!-- /run -->\n")
        self.script(prints, "build/examples/tool")
        if code:
            self.write("docs/runs/try.exit", f"{code}\n")
        return str(self.root / "build"), str(self.root / "docs/runs/try.run")

    def shows_session(self, text):
        self.assertEqual(self.call("--update")[0], 0)
        self.accepts()
        block = f"<!-- run: try -->\n```console\n{text}\n```\n<!-- /run -->\n"
        self.assertEqual(self.root.joinpath("README.md").read_text(), self.page + block)

    def test_command(self):
        build, run = self.command("examples/tool 'a b' c", 'echo "$# $1"; echo oh >&2; exit 3', 3)
        self.rejects("docs/runs/try.run: no .out file")
        self.script("echo hello")
        code, said = self.call("--capture", build)
        self.assertEqual((code, said), (0, "captured docs/runs/try.out\n"))
        self.shows_session("$ tool 'a b' c\n2 a b\noh\n$ echo $?\n3")
        self.assertEqual(self.call("--check-run", build, run), (0, ""))
        self.script('echo "$# $2"; exit 3', "build/examples/tool")
        self.assertIn("-2 a b\n-oh\n+2 c", self.call("--check-run", build, run)[1])
        self.script('echo "$# $1"; echo oh >&2', "build/examples/tool")
        self.assertIn("exits with 0, not 3", self.call("--check-run", build, run)[1])

    def test_command_runs_in_the_root(self):
        build, run = self.command("examples/tool docs/snippets/hello.out", 'cat "$1"')
        self.script("echo hello")
        self.assertEqual(self.call("--capture", build)[0], 0)
        self.shows_session("$ tool docs/snippets/hello.out\nhello")

    def test_command_with_json(self):
        build, run = self.command("examples/tool | python3 -m json.tool", "echo '{\"a\":1}'; exit 1", 1)
        self.script("echo hello")
        self.assertEqual(self.call("--capture", build)[0], 0)
        self.shows_session('$ tool | python3 -m json.tool\n{\n    "a": 1\n}')
        self.script("echo '{}'", "build/examples/tool")
        self.assertIn("exits with 0, not 1", self.call("--check-run", build, run)[1])

    def test_command_is_no_shell(self):
        build, run = self.command("examples/tool | cat", "echo hello")
        self.script("echo hello")
        self.assertIn("only json.tool may follow", self.call("--capture", build)[1])

    def test_unused_command(self):
        self.command("examples/tool", "echo hello")
        self.write("docs/runs/try.out", "hello\n")
        self.write("README.md", self.page)
        self.rejects("docs/runs/try.run: used by no page")
        self.write("README.md", self.page + shown("run: gone", "console", "$ gone"))
        self.rejects("'docs/runs/gone' names docs/runs/gone.run, which does not exist")

    # Errors of compilers

    def compiler(self, version, says="tests/compile_fail/bad.cpp:3:1: error: no"):
        """A compiler that refuses all, and a harness like that of the tests."""
        text = f'#!/bin/sh\n[ "$1" = --version ] && echo "{version}" || printf "%s\\n" "{says}"\n'
        compiler = self.write("build/compiler", text)
        compiler.chmod(0o755)
        self.write("tests/compile_fail/bad.cpp", "int x = missing;\n")
        self.write(
            "tests/compile_fail/check.py",
            "import subprocess, sys\n"
            "print('--- it said, in 1 lines:')\n"
            "sys.stdout.flush()\n"
            "subprocess.run([sys.argv[3], sys.argv[-1]])\n",
        )
        return str(compiler)

    def test_errors(self):
        mark = "error: tests/compile_fail/bad gcc"
        self.write("README.md", self.page + f"<!-- {mark} -->\n<!-- /error -->\n")
        compiler = self.compiler("g++ (Some 12.2.0) 12.2.0")
        self.rejects("docs/errors/bad.gcc.txt does not exist")
        self.assertEqual(self.call("--check-errors", compiler)[0], 1)
        self.assertEqual(
            self.call("--capture-errors", compiler), (0, "captured docs/errors/bad.gcc.txt\n")
        )
        self.rejects("+tests/compile_fail/bad.cpp:3:1: error: no")
        self.assertEqual(self.call("--update")[0], 0)
        self.accepts()
        self.assertEqual(self.call("--check-errors", compiler), (0, ""))
        self.compiler("g++ 12.2.0", "tests/compile_fail/bad.cpp:41:5: error: no")
        self.assertEqual(self.call("--check-errors", compiler), (0, ""))
        self.compiler("g++ 12.2.0", "tests/compile_fail/bad.cpp:3:1: error: never")
        code, said = self.call("--check-errors", compiler)
        self.assertEqual(code, 1)
        self.assertIn("error: never", said)

    def test_errors_of_another_compiler_are_not_looked_at(self):
        self.write("README.md", self.page + "<!-- error: tests/compile_fail/bad gcc -->\n"
                                            "<!-- /error -->\n")
        self.assertEqual(self.call("--check-errors", self.compiler("g++ 13.1.0"))[0], 77)
        self.assertEqual(self.call("--capture-errors", str(self.root / "nothing"))[0], 77)
        self.assertEqual(self.call("--check-errors", self.compiler("clang version 14.0.6"))[0], 0)

    def test_faults_of_an_error_mark(self):
        for mark, fault in (
            ("tests/compile_fail/bad", "say of which compiler"),
            ("tests/compile_fail/gone gcc", "tests/compile_fail/gone.cpp does not exist"),
        ):
            with self.subTest(mark):
                self.write("README.md", self.page + f"<!-- error: {mark} -->\n<!-- /error -->\n")
                self.rejects(fault)
        self.write("README.md", self.page)
        self.write("docs/errors/old.gcc.txt", "")
        self.rejects("docs/errors/old.gcc.txt: used by no page")

    def test_errors_are_shortened(self):
        wide = "x" * 400
        said = f"/usr/include/c++/12/chrono:5:1: note: {wide}\na.cpp:1:1: error: {wide}\n" + "y\n" * 40
        lines = snippets.shortened(said).splitlines()
        self.assertTrue(lines[0].startswith("chrono:5:1: note: xxx") and lines[0].endswith("x…"))
        self.assertEqual(lines[1], f"a.cpp:1:1: error: {wide}")
        self.assertEqual(lines[-1], "… and 24 more lines")


if __name__ == "__main__":
    unittest.main()
