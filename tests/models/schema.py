#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The models are valid by the published schema of promises; what the program prints of them, and
of what it cannot read, by that of findings; and its places lead to something."""

import copy
import json
import unittest

import models
from models import ROOT, cases, each_finding, files, findings, resolve, validator

class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.promises = validator("model.schema.json")
        cls.findings = validator("findings.schema.json")

    def accepts(self, printed):
        self.assertEqual([e.message for e in self.findings.iter_errors(printed)], [])

    def test_models(self):
        for path in [*files(), *cases()]:
            document = json.loads(path.read_text(encoding="utf-8"))
            faults = [e.message for e in self.promises.iter_errors(document)]
            self.assertEqual(faults, [], path)

    def test_findings(self):
        _, printed = findings(*files())
        self.accepts(printed)
        self.assertEqual(len(printed["promises"]), len(files()))

    def test_what_was_not_finished(self):
        for work in (1, 100, 300):
            _, printed = findings("--work", work, *files())
            self.accepts(printed)
            complete = [p["checked"]["complete"] for p in printed["promises"]]
            self.assertIn(False, complete)

    def test_what_cannot_be_read(self):
        cases = {"": [None, None], "{": [1, 2], '{"lupaus":1,"titel":"x"}': [1, 13], "nul": [1, 1]}
        for text in cases:
            code, printed = findings("-", given=text.encode())
            self.assertEqual(code, 2)
            self.assertIn("errors", printed["promises"][0])
            self.accepts(printed)
        for path in ("no such file", "."):
            code, printed = findings(path)
            self.assertEqual(code, 2)
            self.accepts(printed)

    def test_lines(self):
        lines = [json.dumps(json.loads(path.read_text(encoding="utf-8"))) for path in files()[:3]]
        lines[1] = lines[1].replace('"parts"', '"partz"')
        code, printed = findings("-", given="\n".join(lines).encode())
        self.accepts(printed)
        self.assertEqual([p["line"] for p in printed["promises"]], [1, 2, 3])
        self.assertEqual(["errors" in p for p in printed["promises"]], [False, True, False])

    def test_places_lead_to_something(self):
        for path in files():
            document = json.loads(path.read_text(encoding="utf-8"))
            (promise,) = findings(path)[1]["promises"]
            for _, finding in each_finding(promise):
                for place in finding["places"] + [e["place"] for e in finding["evidence"]]:
                    with self.subTest(f"{path.name} {finding['id']} {place}"):
                        resolve(document, place)
                self.assertNotEqual(finding["places"][0], "", "a gap that stands nowhere")

    def test_findings_differ_by_id_or_places(self):
        for promise in findings(*files())[1]["promises"]:
            names = [(f["id"], *f["places"]) for f in promise["findings"]]
            self.assertEqual(len(names), len(set(names)), promise["file"])

    def test_the_schema_refuses_what_is_wrong(self):
        _, printed = findings(ROOT / "examples/models/kitchen/as_sold.json")
        finding = ("promises", 0, "findings", 1)
        for path, value in (
            (("lupaus_findings",), 2),
            (("promises", 0, "sound"), "no"),
            (("promises", 0, "errors"), []),
            ((*finding, "severity"), "bad"),
            ((*finding, "places"), []),
            ((*finding, "places"), ["parts/3"]),
            ((*finding, "id"), "Impossible Order"),
            ((*finding, "more"), 1),
            ((*finding, "consequences", 0, "consequences"), []),
            ((*finding, "consequences", 0, "what"), ""),
        ):
            with self.subTest(f"{path}: {value}"):
                wrong = copy.deepcopy(printed)
                inner = wrong
                for step in path[:-1]:
                    inner = inner[step]
                inner[path[-1]] = value
                self.assertFalse(self.findings.is_valid(wrong))
        del printed["promises"][0]["findings"][1]["consequences"]
        self.assertFalse(self.findings.is_valid(printed))


if __name__ == "__main__":
    models.main()
