#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""rules.py finds each kind of fault, and none where there is none."""

import tempfile
import unittest
from pathlib import Path

import rules

SEMANTICS, MONITOR = rules.PAGES


class Rules(unittest.TestCase):
    def tree(self, page, code, test="// Theorem T1.", broken=("E1", "E2", "S1"),
             monitor="- **L1 Order.** One.\n"):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = Path(folder.name)
        for name, text in ((SEMANTICS, page), ("include/lupaus/life/a.hpp", code),
                           (MONITOR, monitor), ("include/lupaus/monitor/a.hpp", "// L1\n"),
                           ("tests/theorems/a.cpp", test),
                           (rules.MUTATIONS,
                            "".join(f'    ("{r}, how", …),\n' for r in (*broken, "L1")))):
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return rules.faults(root)

    def test_a_tree_in_which_all_is_right(self):
        page = "**E1.** One.\n**E2.** Two, as E1.\n**S1.** A.\n\n**T1.** All.\n"
        self.assertEqual(self.tree(page, "/// E1, E2.\n// the state (S1)\n"), [])

    def test_a_rule_that_no_comment_names(self):
        self.assertEqual(self.tree("**E1.** One.\n", "int E1;", broken=["E1"]),
                         [f"{SEMANTICS}: no comment says where rule E1 is in the code"])

    def test_a_rule_that_the_page_does_not_have(self):
        self.assertEqual(self.tree("**E1.** One.\n", "// E1, E3", broken=["E1"]),
                         ["include/lupaus/life/a.hpp: it names rule E3, which "
                          f"{SEMANTICS} does not have"])

    def test_a_rule_that_stands_there_twice(self):
        self.assertEqual(self.tree("**E1.** One.\n**E1.** Two.\n", "// E1", broken=["E1"]),
                         [f"{SEMANTICS}: rule E1 stands there twice"])

    def test_a_theorem_without_a_test(self):
        self.assertEqual(self.tree("**E1.** One.\n**T1.** All.\n", "// E1", "int main() {}", ["E1"]),
                         [f"{SEMANTICS}: no test in tests/theorems names T1"])

    def test_a_rule_that_no_mutation_breaks(self):
        self.assertEqual(self.tree("**E1.** One.\n**E2.** Two.\n", "// E1, E2", broken=["E1"]),
                         [f"{SEMANTICS}: {rules.MUTATIONS} does not break rule E2"])

    def test_a_mutation_of_a_rule_that_the_page_does_not_have(self):
        self.assertEqual(self.tree("**E1.** One.\n", "// E1", broken=["E1", "E3"]),
                         [f"{rules.MUTATIONS}: it names rule E3, which no page has"])

    def test_a_page_without_rules(self):
        self.assertEqual(self.tree("Nothing.\n", "", broken=[]), [f"{SEMANTICS}: it has no rules"])

    def test_a_letter_of_two_pages(self):
        found = self.tree("**E1.** One.\n", "// E1", broken=["E1"],
                          monitor="- **L1 Order.** One.\n- **E2 Two.** Two.\n")
        self.assertIn(f"{SEMANTICS}: the letter E is another page's too", found)


if __name__ == "__main__":
    unittest.main()
