#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The program that dies: it is killed at random moments of a run that writes a journal and snapshots,
and goes on with the same scorecard, every verdict told; or its files are damaged, and it says where
and refuses."""

import json
import os
import random
import re
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import models
from models import ROOT, run

MODEL = "examples/models/washing_machine/as_sold.json"
OTHER = "examples/models/washing_machine/mended.json"
LOG = ROOT / "examples/events/washing_machine.jsonl"
KILLS = 30 if os.environ.get("LUPAUS_SANITIZED") else 220
ORDERS = 40
FIRST_FRAME = 12  # behind it, what a file says of itself


def records():
    """Many orders that go wrong, some corrected, in the order of their times."""
    chance = random.Random(20260301)
    lines = []
    for n in range(ORDERS):
        for line in LOG.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            record["order"] = f"order {n}"
            day = 2 + n % 20
            record["at"] = record["at"].replace("2026-03-02", f"2026-03-{day:02}").replace(
                "2026-03-03", f"2026-03-{day + 1:02}")
            lines.append(record)
            if chance.random() < 0.1:
                lines.append({"order": record["order"], "at": record["at"], "corrects": record["id"]})
            if chance.random() < 0.1:
                lines.append(record)
    lines.sort(key=lambda r: r["at"])
    return [json.dumps(r) for r in lines]


class Crash(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        memory = Path("/dev/shm")
        cls.scratch = tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        cls.folder = Path(cls.scratch.name)
        cls.log = cls.folder / "log.jsonl"
        cls.lines = records()
        cls.log.write_text("\n".join(cls.lines) + "\n", encoding="utf-8")
        cls.undisturbed = cls.printed("monitor", MODEL, cls.log, "--format", "json", "--ended")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @staticmethod
    def printed(*arguments):
        code, out, err = run(*arguments)
        if code != 1:
            raise AssertionError(err)
        return json.loads(out)

    def files(self, name):
        return self.folder / f"{name}.journal", self.folder / f"{name}.snapshot"

    def call(self, name, *options, log=None, model=MODEL):
        journal, snapshot = self.files(name)
        return ("monitor", model, str(log or self.log), "--ended", "--journal", str(journal),
                "--snapshot", str(snapshot), "--snapshot-every", "60", *options)

    def test_it_goes_on_where_it_was_killed(self):
        chance = random.Random(int(os.environ.get("LUPAUS_SEED", "1")))
        usual = time.monotonic()
        self.printed(*self.call("first", "--format", "json"))
        usual = time.monotonic() - usual
        kills = in_between = run_of = 0
        told, places = set(), set()
        # How many places it hits is the luck of the machine: it goes on until they are enough.
        while kills < KILLS or (len(places) <= KILLS // 10 and kills < 10 * KILLS):
            arguments = self.call(f"run {run_of}")
            with open(self.folder / "told", "wb") as out:
                process = subprocess.Popen([models.PROGRAM, *arguments], stdout=out,
                                           stderr=subprocess.PIPE, cwd=ROOT)
                try:
                    process.wait(timeout=usual * chance.random())
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                err = process.communicate()[1].decode()
            text = (self.folder / "told").read_text(encoding="utf-8")
            # A line that was cut off by the kill is told again.
            told.update(text.split("\n")[:-1])
            if process.returncode == -signal.SIGKILL:
                kills += 1
                # Perhaps it was killed in the middle of the line.
                if told_where := re.search(r"goes on after record (\d+),", err):
                    places.add(int(told_where[1]))
            else:
                self.assertEqual(process.returncode, 1, err)
            journal, _ = self.files(f"run {run_of}")
            in_between += journal.exists()
            if process.returncode != 1 and chance.random() < 0.9:
                continue
            # It is left alone, and ends as if nothing had been.
            code, out, err = run(*self.call(f"run {run_of}", "--format", "json"))
            self.assertEqual(code, 1, err)
            printed = json.loads(out)
            self.assertEqual(printed["scorecard"], self.undisturbed["scorecard"])
            self.assertEqual(printed["records"], len(self.lines))
            told.update(b["text"] for b in printed["told"])
            # Each verdict was told in some run; the summary is not one.
            missing = {b["text"] for b in self.undisturbed["told"]} - told
            self.assertEqual(missing, set())
            extra = {t for t in told if t.startswith("2026")} - {
                b["text"] for b in self.undisturbed["told"]}
            self.assertEqual(extra, set())
            told, run_of = set(), run_of + 1
        self.assertGreaterEqual(kills, KILLS)
        self.assertGreater(len(places), KILLS // 10, "it was killed at few places")

    def damaged(self, name):
        """A journal that holds what came after a snapshot."""
        journal, snapshot = self.files(name)
        with subprocess.Popen([models.PROGRAM, *self.call(name, log="-")], stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as pipe:
            # It reads by 64 KiB, and waits for more; blank lines are none.
            pipe.stdin.write("\n".join(self.lines[:290]).encode() + b"\n" * 65_536)
            pipe.stdin.flush()
            size, deadline = None, time.monotonic() + 30
            while not snapshot.exists() or size != journal.stat().st_size:
                self.assertLess(time.monotonic(), deadline)
                size = journal.exists() and journal.stat().st_size
                time.sleep(0.1)
            pipe.kill()
        self.assertGreater(size, 1_000)
        return journal, snapshot

    def test_a_torn_record_is_cut_off_and_said(self):
        journal, _ = self.damaged("torn")
        size = journal.stat().st_size
        journal.write_bytes(journal.read_bytes()[:-3])
        code, out, err = run(*self.call("torn", "--scorecard", "--format", "json"))
        self.assertEqual(code, 1)
        self.assertRegex(err.decode(), rf"torn\.journal: byte \d+: a torn record of \d+ bytes is cut off")
        self.assertLess(journal.stat().st_size, size)
        self.assertEqual(json.loads(out)["scorecard"], self.undisturbed["scorecard"])

    def test_a_flipped_byte_is_refused_with_its_place(self):
        chance = random.Random(7)
        files = self.damaged("flipped")
        for file in files:
            right = file.read_bytes()
            for at in [0, 8, FIRST_FRAME, len(right) - 1] + [chance.randrange(len(right)) for _ in range(8)]:
                wrong = bytearray(right)
                wrong[at] ^= 1 << chance.randrange(8)
                file.write_bytes(wrong)
                code, out, err = run(*self.call("flipped", "--format", "json"))
                self.assertEqual((code, out), (2, b""), at)
                self.assertRegex(err.decode(), rf"^{file}: byte \d+: ")
                self.assertEqual(file.read_bytes(), bytes(wrong))
            file.write_bytes(right)
        self.assertEqual(self.printed(*self.call("flipped", "--scorecard", "--format", "json"))["scorecard"],
                         self.undisturbed["scorecard"])

    def test_what_is_of_something_else_is_refused(self):
        files = self.damaged("other")
        for file in files:
            right = file.read_bytes()
            file.write_bytes(right[:8] + b"\x09" + right[9:])
            code, out, err = run(*self.call("other"))
            self.assertEqual((code, out), (2, b""))
            self.assertIn("is of version 9, and version 2 is expected", err.decode())
            file.write_bytes(right)
        code, _, err = run(*self.call("other", model=OTHER))
        self.assertEqual(code, 2)
        self.assertIn("another promise", err.decode())
        swapped = self.folder / "swapped.jsonl"
        swapped.write_text("\n".join(reversed(self.lines)), encoding="utf-8")
        code, _, err = run(*self.call("other", log=swapped))
        self.assertEqual(code, 2)
        self.assertIn("records of the logs are not those that", err.decode())
        swapped.write_text(self.lines[0], encoding="utf-8")
        code, _, err = run(*self.call("other", log=swapped))
        self.assertEqual(code, 2)
        self.assertIn("the logs have 1 records, and", err.decode())

    def test_a_log_that_grows_is_gone_on_with(self):
        log = self.folder / "grows.jsonl"
        scores = None
        for end in (50, 51, 200, 200, len(self.lines)):
            log.write_text("\n".join(self.lines[:end]) + "\n", encoding="utf-8")
            scores = self.printed(*self.call("grows", "--scorecard", "--format", "json", log=log))
            self.assertEqual(scores["records"], end)
        self.assertEqual(scores["scorecard"], self.undisturbed["scorecard"])


if __name__ == "__main__":
    models.main()
