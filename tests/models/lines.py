#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""validate --format lines: every finding once, on the line and at the column of what it stands on;
after them what exceeds the promise, which is no finding."""

import json
import re
import unittest

import models
from models import each_finding, files, findings, run

LINE = re.compile(r"^(.+?):(\d+):(\d+): (info|note|warning|error): (.+) \[([a-z-]+)\]$")


def lines(*arguments, given=b""):
    """Exit code and, of each line: file, line, column, severity, text, id."""
    code, out, err = run("validate", "--format", "lines", *arguments, given=given)
    found = [LINE.match(line).groups() for line in out.decode("utf-8").splitlines()]
    return code, [(f, int(l), int(c), *rest) for f, l, c, *rest in found], err.decode("utf-8")


def value_at(text, line, column):
    """The JSON value that begins there."""
    rest = "\n".join(text.split("\n")[line - 1 :])[column - 1 :]
    return json.JSONDecoder().raw_decode(rest)[0]


class Lines(unittest.TestCase):
    maxDiff = None

    def test_each_stands_where_its_element_does(self):
        for path in files():
            text = path.read_text(encoding="utf-8")
            code, found, _ = lines(path)
            expected_code, printed = findings(path)
            expected = [f for _, f in each_finding(printed["promises"][0])]
            more = printed["promises"][0]["exceeding"]
            self.assertEqual(code, expected_code)
            self.assertEqual(len(found), len(expected) + len(more))
            for (file, line, column, severity, said, name), o in zip(found[len(expected):], more):
                self.assertEqual((file, severity, name), (str(path), "info", o["kind"]))
                self.assertEqual(said, f"{o['part']}: {o['what']}")
                self.assertEqual(value_at(text, line, column),
                                 models.resolve(json.loads(text), o["places"][0]))
            for (file, line, column, severity, said, name), finding in zip(found, expected):
                with self.subTest(f"{path.name} {name}"):
                    self.assertEqual((file, severity, name),
                                     (str(path), finding["severity"], finding["id"]))
                    self.assertTrue(said.startswith(f"{finding['where']}: {finding['what']}"), said)
                    places = [p for p in finding["places"] if p]
                    if places:
                        self.assertEqual(value_at(text, line, column),
                                         models.resolve(json.loads(text), places[0]))

    def test_a_consequence_names_its_cause(self):
        for path in files():
            _, found, _ = lines(path)
            _, printed = findings(path)
            causes = []
            for f in printed["promises"][0]["findings"]:
                causes += [None] + [f["id"]] * len(f["consequences"])
            for (*_, said, _), cause in zip(found, causes):
                self.assertEqual(cause is not None, " It follows from " in said)
                if cause:
                    self.assertTrue(said.endswith(f" It follows from {cause}."), said)

    def test_escapes_and_letters_of_more_than_one_byte(self):
        path = models.FOLDER / "television/as_sold.json"
        text = path.read_text(encoding="utf-8")
        _, plain, _ = lines("-", given=text.encode())
        # A member's name may be written in escapes; columns count characters.
        changed = text.replace('"claims"', '"\\u0063laims"').replace('"title"', '"t\\u0069tle"', 1)
        self.assertNotEqual(changed, text)
        _, escaped, _ = lines("-", given=changed.encode())
        self.assertEqual([f[0:2] + f[3:] for f in plain], [f[0:2] + f[3:] for f in escaped])
        one = json.dumps(json.loads(text), ensure_ascii=False)
        umlauts = one.replace("chain", "ch\u00e4in")
        self.assertEqual([f[2] for f in lines("-", given=one.encode())[1]],
                         [f[2] for f in lines("-", given=umlauts.encode())[1]])
        self.assertNotEqual(one, umlauts)

    def test_each_line_of_a_catalogue_has_its_number(self):
        sound = models.FOLDER / "click_and_collect/as_sold.json"
        unsound = models.FOLDER / "television/as_sold.json"
        one = [json.dumps(json.loads(p.read_text(encoding="utf-8"))) for p in (sound, unsound)]
        code, found, err = lines("-", given="\n".join([*one, "", "{]", one[1]]).encode())
        self.assertEqual(code, 2)
        self.assertEqual({f[1] for f in found}, {2, 5})
        self.assertEqual([f[2:] for f in found if f[1] == 2], [f[2:] for f in found if f[1] == 5])
        self.assertRegex(err, r"^standard input:4:2: ")
        for f in found:
            value_at(one[1], 1, f[2])

    def test_nothing_is_said_of_what_is_sound(self):
        code, out, err = run("validate", "--format", "lines",
                             models.FOLDER / "click_and_collect/as_sold.json")
        self.assertEqual((code, out, err), (0, b"", b""))


if __name__ == "__main__":
    models.main()
