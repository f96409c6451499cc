#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The program on journeys and their logs: exactly the findings of the cases; documents, logs and
reports are valid by the published schemas, and what is not is refused with the place; broken in any
way, it never crashes."""

import json
import os
import random
import tempfile
import unittest
from pathlib import Path

import models
from models import ROOT, run, validator

ALL = ROOT / "examples/journeys"
FOLDER = ALL / "friction_path"
SCHEMA = validator("journey.schema.json")
LOG_SCHEMA = validator("journey-log.schema.json")
REPORT_SCHEMA = validator("journey-report.schema.json")


def load(name):
    """A journey of the friction path, or of another folder; its promise by its whole path."""
    file = ALL / name if "/" in name else FOLDER / name
    document = json.loads(file.read_text(encoding="utf-8"))
    document["promise"] = os.path.abspath(file.parent / document["promise"])
    return document


class Journey(unittest.TestCase):
    def walk(self, document, *options, log=None):
        """Exit code, standard output, standard error."""
        if isinstance(document, dict):
            document = json.dumps(document)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "journey.json"
            file.write_text(document, encoding="utf-8")
            logs = []
            if log is not None:
                logs = [Path(folder) / "log.jsonl"]
                logs[0].write_text(log, encoding="utf-8")
            code, out, err = run("journey", file, *logs, *options)
            return code, out.decode(), err.decode()

    def found(self, document, log=None):
        code, out, err = self.walk(document, "--format", "json", log=log)
        self.assertEqual(err, "")
        printed = json.loads(out)
        self.assertEqual([e.message for e in REPORT_SCHEMA.iter_errors(printed)], [])
        self.assertEqual(printed["clean"], code == 0)
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
        self.assertIn("No finding.\n", out)

    def test_a_log_of_visits(self):
        log = (FOLDER / "visits.jsonl").read_text(encoding="utf-8")
        code, gaps, findings, printed = self.found(load("mended.json"), log)
        self.assertEqual((code, gaps, findings), (1, [], []))
        (below,) = printed["visits"]["below"]
        self.assertEqual((below["id"], below["step"], below["visit"]),
                         ("below-standard", "entrance", "v2"))
        (more,) = printed["visits"]["exceeded"]
        self.assertEqual((more["visit"], more["surprise"]),
                         ("v3", "her old shoes carried to the car"))
        farewell = printed["visits"]["steps"][5]
        self.assertEqual((farewell["visits"], farewell["missed"], farewell["sum"]), (2, 1, 4))
        # As found there is no standard: what was observed there is held to none.
        code, _, err = self.walk(load("as_found.json"), log=log)
        self.assertEqual(code, 2)
        self.assertIn("log.jsonl:1:", err)
        self.assertIn("has no standard", err)

    def test_the_receipt_in_each_reading(self):
        _, _, _, printed = self.found(load("mended.json"))
        amounts = [(r["combined"], r["with_either"], r["receipt"]["minor_units"])
                   for r in printed["receipt"]]
        self.assertEqual(amounts, [("added", True, 12800), ("multiplied", True, 13728),
                                   ("added", False, 11200), ("multiplied", False, 11440)])

    def test_two_logs_of_advice_come_out_differently(self):
        decided = {}
        for name in ("seller", "campaign"):
            log = (ALL / f"television/made_up_by_{name}.jsonl").read_text(encoding="utf-8")
            code, gaps, findings, printed = self.found(load("television/advice.json"), log)
            self.assertEqual((code, findings), (1, []))
            self.assertEqual(gaps, ["unmeasurable-claim", "unbacked-claim",
                                    "conflicting-commitments"])
            advice = printed["advice"]
            self.assertEqual([f["need"] for f in advice["inconsistent"]],
                             ["films", "kitchen", "sports"])
            decided[name] = advice["decides"]
            # By hand: what each need asks for, and which product has it.
            right = {"films": {"Aava 55"}, "kitchen": {"Koto 32"}, "sports": {"Loiste 65"}}
            records = [json.loads(line) for line in log.splitlines()]
            wrong = sum(r["advised"] not in right[r["need"]] for r in records)
            self.assertEqual(sum(m["times"] for m in advice["misfits"]), wrong)
        self.assertEqual(decided, {"seller": "it varies by seller",
                                   "campaign": "the campaign decides"})

    def test_staffing_is_computed(self):
        code, gaps, _, printed = self.found(load("pet_shop/visit.json"))
        (flow,) = printed["flows"]
        self.assertEqual((code, gaps, flow["kept"], flow["needed"]), (0, [], True, 2))
        self.assertAlmostEqual(flow["delayed"], 1 / 3, 6)  # M/M/2 with a load of 1
        code, gaps, _, printed = self.found(load("pet_shop/saturday.json"))
        (flow,) = printed["flows"]
        self.assertEqual((code, gaps), (1, ["missing-enabler"]))
        self.assertEqual((flow["load"], flow["on_duty"], flow["needed"], flow["kept"]),
                         (3, 3, 5, False))
        # A level that is not kept is told, though the promise takes it to be provided.
        document = load("pet_shop/visit.json")
        document["flows"][0]["on_duty"] = 1
        code, gaps, findings, printed = self.found(document)
        self.assertEqual((code, gaps, findings, printed["flows"][0]["kept"]), (1, [], [], False))

    def test_a_doubled_parameter_turns_the_order(self):
        document = load("pet_shop/visit.json")
        order = lambda d: [(e["finding"], e["exposure"]["minor_units"])
                           for e in self.found(d)[3]["exposure"]]
        # 7.00 × 3000 = 21000.00, and 50.00 × 1000 × 32 % = 16000.00; with 64 % 32000.00.
        self.assertEqual(order(document), [("untold: the delay", 2100000),
                                           ("missing-enabler: the visit", 1600000)])
        document["exposure"]["parameters"][0]["value"] = {"per_cent": 64}
        self.assertEqual(order(document), [("missing-enabler: the visit", 3200000),
                                           ("untold: the delay", 2100000)])

    def test_figures_that_do_not_fit_are_refused(self):
        document = load("pet_shop/visit.json")
        document["exposure"]["parameters"][1]["value"] = 10**12
        document["exposure"]["findings"][0]["per_case"]["minor_units"] = 10**17
        code, out, err = self.walk(document)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("63 bits", err)

    def test_documents_are_valid_by_the_schema(self):
        files = sorted(ALL.glob("*/*.json"))
        self.assertGreaterEqual(len(files), 5)
        for file in files:
            document = load(f"{file.parent.name}/{file.name}")
            self.assertEqual([e.message for e in SCHEMA.iter_errors(document)], [], file)
        for file in sorted(ALL.glob("*/*.jsonl")):
            for line in file.read_text(encoding="utf-8").splitlines():
                self.assertEqual([e.message for e in LOG_SCHEMA.iter_errors(json.loads(line))], [])

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
        says(lambda d: step(d, 0)["standard"].update(quality="greting"), "/steps/0/standard/quality",
             "did you mean 'greeting'?")
        says(lambda d: step(d, 0)["standard"].update(value=3), "/steps/0/standard", "a glance")
        says(lambda d: d.pop("promise"), "", "'promise' is missing")
        says(lambda d: d.update(promise="nowhere.json"), "nowhere.json", "no such file")
        says(lambda d: d.update(steps=[]), "", "no touchpoint")
        says(lambda d: d.update(lupaus_journey=2), "/lupaus_journey", "1")

    def test_schema_and_reader_agree_on_broken_documents(self):
        """One value at random is taken away or becomes another. What the schema refuses, so does the
        reader; it may refuse more, as names and contradictions are none of the schema's."""
        rng = random.Random(4)
        refused = read = 0
        for _ in range(300):
            document = load(rng.choice(("as_found.json", "mended.json", "television/advice.json",
                                        "pet_shop/visit.json")))
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
        self.assertGreater(refused, 100)
        self.assertGreater(read, 20)

    def test_schema_and_reader_agree_on_broken_lines(self):
        rng = random.Random(5)
        lines = (FOLDER / "visits.jsonl").read_text(encoding="utf-8").splitlines()
        lines += (ALL / "television/made_up_by_seller.jsonl").read_text(
            encoding="utf-8").splitlines()[:8]
        refused = 0
        for _ in range(150):
            record = json.loads(rng.choice(lines))
            key = rng.choice(list(record))
            if rng.random() < 0.3:
                del record[key]
            else:
                record[key] = rng.choice([None, True, 0, -7, 1.5, "", "x", "checkout", [], {}])
            code, _, err = self.walk(load("mended.json"), log=json.dumps(record))
            self.assertIn(code, (0, 1, 2), err)
            if not LOG_SCHEMA.is_valid(record):
                self.assertEqual(code, 2, record)
            refused += code == 2
        self.assertGreater(refused, 50)

    def test_cut_off_it_is_refused(self):
        text = (FOLDER / "as_found.json").read_text(encoding="utf-8")
        for end in range(0, len(text) - 2, 97):
            code, out, err = self.walk(text[:end])
            self.assertEqual((code, out), (2, ""))
            self.assertNotEqual(err, "")


if __name__ == "__main__":
    models.main()
