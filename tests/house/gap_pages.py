#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""gap_pages.py ROOT: each gap has its header, its line in the list, its page and its test.

For a gap with the id `late-by-design` these are
  include/lupaus/check/gaps/BOUNDARY/late_by_design.hpp   all of its code
  include/lupaus/check/gaps.hpp                           its line in `standard_gaps`
  docs/reference/gaps/late-by-design.md                   its page, which links to code and tests
  docs/reference/gaps/README.md                           its row in the table
  tests/check/late_by_design.cpp                          its tests
The page says the severity, the boundary and the service-quality gap that the header says. Prints
each fault, and exits with 1 if there is any."""

import re
import sys
from pathlib import Path

LISTED = re.compile(r"^\s*&gaps::(\w+),$", re.MULTILINE)
FIELD = r"\.{}\s*=\s*(?:\w+::)?\"?([\w-]+)"
BOUNDARIES = {  # folder and words
    "marketing_fulfilment": ("marketing", "marketing / fulfilment"),
    "fulfilment_delivery": ("delivery", "fulfilment / delivery"),
    "recovery": ("recovery", "recovery"),
}
SERVICE_GAPS = [
    "expectation_perception", "perception_specification", "specification_delivery",
    "delivery_communication", "expected_perceived",
]


class GapPages:
    def __init__(self, root):
        self.root = Path(root)
        self.headers = {file.stem: file
                        for file in sorted(self.root.glob("include/lupaus/check/gaps/*/*.hpp"))}
        self.listed = LISTED.findall(self.read("include/lupaus/check/gaps.hpp"))
        self.catalogue = self.read("docs/reference/gaps/README.md")
        self.faults = []

    def read(self, path):
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def fault(self, text):
        self.faults.append(text)

    def check(self):
        if not self.headers:
            self.fault("there is no header of a gap")
        for name in sorted(set(self.headers) ^ set(self.listed)):
            self.fault(f"{name}: has a header and is not in the list" if name in self.headers
                       else f"{name}: is in the list and has no header in check/gaps/")
        for name in sorted(n for n in set(self.listed) if self.listed.count(n) > 1):
            self.fault(f"{name}: is in the list more than once")
        for name, header in self.headers.items():
            self.check_gap(name, header)
        for page in sorted(self.root.glob("docs/reference/gaps/*.md")):
            if page.name != "README.md" and page.stem.replace("-", "_") not in self.headers:
                self.fault(f"{page.name}: is the page of no gap")
        return self.faults

    def check_gap(self, name, header):
        code = header.read_text(encoding="utf-8")
        said = {}
        for field in ("id", "severity", "between", "service"):
            found = re.search(FIELD.format(field), code)
            if not found:
                return self.fault(f"{name}: its header says no {field}")
            said[field] = found[1]
        id = name.replace("_", "-")
        folder, boundary = BOUNDARIES[said["between"]]
        path = header.relative_to(self.root / "include").as_posix()
        test = f"tests/check/{name}.cpp"
        if said["id"] != id:
            self.fault(f"{name}: its header has the id {said['id']}")
        if header.parent.name != folder:
            self.fault(f"{name}: its header belongs in check/gaps/{folder}/")
        if not (self.root / test).is_file():
            self.fault(f"{name}: there is no {test}")
        if f"| [`{id}`]({id}.md) | {said['severity']} |" not in self.catalogue:
            self.fault(f"{name}: the table of docs/reference/gaps/README.md has no row "
                       f"'| [`{id}`]({id}.md) | {said['severity']} | …'")
        page = self.read(f"docs/reference/gaps/{id}.md")
        if not page:
            return self.fault(f"{name}: there is no docs/reference/gaps/{id}.md")
        number = SERVICE_GAPS.index(said["service"]) + 1
        for wanted in (f"# `{id}`\n", f"| severity | {said['severity']} |",
                       f"| boundary | {boundary} |", f"(gap {number}) |",
                       f"](../../../include/{path}) |", f"](../../../{test}) |"):
            if wanted not in page:
                self.fault(f"{name}: its page has no '{wanted.strip()}'")


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    faults = GapPages(arguments[0]).check()
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
