#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""vocabulary.py ROOT: the tables of docs/reference/vocabulary.md are full and true.

No cell is empty; the JSON is JSON and of members that the schema knows; the builder, and what it takes,
has the words of the call; the gap has its page; the story is there."""

import json
import re
import sys
from pathlib import Path

COLUMNS = ["sentence", "call", "JSON", "planted gap", "story"]
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`]+)`")
CALL = re.compile(r"\b(?:b\.|\)\.|action_kind::|payment::)(\w+)")


def rows_of(text):
    """The cells of each row under the columns above, with its line."""
    is_table = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("|"):
            is_table = False
            continue
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if cells == COLUMNS:
            is_table = True
        elif is_table and not set(line) <= set("|- "):
            yield number, cells


def members_of(schema):
    """All names of members that a schema gives."""
    if isinstance(schema, list):
        return set().union(*map(members_of, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    own = set(schema.get("properties", {}))
    return own.union(*map(members_of, schema.values())) if schema else own


def members_in(value):
    if isinstance(value, list):
        return set().union(*map(members_in, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(members_in, value.values())) if value else set()


def faults_of(cells, root, page, known, names):
    if len(cells) != len(COLUMNS):
        return [f"{len(cells)} cells, {len(COLUMNS)} are expected"]
    empty = [what for what, cell in zip(COLUMNS, cells) if not cell.strip("-–` ")]
    if empty:
        return [f"nothing stands under '{what}'" for what in empty]
    faults = []
    _, call, text, gap, story = cells
    for word in CALL.findall(call):
        if word not in names:
            faults.append(f"the builder has no '{word}'")
    for code in CODE.findall(text):
        try:
            unknown = members_in(json.loads(code)) - known
        except ValueError as error:
            faults.append(f"no JSON: {error}")
            continue
        faults += [f"the schema knows no member '{member}'" for member in sorted(unknown)]
    for what, cell in (("gap", gap), ("story", story)):
        links = LINK.findall(cell)
        if not links:
            faults.append(f"the {what} has no link")
        faults += [f"the {what} is not there: {link}"
                   for link in links if not (page.parent / link).resolve().exists()]
    return faults


def check(root):
    page = root / "docs/reference/vocabulary.md"
    known = members_of(json.loads((root / "docs/schema/model.schema.json").read_text("utf-8")))
    names = {word for header in sorted((root / "include/lupaus/model").glob("**/*.hpp"))
             for word in re.findall(r"\w+", header.read_text("utf-8"))}
    rows = list(rows_of(page.read_text(encoding="utf-8")))
    if not rows:
        return [f"{page.relative_to(root)}: there is no table"]
    return [f"{page.relative_to(root)}:{number}: {fault}"
            for number, cells in rows for fault in faults_of(cells, root, page, known, names)]


if __name__ == "__main__":
    found = check(Path(sys.argv[1]).resolve())
    print("\n".join(found))
    sys.exit(1 if found else 0)
