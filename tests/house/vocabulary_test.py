#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows that vocabulary.py sees an empty cell, and what is not so."""

import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import vocabulary  # noqa: E402

GOOD = ["It costs 5.", '`b.charges(shop, lamp, {5, "EUR"})`', '`{"price": {"minor_units": 5}}`',
        "[`no-exit`](gaps/no-exit.md)", "[story](../../tests/story.cpp)"]


class Vocabulary(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        schema = {"properties": {"price": {"properties": {"minor_units": {}}}}}
        for path, text in (("docs/reference/gaps/no-exit.md", ""), ("tests/story.cpp", ""),
                           ("docs/schema/model.schema.json", json.dumps(schema)),
                           ("include/lupaus/model/builder/builder.hpp", "builder& charges();")):
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, encoding="utf-8")

    def faults(self, *cells):
        lines = [vocabulary.COLUMNS, ["---"] * 5, *([list(cells)] if cells else [])]
        text = "\n".join("| " + " | ".join(line) + " |" for line in lines)
        (self.root / "docs/reference/vocabulary.md").write_text(text, encoding="utf-8")
        return [f.split(": ", 1)[1] for f in vocabulary.check(self.root)]

    def with_cell(self, i, cell):
        return self.faults(*GOOD[:i], cell, *GOOD[i + 1:])

    def test_a_full_row(self):
        self.assertEqual(self.faults(*GOOD), [])

    def test_an_empty_cell(self):
        for i, what in enumerate(vocabulary.COLUMNS):
            for empty in ("", "-", "``"):
                self.assertEqual(self.with_cell(i, empty), [f"nothing stands under '{what}'"])

    def test_what_is_not_so(self):
        for i, cell, fault in (
                (1, "`b.pay(shop)`", "the builder has no 'pay'"),
                (2, '`{"cost": 5}`', "the schema knows no member 'cost'"),
                (3, "`no-exit`", "the gap has no link"),
                (3, "[x](gaps/x.md)", "the gap is not there: gaps/x.md"),
                (4, "[x](../../tests/x.cpp)", "the story is not there: ../../tests/x.cpp")):
            self.assertEqual(self.with_cell(i, cell), [fault])
        self.assertIn("no JSON", self.with_cell(2, "`{cost}`")[0])

    def test_no_table(self):
        self.assertEqual(self.faults(), ["there is no table"])


if __name__ == "__main__":
    unittest.main()
