#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The program on logs of orders: what it prints is valid by the published schema and told once, bad
records are told of and the rest is read, and no order of the lines within the lateness matters."""

import json
import os
import random
import subprocess
import tempfile
import unittest
from collections import Counter
from pathlib import Path

import models
from models import ROOT, run, validator

MODEL = "examples/models/washing_machine/as_sold.json"
LOG = ROOT / "examples/events/washing_machine.jsonl"
FURNITURE = ROOT / "examples/events/furniture.jsonl"
BREACHES, EVENT = validator("breaches.schema.json"), validator("event.schema.json")
#: What the case of the washing machine asks for at run time.
FLAGSHIP = Counter(
    {
        "broken-promise": 1,
        "watermelon": 1,
        "untold": 2,
        "customer-chased": 3,
        "refused-right": 1,
    }
)

def watch(lines, *options, model=MODEL):
    """Exit code, what was printed as JSON, and the standard error."""
    given = "\n".join(lines).encode()
    code, out, err = run("monitor", model, "-", "--format", "json", *options, given=given)
    return code, json.loads(out), err.decode()


class Monitor(unittest.TestCase):
    def setUp(self):
        self.lines = LOG.read_text(encoding="utf-8").splitlines()

    def check_schema(self, printed):
        faults = [e.message for e in BREACHES.iter_errors(printed)]
        self.assertEqual(faults, [])

    def test_the_washing_machine(self):
        code, printed, err = watch(self.lines)
        self.assertEqual((code, err), (1, ""))
        self.check_schema(printed)
        told = printed["told"]
        self.assertEqual(Counter(b["breach"] for b in told), FLAGSHIP)
        self.assertEqual(len({b["id"] for b in told}), len(told))
        whole = next(b for b in told if b["breach"] == "broken-promise")
        self.assertEqual((whole["answers"], whole["caused_by"]), ("shop", "carrier"))
        self.assertEqual({b["to"] for b in told if b["breach"] == "untold"}, {"customer", "installer"})
        self.assertEqual(printed["scorecard"]["contacts"], 3)

    def test_the_furniture_shop(self):
        lines = FURNITURE.read_text(encoding="utf-8").splitlines()
        for line in lines:
            self.assertEqual([e.message for e in EVENT.iter_errors(json.loads(line))], [])
        code, printed, err = watch(lines, model="examples/models/furniture_shop/as_sold.json")
        self.assertEqual((code, err), (1, ""))
        self.check_schema(printed)
        steps = [
            (b["part"], b["level"], b["step"], b["caused_by"], b["at"], b["layer"])
            for b in printed["told"]
            if b.get("breach") == "broken-term"
        ]
        self.assertEqual(
            steps,
            [
                ("greeting", "action", "greeted", "salesman", "2026-03-07T11:06Z", "fulfilment"),
                ("attention", "emotion", "undivided-attention", "salesman", "2026-03-07T11:18Z", "marketing"),
                ("needs", "meaning", "needs-asked", "salesman", "2026-03-07T11:18Z", "fulfilment"),
                ("thanks", "emotion", "thanked", "salesman", "2026-03-07T11:18Z", "fulfilment"),
            ],
        )
        attention, whole = printed["told"][2], printed["told"][5]
        self.assertEqual(attention["interrupted_at"], "2026-03-07T11:10Z")
        self.assertEqual(whole["breach"], "broken-promise")
        self.assertEqual(whole["steps"], ["greeting", "attention", "needs", "thanks"])
        # He spoke of the products without having asked: that is remarked, and believed.
        self.assertEqual(printed["told"][1]["remark"], "does-not-fit")
        self.assertEqual(len(printed["told"]), 6)
        score = printed["scorecard"]
        self.assertEqual((score["left"], score["left_after_breach"], score["kept"]), (1, 1, 0))

    def test_orders_under_several_promises(self):
        promises = [MODEL, "examples/models/furniture_shop/as_sold.json"]
        # The visit is on the day of the other order: the clock is that of all.
        visit = FURNITURE.read_text(encoding="utf-8").replace("2026-03-07", "2026-03-02")
        logs = [self.lines, visit.splitlines()]
        apart = [watch(log, model=m)[1] for log, m in zip(logs, promises, strict=True)]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as catalogue:
            for m in promises:
                catalogue.write(json.dumps(json.loads((ROOT / m).read_text(encoding="utf-8"))) + "\n")
            catalogue.flush()
            # The placing of an order names its promise; of what is told, all is of one time.
            both = sorted(logs[0] + logs[1], key=lambda line: json.loads(line)["at"])
            code, printed, err = watch(both, model=catalogue.name)
            self.assertEqual((code, err), (1, ""))
            self.check_schema(printed)
            self.assertEqual(printed["scorecards"], [p["scorecard"] for p in apart])
            self.assertEqual(sorted(b["at"] for b in printed["told"]), [b["at"] for b in printed["told"]])
            for alone in apart:
                its = {"promise": alone["promise"]["id"], "version": alone["promise"]["version"]}
                told = [b for b in printed["told"] if its.items() <= b.items()]
                self.assertEqual([b | its for b in alone["told"]], told)
            _, out, _ = run("monitor", catalogue.name, "-", "--scorecard", given="\n".join(both).encode())
            self.assertIn("the promise 'furniture-shop-visit', version '1':\nOrders: 1 placed", out.decode())

            _, printed, err = watch(['{"order": "1", "at": "2026-03-02T09:00:00Z", "event": "ordered"}'],
                                    model=catalogue.name)
            self.assertEqual(printed["not_read"], 1)
            self.assertIn("1:11: at /order: order '1': no record has said under which promise", err)
            for options, expected in (
                (["-", "--journal", "some"], "--journal keeps the orders of one"),
                (["-", "--mapping", "some"], "--mapping is of the logs of one"),
                (["-", "--log", "epcis"], "are read from JSON lines"),
                ([ROOT / "examples/events/carrier.jsonld"], "are read from JSON lines"),
            ):
                code, _, err = run("monitor", catalogue.name, *options, given=b"")
                self.assertEqual(code, 2)
                self.assertIn(expected, err.decode())
            catalogue.write(json.dumps(json.loads((ROOT / MODEL).read_text(encoding="utf-8"))
                                       | {"title": "another", "content_hash": ""}).replace(
                                           ', "content_hash": ""', "") + "\n")
            catalogue.flush()
            code, _, err = run("monitor", catalogue.name, "-", given=b"")
            self.assertEqual(code, 2)
            self.assertIn(":3: there is another promise 'washing-machine-express'", err.decode())

    def test_the_first_day_stands_beside_the_moved_one(self):
        days = {2: '"ordered"', 3: '{"completed": "desk"}', 4: '{"step": ["desk", "moved"]}',
                10: '{"shipped": "delivery"}', 11: '{"completed": "delivery"}'}
        lines = [f'{{"order": "1", "at": "2026-03-{d:02}T09:00:00Z", "event": {e}}}' for d, e in days.items()]
        _, printed, err = watch(lines, "--ended", model="tests/models/kinds/day_moved.json")
        self.assertEqual(err, "")
        counted = {t["term"]: (t["kept"], t["broken"]) for t in printed["scorecard"]["terms"]}
        first = "shop commits to customer for delivery: within 5 days of the order"
        moved = "shop commits to customer for delivery: within 10 days after moved, if moved"
        self.assertEqual((counted[first], counted[moved]), ((0, 1), (1, 0)))
        told = [b["text"] for b in printed["told"] if b.get("breach") == "untold"]
        self.assertEqual(len(told), 1)
        self.assertIn("nobody told the customer in time that 'moved' happened", told[0])

    def test_threads_in_a_log(self):
        """What docs/reference/tracker.md says of them: what stands in the end, and what is remarked."""
        folder = ROOT / "examples/events/eshopbox"
        for name, breaches, remarks, causes in (
            ("lost_as_shipped", {"broken-promise": 1, "untold": 1}, {"after-the-end": 1}, {"courier"}),
            ("lost_mended", {}, {}, set()),
            ("attempt_as_shipped", {"broken-promise": 1, "broken-term": 2, "customer-chased": 1}, {}, {"courier"}),
            ("attempt_mended", {}, {}, set()),
        ):
            lines = (folder / (name + ".jsonl")).read_text(encoding="utf-8").splitlines()
            code, printed, err = watch(lines, "--ended", model=folder / "promise.json")
            self.check_schema(printed)
            score = printed["scorecard"]
            self.assertEqual({k: n for k, n in score["breaches"].items() if n and k != "revised"}, breaches, name)
            self.assertEqual({k: n for k, n in score["remarks"].items() if n}, remarks, name)
            told = [b for b in printed["told"] if "caused_by" in b and b["breach"] != "revised"]
            standing = {b["caused_by"] for b in told if b["breach"] in breaches}
            self.assertEqual((standing, err, code), (causes, "", 1 if breaches else 0), name)
        untold = next(b["text"] for b in watch(
            (folder / "lost_as_shipped.jsonl").read_text(encoding="utf-8").splitlines(),
            model=folder / "promise.json")[1]["told"] if b.get("breach") == "untold")
        self.assertIn("nobody told the courier in time that the order was refunded", untold)

    def test_extra_steps_and_who_did_it(self):
        placed = '{"order": "1", "at": "2026-03-07T11:00:00Z", "event": "ordered"}'
        more = '{"order": "1", "at": "2026-03-07T11:05:00Z", "event": {"extra_step": "advice"}}'
        self.assertTrue(EVENT.is_valid(json.loads(more)))
        shop = "examples/models/furniture_shop/mended.json"
        _, printed, err = watch([placed, more], model=shop)
        self.assertEqual((printed["scorecard"]["extra_steps"], err), (1, ""))
        self.check_schema(printed)
        for wrong, expected in (
            ('"event": {"extra_step": "advise"}', "did you mean 'advice'?"),
            ('"event": {"completed": "advice"}, "by": "salesmen"', "did you mean 'salesman'?"),
            ('"event": "contacted", "by": "customer"', "who did it is said of what happens to a part"),
        ):
            bad = '{"order": "1", "at": "2026-03-07T11:05:00Z", ' + wrong + "}"
            code, _, err = watch([placed, bad], model=shop)
            self.assertEqual(code, 2)
            self.assertIn(expected, err)

    def test_the_log_is_valid_by_its_schema(self):
        for line in self.lines:
            self.assertEqual([e.message for e in EVENT.iter_errors(json.loads(line))], [])
        for odd in ({}, {"order": "1"}, {"order": "1", "at": "2026-03-02T09:00:00", "event": "ordered"}):
            self.assertFalse(EVENT.is_valid(odd), odd)

    def test_only_counts(self):
        code, printed, _ = watch(self.lines, "--scorecard", "--ended")
        self.assertEqual(code, 1)
        self.check_schema(printed)
        self.assertNotIn("told", printed)
        _, everything, _ = watch(self.lines, "--ended")
        self.assertEqual(printed["scorecard"], everything["scorecard"])

    def test_text_and_json_say_the_same(self):
        _, printed, _ = watch(self.lines)
        code, out, _ = run("monitor", MODEL, LOG)
        lines = out.decode().split("\n\n")[0].splitlines()
        self.assertEqual(lines, [b["text"] for b in printed["told"]])
        self.assertEqual(code, 1)

    def test_bad_records_are_told_of_and_the_rest_is_read(self):
        bad = [
            '{"order": "4711", "at": "2026-03-02T09:00:00", "event": "ordered"}',
            '{"order": "4711", "at": "2026-03-02T09:00:00Z", "event": {"failed": ["delivry", "lost"]}}',
            '{"order": "4711", "at": "2026-03-02T09:00:00Z", "event": {"told": "custmer", "of": "ordered"}}',
            '{"order": "4711", "at": "2026-03-02T09:00:00Z", "event": "cancel_requested"}',
            '{"order": "4711", "at": "2026-03-02T09:00:00Z", "event": "ordered", "promise": "another"}',
            "nonsense",
            '{"order": "4711", "at": "2026-03-02T09:00:00Z"}',
            '{"order": "4711", "at": "2026-03-02T09:00:00Z", "corrects": ""}',
        ]
        mixed = [x for pair in zip(self.lines, bad + [""] * 9) for x in pair]
        code, printed, err = watch(mixed)
        self.assertEqual(code, 2)
        self.assertEqual(printed["not_read"], len(bad))
        self.assertEqual(printed["records"], len(self.lines))
        self.assertEqual(Counter(b["breach"] for b in printed["told"]), FLAGSHIP)
        for expected in (
            "standard input:2:25: at /at: a moment with its zone is expected",
            "did you mean 'delivery'?",
            "did you mean 'customer'?",
            "the member 'answer' is missing",
            "this is an order under promise 'another', and the model is 'washing-machine-express'",
            "the member 'event' is missing",
            "at /corrects: the id of a record is expected, and the text is empty",
        ):
            self.assertIn(expected, err)

    def test_no_order_of_arrival_matters_within_the_lateness(self):
        lines = [line.replace("4711", str(n)) for n in range(3) for line in self.lines]
        lines.sort(key=lambda line: json.loads(line)["at"])
        expected = watch(lines, "--lateness", 48, "--ended")[1]
        self.assertEqual(len(expected["told"]), 3 * sum(FLAGSHIP.values()))
        for seed in range(5):
            shuffled = lines[:]
            random.Random(seed).shuffle(shuffled)
            self.assertEqual(watch(shuffled, "--lateness", 48, "--ended")[1], expected, seed)

    def test_what_comes_twice_changes_nothing(self):
        once, twice = watch(self.lines)[1], watch(self.lines + self.lines)[1]
        self.assertEqual(twice["told"], once["told"])
        self.assertEqual(twice["scorecard"]["duplicates"], len(self.lines))

    def test_a_correction(self):
        gone = '{"order": "4711", "at": "2026-03-03T13:00:00Z", "corrects": "4", "because": "did_not_occur"}'
        code, printed, _ = watch(self.lines + [gone])
        self.check_schema(printed)
        revised = [b for b in printed["told"] if b.get("breach") == "revised"]
        self.assertIn("4711/broken-promise/part-0/0/0", [b["revises"] for b in revised])
        self.assertEqual(printed["scorecard"]["breaches"]["broken-promise"], 0)

    def test_a_promise_that_cannot_be_read(self):
        for model in ("no such file", "."):
            code, out, err = run("monitor", model, LOG)
            self.assertEqual((code, out), (2, b""))
            self.assertNotEqual(err, b"")
        code, _, err = run("monitor", MODEL, "no such log")
        self.assertEqual(code, 2)
        self.assertIn(b"there is no such file", err)

    def test_a_day_ends_by_the_clock_of_the_promise(self):
        if not Path("/usr/share/zoneinfo/Europe/Helsinki").is_file():
            self.skipTest("the tz database is not installed")
        # In the night before, the clock is put forward: the day has 23 hours.
        placed = {
            "order": "1",
            "at": "2026-03-28T09:00:00Z",
            "event": "ordered",
            "promised": [{"by": "website", "about": "delivery", "deadline": "2026-03-29"}],
        }
        for done, zone, is_late in (
            ("2026-03-29T20:59:59Z", "Europe/Helsinki", False),
            ("2026-03-29T21:00:00Z", "Europe/Helsinki", True),
            ("2026-03-29T23:59:59Z", "UTC", False),
            ("2026-03-30T00:00:00Z", "UTC", True),
        ):
            shipped = {"order": "1", "at": "2026-03-28T10:00Z", "event": {"shipped": "delivery"}}
            completed = {"order": "1", "at": done, "event": {"completed": "delivery"}}
            lines = [json.dumps(x) for x in (placed, shipped, completed)]
            told = watch(lines, "--zone", zone)[1]["told"]
            late = [b for b in told if b.get("layer") == "marketing" and b["breach"] == "broken-term"]
            self.assertEqual(len(late), is_late, (done, zone))
        code, out, err = run("monitor", MODEL, LOG, "--zone", "Europe/Helsinky")
        self.assertEqual((code, out), (2, b""))
        self.assertIn(b"there is no zone 'Europe/Helsinky'", err)

    def test_nothing_is_broken(self):
        code, printed, _ = watch(self.lines[:1])
        self.assertEqual((code, printed["told"]), (0, []))


class Marketplace(unittest.TestCase):
    """Orders that a marketplace published. They are no part of the project; where somebody has them,
    the folder is named by LUPAUS_OLIST, or stands beside the project as shared/data/olist_demo_1k."""

    def test_the_known_figures(self):
        folder = Path(os.environ.get("LUPAUS_OLIST", ROOT.parent / "shared/data/olist_demo_1k"))
        program = Path(models.PROGRAM).parent / "marketplace"
        if not folder.is_dir():
            self.skipTest(f"there are no orders in {folder}")
        done = subprocess.run([program, folder], capture_output=True, text=True, check=True)
        self.assertEqual(
            done.stdout.splitlines()[:7],
            [
                "1000 orders, 979 delivered, 2 cancelled (1 after the hand-over), 13 shipped and "
                "never delivered",
                "102 with several items, 20 from several merchants",
                "late to the buyer: 75 by the moment, 62 by the day",
                "handed over: 993, 88 later than the merchant promised",
                "of those delivered: both late 18, late though the merchant was not 57, on time "
                "though the merchant was late 68, both on time 836",
                "the promise contradicts itself: 7",
                "before the approval: 11, before the purchase: 1",
            ],
        )

    def test_a_folder_that_has_no_orders(self):
        program = Path(models.PROGRAM).parent / "marketplace"
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([program, folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 2)
            self.assertIn("there is no table *orders*.csv", done.stderr)


if __name__ == "__main__":
    models.main()
