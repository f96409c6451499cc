#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""lupaus graph: what graph algorithms tell of the models is what the validator finds in them."""

import json
import unittest

import models
from models import each_finding, files, findings, resolve, run


def graphs(*arguments, given=b""):
    code, out, err = run("graph", "--format", "json", *arguments, given=given)
    return code, json.loads(out.decode("utf-8")), err.decode("utf-8")


class Graph(unittest.TestCase):
    maxDiff = None

    def each_model(self):
        for path in files():
            code, printed, err = graphs(path)
            self.assertEqual((code, err), (0, ""))
            (told,) = printed["promises"]
            (found,) = findings(path)[1]["promises"]
            self.assertEqual(told["content_hash"], found["content_hash"])
            by_id = {}
            for _, f in each_finding(found):
                by_id.setdefault(f["id"], []).append(f)
            yield path, told, by_id

    def test_weakest_links_are_weaker_subcontracts(self):
        for path, told, found in self.each_model():
            weak = {}  # of each commitment the first; the validator names no more
            for w in told["weakest_links"]:
                weak.setdefault(w["committed"], w["weakest"])
            weaker = {tuple(f["places"]) for f in found.get("weaker-subcontract", [])}
            self.assertEqual(set(weak.items()), weaker, path)

    def test_the_customer_in_the_middle(self):
        for path, told, found in self.each_model():
            document = json.loads(path.read_text(encoding="utf-8"))
            (her,) = [p["name"] for p in document["parties"] if p["role"] == "customer"]
            between = [x for x in told["in_the_middle"] if x["party"] == her]
            self.assertEqual(len(between), len(found.get("customer-in-the-middle", [])), path)

    def test_rings_are_cyclic_delegations(self):
        for path, told, found in self.each_model():
            self.assertEqual(len(told["rings"]), len(found.get("cyclic-delegation", [])), path)

    def test_the_critical_path_is_in_order_and_without_a_pause(self):
        known = 0
        for path, told, found in self.each_model():
            steps = told["critical_path"].get("steps", [])
            at = 0
            for s in steps:
                self.assertEqual(s["begins_seconds"], at)
                at = s["ends_seconds"]
            if steps:
                self.assertEqual(told["critical_path"]["takes_seconds"], at)
                known += 1
            else:
                self.assertTrue({"untimed", "impossible"} & set(told["critical_path"]))
            self.assertEqual("impossible" in told["critical_path"], "impossible-order" in found)
        self.assertGreater(known, 3)

    def test_places_lead_to_something(self):
        for path, told, _ in self.each_model():
            document = json.loads(path.read_text(encoding="utf-8"))
            for w in told["weakest_links"]:
                for place in (w["committed"], w["weakest"], *w["chain"]):
                    resolve(document, place)
                self.assertIn(w["weakest"], w["chain"])

    def test_bad_input_and_many_promises(self):
        path = files()[0]
        line = json.dumps(json.loads(path.read_text(encoding="utf-8")))
        code, printed, err = graphs("-", given=f"{line}\n{{]\n{line}\n".encode())
        self.assertEqual(code, 2)
        self.assertRegex(err, r"^standard input:2:2: ")
        self.assertEqual(["errors" in p for p in printed["promises"]], [False, True, False])
        code, out, _ = run("graph", path, "no such file")
        self.assertEqual(code, 2)
        self.assertTrue(out.decode("utf-8").endswith("\n\n1 read, 1 not read\n"), out[-80:])


if __name__ == "__main__":
    models.main()
