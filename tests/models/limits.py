#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The limits of `lupaus explore` hold for the whole process: more than twenty of them are asked for,
and what was used is measured, of time by the processor's clock. Deliveries that all come before one
installation, each put right until the next one is there, have more states than any of these limits
lets it see: none of them can be explored apart from the others."""

import itertools
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import time
import time
import unittest
from pathlib import Path

import models

MEGABYTE = 1 << 20
#: A process counts as its own what its parent held when it was made: so it has a small one.
MEASURED = """
import os, sys, time
begin = time.monotonic()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(pid, 0)
print([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss,
       time.monotonic() - begin], file=sys.stderr)
"""
#: Seconds of the processor: of one step that is not interrupted, and of the clock's own measure.
NO_MATTER = 1 if os.environ.get("LUPAUS_SANITIZED") else 0.05
BUSY = 2
#: Pages of the program that are first touched after the limit was set.
TOUCHED_LATER = 2 * MEGABYTE


def kitchen(deliveries, can_be_left):
    """So many deliveries, and an installation after them all. One cannot be called off, which makes
    traps; the other can."""
    firms = [f"carrier{i}" for i in range(deliveries)]
    goods = [f"good{i}" for i in range(deliveries)]
    ways = [f"delivery{i}" for i in range(deliveries)]
    deadline = lambda by, about: {
        "by": by,
        "to": "shop",
        "about": about,
        "terms": [{"quality": "deadline", "within": "PT48H"}],
    }
    rules = [
        {
            "on": {"failed": [w, "lost"]},
            "until": {"completed": other},
            "owes": {"replace": g},
            "within": "PT24H",
        }
        for w, g, other in zip(ways, goods, ways[1:] + ways[:1])
    ]
    if can_be_left:
        rules.append({"on": "cancel_requested", "owes": "accept"})
    return {
        "lupaus": 1,
        "title": "a kitchen",
        "parties": [
            {"name": "customer", "role": "customer"},
            {"name": "shop", "role": "seller"},
            *({"name": f, "role": "subcontractor"} for f in [*firms, "installer"]),
        ],
        "parts": [
            *({"name": g, "kind": "good"} for g in goods),
            *({"name": w, "kind": "service", "carries": g} for w, g in zip(ways, goods)),
            {"name": "installation", "kind": "service"},
        ],
        "product": {
            "then": [
                {"together": [{"then": list(pair)} for pair in zip(goods, ways)]},
                "installation",
            ]
        },
        "events": [{"failed": [w, f]} for w in ways for f in ("lost", "damaged")],
        "abilities": [{"party": "shop", "part": g, "within": "PT1H"} for g in goods],
        "commitments": [deadline(f, w) for f, w in zip(firms, ways)]
        + [deadline("installer", "installation")],
        "rules": rules,
    }


def many_stories(failures, claims):
    """A delivery that fails in so many ways, nothing puts right, and so many claims of it that none
    of the stories keeps: found at once, and long to tell."""
    return {
        "lupaus": 1,
        "title": "a delivery, praised",
        "parties": [
            {"name": "customer", "role": "customer"},
            {"name": "shop", "role": "seller"},
            {"name": "carrier", "role": "subcontractor"},
        ],
        "parts": [{"name": "delivery", "kind": "service"}],
        "events": [{"failed": ["delivery", f"failure {i}"]} for i in range(failures)],
        "claims": [
            {
                "by": "shop",
                "about": "delivery",
                "terms": [{"quality": "deadline", "within": f"PT{i + 1}H"}],
            }
            for i in range(claims)
        ],
        "commitments": [
            {
                "by": "carrier",
                "to": "shop",
                "about": "delivery",
                "terms": [{"quality": "deadline", "within": "PT48H"}],
            }
        ],
    }


class Limits(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def document(self, *arguments):
        path = self.folder / f"{'_'.join(map(str, arguments))}.json"
        path.write_text(json.dumps(kitchen(*arguments)))
        return path

    def run_program(self, *arguments):
        """What is printed, exit code, seconds of the processor, and the most bytes that were resident."""
        out = self.folder / "out"
        with out.open("wb") as file:
            command = [sys.executable, "-S", "-c", MEASURED, models.PROGRAM, *map(str, arguments)]
            done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, check=True)
        code, seconds, kilobytes, self.seconds = json.loads(done.stderr.splitlines()[-1])
        return out.read_text(), code, seconds, kilobytes * 1024

    def explore(self, *arguments):
        """The same with the answer of each promise."""
        out, *used = self.run_program("explore", "--format", "json", *arguments)
        return json.loads(out)["promises"], *used

    def time_to_begin(self, document):
        """What the program takes to start and to read the document, before any limit counts."""
        return min(self.run_program("explore", "--states", 1, document)[2] for _ in range(3))

    def check_stopped(self, promise, code, why):
        self.assertEqual(promise["explored"]["stopped_by"], why)
        self.assertFalse(promise["clean"])
        self.assertEqual(code, 1 if promise["stories"] else 3)

    def test_seconds(self):
        for seconds, can_be_left in itertools.product((0.05, 0.2, 0.5, 1), (True, False)):
            with self.subTest(seconds=seconds, can_be_left=can_be_left):
                document = self.document(9, can_be_left)
                begins = self.time_to_begin(document)
                (promise,), code, used, _ = self.explore(document, "--seconds", seconds)
                self.check_stopped(promise, code, "time")
                self.assertLess(used, 1.1 * seconds + begins + NO_MATTER)
                # By a clock on the wall a busy machine comes on top; and the time is made use of.
                self.assertLess(self.seconds, 1.1 * seconds + BUSY)
                self.assertGreater(self.seconds, 0.6 * seconds)

    def test_seconds_of_telling(self):
        document = self.folder / "many.json"
        document.write_text(json.dumps(many_stories(240, 4_000)))
        begins = self.time_to_begin(document)
        left_out = r"(\d+) stories are left out: stopped by the limit of time\."
        for name in ("text", "json", "gherkin", "boost-test", "dot"):
            for seconds in (0.1, 0.3):
                with self.subTest(name, seconds=seconds):
                    out, code, used, _ = self.run_program(
                        "explore", "--format", name, "--seconds", seconds, document
                    )
                    self.assertEqual(code, 1)
                    self.assertLess(used, 1.1 * seconds + begins + NO_MATTER)
                    if name == "json":
                        (promise,) = json.loads(out)["promises"]
                        told = len(promise["stories"])
                        many = promise["left_out"]["stories"]
                        self.assertEqual(promise["left_out"]["stopped_by"], "time")
                        self.assertIn(f"trapped in {told + many} ways", promise["found"])
                        self.assertGreater(told, 0)
                    elif name == "text":  # the others are told soon
                        (many,) = re.findall(left_out, out)
                        told = len(re.findall(r"^\d+\. Trapped: ", out, re.M))
                        self.assertIn(f"trapped in {told + int(many)} ways", " ".join(out.split()))
                        self.assertGreater(told, 0)

    def test_memory(self):
        if os.environ.get("LUPAUS_SANITIZED"):
            self.skipTest("a sanitizer holds more memory than the program")
        for megabytes, can_be_left in itertools.product((40, 48, 64, 80), (True, False)):
            with self.subTest(megabytes=megabytes, can_be_left=can_be_left):
                document = self.document(9, can_be_left)
                (promise,), code, _, used = self.explore(document, "--memory", f"{megabytes}MB")
                self.check_stopped(promise, code, "bytes")
                self.assertLess(used, 1.1 * megabytes * MEGABYTE + TOUCHED_LATER)
                # And it is made use of.
                self.assertGreater(used, 0.7 * megabytes * MEGABYTE)

    def test_what_the_process_holds_already_is_taken_off(self):
        if os.environ.get("LUPAUS_SANITIZED"):
            self.skipTest("a sanitizer holds more memory than the program")
        # Where time passes for all parts there is one search, soon. It meets these limits by its own
        # count, before the memory of the process is looked at again.
        promise = kitchen(10, True)
        in_time = {"not": {"completed": "delivery0"}, "within": "PT72H"}
        promise["rules"].append({"on": in_time, "owes": {"replace": "good0"}})
        document = self.folder / "in_time.json"
        document.write_text(json.dumps(promise))
        for megabytes in (46, 48):
            with self.subTest(megabytes=megabytes):
                (answer,), code, _, used = self.explore(document, "--memory", f"{megabytes}MB")
                self.check_stopped(answer, code, "bytes")
                self.assertLess(used, 1.1 * megabytes * MEGABYTE)

    def test_memory_of_telling(self):
        if os.environ.get("LUPAUS_SANITIZED"):
            self.skipTest("a sanitizer holds more memory than the program")
        document = self.folder / "many.json"
        document.write_text(json.dumps(many_stories(240, 4_000)))
        for name, megabytes in itertools.product(("json", "text"), (64, 80)):
            with self.subTest(name, megabytes=megabytes):
                out, code, _, used = self.run_program(
                    "explore", "--format", name, "--memory", f"{megabytes}MB", document
                )
                self.assertEqual(code, 1)
                self.assertLess(used, 1.1 * megabytes * MEGABYTE + TOUCHED_LATER)
                if name == "json":
                    (promise,) = json.loads(out)["promises"]
                    self.assertEqual(promise["left_out"]["stopped_by"], "bytes")
                else:
                    self.assertIn(" are left out: stopped by the limit of memory.\n", out)

    def test_states(self):
        for states, can_be_left in itertools.product((1, 1_000, 30_000), (True, False)):
            with self.subTest(states=states, can_be_left=can_be_left):
                document = self.document(9, can_be_left)
                (promise,), code, _, _ = self.explore(document, "--states", states)
                self.check_stopped(promise, code, "states")
                self.assertEqual(promise["explored"]["states"], states)

    def test_the_same_answer_each_time_within_a_limit_that_is_counted(self):
        # States are counted. What the process holds, and the time, are the machine's.
        document = self.document(8, False)
        first, again = (self.explore(document, "--states", 100_000)[0] for _ in range(2))
        self.assertEqual(first[0]["explored"]["stopped_by"], "states")
        self.assertEqual(first, again)

    def test_a_machine_without_memory_is_a_partial_answer_and_the_next_file_is_explored(self):
        if os.environ.get("LUPAUS_SANITIZED"):
            self.skipTest("a sanitizer holds more memory than the program")
        small, large = self.document(2, True), self.document(9, True)
        limited = f"ulimit -v {160 * 1024}; exec \"$0\" explore --format json --seconds 600 \"$@\""
        done = subprocess.run(
            ["bash", "-c", limited, models.PROGRAM, large, small], capture_output=True
        )
        stopped, whole = json.loads(done.stdout)["promises"]
        self.check_stopped(stopped, done.returncode, "memory")
        self.assertGreater(stopped["explored"]["states"], 10_000)
        self.assertTrue(whole["clean"])
        self.assertEqual(done.stderr, b"")

    def test_a_terminal_is_told_how_far_it_is_and_when_it_ends(self):
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [models.PROGRAM, "explore", self.document(9, True), "--seconds", "2"],
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        ) as process:
            os.close(theirs)
            begin, first, said = time.monotonic(), None, b""
            while True:
                try:
                    more = os.read(ours, 4096)
                except OSError:  # the other end is closed
                    break
                if not more:
                    break
                first = first or time.monotonic() - begin
                said += more
        os.close(ours)
        self.assertLess(first, 1.5)  # a quarter of a second, and a busy machine
        told = re.findall(rb"(\d+) states, .*?; ends in about (\d+) s, if not before", said)
        self.assertGreater(len(told), 2, said)
        for _, left in told:
            self.assertLessEqual(int(left), 2)
        self.assertTrue(said.endswith(b"\r\x1b[K"), said[-80:])  # nothing is left of it

    def test_what_is_no_limit(self):
        for given in ("0", "-1", "nan", "inf", "1e10", "soon"):
            with self.subTest(given):
                done = subprocess.run(
                    [models.PROGRAM, "explore", self.document(2, True), "--seconds", given],
                    capture_output=True,
                    text=True,
                )
                self.assertEqual(done.returncode, 2)
                self.assertIn("a number of seconds, more than 0 and at most 1000000000", done.stderr)
                self.assertIn(f"'{given}' was given", done.stderr)


if __name__ == "__main__":
    models.main()
