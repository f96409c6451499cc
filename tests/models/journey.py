#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The program on journeys: exactly the findings of the case; documents are valid by the published
schema, and one that is not is refused with the place; broken in any way, it never crashes."""

import copy
import json
import os
import random
import tempfile
import unittest
from pathlib import Path

import models
from models import ROOT, run, validator

FOLDER = ROOT / "examples/journeys/friction_path"
SCHEMA = validator("journey.schema.json")


def load(name):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


class Journey(unittest.TestCase):
    def walk(self, document, *options):
        """Exit code, standard output, standard error."""
        if isinstance(document, dict):
            document = copy.deepcopy(document)
            if "promise" in document:
                document["promise"] = os.path.abspath(FOLDER / document["promise"])
            document = json.dumps(document)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "journey.json"
            file.write_text(document, encoding="utf-8")
            code, out, err = run("journey", file, *options)
            return code, out.decode(), err.decode()

    def found(self, document):
        code, out, err = self.walk(document, "--format", "json")
        self.assertEqual(err, "")
        printed = json.loads(out)
        return code, printed["promise_gaps"], [f["id"] for f in printed["findings"]], printed

    def test_the_case(self):
        code, gaps, findings, printed = self.found(load("as_found.json"))
        self.assertEqual((code, gaps, findings), (1, [], ["burden-on-customer", "missing-companion"]))
        self.assertEqual((printed["walk"]["worst"], printed["walk"]["owner"]), ("checkout", "manager"))
        self.assertEqual([s["running"] for s in printed["walk"]["steps"]], [0, -2, 0, 1, -3, -2])
        self.assertEqual(printed["findings"][0]["performing"], "cashier")
        code, gaps, findings, _ = self.found(load("mended.json"))
        self.assertEqual((code, gaps, findings), (0, [], []))
        code, out, _ = self.walk(load("mended.json"))
        self.assertIn("---- line of visibility ----", out)
        self.assertTrue(out.endswith("No finding.\n"))

    def test_documents_are_valid_by_the_schema(self):
        for file in sorted(FOLDER.glob("*.json")):
            self.assertEqual([e.message for e in SCHEMA.iter_errors(load(file.name))], [])

    def test_the_order_of_members_changes_nothing(self):
        def turned(x):
            if isinstance(x, dict):
                return {k: turned(x[k]) for k in reversed(x)}
            return [turned(v) for v in x] if isinstance(x, list) else x

        for name in ("as_found.json", "mended.json"):
            self.assertEqual(self.found(load(name)), self.found(turned(load(name))))

    def test_faults_have_places(self):
        def says(change, where, what):
            document = load("mended.json")
            change(document)
            code, out, err = self.walk(document)
            self.assertEqual((code, out), (2, ""))
            self.assertIn(where, err)
            self.assertIn(what, err)

        step = lambda d, i: d["steps"][i]
        says(lambda d: step(d, 0).update(met_by="sales stuff"), "/steps/0/met_by",
             "did you mean 'sales staff'?")
        says(lambda d: step(d, 2).update(sells=["shoos"]), "/steps/2/sells/0", "did you mean 'shoes'?")
        says(lambda d: step(d, 2).update(purpose="sell"), "/steps/2/purpose", "did you mean 'sells'?")
        says(lambda d: step(d, 2).update(frction=[]), "/steps/2/frction", "did you mean 'friction'?")
        says(lambda d: d["backstage"][0].update(by="cashier"), "", "does not provide")
        says(lambda d: step(d, 0)["standard"].update(agreed_by=["manager"]), "", "two parties")
        says(lambda d: step(d, 0)["standard"].update(quality="greted"), "/steps/0/standard/quality",
             "did you mean 'greeted'?")
        says(lambda d: step(d, 0)["standard"].update(value=3), "/steps/0/standard", "greeted")
        says(lambda d: d.pop("promise"), "", "'promise' is missing")
        says(lambda d: d.update(promise="nowhere.json"), "nowhere.json", "no such file")
        says(lambda d: d.update(steps=[]), "", "no touchpoint")
        says(lambda d: d.update(lupaus_journey=2), "/lupaus_journey", "1")

    def test_schema_and_reader_agree_on_broken_documents(self):
        """One value at random is taken away or becomes another. What the schema refuses, so does the
        reader; it may refuse more, as names and contradictions are none of the schema's."""
        rng = random.Random(4)
        refused = read = 0
        for _ in range(150):
            document = load(rng.choice(("as_found.json", "mended.json")))
            places = []

            def collect(x):
                items = x.items() if isinstance(x, dict) else enumerate(x)
                for k, v in items:
                    places.append((x, k))
                    if isinstance(v, (dict, list)):
                        collect(v)

            collect(document)
            holder, key = rng.choice([p for p in places if p[1] != "promise"])
            if rng.random() < 0.3:
                del holder[key]
            else:
                holder[key] = rng.choice([None, True, 0, 1, -7, 1.5, "", "x", "manager", [], {}, ["shoes"]])
            code, _, err = self.walk(document)
            self.assertIn(code, (0, 1, 2), err)
            valid = SCHEMA.is_valid(document)
            if not valid:
                self.assertEqual(code, 2, document)
            refused, read = refused + (code == 2), read + (code != 2)
        self.assertGreater(refused, 50)
        self.assertGreater(read, 10)

    def test_cut_off_it_is_refused(self):
        text = (FOLDER / "as_found.json").read_text(encoding="utf-8")
        for end in range(0, len(text) - 2, 97):
            code, out, err = self.walk(text[:end])
            self.assertEqual((code, out), (2, ""))
            self.assertNotEqual(err, "")


if __name__ == "__main__":
    models.main()
