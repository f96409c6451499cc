#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Files that nobody would write in good faith: whatever their structure, and whatever befell their
bytes, the program answers within its limit of time, with an exit code that says what the answer is
worth, and never breaks. Each build makes a share of them; ten thousand take half an hour:

  LUPAUS_RUNS=10000 tests/models/hostile.py PROGRAM
  LUPAUS_SEED=17 begins with seed 17; LUPAUS_GRACE=0.3 allows no more seconds beside the limit.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import models
from structures import document_of

FIRST, RUNS = int(os.environ.get("LUPAUS_SEED", 1)), int(os.environ.get("LUPAUS_RUNS", 300))
#: Of the checks, and of the explorer.
SECONDS, EXPLORED = 0.5, 0.2
#: For the start of the program and reading a megabyte, at -O0; with a sanitizer, more.
GRACE = float(os.environ.get("LUPAUS_GRACE", 20 if os.environ.get("LUPAUS_SANITIZED") else 3))
#: For a machine that does other things.
BUSY = 30
FORMATS = ("json", "text", "gherkin", "boost-test", "dot")


def size_of(chosen):
    """Small ones mostly; one in some dozen is near the limits of the reader."""
    return chosen.choice([2, 3, 5, 8, 13, 30, 60, 120] * 3 + [400, 1000])


def damaged(document, chosen):
    """Bytes that are cut off, or some that are others."""
    if chosen.random() < 0.3:
        return document[: chosen.randrange(len(document))]
    changed = bytearray(document)
    for _ in range(chosen.choice([1, 1, 2, 8])):
        changed[chosen.randrange(len(changed))] = chosen.choice([*b'{}[]",:0-9eE \\\x00\xff', 0xC3])
    return bytes(changed)


class Hostile(unittest.TestCase):
    codes, longest = {}, 0.0

    @classmethod
    def tearDownClass(cls):
        codes = ", ".join(f"{n} with {code}" for code, n in sorted(cls.codes.items()))
        print(f"{sum(cls.codes.values())} runs ended: {codes}; at most {cls.longest:.2f} s of the "
              "processor above a limit", file=sys.stderr)

    def run_program(self, *arguments, given, limit):
        """The program's end. It is in time by the processor's clock, and not held up by anything."""
        with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as out, \
                tempfile.TemporaryFile() as err:
            file.write(given)
            file.seek(0)
            begin = time.monotonic()
            process = subprocess.Popen([models.PROGRAM, *arguments], stdin=file, stdout=out, stderr=err)
            watch = threading.Timer(60 + limit, process.kill)
            watch.start()
            _, status, used = os.wait4(process.pid, 0)
            watch.cancel()
            process.returncode = code = os.waitstatus_to_exitcode(status)
            seconds = used.ru_utime + used.ru_stime
            out.seek(0)
            err.seek(0)
            done = subprocess.CompletedProcess(arguments, code, out.read(), err.read())
            self.codes[code] = self.codes.get(code, 0) + 1
            type(self).longest = max(self.longest, seconds - 1.1 * limit)
            self.assertIn(code, (0, 1, 2, 3), done.stderr)
            self.assertLess(seconds, 1.1 * limit + GRACE)
            self.assertLess(time.monotonic() - begin, 1.1 * limit + GRACE + BUSY)
            return done

    def check_validated(self, done):
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
        """Each is validated; of five one is explored, and of ten one is damaged before."""
        read = stopped = 0
        for seed in range(FIRST, FIRST + RUNS):
            chosen = random.Random(seed)
            document = json.dumps(document_of(seed, size_of(chosen))).encode()
            limits = chosen.choice(
                [["--seconds", str(SECONDS)]] * 3
                + [["--seconds", str(SECONDS), "--work", str(10 ** chosen.randrange(7))]]
            )
            is_damaged = seed % 10 == 0
            if is_damaged:
                document = damaged(document, chosen)
            with self.subTest(seed=seed, limits=limits):
                done = self.run_program(
                    "validate", "-", "--format", "json", *limits, given=document, limit=SECONDS
                )
                printed = self.check_validated(done)
                for promise in printed["promises"]:
                    read += "errors" not in promise
                    stopped += not promise.get("checked", {}).get("complete", True)
            if seed % 5 == 0:
                with self.subTest(explored=seed):
                    self.explore(seed, chosen, is_damaged)
        self.assertGreater(read, RUNS // 2)
        self.assertGreater(stopped, RUNS // 50)

    def explore(self, seed, chosen, is_damaged):
        """With a size that has not more events than are explored."""
        document = json.dumps(document_of(seed, chosen.choice([2, 3, 5, 8, 60, 150]))).encode()
        if is_damaged:
            document = damaged(document, chosen)
        name = chosen.choice(FORMATS)
        done = self.run_program(
            "explore", "-", "--format", name, "--seconds", str(EXPLORED), given=document,
            limit=EXPLORED,
        )
        if name != "json":
            return
        for promise in json.loads(done.stdout)["promises"]:
            if "errors" in promise:
                self.assertEqual(done.returncode, 2)
            elif "refusal" in promise:
                self.assertEqual(done.returncode, 3)
            elif promise["clean"]:
                self.assertEqual((done.returncode, promise["explored"]["complete"]), (0, True))
            elif promise["stories"]:
                self.assertEqual(done.returncode, 1)
            elif "left_out" not in promise:
                self.assertEqual(done.returncode, 3)

    def test_the_same_answer_each_time_within_a_limit_of_work(self):
        for seed in range(FIRST, FIRST + 10):
            document = json.dumps(document_of(seed, 20)).encode()
            first, again = (
                self.run_program("validate", "-", "--work", "5000", given=document, limit=60)
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
