# SPDX-License-Identifier: BSL-1.0
"""The models of examples/models, and the program that validates them."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples/models"
PROGRAM = None  # its path; set by main()


def files():
    return sorted(FOLDER.glob("*/*.json"))


def cases():
    """The models of the other examples: academic ones, threads of trackers, cases from elsewhere."""
    folders = ("academic", "cases", "tracker")
    return sorted(p for f in folders for p in (ROOT / "examples" / f).glob("*/*.json"))


def run(*arguments, given=b"", where=ROOT):
    """Exit code, standard output and standard error, as bytes."""
    command = [PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, cwd=where, timeout=120)
    return done.returncode, done.stdout, done.stderr


def findings(*arguments, **options):
    """What `validate --format json` prints."""
    code, out, _ = run("validate", "--format", "json", *arguments, **options)
    return code, json.loads(out.decode("utf-8"))


def each_finding(promise):
    """(is a consequence, finding), in the order of a report."""
    for finding in promise.get("findings", []):
        yield False, finding
        for consequence in finding["consequences"]:
            yield True, consequence


def resolve(document, pointer):
    """What a JSON pointer (RFC 6901) points at; KeyError or IndexError when there is nothing."""
    for name in pointer.split("/")[1:]:
        name = name.replace("~1", "/").replace("~0", "~")
        document = document[int(name) if isinstance(document, list) else name]
    return document


def validator(name):
    """Of a published schema; a test that asks for one is skipped where the tool is not there."""
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        skip("python3-jsonschema is not installed")
    schema = json.loads((ROOT / "docs/schema" / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def main():
    global PROGRAM
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(module="__main__")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)
