#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Nothing that stands in a document can forge a line of a log or turn its words around: characters
that end a line, control a terminal or change the direction are written as escapes, in messages, in
generated code and in JSON, whichever document they come from.

  LUPAUS_SEED=17 draws other documents; LUPAUS_RUNS=500 draws so many of each kind.
"""

import copy
import json
import os
import random
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

import models

SEED, RUNS = int(os.environ.get("LUPAUS_SEED", 1)), int(os.environ.get("LUPAUS_RUNS", 12))
EXAMPLES = models.ROOT / "examples"
MODEL = EXAMPLES / "models/washing_machine/as_sold.json"
#: What ends a line, C0, DEL, C1, separators of lines and paragraphs, what is of direction.
HOSTILE = "\n\r\x1b\x00\x7f\x85\x9b\u2028\u2029\u061c\u200e\u202e\u2066"
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: A line that begins with what stood behind a hostile character.
FORGED = re.compile("^forged", re.MULTILINE)


def places(value, path=()):
    yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from places(child, (*path, key))


def spoiled(document, text, chosen):
    """The document with that text in some place: as a member that is not known, in the name of one
    that is, or at the end of a value."""
    changed = copy.deepcopy(document)
    path, value = chosen.choice([p for p in places(changed) if p[0] and isinstance(p[1], (dict, str))])
    parent = changed
    for key in path[:-1]:
        parent = parent[key]
    if isinstance(value, str):
        parent[path[-1]] = value + text
    elif value and chosen.random() < 0.5:
        value[text] = value.pop(chosen.choice(list(value)))
    else:
        value[text] = 1
    return changed


class Visible(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.chosen = random.Random(SEED)
        self.was_shown = 0

    def check(self, *arguments, given=""):
        done = subprocess.run(
            [models.PROGRAM, *map(str, arguments)], input=given.encode(), capture_output=True
        )
        self.assertIn(done.returncode, (0, 1, 2, 3), done.stderr)
        for said in (done.stdout.decode(), done.stderr.decode()):
            self.assertIsNone(RAW.search(said), said)
            self.assertIsNone(FORGED.search(said), said)
            self.was_shown += "forged" in said
        if "json" in arguments and done.stdout:
            json.loads(done.stdout)

    def texts(self):
        for _ in range(RUNS):
            for character in HOSTILE:
                yield f"a{character}forged"

    def tearDown(self):
        self.assertGreater(self.was_shown, 0)  # else nothing was looked at

    def test_promises(self):
        document = json.loads(MODEL.read_text(encoding="utf-8"))
        calls = [
            ("validate", "text"),
            ("validate", "lines"),
            ("validate", "json"),
            ("validate", "dot"),
            ("explore", "text"),
            ("explore", "json"),
            ("explore", "gherkin"),
            ("explore", "boost-test"),
            ("explore", "dot"),
            ("graph", "text"),
            ("graph", "json"),
        ]
        for text in self.texts():
            command, name = self.chosen.choice(calls)
            given = json.dumps(spoiled(document, text, self.chosen))
            with self.subTest(command, format=name, text=text):
                self.check(command, "-", "--format", name, given=given)

    def test_names_that_turn_words_around_are_taken_and_told(self):
        # The only ones that a name may have; so each of these is in the whole answer.
        for character in "\u061c\u200e\u202e\u2066":
            text = MODEL.read_text(encoding="utf-8").replace("machine", f"ma{character}forged")
            for command, name in [("validate", "json"), ("explore", "boost-test"), ("explore", "json"),
                                  ("graph", "json"), ("validate", "dot"), ("explore", "gherkin")]:
                with self.subTest(command, format=name, character=character):
                    shown = self.was_shown
                    self.check(command, "-", "--format", name, given=text)
                    self.assertGreater(self.was_shown, shown)

    def test_journeys(self):
        path = EXAMPLES / "journeys/friction_path/as_found.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        document["promise"] = str((path.parent / document["promise"]).resolve())
        for text in self.texts():
            changed = self.folder / "journey.json"
            changed.write_text(json.dumps(spoiled(document, text, self.chosen)))
            name = self.chosen.choice(["text", "json"])
            with self.subTest(format=name, text=text):
                self.check("journey", changed, "--format", name)

    def test_logs(self):
        lines = (EXAMPLES / "events/washing_machine.jsonl").read_text(encoding="utf-8").splitlines()
        records = [json.loads(line) for line in lines]
        for text in self.texts():
            changed = spoiled(records, text, self.chosen)
            options = self.chosen.choice([("--format", "text"), ("--format", "json"), ("--scorecard", "--ended")])
            with self.subTest(options=options, text=text):
                self.check("monitor", MODEL, "-", *options, given="\n".join(map(json.dumps, changed)))

    def test_logs_of_others_and_what_they_mean(self):
        for kind, log, mapping in (
            ("epcis", "carrier.jsonld", "carrier_mapping.json"),
            ("ocel", "shop.jsonocel", "shop_ocel_mapping.json"),
        ):
            both = [
                json.loads((EXAMPLES / "events" / name).read_text(encoding="utf-8"))
                for name in (log, mapping)
            ]
            for text in self.texts():
                changed = list(both)
                which = self.chosen.randrange(2)
                changed[which] = spoiled(both[which], text, self.chosen)
                meaning = self.folder / "mapping.json"
                meaning.write_text(json.dumps(changed[1]))
                name = self.chosen.choice(["text", "json"])
                with self.subTest(kind, format=name, text=text):
                    self.check("monitor", MODEL, "-", "--log", kind, "--mapping", meaning, "--format",
                               name, given=json.dumps(changed[0]))


if __name__ == "__main__":
    models.main()
