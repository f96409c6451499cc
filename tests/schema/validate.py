#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds the published JSON Schema against the reader.

  validate.py SCHEMA PROGRAM

PROGRAM (schema_documents) prints documents in JSON lines: {"name", "right", "seen", "text"}. `right`:
the reader takes it; `seen`: what is wrong with it is of a kind that a schema can see. A document that
is right must be valid, and one that is wrong in a way that can be seen must not be. Exits with 77,
which ctest takes for skipped, where Python has no jsonschema with draft 2020-12.
"""
import json, subprocess, sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

schema = json.load(open(sys.argv[1], encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
checked, wrong = [0, 0], []
for line in subprocess.run([sys.argv[2]], check=True, capture_output=True).stdout.splitlines():
    case = json.loads(line)
    document = json.loads(case["text"])
    faults = sorted((e.json_path, e.message[:200]) for e in validator.iter_errors(document))
    checked[not case["right"]] += 1
    if case["right"] and faults:
        wrong.append(f"{case['name']}: the reader takes it, the schema does not: {faults[0]}")
    if not case["right"] and case["seen"] and not faults:
        wrong.append(f"{case['name']}: the reader refuses it, the schema does not")
print(f"{checked[0]} right documents, {checked[1]} wrong ones")
print(*wrong, sep="\n")
sys.exit(bool(wrong) or not all(checked))
