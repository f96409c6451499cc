#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Every finding of every model is explained beside it, and nothing else is; every gap of the
catalogue occurs; and the cases that are known from elsewhere are found as they must be."""

import json
import re
import unittest
from collections import Counter

import models
from models import FOLDER, ROOT, each_finding, files, findings

SECTION = re.compile(r"^## `([^`]+\.json)`$")
ROW = re.compile(r"^\| (hence )?`([a-z-]+)` \| (error|warning|note) \| `([^`]*)` \| (\S.*) \|$")
GAP = re.compile(r'inline constexpr gap \w+\{\s*(?:\.id = )?"([a-z-]+)"')
SOUND_AS_SOLD = ("click_and_collect/as_sold.json", "pet_shop/as_described.json")


def explained(readme):
    """Per file: rows of (is a consequence, id, severity, place), or None where there are none; their
    explanations; and lines of a table that are no row."""
    rows, words, current, odd = {}, {}, None, []
    for line in readme.read_text(encoding="utf-8").splitlines():
        if section := SECTION.match(line):
            current = section[1]
            assert current not in rows, f"{readme}: two sections for {current}"
            rows[current] = None
        elif row := ROW.match(line):
            rows[current] = (rows[current] or []) + [(bool(row[1]), row[2], row[3], row[4])]
            words.setdefault(current, []).append(row[5])
        elif line == "No finding.":
            assert rows[current] is None, f"{readme}: findings, and none, of {current}"
            rows[current] = []
        elif line.startswith("|") and not re.match(r"^\|( finding \||---)", line):
            odd.append(line)
    return rows, words, odd


def found(path):
    _, printed = findings(path)
    (promise,) = printed["promises"]
    return [(hence, f["id"], f["severity"], f["places"][0]) for hence, f in each_finding(promise)]


class Explanations(unittest.TestCase):
    maxDiff = None

    def test_tables_say_what_is_found(self):
        for folder in sorted(p for p in FOLDER.iterdir() if p.is_dir()):
            rows, _, odd = explained(folder / "README.md")
            self.assertEqual(odd, [], folder.name)
            self.assertEqual(sorted(rows), sorted(p.name for p in folder.glob("*.json")))
            for name, wanted in rows.items():
                with self.subTest(f"{folder.name}/{name}"):
                    self.assertEqual(wanted, found(folder / name))

    def test_explanations_of_what_is_late_say_by_how_much(self):
        late = 0
        for path in files():
            _, words, _ = explained(path.parent / "README.md")
            (promise,) = findings(path)[1]["promises"]
            for (_, finding), text in zip(each_finding(promise), words.get(path.name, [])):
                if seconds := finding.get("late_by_seconds"):
                    late += 1
                    self.assertRegex(text, rf"\b{seconds // 3600} h\b", path)
        self.assertGreater(late, 8)

    def test_the_index_names_every_folder(self):
        index = (FOLDER / "README.md").read_text(encoding="utf-8")
        named = re.findall(r"^\| \[(\w+)\]\(\1/README\.md\)", index, re.MULTILINE)
        self.assertEqual(sorted(named), sorted(p.name for p in FOLDER.iterdir() if p.is_dir()))

    def test_every_gap_of_the_catalogue_occurs(self):
        built = set()
        for header in (ROOT / "include/lupaus/check/gaps").rglob("*.hpp"):
            built |= set(GAP.findall(header.read_text(encoding="utf-8")))
        self.assertGreaterEqual(len(built), 29)
        by_itself = {row[1] for path in files() for row in found(path) if not row[0]}
        self.assertEqual(built - by_itself, set(), "occurs in no model")
        self.assertEqual(by_itself - built, set(), "defined nowhere")

    def test_sound_ones(self):
        for name in SOUND_AS_SOLD:
            self.assertEqual(found(FOLDER / name), [], name)
        mended = [path for path in files() if path.name == "mended.json"]
        self.assertGreaterEqual(len(mended), 12)
        for path in mended:
            self.assertEqual({row[2] for row in found(path)} - {"note"}, set(), path)

    def test_models_are_for_human_readers(self):
        identities = Counter()
        for path in files():
            text = path.read_text(encoding="utf-8")
            document = json.loads(text)
            self.assertNotIn("content_hash", document, path)
            self.assertLess(max(map(len, text.splitlines())), 100, path)
            identities[document["id"], document["version"]] += 1
        self.assertEqual([x for x, n in identities.items() if n > 1], [], "identities used twice")


class Cases(unittest.TestCase):
    """What has to be found of the cases, whoever models them: (id, how often), no other error or
    warning."""

    def expect(self, name, *wanted):
        rows = Counter(r[1] for r in found(FOLDER / name) if not r[0] and r[2] != "note")
        self.assertEqual(rows, Counter(dict(wanted)), name)

    def test_washing_machine(self):
        common = (("disowned-part", 2), ("unbacked-claim", 2), ("unowned-handoff", 1),
                  ("customer-in-the-middle", 1), ("silent-failure", 1), ("misapplied-rule", 1),
                  ("no-exit", 1), ("uncovered-failure", 1))
        self.expect("washing_machine/as_sold.json", *common, ("blocked-remedy", 1))
        name = "washing_machine/as_sold_with_return_term.json"
        self.expect(name, *common, ("late-remedy", 1))
        (promise,) = findings(FOLDER / name)[1]["promises"]
        late = [f["late_by_seconds"] for f in promise["findings"] if f["id"] == "late-remedy"]
        self.assertEqual(late, [120 * 3600])
        # As told: no word of a loss; late is what no rule answers, and nobody tells the installer.
        name = "washing_machine/as_told.json"
        self.expect(name, *common, ("blocked-remedy", 1))
        (promise,) = findings(FOLDER / name)[1]["promises"]
        (uncovered,) = [f for f in promise["findings"] if f["id"] == "uncovered-failure"]
        self.assertEqual(uncovered["where"], "delivery late")
        self.assertEqual([c["what"] for c in uncovered["consequences"]],
                         ["When the delivery is late, nobody tells the installer."])
        self.expect("washing_machine/mended.json")

    def test_television(self):
        self.expect("television/as_sold.json", ("unbacked-claim", 1), ("unmeasurable-claim", 1),
                    ("conflicting-commitments", 1))
        self.expect("television/need_committed.json", ("unmeasurable-claim", 1),
                    ("conflicting-commitments", 1))
        self.expect("television/three_interests.json", ("conflicting-commitments", 3))
        _, printed = findings(FOLDER / "television/three_interests.json")
        named = [f["where"].rpartition(", for ")[2] for f in printed["promises"][0]["findings"]]
        self.assertEqual(named, ["the campaign of the week", "the seller's own sales figures",
                                 "the margin"])
        self.expect("television/wrong_set.json", ("overclaimed-term", 1))
        self.expect("television/right_set.json")
        self.expect("television/mended.json")

    def test_furniture_shop(self):
        self.expect("furniture_shop/as_sold.json", ("unmeasurable-claim", 1), ("unbacked-claim", 1),
                    ("uncovered-failure", 1))
        # She is there, and sees it herself: nothing follows from that nobody tells her.
        hence = [r[1] for r in found(FOLDER / "furniture_shop/as_sold.json") if r[0]]
        self.assertEqual(hence, [])
        self.expect("furniture_shop/mended.json")

    def test_pet_shop_without_each_of_its_conditions(self):
        path = FOLDER / "pet_shop/as_described.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(found(path), [])
        self.assertEqual(len(document["capabilities"]), 8)  # the seven, and the one set apart
        for n, condition in enumerate(document["capabilities"]):
            with self.subTest(condition):
                fewer = dict(document)
                fewer["provisions"] = [
                    p for p in document["provisions"] if p["capability"] != condition
                ]
                code, printed = findings("-", given=json.dumps(fewer).encode())
                (promise,) = printed["promises"]
                self.assertEqual(code, 1)
                (finding,) = promise["findings"]
                self.assertEqual(finding["id"], "missing-enabler")
                self.assertEqual(finding["places"][0], f"/capabilities/{n}")
                self.assertIn(condition, finding["what"])
                self.assertEqual([c["id"] for c in finding["consequences"]],
                                 ["unperformed-commitment"])


class OverFulfilment(unittest.TestCase):
    """What exceeds the promise is stated, and is no finding."""

    def test_it_makes_nothing_unsound(self):
        code, printed = findings(FOLDER / "pet_shop/as_described.json")
        (promise,) = printed["promises"]
        self.assertEqual((code, promise["sound"], promise["findings"]), (0, True, []))
        self.assertEqual([(o["kind"], o["part"]) for o in promise["exceeding"]],
                         [("unclaimed", "advice"), ("unclaimed", "carry bag")])
        self.assertIn("one step more than was asked", promise["exceeding"][0]["what"])

    def test_by_how_it_exceeds(self):
        _, printed = findings(FOLDER / "television/wrong_set.json")
        (promise,) = printed["promises"]
        self.assertEqual(
            [(o["kind"], o["places"]) for o in promise["exceeding"]],
            [("unclaimed", ["/commitments/0/terms/0"]), ("unclaimed", ["/commitments/0/terms/1"]),
             ("beyond-claim", ["/commitments/1/terms/1", "/claims/0"]),
             ("beyond-claim", ["/commitments/1/terms/4", "/claims/0"])])

    def test_a_subcontract_that_does_more(self):
        document = json.loads((FOLDER / "washing_machine/mended.json").read_text(encoding="utf-8"))
        for c in document["commitments"]:
            if c["by"] == "carrier" and c["about"] == "delivery":
                c["terms"] = [{"quality": "deadline", "within": "PT24H"}]
        code, printed = findings("-", given=json.dumps(document).encode())
        (promise,) = printed["promises"]
        self.assertEqual((code, promise["sound"]), (0, True))
        self.assertIn(("beyond-commitment", "delivery"),
                      [(o["kind"], o["part"]) for o in promise["exceeding"]])


class Backstage(unittest.TestCase):
    """A step below the line of visibility that nobody performs is found, each once."""

    def test_each_step_that_nobody_performs(self):
        path = FOLDER / "friction_path/mended.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        steps = [(n, c["backstage"]) for n, c in enumerate(document["capabilities"])
                 if isinstance(c, dict)]
        self.assertEqual(len(steps), 2)
        for n, step in steps:
            fewer = dict(document)
            fewer["provisions"] = [p for p in document["provisions"] if p["capability"] != step]
            code, printed = findings("-", given=json.dumps(fewer).encode())
            (finding,) = printed["promises"][0]["findings"]
            self.assertEqual((code, finding["id"]), (1, "missing-enabler"))
            self.assertEqual(finding["places"][0], f"/capabilities/{n}")
            self.assertIn(f"Nobody performs '{step}', a step backstage", finding["what"])


if __name__ == "__main__":
    models.main()
