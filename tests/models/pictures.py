#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Graphviz draws what the program prints as DOT, and the breaks are in the drawing."""

import html
import shutil
import subprocess
import unittest

import models
from models import FOLDER, findings, files, run

DOT = shutil.which("dot")
if not DOT:
    models.skip("Graphviz is not installed")


def drawn(dot):
    done = subprocess.run([DOT, "-Tsvg"], input=dot, capture_output=True, timeout=120)
    return done.returncode, html.unescape(done.stdout.decode()), done.stderr.decode()


class Pictures(unittest.TestCase):
    def test_models(self):
        for path in files():
            with self.subTest(path.relative_to(FOLDER)):
                _, dot, said = run("validate", "--format", "dot", path)
                self.assertEqual(said, b"")
                code, svg, complaint = drawn(dot)
                complaint = "".join(
                    line for line in complaint.splitlines() if "ontconfig" not in line
                )
                self.assertEqual((code, complaint), (0, ""))
                (promise,) = findings(path)[1]["promises"]
                self.assertIn(promise["title"], svg)
                for finding in promise["findings"]:
                    self.assertIn(finding["id"], svg)

    def test_many_promises_are_many_graphs(self):
        _, dot, _ = run("validate", "--format", "dot", *files()[:3])
        code, svg, _ = drawn(dot)
        self.assertEqual((code, svg.count("<svg ")), (0, 3))


if __name__ == "__main__":
    models.main()
