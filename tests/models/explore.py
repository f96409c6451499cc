#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""`lupaus explore` on the models of examples/models: what it finds, in every format, and what it
says to the shell."""

import copy
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import models
from models import FOLDER, ROOT, files, resolve, run

SOLD = FOLDER / "washing_machine/as_sold.json"
MENDED = FOLDER / "washing_machine/mended.json"
HELP = "Run with --help for more information.\n"


def explore(*arguments, **options):
    code, out, err = run("explore", *arguments, **options)
    return code, out.decode("utf-8"), err.decode("utf-8")


def verdicts(*arguments, **options):
    code, out, _ = explore("--format", "json", *arguments, **options)
    return code, json.loads(out)["promises"]


class Explore(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    # What it finds

    def test_both_stories_of_the_case(self):
        code, out, err = explore(SOLD)
        self.assertEqual((code, err), (1, ""))
        self.assertIn("With at most 2 failures, a customer can be trapped in 2 ways.", out)
        lost, damaged = out.index("1. Trapped: the delivery fails ('lost')"), out.index(
            "2. Trapped: the delivery fails ('damaged')"
        )
        hers = out[: out.index("The other side of the counter")]
        numbers = [re.findall(r"^ +(\d+)\.  ", s, re.M) for s in (hers[lost:damaged], hers[damaged:])]
        self.assertEqual([int(n[-1]) for n in numbers], [5, 6])

    def test_the_story_as_told(self):
        code, (promise,) = verdicts(FOLDER / "washing_machine/as_told.json")
        self.assertEqual(code, 1)
        (story,) = promise["stories"]
        moves = [m.get("event", m["kind"]) for m in story["moves"][:3]]
        self.assertEqual(moves, ["orders", "shipped", "damaged"])
        asked = [(m["asks_for"], m["answer"]) for m in story["moves"][3:]]
        self.assertEqual(asked, [("replacement", "waits"), ("cancellation", "refuses")])
        self.assertEqual((story["doomed_after"], story["released_by_nothing"]), (3, False))

    def test_an_encounter(self):
        schema = models.validator("verdict.schema.json")
        shop = FOLDER / "furniture_shop"
        code, out, _ = explore("--format", "json", shop / "as_sold.json", shop / "mended.json")
        printed = json.loads(out)
        self.assertEqual([e.message for e in schema.iter_errors(printed)], [])
        sold, mended = (p["encounter"] for p in printed["promises"])
        steps = [(b["step"], b.get("failure")) for b in sold["breaks"]]
        for step in ("greeting", "attention", "needs", "advice", "thanks"):
            self.assertIn((step, None), steps)
        self.assertIn(("attention", "interrupted"), steps)
        self.assertEqual(len(steps), 6)
        self.assertEqual((code, mended["breaks"]), (0, []))
        self.assertIn("taken up again whatever interrupts it", mended["found"][0])
        self.assertNotIn("proved", printed["promises"][0]["found"])
        # Paid ahead, nobody is left hanging either.
        ahead = json.loads((shop / "mended.json").read_text(encoding="utf-8")) | {"paid": "ahead"}
        code, (promise,) = verdicts("-", given=json.dumps(ahead).encode())
        self.assertEqual((code, promise["clean"], promise["encounter"]["breaks"]), (0, True, []))

    def test_the_other_side_of_the_counter(self):
        _, out, _ = explore(SOLD)
        said = " ".join(out.split())
        self.assertIn(
            "The shop is exposed: the customer cancels, has her money back and keeps the machine, and "
            "nothing that the shop can count on takes it back.",
            said,
        )
        self.assertIn("'damaged' (delivery): the customer 687.00 EUR, the shop nothing", said)
        _, (promise,) = verdicts(SOLD)
        seller = promise["seller"]
        self.assertEqual(seller["found"], "The shop is exposed in 1 way.")
        self.assertTrue(seller["complete"])
        (exposure,) = seller["exposures"]
        self.assertEqual((exposure["kind"], exposure["goods"]), ("goods-and-money", ["machine"]))
        self.assertEqual(exposure["moves"][-1]["answer"], "accepts")
        self.assertEqual(
            [(c["failure"], c["customer"]["minor_units"], c["seller"]["minor_units"])
             for c in seller["costs"]],
            [("damaged", 68700, 0), ("lost", 68700, 0)],
        )
        # An exposure makes nobody a customer who is trapped.
        code, (promise,) = verdicts(MENDED)
        self.assertEqual((code, promise["clean"]), (0, True))
        self.assertEqual(
            [x["kind"] for x in promise["seller"]["exposures"]], ["goods-and-money", "two-for-one"]
        )

    def test_mended_within_three_failures(self):
        code, out, err = explore(MENDED, "--failures", "3")
        self.assertEqual((code, err), (0, ""))
        self.assertRegex(
            out,
            r"With at most 3 failures, no customer is trapped: proved over all states\.\n\n"
            r"  Looked at  \d+ states, all that can be reached",
        )

    def test_the_budget_counts(self):
        self.assertEqual(explore(SOLD, "--failures", "0")[0], 0)
        self.assertEqual(explore(SOLD, "--failures", "1")[0], 1)

    def test_a_limit_proves_nothing(self):
        for limit in (("--states", "5"), ("--memory", "1kB"), ("--seconds", "0.000001")):
            with self.subTest(limit):
                code, out, _ = explore(MENDED, *limit)
                self.assertEqual(code, 3)
                self.assertIn("this proves nothing", out.replace("\n", " "))
                self.assertNotIn("proved", out)

    def test_what_outweighs_what(self):
        cut = self.folder / "cut.json"
        cut.write_text("{")
        few = ("--states", "20")  # enough for the trap, not for all
        self.assertEqual(explore(MENDED, SOLD)[0], 1)
        self.assertEqual(explore(MENDED, *few)[0], 3)
        self.assertEqual(explore(SOLD, MENDED, cut)[0], 2)
        self.assertEqual(explore(MENDED, cut, *few)[0], 2)
        code, out, err = explore(SOLD, MENDED, cut)
        self.assertTrue(
            out.endswith("\n\n1 without a trap, 1 with one, 0 not explored to the end, 1 not read\n")
        )
        self.assertRegex(err, r"cut\.json:1:2: .*\n$")

    def test_no_progress_where_there_is_no_terminal(self):
        for path in files():
            code, _, err = explore(path)
            self.assertEqual(err, "", path)
            self.assertIn(code, (0, 1), path)

    def test_unknown_words(self):
        for arguments, said in (
            (("--failures", "-1", SOLD), "--failures"),
            (("--failures", "256", SOLD), "--failures"),
            (("--failures", "many", SOLD), "--failures"),
            (("--states", "0", SOLD), "--states"),
            (("--memory", "much", SOLD), "--memory"),
            (("--format", "xml", SOLD),
             "--format: text, json, gherkin, boost-test or dot is expected, and 'xml' was given"),
            ((), "FILE is required"),
        ):
            with self.subTest(arguments):
                code, out, err = explore(*arguments)
                self.assertEqual((code, out), (2, ""))
                self.assertIn(said, err)
                self.assertTrue(err.endswith(HELP), err)

    # JSON

    def test_json(self):
        code, (promise,) = verdicts(SOLD)
        self.assertEqual(code, 1)
        self.assertEqual((promise["clean"], promise["failures"]), (False, 2))
        self.assertTrue(promise["explored"]["complete"])
        lost, damaged = promise["stories"]
        self.assertEqual((lost["failure"], len(lost["moves"])), ("lost", 5))
        self.assertEqual((lost["doomed_after"], lost["released_by_nothing"]), (3, True))
        self.assertEqual((damaged["failure"], len(damaged["moves"])), ("damaged", 6))
        self.assertEqual((damaged["doomed_after"], damaged["released_by_nothing"]), (4, False))
        asks = damaged["moves"][4]
        self.assertEqual(
            (asks["asks_for"], asks["answer"], asks["waits_for"]),
            ("replacement", "waits", "received back"),
        )
        document = json.loads(SOLD.read_text(encoding="utf-8"))
        self.assertEqual(resolve(document, asks["rule"]["place"])["owes"], {"replace": "machine"})
        shipped = damaged["moves"][1]
        self.assertEqual((shipped["at_seconds"], shipped["is_bound"]), (48 * 3600, True))
        self.assertEqual(resolve(document, shipped["owed_under"]["place"])["by"], "carrier")
        self.assertEqual(damaged["moves"][3]["is_bound"], False)

    def test_schema(self):
        try:
            from jsonschema import Draft202012Validator
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        path = ROOT / "docs/schema/verdict.schema.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)

        cut = self.folder / "cut.json"
        cut.write_text("{")
        large = self.folder / "large.json"
        large.write_text(json.dumps(promise_of(300)))
        _, printed, _ = explore("--format", "json", *files(), cut, large)
        printed = json.loads(printed)
        self.assertEqual([e.message for e in validator.iter_errors(printed)], [])
        self.assertIn("errors", printed["promises"][-2])
        self.assertIn("refusal", printed["promises"][-1])
        _, stopped, _ = explore("--format", "json", "--states", "5", MENDED)
        stopped = json.loads(stopped)
        self.assertEqual([e.message for e in validator.iter_errors(stopped)], [])
        self.assertEqual(stopped["promises"][0]["explored"]["stopped_by"], "states")

        sold = json.loads(explore("--format", "json", SOLD)[1])
        story = ("promises", 0, "stories", 1)
        for place, value in (
            (("lupaus_verdicts",), 2),
            (("promises", 0, "clean"), "no"),
            (("promises", 0, "failures"), -1),
            (("promises", 0, "explored", "complete"), False),  # by what?
            (("promises", 0, "refusal"), "too large"),
            ((*story, "ends"), "well"),
            ((*story, "moves"), []),
            ((*story, "moves", 0, "kind"), "dances"),
            ((*story, "moves", 4, "rule", "place"), "rules/0"),
            ((*story, "moves", 4, "more"), 1),
        ):
            with self.subTest(f"{place}: {value}"):
                wrong = copy.deepcopy(sold)
                inner = wrong
                for step in place[:-1]:
                    inner = inner[step]
                inner[place[-1]] = value
                self.assertFalse(validator.is_valid(wrong))

    def test_places_lead_to_something(self):
        for path in files():
            document = json.loads(path.read_text(encoding="utf-8"))
            for story in verdicts(path)[1][0]["stories"]:
                for move in story["moves"]:
                    for name in ("rule", "owed_under"):
                        if name in move:
                            resolve(document, move[name]["place"])

    # The other formats

    def test_gherkin(self):
        code, out, err = explore("--format", "gherkin", SOLD)
        self.assertEqual((code, err), (1, ""))
        self.assertTrue(out.startswith("Feature: washing machine, delivered and installed\n"))
        self.assertEqual(out.count("\n  Scenario: "), 3)
        self.assertEqual(out.count("\n  @exposure\n"), 1)
        _, both, _ = explore("--format", "gherkin", SOLD, MENDED)
        self.assertEqual(len(re.findall(r"^ *Feature: ", both, re.M)), 1)
        self.assertEqual(len(re.findall(r"^  Rule: ", both, re.M)), 2)

    def test_dot(self):
        _, out, _ = explore("--format", "dot", SOLD, MENDED)
        self.assertEqual(out.count("digraph "), 2)
        if not shutil.which("dot"):
            self.skipTest("Graphviz is not installed")
        _, every, _ = explore("--format", "dot", *files())
        done = subprocess.run(["dot", "-Tsvg"], input=every.encode(), capture_output=True,
                              timeout=300)
        self.assertEqual((done.returncode, done.stdout.count(b"<svg ")), (0, len(files())))

    def test_progress_on_a_terminal(self):
        if not os.path.exists("/dev/ptmx"):
            self.skipTest("there are no terminals here")
        import pty
        ours, theirs = pty.openpty()
        command = [models.PROGRAM, "explore", "--failures", "0", "--states", "120000", "-"]
        with subprocess.Popen(command, stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, stderr=theirs) as program:
            os.close(theirs)
            program.stdin.write(json.dumps(promise_of(17)).encode())
            program.stdin.close()
            shown = b""
            try:
                while chunk := os.read(ours, 4096):
                    shown += chunk
            except OSError:
                pass  # the other end is closed
        os.close(ours)
        self.assertRegex(shown, rb"\r\x1b\[K\d+ states, \d+ moves deep")
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown[-80:])


def promise_of(n):
    """Parts at once, and one after them all: 2 to the power of their number in states, at least. As
    each of them lets her cancel, none can be explored apart."""
    parts = [f"step {i}" for i in range(n - 1)]
    return {
        "lupaus": 1, "title": "many at once", "paid": "ahead",
        "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"}],
        "parts": [*({"name": p, "kind": "service"} for p in parts),
                  {"name": "end", "kind": "service"}],
        "product": {"then": [{"together": parts}, "end"]},
        "abilities": [{"party": "shop", "part": p, "within": "PT1H"} for p in [*parts, "end"]],
        "rules": [{"on": "cancel_requested", "since": {"completed": p}, "owes": "accept"}
                  for p in parts],
    }


if __name__ == "__main__":
    models.main()
