#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Promises of random structure, grown: twice as many clauses take twice the work, near enough, in
everything that the library makes of them. A check may grow with the square where its page says so,
and why; nothing grows faster, and memory does neither. Work is counted in steps, so that each run
says the same.

  growing.py PROGRAM     PROGRAM is shapes_steps
  LUPAUS_SEED=17 begins with seed 17; LUPAUS_RUNS=1000 grows so many structures.
"""

import json
import math
import os
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/models"))
from structures import document_of  # noqa: E402

PROGRAM = None  # set below
FIRST, RUNS = int(os.environ.get("LUPAUS_SEED", 1)), int(os.environ.get("LUPAUS_RUNS", 30))
SIZES = (75, 150, 300)  # the last where the first two look as if it grew too fast
#: Below this many steps, or bytes, it is no matter.
FEW_STEPS, FEW_BYTES = 200_000, 400_000
#: As powers of the size of the document. n log n is 1.2 there; rows of words and tables that double
#: are a little more.
NEARLY_LINEAR, SQUARE = 1.4, 2.3
#: Their promises have 254 events and parties at most, and no more are taken; so this is all they do.
BOUNDED, MOST_STEPS = ("monitor", "explore"), 3_000_000_000
PAGES = ROOT / "docs/reference/gaps"
SAYS_SO = "grows with the square"


def most_of(name):
    """The power with which it may grow. Of a check its page says it. The words list, for every
    finding, what it is found by; a report of all is as its checks are."""
    page = PAGES / f"{name}.md"
    if page.exists():
        says = SAYS_SO in " ".join(page.read_text(encoding="utf-8").split())
        return SQUARE if says else NEARLY_LINEAR
    return SQUARE if name in ("validate", "lines", "text", "dot") else NEARLY_LINEAR


class Growing(unittest.TestCase):
    def setUp(self):
        self.steps = subprocess.Popen(
            [PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.addCleanup(self.steps.communicate)

    def measure(self, seed, size):
        """Bytes of the document; of each thing that is made of it, steps and most bytes held."""
        text = json.dumps(document_of(seed, size))
        self.steps.stdin.write(text + "\n")
        self.steps.stdin.flush()
        return len(text), json.loads(self.steps.stdout.readline())

    @staticmethod
    def grows_too_fast(name, before, after):
        more = math.log(after[0] / before[0])
        for few, many, least in zip(before[1][name], after[1][name], (FEW_STEPS, FEW_BYTES)):
            if many > least and math.log(many / max(few, 1)) / more > most_of(name):
                return True
        return False

    def test_structures(self):
        grown = 0
        for seed in range(FIRST, FIRST + RUNS):
            small, large = (self.measure(seed, n) for n in SIZES[:2])
            both = [name for name in small[1] if name in large[1]]
            grown += "validate" in both
            suspect = [n for n in both if n not in BOUNDED and self.grows_too_fast(n, small, large)]
            larger = self.measure(seed, SIZES[2]) if suspect else None
            for name in both:
                with self.subTest(seed=seed, of=name, steps_and_bytes=(small[1][name], large[1][name])):
                    if name in BOUNDED:
                        self.assertLess(large[1][name][0], MOST_STEPS)
                    elif name in suspect and name in larger[1]:
                        # What begins late grows fast once.
                        self.assertFalse(self.grows_too_fast(name, large, larger), larger[1][name])
        self.assertGreater(grown, RUNS // 2)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
