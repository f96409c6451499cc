#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Exit codes and words of the program, for sound and unsound promises and for bad input."""

import json
import os
import tempfile
import unittest
from pathlib import Path

import models
from models import FOLDER, findings, run

SOUND = FOLDER / "click_and_collect/as_sold.json"
UNSOUND = FOLDER / "television/as_sold.json"
NOTED = FOLDER / "hotel_transfer/mended.json"  # a note, and no error
HELP = "Run with --help for more information.\n"


def line_of(path):
    return json.dumps(json.loads(path.read_text(encoding="utf-8")))


class Program(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def write(self, name, content):
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        (self.folder / name).write_bytes(data)
        return name

    def call(self, *arguments, given=""):
        """Exit code, what is printed, and what is said on the standard error."""
        data = given if isinstance(given, bytes) else given.encode("utf-8")
        code, out, err = run(*arguments, given=data, where=self.folder)
        return code, out.decode("utf-8"), err.decode("utf-8")

    def validate(self, *arguments, **options):
        return self.call("validate", *arguments, **options)

    # Exit codes

    def test_sound(self):
        code, out, err = self.validate(SOUND)
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(out.startswith(f"{SOUND}\n\na drill, reserved on the web"), out)
        self.assertIn("No gap was found", out)
        self.assertNotIn("not read", out)  # one promise needs no sum

    def test_notes_and_warnings_are_sound(self):
        self.assertEqual(self.validate(NOTED)[0], 0)
        document = json.loads(SOUND.read_text(encoding="utf-8"))
        document["claims"].append({"by": "website", "about": "whole", "words": "easy"})
        self.write("warned.json", json.dumps(document))
        code, out, _ = self.validate("warned.json")
        self.assertEqual(code, 0)
        self.assertIn("1 finding: 0 errors, 1 warning.", out)

    def test_an_error_that_follows_from_a_warning_counts(self):
        # Its shop lays the repair on a maker who never agreed: a warning. So the remedy is blocked.
        faulty = {"failed": ["bicycle", "faulty"]}
        offer = {
            "lupaus": 1, "title": "used bicycle", "paid": "on_the_spot",
            "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"},
                        {"name": "maker", "role": "subcontractor"}],
            "parts": [{"name": "bicycle", "kind": "good"}],
            "events": [{**faulty, "ways": [{"by": "customer"}]}],
            "abilities": [{"party": "shop", "part": "bicycle", "within": "PT0S"}],
            "notices": [{"from": "shop", "to": "maker", "of": "replacement_requested",
                         "within": "P1D"}],
            "rules": [{"on": "replacement_requested", "since": faulty, "by": "maker",
                       "owes": {"repair": "bicycle"}}],
        }
        code, printed = findings("-", given=json.dumps(offer).encode())
        (promise,) = printed["promises"]
        (finding,) = promise["findings"]
        self.assertEqual((finding["id"], finding["severity"]), ("imposed-duty", "warning"))
        self.assertEqual([c["severity"] for c in finding["consequences"]], ["error"])
        self.assertEqual((code, promise["sound"]), (1, False))

    def test_unsound(self):
        code, out, err = self.validate(UNSOUND)
        self.assertEqual((code, err), (1, ""))
        self.assertIn("2. unbacked-claim  [error, marketing / fulfilment]", out)

    def test_several_files(self):
        code, out, err = self.validate(SOUND, UNSOUND, NOTED)
        self.assertEqual((code, err), (1, ""))
        places = [out.index(f"{path}\n\n") for path in (SOUND, UNSOUND, NOTED)]
        self.assertEqual(places, sorted(places))
        self.assertTrue(out.endswith("\n\n2 sound, 1 not sound, 0 not read\n"), out[-80:])

    def test_bad_input_outweighs_gaps(self):
        code, out, err = self.validate(UNSOUND, "missing.json", SOUND)
        self.assertEqual((code, err), (2, "missing.json: there is no such file\n"))
        self.assertTrue(out.endswith("1 sound, 1 not sound, 1 not read\n"))

    # Files that are no promise

    def test_broken_file(self):
        self.write("cut.json", '{"lupaus": 1,\n "title": "x",\n "parties": [')
        code, out, err = self.validate("cut.json")
        self.assertEqual((code, out), (2, ""))
        self.assertEqual(err, "cut.json:3:14: at /parties: the text ends in the middle\n")

    def test_did_you_mean(self):
        text = UNSOUND.read_text(encoding="utf-8")
        for wrong, right in (
            ('"about": "advise"', '"about": "advice"'),
            ('"by": "stor"', '"by": "store"'),
            ('"fits-ned"', '"fits-need"'),
            ('"commitmens"', '"commitments"'),
        ):
            with self.subTest(wrong):
                broken = text.replace(right, wrong, 1)
                self.write("typo.json", broken)
                place = broken.index(wrong) + (wrong.index(": ") + 2 if ": " in wrong else 0)
                line = broken.count("\n", 0, place) + 1
                column = place - broken.rfind("\n", 0, place)
                code, out, err = self.validate("typo.json")
                self.assertEqual((code, out), (2, ""))
                name = right.split(": ")[-1].strip('"')
                self.assertRegex(
                    err.splitlines()[0],
                    rf"^typo\.json:{line}:{column}: at /\S+: there is no .*; did you mean '{name}'\?$",
                )

    def test_all_faults_at_once(self):
        text = UNSOUND.read_text(encoding="utf-8").replace('"about": "advice"', '"about": "advise"')
        self.write("typos.json", text)
        _, _, err = self.validate("typos.json")
        self.assertEqual(err.count("did you mean 'advice'?"), 6)

    def test_faults_in_order_of_the_file(self):
        text = UNSOUND.read_text(encoding="utf-8").replace('"about": "advice"', '"about": "advise"')
        # Found last, and stands first.
        self.write("typos.json", text.replace('"lupaus": 1,', '"lupaus": 1,\n  "pade": "ahead",'))
        _, _, err = self.validate("typos.json")
        lines = [int(line.split(":")[1]) for line in err.splitlines()]
        self.assertGreater(len(set(lines)), 3)
        self.assertEqual(lines, sorted(lines))
        self.assertIn("there is no member 'pade' here", err.splitlines()[0])

    def test_the_cause_alone(self):
        text = UNSOUND.read_text(encoding="utf-8").replace('"parts"', '"partz"')
        self.write("typo.json", text)
        _, _, err = self.validate("typo.json")
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertIn("there is no member 'partz' here; did you mean 'parts'?", err)

    def test_folder_missing_and_empty(self):
        (self.folder / "offers").mkdir()
        self.write("empty.json", "")
        self.write("blank.json", " \n\n")
        self.write("empty.jsonl", "")
        self.write("blank.jsonl", "\n \n")
        for name, said in (
            ("offers", "offers: this is a folder; name the files in it\n"),
            ("missing.json", "missing.json: there is no such file\n"),
            ("empty.json", "empty.json:1:1: the text is empty\n"),
            ("empty.jsonl", "empty.jsonl: there is no promise in it\n"),
            ("blank.jsonl", "blank.jsonl: there is no promise in it\n"),
        ):
            with self.subTest(name):
                self.assertEqual(self.validate(name), (2, "", said))
        code, out, err = self.validate("blank.json")
        self.assertEqual((code, out), (2, ""))
        self.assertTrue(err.startswith("blank.json:"), err)

    def test_unreadable(self):
        if os.geteuid() == 0:
            self.skipTest("the superuser reads everything")
        name = self.write("locked.json", "{}")
        (self.folder / name).chmod(0)
        self.assertEqual(self.validate(name), (2, "", "locked.json: the file cannot be read\n"))

    def test_name_that_is_no_utf8(self):
        name = os.fsdecode(b"offer\xff.json")
        code, out, _ = run("validate", "--format", "json", name, where=self.folder)
        self.assertEqual(code, 2)
        self.assertEqual(json.loads(out.decode("utf-8"))["promises"][0]["file"], "offer\ufffd.json")

    # Lines, and the standard input

    def catalogue(self):
        """A sound promise, a bad line, a blank line, an unsound promise."""
        return "\n".join([line_of(SOUND), '{"lupaus": 1, "title": ]', "", line_of(UNSOUND)]) + "\n"

    def test_lines_with_a_bad_one_in_the_middle(self):
        self.write("offers.jsonl", self.catalogue())
        code, out, err = self.validate("offers.jsonl")
        self.assertEqual(code, 2)
        self.assertRegex(err, r"^offers\.jsonl:2:24: .*\n$")
        self.assertIn("offers.jsonl:1\n\na drill", out)
        self.assertIn("offers.jsonl:4\n\na television", out)
        self.assertTrue(out.endswith("1 sound, 1 not sound, 1 not read\n"))

    def test_lines_on_the_standard_input(self):
        code, out, err = self.validate("-", given=self.catalogue())
        self.assertEqual(code, 2)
        self.assertRegex(err, r"^standard input:2:24: .*\n$")
        self.assertIn("standard input:4\n\na television", out)
        # A bad line may be the first one, too.
        code, out, err = self.validate("-", given='{"lupaus": 1,\n' + line_of(SOUND))
        self.assertEqual(code, 2)
        self.assertIn("standard input:2\n\na drill", out)

    def test_one_promise_on_the_standard_input(self):
        for path, wanted in ((SOUND, 0), (UNSOUND, 1)):
            for text in (path.read_text(encoding="utf-8"), "\n\n" + path.read_text(encoding="utf-8")):
                code, out, err = self.validate("-", given=text)
                self.assertEqual((code, err), (wanted, ""))
                self.assertTrue(out.startswith("standard input\n\n"), out[:80])
            code, out, err = self.validate("-", given=line_of(path))
            self.assertEqual((code, err), (wanted, ""))
        code, out, err = self.validate("-", given="")
        self.assertEqual((code, out, err), (2, "", "standard input:1:1: the text is empty\n"))

    def test_a_fault_on_the_standard_input_says_its_line(self):
        text = UNSOUND.read_text(encoding="utf-8").replace('"by": "store"', '"by": "stor"')
        line = text[: text.index('"stor"')].count("\n") + 1
        _, _, err = self.validate("-", given=text)
        self.assertTrue(err.startswith(f"standard input:{line}:"), err)

    def test_too_much(self):
        code, _, err = self.validate("-", given="x" * 5_000_000)
        self.assertEqual(code, 2)
        self.assertIn("at most 4194304 bytes", err)
        self.write("large.json", "[" + " " * 5_000_000 + "]")
        code, _, err = self.validate("large.json")
        self.assertEqual(code, 2)
        self.assertIn("4194304 bytes", err)

    # Formats

    def test_json(self):
        code, printed = findings(SOUND, UNSOUND)
        self.assertEqual(code, 1)
        self.assertEqual(printed["lupaus_findings"], 1)
        self.assertEqual([p["file"] for p in printed["promises"]], [str(SOUND), str(UNSOUND)])
        self.assertEqual([p["sound"] for p in printed["promises"]], [True, False])
        self.assertEqual(printed["promises"][1]["id"], "television-advice")

    def test_json_of_bad_input_is_still_json(self):
        self.write("offers.jsonl", self.catalogue())
        code, out, err = self.validate("--format", "json", "offers.jsonl", "missing.json")
        self.assertEqual(code, 2)
        self.assertEqual(err.count("\n"), 2)
        promises = json.loads(out)["promises"]
        self.assertEqual([p.get("line") for p in promises], [1, 2, 4, None])
        (error,) = promises[1]["errors"]
        self.assertEqual((error["line"], error["column"], error["place"]), (2, 24, ""))
        (error,) = promises[3]["errors"]
        self.assertEqual(error, {"place": "", "message": "there is no such file"})

    def test_dot(self):
        code, out, err = self.validate("--format", "dot", UNSOUND)
        self.assertEqual((code, err), (1, ""))
        self.assertTrue(out.startswith("digraph "), out)
        self.assertTrue(out.endswith("}\n"), out)
        self.write("cut.json", "{")
        self.assertEqual(self.validate("--format", "dot", "cut.json")[:2], (2, ""))

    def test_text_is_the_default(self):
        self.assertEqual(self.validate(SOUND), self.validate("--format", "text", SOUND))

    # What cannot be understood

    def test_unknown_words(self):
        for arguments, said in (
            ((), "A command is required: lupaus validate FILE..., lupaus explore FILE..., lupaus graph "
             "FILE..., lupaus monitor MODEL EVENTS... or lupaus journey FILE\n"),
            (("validate",), "FILE is required\n"),
            (("frobnicate",), "The following argument was not expected: frobnicate\n"),
            (("validate", "--formt", "json", SOUND),
             "The following argument was not expected: --formt\n"),
            (("validate", "--format", "xml", SOUND),
             "--format: text, lines, json or dot is expected, and 'xml' was given\n"),
            (("validate", SOUND, "--format"), "--format requires at least one argument"),
        ):
            with self.subTest(arguments):
                code, out, err = self.call(*arguments)
                self.assertEqual((code, out), (2, ""))
                self.assertTrue(err.endswith(HELP), err)
                if said.endswith("\n"):
                    self.assertEqual(err, said + HELP)

    def test_help_and_version(self):
        for arguments in (("--help",), ("validate", "--help")):
            code, out, err = self.call(*arguments)
            self.assertEqual((code, err), (0, ""))
            self.assertIn("Usage: lupaus ", out)
        self.assertIn("Exits with 0 when all promises are sound", out)
        code, out, _ = self.call("--version")
        self.assertEqual(code, 0)
        self.assertRegex(out, r"^\d+\.\d+\.\d+\n$")

    def test_output_that_cannot_be_written(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        import subprocess
        with open("/dev/full", "wb") as full:
            done = subprocess.run([models.PROGRAM, "validate", SOUND], stdout=full,
                                  stderr=subprocess.PIPE, timeout=120)
        self.assertEqual((done.returncode, done.stderr), (2, b"lupaus: the output could not be written\n"))


if __name__ == "__main__":
    models.main()
