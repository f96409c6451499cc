#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The program on logs in EPCIS and OCEL: our own examples, and those that others published, where
somebody has them. All that stands in a log is read, skipped by a reason, or refused with its place.

The logs of others are no part of the project. The folder of the examples of GS1 is named by
LUPAUS_EPCIS, that of the OCEL example by LUPAUS_OCEL, or they stand beside the project in
shared/data/epcis_gs1 and shared/data/ocel_small."""

import json
import os
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import models
from models import ROOT, run, validator

MODEL = "examples/models/washing_machine/as_sold.json"
EVENTS = ROOT / "examples/events"
BREACHES, EVENT = validator("breaches.schema.json"), validator("event.schema.json")
MAPPING = validator("mapping.schema.json")

#: The files of GS1 that are refused, with the reason that docs/reference/epcis.md gives.
REFUSED = {
    "AssociationEvent/AssociationEvent-h.jsonld": "the member 'eventID' is there twice",
    "WithSensorData/SensorDataExample12.jsonld": "an error declaration is of the event of this eventID",
}
#: What the table says of business steps and dispositions that these files have, told anew.
SHIPS, DELIVERS, INSTALLS = {"shipping", "departing", "consigning"}, {"receiving", "dispensing"}, {"installing"}


def watch(*arguments, given=b""):
    """Exit code, what was printed as JSON, and the standard error."""
    code, out, err = run("monitor", MODEL, *arguments, "--format", "json", given=given)
    printed = json.loads(out)
    faults = [e.message for e in BREACHES.iter_errors(printed)]
    assert faults == [], faults
    return code, printed, err.decode()


def folder(test, variable, name):
    path = Path(os.environ.get(variable, ROOT.parent / "shared/data" / name))
    if not path.is_dir():
        test.skipTest(f"there are no logs in {path}")
    return path


def events_of(document):
    if document["type"] == "EPCISQueryDocument":
        return document["epcisBody"]["queryResults"]["resultsBody"]["eventList"]
    return document["epcisBody"]["eventList"]


class OurOwn(unittest.TestCase):
    def test_a_carrier_beside_a_shop(self):
        logs = (EVENTS / "shop.jsonl", EVENTS / "carrier.jsonld")
        how = ("--mapping", EVENTS / "carrier_mapping.json", "--lateness", 48, "--ended")
        code, printed, err = watch(*logs, *how)
        self.assertEqual((code, err), (1, ""))
        told = Counter((b["breach"], b["order"]) for b in printed["told"])
        self.assertEqual(
            told,
            {("untold", "4711"): 2, ("broken-promise", "4711"): 1, ("watermelon", "4711"): 1,
             ("customer-chased", "4711"): 1},
        )
        self.assertEqual(printed["skipped"], {"no_meaning": 2, "set_aside": 1})
        # Three of the shop; a shipping of two orders, two dispositions, a correction and a delivery,
        # each with the word of it.
        self.assertEqual(printed["records"], 3 + 2 * (2 + 2 + 1 + 1))
        self.assertEqual(watch(*reversed(logs), *how)[1]["told"], printed["told"])
        self.assertEqual(watch(*logs, logs[1], *how)[1]["told"], printed["told"])

    def test_by_name_by_mapping_or_as_is_said(self):
        carrier = (EVENTS / "carrier.jsonld").read_bytes()
        mapping = ("--mapping", EVENTS / "carrier_mapping.json")
        def told(*arguments, **options):
            printed = watch(*arguments, *mapping, **options)[1]
            return printed["told"], printed["records"], printed["skipped"]

        by_name = told(EVENTS / "carrier.jsonld")
        self.assertEqual(told("-", given=carrier), by_name)
        self.assertEqual(told("-", "--log", "epcis", given=carrier), by_name)
        self.assertEqual(watch("-", given=carrier)[0], 2)  # these are no lines of ours
        code, printed, err = watch(EVENTS / "shop.jsonocel")
        self.assertEqual((code, printed["records"]), (2, 0))
        self.assertIn("a mapping says what its orders and events are", err)

    def test_text_says_what_was_skipped(self):
        _, out, _ = run("monitor", MODEL, EVENTS / "carrier.jsonld", "--mapping",
                        EVENTS / "carrier_mapping.json")
        self.assertTrue(out.decode().endswith(
            "2 events skipped: no meaning\n1 event skipped: set aside by the mapping\n"))

    def test_process_mining(self):
        code, printed, err = watch(EVENTS / "shop.jsonocel", "--mapping",
                                   EVENTS / "shop_ocel_mapping.json")
        self.assertEqual((code, err), (1, ""))
        self.assertEqual((printed["records"], printed["skipped"]), (4, {"no_meaning": 1}))

    def test_mappings_are_valid_by_their_schema(self):
        for name in ("carrier_mapping.json", "shop_ocel_mapping.json"):
            mapping = json.loads((EVENTS / name).read_text(encoding="utf-8"))
            self.assertEqual([e.message for e in MAPPING.iter_errors(mapping)], [])
            for rule in mapping["events"]:
                if rule["is"] != "nothing":
                    record = {"order": "1", "at": "2026-03-02T09:00:00Z", "event": rule["is"]}
                    self.assertEqual([e.message for e in EVENT.iter_errors(record)], [])
        # What the schema refuses the reader does, too.
        right = {"lupaus_mapping": 1, "log": "epcis", "events": [{"step": "shipping", "is": "nothing"}]}
        for change in (
            {},
            {"lupaus_mapping": 2},
            {"log": "xes"},
            {"orders": []},
            {"goods": [{"good": "machine"}]},
            {"goods": [{"good": "machine", "object": ""}]},
            {"table": 1},
            {"most_objects": -1},
            {"events": [{"step": "shipping"}]},
            {"events": [{"step": "shipping", "is": 7}]},
            {"events": [{"stp": "shipping", "is": "nothing"}]},
            {"order": "Order"},
        ):
            mapping = {**right, **change}
            with tempfile.TemporaryDirectory() as place:
                path = Path(place) / "mapping.json"
                path.write_text(json.dumps(mapping), encoding="utf-8")
                code, _, err = run("monitor", MODEL, "-", "--mapping", path)
            self.assertEqual(MAPPING.is_valid(mapping), code == 0, (change, err))
            self.assertEqual(code == 0, change == {}, change)

    def test_a_mapping_that_is_not_there(self):
        code, out, err = run("monitor", MODEL, "-", "--mapping", "no such file")
        self.assertEqual((code, out), (2, b""))
        self.assertIn(b"there is no such file", err)


class OfGS1(unittest.TestCase):
    def setUp(self):
        self.folder = folder(self, "LUPAUS_EPCIS", "epcis_gs1") / "JSON"
        self.files = sorted(self.folder.rglob("*.jsonld"))
        self.assertGreater(len(self.files), 40)

    def test_every_file_is_read_or_refused_for_a_documented_reason(self):
        counts = Counter()
        for file in self.files:
            name = file.relative_to(self.folder).as_posix()
            events = events_of(json.loads(file.read_text(encoding="utf-8")))
            code, printed, err = watch(file)
            if name in REFUSED:
                self.assertEqual((code, len(events)), (2, 1), name)
                self.assertIn(REFUSED[name], err, name)
                counts["refused"] += 1
                continue
            self.assertEqual((code, err), (0, ""), name)
            # Each event of these is of one order or none.
            skipped = Counter(printed["skipped"])
            self.assertEqual(printed["logs"][0]["events"], len(events), name)
            self.assertEqual(printed["records"] + sum(skipped.values()), len(events), name)
            expected = Counter(filter(None, map(self.why_skipped, events)))
            self.assertEqual(skipped, expected, name)
            counts["read"] += printed["records"]
            counts += skipped
        # Counted by hand from the files of EPCIS 2.0.
        self.assertEqual(
            counts, {"read": 17, "refused": 2, "no_meaning": 30, "no_order": 6, "not_promised": 1}
        )

    def why_skipped(self, event):
        """The reason, told anew; None where it is read. The promise has a failure 'damaged' alone."""
        step, disposition = event.get("bizStep"), event.get("disposition")
        if disposition in ("needs_replacement", "recalled"):
            return "not_promised"
        if step not in SHIPS | DELIVERS | INSTALLS:
            return "no_meaning"
        types = {t.get("type") for t in event.get("bizTransactionList", [])}
        return None if types & {"po", "desadv"} else "no_order"

    def test_the_reasons_are_on_the_page(self):
        page = " ".join((ROOT / "docs/reference/epcis.md").read_text(encoding="utf-8").split())
        self.assertIn("a member that is there twice", page)
        self.assertIn("an error declaration without `eventID`", page)


class OfOthers(unittest.TestCase):
    def test_the_counts_are_those_of_the_file(self):
        log = folder(self, "LUPAUS_OCEL", "ocel_small") / "ocel20_example.jsonocel"
        document = json.loads(log.read_text(encoding="utf-8"))
        mapping = {
            "lupaus_mapping": 1, "log": "ocel", "order": "Purchase Order", "through": ["Invoice"],
            "events": [{"type": "Create Purchase Order", "is": "ordered"},
                       {"type": "Insert Payment", "is": "contacted"}],
        }
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "mapping.json"
            path.write_text(json.dumps(mapping), encoding="utf-8")
            code, printed, err = watch(log, "--mapping", path)
        self.assertEqual((code, err), (1, ""))  # nobody ships anything in it
        related = [len(x.get("relationships", [])) for x in document["objects"]]
        self.assertEqual(len(printed["logs"]), 1)
        for name, found in (
            ("events", len(document["events"])),
            ("objects", len(document["objects"])),
            ("event_types", len(document["eventTypes"])),
            ("object_types", len(document["objectTypes"])),
            ("object_relationships", sum(related)),
            ("event_relationships", sum(len(e["relationships"]) for e in document["events"])),
            ("refused", 0),
        ):
            self.assertEqual(printed["logs"][0][name], found, name)
        orders = {o["id"] for o in document["objects"] if o["type"] == "Purchase Order"}
        invoices = {r["objectId"]: o["id"] for o in document["objects"] if o["id"] in orders
                    for r in o["relationships"]}
        records = 0
        for event in document["events"]:
            related = {r["objectId"] for r in event["relationships"]}
            if event["type"] in ("Create Purchase Order", "Insert Payment"):
                records += len((related & orders) | {invoices[i] for i in related & invoices.keys()})
        self.assertEqual(printed["records"], records)
        types = Counter(e["type"] for e in document["events"])
        others = sum(types.values()) - types["Create Purchase Order"] - types["Insert Payment"]
        self.assertEqual(printed["skipped"], {"no_meaning": others})


if __name__ == "__main__":
    models.main()
