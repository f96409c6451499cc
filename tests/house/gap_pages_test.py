#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows that gap_pages.py sees each kind of fault in a tree made up, and nothing else."""

import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import gap_pages  # noqa: E402

HEADER = "include/lupaus/check/gaps/delivery/late_by_design.hpp"
CODE = """inline constexpr gap late_by_design{.id = "late-by-design",
                                    .severity = severity::error,
                                    .between = boundary::fulfilment_delivery,
                                    .service = service_gap::delivery_communication,
                                    .find = detail::find};
"""
LIST = "include/lupaus/check/gaps.hpp"
PAGE = "docs/reference/gaps/late-by-design.md"
TEXT = """# `late-by-design`

| severity | error |
| boundary | fulfilment / delivery |
| service-quality gap | Service delivery - external communications gap (gap 4) |
| code | [it](../../../include/lupaus/check/gaps/delivery/late_by_design.hpp) |
| tests | [they](../../../tests/check/late_by_design.cpp) |
"""
CATALOGUE = "docs/reference/gaps/README.md"
ROW = "| [`late-by-design`](late-by-design.md) | error | the path is too long |\n"
TEST = "tests/check/late_by_design.cpp"


class Pages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.files = {HEADER: CODE, LIST: "    &gaps::late_by_design,\n", PAGE: TEXT,
                      CATALOGUE: ROW, TEST: "// its tests\n"}

    def faults(self):
        for path, text in self.files.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return gap_pages.GapPages(self.root).check()

    def expect(self, said):
        faults = self.faults()
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(said, faults[0])

    def test_a_gap_that_has_all(self):
        self.assertEqual(self.faults(), [])

    def test_no_header(self):
        self.files[LIST] += "    &gaps::no_exit,\n"
        self.expect("no_exit: is in the list and has no header")

    def test_no_gaps(self):
        self.files = {LIST: "", CATALOGUE: ""}
        self.expect("no header of a gap")

    def test_not_in_the_list(self):
        self.files[LIST] = "    // &gaps::late_by_design, too\n"
        self.expect("has a header and is not in the list")

    def test_twice_in_the_list(self):
        self.files[LIST] *= 2
        self.expect("more than once")

    def test_no_page(self):
        del self.files[PAGE]
        self.expect("there is no " + PAGE)

    def test_a_page_of_no_gap(self):
        self.files["docs/reference/gaps/no-exit.md"] = TEXT
        self.expect("no-exit.md: is the page of no gap")

    def test_no_test(self):
        del self.files[TEST]
        self.expect("there is no " + TEST)

    def test_no_row(self):
        self.files[CATALOGUE] = ROW.replace("error", "warning")
        self.expect("has no row")

    def test_no_severity(self):
        self.files[HEADER] = CODE.replace(".severity", ".weight")
        self.expect("says no severity")

    def test_another_id(self):
        self.files[HEADER] = CODE.replace("late-by-design", "too-late")
        self.expect("has the id too-late")

    def test_the_folder_of_another_boundary(self):
        self.files["include/lupaus/check/gaps/recovery/late_by_design.hpp"] = self.files.pop(HEADER)
        self.files[PAGE] = TEXT.replace("gaps/delivery", "gaps/recovery")
        self.expect("belongs in check/gaps/delivery/")

    def test_a_page_that_says_something_else(self):
        for said, instead in (("| severity | error |", "| severity | note |"),
                              ("fulfilment / delivery", "recovery"), ("(gap 4)", "(gap 2)"),
                              (HEADER, "include/lupaus/check/gaps.hpp"), (TEST, LIST),
                              ("# `late-by-design`", "# Late by design")):
            with self.subTest(said):
                self.files[PAGE] = TEXT.replace(said, instead)
                self.expect("its page has no '")


if __name__ == "__main__":
    unittest.main()
