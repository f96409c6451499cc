#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows that house.py sees each kind of fault in a house made up, and nothing else."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import house  # noqa: E402

LAYERS = """
config.hpp
tools
nouns/name.hpp
nouns
checks/kinds/*
checks
the doors
src/*
src.hpp
"""
HEAD = "// SPDX-License-Identifier: BSL-1.0\n//\n// What this header is for.\n#pragma once\n"


def header(*included, body=""):
    return HEAD + "".join(f'#include "lupaus/{other}"\n' for other in included) + body


class Rules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("config.hpp", header())
        self.write("tools/list.hpp", header("config.hpp"))
        self.write("nouns/name.hpp", header("tools/list.hpp"))
        self.write("nouns/party.hpp", header("nouns/name.hpp", "tools/list.hpp"))
        self.write("checks/kinds/late/slow.hpp", header("nouns/party.hpp"))
        self.write("checks/all.hpp", header("checks/kinds/late/slow.hpp"))
        self.write("validate.hpp", header("checks/all.hpp", body=(
            "#if LUPAUS_IS_HEADER_ONLY\n#include \"lupaus/src/validate.hpp\"\n#endif\n")))
        self.write("report.hpp", header("validate.hpp"))
        self.write("src/validate.hpp", header("validate.hpp"))
        self.write("src.hpp", header("src/validate.hpp"))
        self.write_page("tools", "nouns", "checks/kinds", "checks", "src")

    def write(self, path, text):
        file = self.root / "include/lupaus" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def write_page(self, *folders, doors=("config", "validate", "report", "src")):
        page = self.root / "docs/explanation/the-house.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("".join(f"| `lupaus/{door}.hpp` | a door |\n" for door in doors)
                        + "".join(f"| `{folder}/` | a room |\n" for folder in folders),
                        encoding="utf-8")

    def faults(self, waiting=None):
        return house.House(self.root, LAYERS, waiting or {}).check()

    def expect(self, *parts, waiting=None):
        """There is one fault, and it says all of these."""
        faults = self.faults(waiting)
        self.assertEqual(len(faults), 1, faults)
        for part in parts:
            self.assertIn(part, faults[0])

    def test_a_house_in_order(self):
        self.assertEqual(self.faults(), [])

    def test_an_include_from_below(self):
        self.write("tools/list.hpp", header("nouns/party.hpp"))
        self.write("nouns/party.hpp", header())
        self.expect("tools/list.hpp:5", "nouns/party.hpp", "stands below it")

    def test_an_include_in_angle_brackets(self):
        self.write("tools/list.hpp", HEAD + "#  include <lupaus/checks/all.hpp> // for all\n")
        self.write("nouns/name.hpp", header())
        self.write("nouns/party.hpp", header())
        self.expect("tools/list.hpp:5", "stands below it")

    def test_a_header_apart_from_its_folder(self):
        self.write("nouns/party.hpp", header())
        self.write("nouns/name.hpp", header("nouns/party.hpp"))
        self.expect("nouns/name.hpp:5", "stands below it")

    def test_a_door_from_below(self):
        self.write("checks/all.hpp", header("report.hpp"))
        self.write("validate.hpp", header())
        self.expect("checks/all.hpp:5", "report.hpp, a door")

    def test_bodies_outside_the_header_only_form(self):
        self.write("src/more.hpp", header())
        self.write("report.hpp", header("src/more.hpp"))
        self.expect("report.hpp:5", "src/more.hpp", "stands below it")

    def test_bodies_after_else(self):
        self.write("src/more.hpp", header())
        self.write("report.hpp", header(body=(
            "#if LUPAUS_IS_HEADER_ONLY\n#else\n#include \"lupaus/src/more.hpp\"\n#endif\n")))
        self.expect("report.hpp:7", "stands below it")

    def test_an_include_of_nothing(self):
        self.write("report.hpp", header("validated.hpp"))
        self.expect("report.hpp:5", "does not exist")

    def test_a_circle_within_a_folder(self):
        self.write("nouns/part.hpp", header("nouns/party.hpp"))
        self.write("nouns/party.hpp", header("nouns/part.hpp"))
        self.expect("includes itself", "nouns/party.hpp -> nouns/part.hpp")

    def test_a_folder_that_no_line_names(self):
        self.write("attic/box.hpp", header())
        self.expect("attic/box.hpp", "no layer")

    def test_a_folder_in_a_folder_is_named_too(self):
        self.write("nouns/old/box.hpp", header())
        self.expect("nouns/old/box.hpp", "no layer")

    def test_a_layer_that_is_gone(self):
        (self.root / "include/lupaus/nouns/name.hpp").unlink()
        self.write("nouns/party.hpp", header())
        self.expect("LAYERS names nouns/name.hpp")

    def test_a_long_header(self):
        self.write("report.hpp", header(body="\n" * (house.LONGEST_HEADER - 4)))
        self.assertEqual(self.faults(), [])
        self.write("report.hpp", header(body="\n" * (house.LONGEST_HEADER - 3)))
        self.expect("report.hpp", "301 lines")

    def test_a_large_folder(self):
        for n in range(house.LARGEST_FOLDER - 1):
            self.write(f"checks/c{n}.hpp", header())
        self.assertEqual(self.faults(), [])
        self.write("checks/one_more.hpp", header())
        self.expect("checks/", "21 headers")

    def test_no_licence(self):
        self.write("report.hpp", "// What this header is for.\n#pragma once\n")
        self.expect("report.hpp:1", "SPDX")

    def test_no_purpose(self):
        self.write("report.hpp", "// SPDX-License-Identifier: BSL-1.0\n#pragma once\n")
        self.expect("report.hpp:2", "what it is for")

    def test_no_guard(self):
        self.write("report.hpp", HEAD.replace("#pragma once\n", '#include "lupaus/config.hpp"\n'))
        self.expect("report.hpp:4", "#pragma once")

    def test_a_page_without_a_folder(self):
        self.write_page("tools", "nouns", "checks", "src")
        self.expect("the-house.md", "tools, nouns, checks/kinds, checks, src")

    def test_a_page_in_another_order(self):
        self.write_page("nouns", "tools", "checks/kinds", "checks", "src")
        self.expect("the-house.md", "in their order")

    def test_a_page_without_a_door(self):
        self.write_page("tools", "nouns", "checks/kinds", "checks", "src",
                        doors=("config", "validate", "src"))
        self.expect("does not name `lupaus/report.hpp`")

    def test_what_waits(self):
        self.write("tools/list.hpp", header("nouns/party.hpp"))
        self.write("nouns/party.hpp", header())
        waiting = {"tools/list.hpp -> nouns/party.hpp": "the party moves"}
        self.assertEqual(self.faults(waiting), [])

    def test_what_waits_no_more(self):
        self.expect("WAITING", "report.hpp length", waiting={"report.hpp length": "is cut in two"})

    def test_the_program(self):
        def run(*arguments):
            with contextlib.redirect_stdout(io.StringIO()) as out:
                return house.main([*arguments]), out.getvalue()

        self.write("report.hpp", "")
        code, said = run(str(self.root))
        self.assertEqual(code, 1)
        self.assertIn("report.hpp:1: begins not", said)
        with self.assertRaises(SystemExit):
            run()
        with self.assertRaises(SystemExit):
            run(str(self.root / "elsewhere"))


if __name__ == "__main__":
    unittest.main()
