#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Small promises of kinds on which an engine once said what is not so, each named for its kind. What
must be said of them was decided by hand; kinds/NAME.json is the promise."""

import re
import subprocess
import unittest
from pathlib import Path

import models

FOLDER = Path(__file__).resolve().parent / "kinds"

#: Of each: the errors that must be found, and whether somebody is trapped.
KINDS = {
    # A failure after completion: the window of cancelling has closed, and she is refused another.
    "refused_after_completion": (["no-exit"], True),
    # The window of a remedy that may close before the failure, or never opens.
    "until_after_the_failure": (["uncovered-failure"], True),
    "until_ordered": (["uncovered-failure"], True),
    "until_shipped_failure_beside_it": (["uncovered-failure"], True),
    # What was repaired at her home has been shipped.
    "repair_forgets_shipped_gate": ([], False),
    "repair_forgets_shipped_window": ([], False),
    # Who works for the seller has not promised her money.
    "refund_by_carrier": (["reversed-remedy", "no-exit"], True),
    "cancelled_by_carrier": (["no-exit", "no-exit"], False),
    # She sends back what she has, and not what the carrier lost.
    "lost_return_first": (["blocked-remedy", "no-exit"], True),
    # Money that comes back when a part is late answers what keeps it away, and no fault that shows.
    "money_back_when_late": ([], False),
    "late_is_no_answer_to_a_fault": (["uncovered-failure"], True),
    # A gate that comes before the failure, or that she comes to before she asks, is no ring.
    "gate_that_has_passed": (["no-exit"], False),
    "gate_on_request": (["uncovered-failure", "no-exit"], True),
    # A time that counts from possession passes; she has sent the goods back when it has.
    "sent_back_after_the_days": (["no-exit"], True),
    # A right that ends with a report stays, where nobody gives the report.
    "until_a_report_that_nobody_gives": ([], False),
    # A fault counts for two years: what the shop does about it has to last as long, and where she has
    # to ask for it she may be too late.
    "warranty_as_long": ([], False),
    "warranty_that_lasts_longer": ([], False),
    "warranty_ends_first": (["uncovered-failure"], True),
    "warranty_that_she_asks_for": (["uncovered-failure"], True),
    # Repaired twice, then the money: what is owed each time that it fails. After all her money nothing
    # fails again.
    "repaired_twice_then_money": ([], False),
    "repaired_once_then_nothing": (["uncovered-failure"], True),
    "fails_once_at_most": ([], False),
    # She keeps the scratched table and pays less; money off the delivery is none for the table. A dented
    # one is brought as it is. A credit brings nothing that is late.
    "kept_for_less": ([], False),
    "less_for_something_else": (["uncovered-failure"], True),
    "brought_as_it_is": ([], False),
    "credit_for_lateness": (["no-exit"], False),
    # The shop may move the day: the first one still counts, and so nothing dangles.
    "day_moved": ([], False),
    # The shop calls it off, and her money comes back.
    "called_off_by_the_shop": ([], False),
    # A reservation on her card lapses when the shop takes the money too late: she has paid nothing, and
    # may leave. Where she can pay by another card, the shoes come all the same.
    "reservation_lapses": (["uncovered-failure"], False),
    "reservation_made_anew": ([], False),
    # A rule for who has not sent it back yet is for nobody else; its window says so, or it is misapplied.
    "paid_back_before_it_is_sent": (["misapplied-rule"], False),
    "paid_back_before_and_after": ([], False),
    # Money back for one part puts its failure right where the rest is what she bought; and what waits
    # for that part waits for ever.
    "paid_back_alone": (["no-exit"], False),
    "paid_back_and_no_part_of_its_own": (["no-exit", "uncovered-failure"], False),
    "waits_for_what_was_left_out": (["blocked-remedy", "no-exit"], True),
}


def run(*arguments):
    return subprocess.run([models.PROGRAM, *arguments], capture_output=True, text=True)


class Kinds(unittest.TestCase):
    def test_each_file_has_its_line(self):
        self.assertEqual({path.stem for path in FOLDER.glob("*.json")}, set(KINDS))

    def test_what_is_said_of_each(self):
        for name, (errors, is_trapped) in KINDS.items():
            path = str(FOLDER / (name + ".json"))
            with self.subTest(kind=name):
                # What follows from another is listed under it, and is no root.
                lines = [
                    line
                    for line in run("validate", "--format", "lines", path).stdout.splitlines()
                    if ": error: " in line and "It follows from" not in line
                ]
                found = [re.search(r"\[([a-z-]+)\]$", line)[1] for line in lines]
                self.assertEqual(sorted(found), sorted(errors))
                self.assertEqual("can be trapped" in run("explore", path).stdout, is_trapped)


if __name__ == "__main__":
    models.main()
