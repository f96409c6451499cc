#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Files that nobody would write in good faith: whatever their structure, the program answers within
its limit of time, with an exit code that says what the answer is worth, and never breaks.

  LUPAUS_SEED=17 begins with seed 17; LUPAUS_RUNS=10000 makes so many runs.
"""

import json
import os
import random
import subprocess
import time
import unittest

import models
from structures import document_of

FIRST, RUNS = int(os.environ.get("LUPAUS_SEED", 1)), int(os.environ.get("LUPAUS_RUNS", 300))
SECONDS = 1.0
#: For the start of the program, reading a megabyte, and a busy machine; with a sanitizer, more.
GRACE = 20 if os.environ.get("LUPAUS_SANITIZED") else 4


def size_of(chosen):
    """Small ones mostly; one in some dozen is near the limits of the reader."""
    return chosen.choice([2, 3, 5, 8, 13, 30, 60, 120] * 3 + [400, 1000])


class Hostile(unittest.TestCase):
    def run_program(self, *arguments, given):
        begin = time.monotonic()
        done = subprocess.run(
            [models.PROGRAM, *arguments], input=given, capture_output=True, timeout=120
        )
        return done, time.monotonic() - begin

    def check_validated(self, done):
        self.assertIn(done.returncode, (0, 1, 2, 3), done.stderr)
        printed = json.loads(done.stdout)
        for promise in printed["promises"]:
            if "errors" in promise:
                self.assertEqual(done.returncode, 2)
                self.assertNotEqual(done.stderr, b"")
                continue
            has_errors = any(f["severity"] == "error" for _, f in models.each_finding(promise))
            checked = promise["checked"]
            self.assertEqual(promise["sound"], checked["complete"] and not has_errors)
            self.assertEqual(done.returncode, 1 if has_errors else 0 if checked["complete"] else 3)
            unfinished = [checked.get("left_off"), *checked.get("not_begun", [])]
            for _, finding in models.each_finding(promise):
                self.assertNotIn(finding["id"], unfinished)
                for word in ("what", "where", "why", "mend"):
                    self.assertTrue(finding[word])
        return printed

    def test_structures(self):
        read, stopped = 0, 0
        for seed in range(FIRST, FIRST + RUNS):
            chosen = random.Random(seed)
            document = json.dumps(document_of(seed, size_of(chosen))).encode()
            limits = chosen.choice(
                [["--seconds", str(SECONDS)]] * 3
                + [["--seconds", str(SECONDS), "--work", str(10 ** chosen.randrange(7))]]
            )
            with self.subTest(seed=seed, limits=limits):
                done, used = self.run_program(
                    "validate", "-", "--format", "json", *limits, given=document
                )
                printed = self.check_validated(done)
                self.assertLess(used, 1.1 * SECONDS + GRACE)
                for promise in printed["promises"]:
                    read += "errors" not in promise
                    stopped += not promise.get("checked", {}).get("complete", True)
        self.assertGreater(read, RUNS // 2)
        self.assertGreater(stopped, RUNS // 50)

    def test_explored(self):
        for seed in range(FIRST, FIRST + RUNS // 10):
            chosen = random.Random(seed)
            document = json.dumps(document_of(seed, chosen.choice([2, 3, 5, 8, 60, 150]))).encode()
            with self.subTest(seed=seed):
                done, used = self.run_program(
                    "explore", "-", "--format", "json", "--seconds", "0.2", given=document
                )
                self.assertIn(done.returncode, (0, 1, 2, 3), done.stderr)
                json.loads(done.stdout)
                self.assertLess(used, 1.1 * 0.2 + GRACE)

    def test_the_same_answer_each_time_within_a_limit_of_work(self):
        for seed in range(FIRST, FIRST + 10):
            document = json.dumps(document_of(seed, 20)).encode()
            first, again = (
                self.run_program("validate", "-", "--work", "5000", given=document)[0]
                for _ in range(2)
            )
            self.assertEqual((first.returncode, first.stdout), (again.returncode, again.stdout))


class Limits(unittest.TestCase):
    """The limits of `lupaus validate` and what is said of them."""

    def setUp(self):
        self.document = json.dumps(document_of(SEED_WITH_ERRORS, 8)).encode()

    def validate(self, *arguments):
        done = subprocess.run(
            [models.PROGRAM, "validate", "-", *arguments], input=self.document, capture_output=True
        )
        return done.returncode, done.stdout.decode()

    def test_each_format_says_that_it_is_not_complete(self):
        said = {}
        for name in ("text", "lines", "json", "dot"):
            code, out = self.validate("--format", name, "--work", "1")
            self.assertEqual(code, 3, name)
            self.assertNotIn("somebody answers for it", out)
            said[name] = " ".join(out.split())
        words = "stopped by the limit of work: "
        for name in ("text", "lines", "dot"):
            self.assertIn(words, said[name])
            self.assertIn("surviving-subcontract were not begun", said[name])
        self.assertIn("this proves nothing", said["text"])
        self.assertIn(": warning: not every check was finished: ", said["lines"])
        self.assertIn("[not-finished]", said["lines"])
        checked = json.loads(said["json"])["promises"][0]["checked"]
        self.assertEqual((checked["complete"], checked["stopped_by"]), (False, "work"))
        self.assertIn("surviving-subcontract", checked["not_begun"])

    def test_an_error_outweighs_the_limit(self):
        codes = [self.validate("--work", str(2**k), "--format", "json") for k in range(16)]
        partial = [
            code
            for code, out in codes
            if code == 1 and not json.loads(out)["promises"][0]["checked"]["complete"]
        ]
        self.assertNotEqual(partial, [])
        self.assertEqual(codes[-1][0], 1)

    def test_what_is_no_limit(self):
        for option, given in (("--seconds", "0"), ("--seconds", "soon"), ("--work", "0"), ("--work", "x")):
            with self.subTest(option=option, given=given):
                self.assertEqual(self.validate(option, given)[0], 2)


SEED_WITH_ERRORS = 1

if __name__ == "__main__":
    models.main()
