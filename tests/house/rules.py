#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""rules.py ROOT: each rule of the semantics has a place in the code and a mutation, and no other is
named.

The rules are those of docs/explanation/semantics.md, which stand there as **E1.**; the code names
them in comments, in the headers of the relation and of what walks it, and tests/mutate.py at the
beginning of a mutation's name. The theorem T1 is named by its test."""

import re
import sys
from pathlib import Path

PAGE = "docs/explanation/semantics.md"
CODE = ("include/lupaus/life", "include/lupaus/explore", "include/lupaus/src/explore",
        "include/lupaus/check")
RULE = re.compile(r"^\*\*([A-Z]\d+)\.\*\*", re.M)
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
    rules = rules_of((root / PAGE).read_text(encoding="utf-8"))
    if not rules:
        return [f"{PAGE}: it has no rules"]
    for rule in sorted({r for r in rules if rules.count(r) > 1}):
        found.append(f"{PAGE}: rule {rule} stands there twice")
    kinds = {r[0] for r in rules}
    theorems = {r for r in rules if r.startswith("T")}
    named = {}
    for folder in CODE:
        for header in sorted((root / folder).rglob("*.hpp")):
            for rule in named_in(header.read_text(encoding="utf-8"), kinds - {"T"}):
                named.setdefault(rule, header.relative_to(root))
    for rule in sorted(set(named) - set(rules)):
        found.append(f"{named[rule]}: it names rule {rule}, which {PAGE} does not have")
    for rule in rules:
        if rule not in named and rule not in theorems:
            found.append(f"{PAGE}: no comment says where rule {rule} is in the code")
    mutated = set(MUTATED.findall((root / MUTATIONS).read_text(encoding="utf-8")))
    for rule in sorted(mutated - set(rules)):
        found.append(f"{MUTATIONS}: it names rule {rule}, which {PAGE} does not have")
    for rule in rules:
        if rule not in mutated and rule not in theorems:
            found.append(f"{PAGE}: {MUTATIONS} does not break rule {rule}")
    tested = "".join(
        f.read_text(encoding="utf-8") for f in sorted((root / THEOREMS).glob("*.cpp")))
    for rule in sorted(theorems):
        if not re.search(rf"\b{rule}\b", tested):
            found.append(f"{PAGE}: no test in {THEOREMS} names {rule}")
    return found


if __name__ == "__main__":
    all_of_them = faults(Path(sys.argv[1]))
    print("\n".join(all_of_them))
    sys.exit(1 if all_of_them else 0)
