#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows that named_paths.py sees a path that is not there, and nothing else."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import named_paths  # noqa: E402


class Paths(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for path in ("include/lupaus/validate.hpp", "tests/run.sh", "examples/lupaus/main.cpp"):
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text("")

    def check(self, text, page="docs/page.md", waiting=None):
        file = self.root / page
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return named_paths.check(self.root, waiting or {})

    def test_what_is_there(self):
        text = ("`lupaus/validate.hpp`, `include/lupaus/validate.hpp`, `tests/`, `tests/run.sh`, "
                "`examples/lupaus/`, `lupaus/`\n")
        self.assertEqual(self.check(text), [])

    def test_what_is_not(self):
        for path in ("lupaus/valid.hpp", "lupaus/policy/", "include/lupaus/valid.hpp",
                     "tests/go.sh", "docs/snippets/"):
            with self.subTest(path):
                self.assertEqual(self.check(f"# A page\n\nSee `{path}`.\n"),
                                 [f"docs/page.md:3: names {path}, which does not exist"])

    def test_code_and_other_words_are_free(self):
        self.assertEqual(self.check("`lupaus validate x.json`, `<lupaus/a.hpp>`, `a/b.hpp`\n\n"
                                    "```cpp\n// `lupaus/valid.hpp`\n```\n"), [])

    def test_pages_at_the_root(self):
        self.assertEqual(len(self.check("`tests/go.sh`\n", "README.md")), 1)

    def test_what_waits(self):
        waiting = {("docs/page.md", "tests/go.sh"): "comes soon"}
        self.assertEqual(self.check("`tests/go.sh`\n", waiting=waiting), [])
        self.assertEqual(len(self.check("`tests/run.sh`\n", waiting=waiting)), 1)


if __name__ == "__main__":
    unittest.main()
