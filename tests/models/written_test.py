#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What `lupaus explore --format boost-test` writes: it compiles as it is, fails while the promise in
the file traps her, and passes once the file is mended.

  written_test.py --write PROGRAM FOLDER   puts the promise into FOLDER, and the test about it
  written_test.py --run TEST FOLDER        runs the compiled test, then mends the promise
"""

import shutil
import subprocess
import sys
from pathlib import Path

MODELS = Path(__file__).resolve().parents[2] / "examples/models/washing_machine"


def fail(*words):
    print(*words, sep="\n")
    sys.exit(1)


def write(program, folder):
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(MODELS / "as_sold.json", folder / "promise.json")
    done = subprocess.run([program, "explore", "--format", "boost-test", "promise.json"],
                          cwd=folder, capture_output=True, timeout=120)
    if done.returncode != 1:
        fail(f"explore exits with {done.returncode}, not 1", done.stderr.decode())
    (folder / "stories.cpp").write_bytes(done.stdout)


def run(test, folder):
    for name, wanted in (("as_sold", False), ("as_sold_with_return_term", False), ("mended", True)):
        shutil.copy(MODELS / f"{name}.json", folder / "promise.json")
        done = subprocess.run([test], cwd=folder, capture_output=True, text=True, timeout=120)
        said = done.stdout + done.stderr
        print(f"---- {name}: exits with {done.returncode}", said, sep="\n")
        if (done.returncode == 0) != wanted:
            fail(f"{name}: exits with {done.returncode}")
        counted = said.count("Nothing that can be counted on frees her.")
        if counted != {"as_sold": 2, "as_sold_with_return_term": 1, "mended": 0}[name]:
            fail(f"{name}: {counted} stories end in a trap")
    if "2 test cases" not in said:
        fail("not two test cases")


program, folder = Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
write(program, folder) if sys.argv[1] == "--write" else run(program, folder)
