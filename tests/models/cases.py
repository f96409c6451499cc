#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What `validate` and `explore` say of the academic examples, of the threads of trackers and of the
cases from elsewhere is what the tables of the documentation record, and whether that is what must
come out.

  LUPAUS_SEED=17 rewrites promises by seed 17; LUPAUS_RUNS=10000 so many of them.
"""

import copy
import json
import os
import random
import re
import unittest
from collections import Counter

import models
from models import ROOT, cases, files, run

SEED, RUNS = int(os.environ.get("LUPAUS_SEED", 1)), int(os.environ.get("LUPAUS_RUNS", 2000))
EXAMPLES = ROOT / "examples"
PAGES = {"academic": "academic.md", "tracker": "tracker.md", "cases": "cases.md"}
GAP = re.compile(r"`([a-z]+(?:-[a-z]+)+)`(?: ×(\d+))?")


def tables(name):
    """The rows of the tables of a page that have a column 'came out', as dictionaries by column."""
    columns = None
    for line in (ROOT / "docs/reference" / name).read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip().strip("|").split("|")] if line[:1] == "|" else None
        if cells is None:
            columns = None
        elif columns is None:
            columns = cells
        elif "came out" in columns and not set(line) <= set("|-"):
            assert len(cells) == len(columns), f"{name}: {line}"
            yield dict(zip(columns, cells))


def told(cell):
    """(findings, what follows from them, the explorer's word) of a cell."""
    *found, word = cell.split("; ")
    counts = [Counter(), Counter()]
    for part in found:
        for gap, n in GAP.findall(part):
            counts[part.startswith("hence ")][gap] += int(n or 1)
    return counts[0], counts[1], word


def as_cell(found, hence, word):
    def listed(counts):
        return ", ".join(f"`{g}`" + (f" ×{n}" if n > 1 else "") for g, n in sorted(counts.items()))

    parts = [listed(found)] if found else ["nothing"]
    return "; ".join(parts + (["hence " + listed(hence)] if hence else []) + [word])


def agreement(must, came):
    """Whether what came out is what must: no, yes, or more than that."""
    found, hence, word = came
    if word != must[2] or not set(must[0]) <= set(found) | set(hence):
        return "no"
    return "yes" if set(found) <= set(must[0]) else "more"


def word_of(verdict):
    if not verdict["explored"]["complete"]:
        return "not explored to the end"
    return "trapped" if verdict["trapped"] else "doomed" if verdict["doomed"] else "proved"


def outcomes(paths):
    """(findings, what follows, word) of each file: of two runs of the program in all."""
    validated, explored = (
        json.loads(run(verb, "--format", "json", *paths)[1].decode("utf-8"))["promises"]
        for verb in ("validate", "explore")
    )
    for path, report, verdict in zip(paths, validated, explored):
        assert "errors" not in report, (path, report)
        assert report["checked"]["complete"], path
        counted = [f for f in report["findings"] if f["severity"] != "note"]
        follows = [c for f in report["findings"] for c in f["consequences"]]
        yield path, (Counter(f["id"] for f in counted),
                     Counter(c["id"] for c in follows if c["severity"] != "note"),
                     word_of(verdict))


LISTS = ("abilities", "claims", "commitments", "recourses", "contract_ends", "rules", "notices",
         "coordinations", "channels", "sightings", "risks")


def broken(document):
    """The promise without one element of one list, without one condition of one rule, with one
    failure that counts for ever, or with one part that is severable, or no longer so."""
    for name in LISTS:
        for n in range(len(document.get(name, []))):
            rest = document[name][:n] + document[name][n + 1 :]
            yield {**document, name: rest}
    for n, rule in enumerate(document.get("rules", [])):
        for name in {"since", "until", "after", "within", "presumes"} & set(rule):
            less = {k: v for k, v in rule.items() if k != name}
            yield {**document, "rules": document["rules"][:n] + [less] + document["rules"][n + 1 :]}


    for n, event in enumerate(document.get("events", [])):
        if "until" in event:
            less = {k: v for k, v in event.items() if k != "until"}
            yield {**document, "events": document["events"][:n] + [less] + document["events"][n + 1 :]}
    for n, part in enumerate(document["parts"]):
        if part["kind"] != "instalment":
            other = {**part, "severable": not part.get("severable", False)}
            yield {**document, "parts": document["parts"][:n] + [other] + document["parts"][n + 1 :]}


def events_of(document):
    """What a rule of the promise can name."""
    yield "ordered"
    for part in document["parts"]:
        if part["kind"] != "composite":
            yield {"completed": part["name"]}
        if "carries" in part:
            yield {"shipped": part["name"]}
            yield {"possession": part["carries"]}
    for event in document.get("events", []):
        name = {k: v for k, v in event.items() if k in ("failed", "step", "late")}
        if name:
            yield name


def rewritten(document, chosen):
    """The promise with one to four changes: windows, gates, debtors, actions and triggers of rules,
    ways of events, and elements left out."""
    document = copy.deepcopy(document)
    events, names = list(events_of(document)), [p["name"] for p in document["parties"]]
    for _ in range(chosen.randint(1, 4)):
        rules = document.get("rules", [])
        change = chosen.choice(["out", "out", "after", "since", "until", "by", "owes", "on", "way",
                                "severable", "ends"])
        if change == "out":
            some = document.get(chosen.choice(LISTS))
            if some:
                some.pop(chosen.randrange(len(some)))
        elif change == "way":
            lives = [e for e in document.get("events", []) if "failed" in e or "step" in e]
            if lives:
                way = {"after": chosen.choice(events)}
                if chosen.random() < 0.7:
                    way["by"] = chosen.choice(names)
                chosen.choice(lives)["ways"] = [way]
        elif change == "severable":
            part = chosen.choice([p for p in document["parts"] if p["kind"] != "instalment"])
            part["severable"] = True
            for rule in rules:
                on = rule["on"]
                if isinstance(on, dict) and "failed" in on and chosen.random() < 0.6:
                    of = on["failed"][0]
                    carried = [p["carries"] for p in document["parts"]
                               if p["name"] == of and "carries" in p]
                    rule["owes"] = {"refund": chosen.choice([part["name"], of, *carried])}
        elif change == "ends":
            failures = [e for e in document.get("events", []) if "failed" in e]
            if failures:
                event = chosen.choice(failures)
                event["until"] = {"passed": chosen.choice(["P1D", "P30D"]),
                                  "after": chosen.choice(events)}
                for rule in rules:
                    if rule["on"] == {"failed": event["failed"]} and chosen.random() < 0.7:
                        rule["until"] = event["until"]
        elif rules:
            choices = {
                "by": names[1:],
                "owes": ["refund", "accept", "refuse"],
                "on": ["cancel_requested", "replacement_requested"]
                + [e for e in events if "failed" in e or "late" in e],
            }
            chosen.choice(rules)[change] = chosen.choice(choices.get(change, events))
    return document


class Cases(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.files = cases()
        cls.came = dict(outcomes(cls.files))

    def model(self, row):
        """The files of a row: as it is, and mended where there is such."""
        name = re.match(r"\[?`([\w/.]+)`", row["model"])[1]
        place = EXAMPLES / row["folder"] / name
        if place.suffix == ".json":
            return place, None
        sold = [place / f"as_{x}.json" for x in ("sold", "shipped") if (place / f"as_{x}.json").exists()]
        self.assertEqual(len(sold), 1, place)
        return sold[0], place / "mended.json"

    def rows(self):
        for folder, page in PAGES.items():
            for row in tables(page):
                yield {**row, "folder": folder, "page": page}

    def test_tables_say_what_comes_out(self):
        named = []
        for row in self.rows():
            with self.subTest(row["model"]):
                sold, mended = self.model(row)
                named += [p for p in (sold, mended) if p]
                self.assertEqual(row["came out"], as_cell(*self.came[sold]))
                if mended:
                    self.assertEqual(row["mended"], as_cell(*self.came[mended]))
        self.assertEqual(sorted(named), self.files, "each file stands in one table, once")

    def test_tables_say_whether_it_must(self):
        count = Counter()
        for row in self.rows():
            with self.subTest(row["model"]):
                wanted = agreement(told(row["must come out"]), told(row["came out"]))
                self.assertEqual(row["as it must"].split(",")[0], wanted)
                count[wanted] += 1
        self.assertGreater(count["yes"], 30)

    def test_what_is_amiss_is_explained(self):
        for folder, page in PAGES.items():
            text = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
            for row in tables(page):
                if row["as it must"].startswith("yes"):
                    continue
                name = re.match(r"\[?`([\w/.]+)`", row["model"])[1]
                self.assertRegex(text, rf"(?m)^- .*`{re.escape(name)}`", (page, name))

    def test_mended_ones_are_clean(self):
        for path, (found, hence, word) in self.came.items():
            if path.name == "mended.json":
                self.assertEqual((found, hence, word), (Counter(), Counter(), "proved"), path)

    def test_every_case_has_its_own_source(self):
        rows = list(tables("cases.md"))
        self.assertGreaterEqual(len(rows), 30)
        sources = [re.search(r"\]\((https?://[^)]+)\)", row["source"])[1] for row in rows]
        self.assertEqual([s for s, n in Counter(sources).items() if n > 1], [])

    def test_models_are_for_human_readers(self):
        titles = Counter()
        for path in self.files:
            text = path.read_text(encoding="utf-8")
            document = json.loads(text)
            self.assertNotIn("content_hash", document, path)
            self.assertLess(max(map(len, text.splitlines())), 100, path)
            titles[document["id"], document["version"]] += 1
        self.assertEqual([x for x, n in titles.items() if n > 1], [], "identities used twice")

    def test_broken_ones_have_an_error_where_they_have_a_trap(self):
        """T1 of docs/explanation/semantics.md, on promises that are as people write them."""
        documents = [
            less
            for path in [*files(), *cases()]
            for less in broken(json.loads(path.read_text(encoding="utf-8")))
        ]
        count = self.check_t1(documents)
        self.assertEqual(count["refused"], 0)
        self.assertGreater(count[False, False], 500)
        self.assertGreater(count[True, True], 200)

    def test_rewritten_ones_too(self):
        """The same, where rules and ways were rewritten by chance."""
        chosen = random.Random(SEED)
        written = [json.loads(p.read_text(encoding="utf-8")) for p in [*files(), *cases()]]
        count = self.check_t1([rewritten(chosen.choice(written), chosen) for _ in range(RUNS)])
        self.assertGreater(count[False, False], RUNS // 10)
        self.assertGreater(count[True, True], RUNS // 10)

    def check_t1(self, documents):
        lines = "\n".join(map(json.dumps, documents)).encode()
        reports, verdicts = (
            json.loads(run(verb, "--format", "json", "-", given=lines)[1])["promises"]
            for verb in ("validate", "explore")
        )
        count = Counter()
        for document, report, verdict in zip(documents, reports, verdicts):
            if "errors" in report or verdict.get("refusal"):
                count["refused"] += 1
                continue
            has_error = any(
                x["severity"] == "error" for f in report["findings"] for x in [f, *f["consequences"]]
            )
            is_caught = verdict["trapped"] > 0 or verdict["doomed"] > 0
            count[has_error, is_caught] += 1
            self.assertTrue(has_error or not is_caught, document)
            for name, seconds in verdict["times"].items():  # no clock goes backwards
                if isinstance(seconds, int) and not isinstance(seconds, bool):
                    self.assertTrue(0 <= seconds < 10**9, (name, seconds, document))
        return count

    def test_what_agrees(self):
        must = told("`no-exit`, `uncovered-failure`; trapped")
        for cell, wanted in (
            ("`no-exit` ×2, `uncovered-failure`; trapped", "yes"),
            ("`uncovered-failure`; hence `no-exit`; trapped", "yes"),
            ("`circular-wait`, `no-exit`, `uncovered-failure`; trapped", "more"),
            ("`no-exit`; trapped", "no"),
            ("`no-exit`, `uncovered-failure`; proved", "no"),
            ("nothing; proved", "no"),
        ):
            with self.subTest(cell):
                self.assertEqual(agreement(must, told(cell)), wanted)
                self.assertEqual(as_cell(*told(cell)), cell)


if __name__ == "__main__":
    models.main()
