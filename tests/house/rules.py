#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""rules.py ROOT: each rule of the semantics and of the monitor has a place in the code and a mutation,
and no other is named.

The rules are those of docs/explanation/semantics.md, which stand there as **E1.**, and of
docs/explanation/what-the-monitor-judges.md, where they stand as **L1 Order.**; no letter is of both.
The code names them in comments, in the headers of the relation and of what walks it, or of the
monitor; and tests/mutate.py at the beginning of a mutation's name. The theorem T1 is named by its
test."""

import re
import sys
from pathlib import Path

#: Each page of rules, and the headers that follow it.
PAGES = {
    "docs/explanation/semantics.md": (
        "include/lupaus/life", "include/lupaus/explore", "include/lupaus/src/explore",
        "include/lupaus/check"),
    "docs/explanation/what-the-monitor-judges.md": (
        "include/lupaus/monitor", "include/lupaus/src/monitor"),
}
RULE = re.compile(r"^(?:- )?\*\*([A-Z]\d+)\b[^*]*\*\*", re.M)
NAMED = re.compile(r"\b([A-Z])(\d+)\b")
THEOREMS = "tests/theorems"
MUTATIONS = "tests/mutate.py"
MUTATED = re.compile(r'^    \("([A-Z]\d+), ', re.M)


def rules_of(page):
    return RULE.findall(page)


def named_in(text, kinds):
    """The rules that comments name, one by one."""
    named = set()
    for line in text.splitlines():
        comment = line.partition("//")[2]
        named |= {kind + n for kind, n in NAMED.findall(comment) if kind in kinds}
    return named


def faults(root):
    found = []
    rules_of_page = {
        page: rules_of((root / page).read_text(encoding="utf-8"))
        for page in PAGES
        if (root / page).is_file()
    }
    mutated = set(MUTATED.findall((root / MUTATIONS).read_text(encoding="utf-8")))
    tested = "".join(
        f.read_text(encoding="utf-8") for f in sorted((root / THEOREMS).glob("*.cpp")))
    for page in PAGES:
        rules = rules_of_page.get(page, [])
        if not rules:
            found.append(f"{page}: it has no rules")
            continue
        others = {r[0] for p, all_of_it in rules_of_page.items() if p != page for r in all_of_it}
        kinds = {r[0] for r in rules}
        for kind in sorted(kinds & others):
            found.append(f"{page}: the letter {kind} is another page's too")
        found += faults_of(root, page, rules, mutated, tested)
    everything = {r for rules in rules_of_page.values() for r in rules}
    for rule in sorted(mutated - everything):
        found.append(f"{MUTATIONS}: it names rule {rule}, which no page has")
    return found


def faults_of(root, page, rules, mutated, tested):
    found = []
    for rule in sorted({r for r in rules if rules.count(r) > 1}):
        found.append(f"{page}: rule {rule} stands there twice")
    kinds = {r[0] for r in rules}
    theorems = {r for r in rules if r.startswith("T")}
    named = {}
    for folder in PAGES[page]:
        for header in sorted((root / folder).rglob("*.hpp")):
            for rule in named_in(header.read_text(encoding="utf-8"), kinds - {"T"}):
                named.setdefault(rule, header.relative_to(root))
    for rule in sorted(set(named) - set(rules)):
        found.append(f"{named[rule]}: it names rule {rule}, which {page} does not have")
    for rule in rules:
        if rule not in named and rule not in theorems:
            found.append(f"{page}: no comment says where rule {rule} is in the code")
        if rule not in mutated and rule not in theorems:
            found.append(f"{page}: {MUTATIONS} does not break rule {rule}")
    for rule in sorted(theorems):
        if not re.search(rf"\b{rule}\b", tested):
            found.append(f"{page}: no test in {THEOREMS} names {rule}")
    return found


if __name__ == "__main__":
    all_of_them = faults(Path(sys.argv[1]))
    print("\n".join(all_of_them))
    sys.exit(1 if all_of_them else 0)
