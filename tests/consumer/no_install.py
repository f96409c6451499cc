#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""no_install.py ROOT: on a machine without CMake, Ninja and a package manager that may be asked, the
scripts for newcomers say what is missing, and stop."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

MISSING = ("cmake", "ninja")
SCRIPTS = ("examples/run.sh", "tests/run.sh", "benchmarks/run.sh")


def main():
    root = Path(sys.argv[1])
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        tools, asked = Path(folder) / "tools", Path(folder) / "asked"
        tools.mkdir()
        for place in os.environ["PATH"].split(":"):
            for tool in Path(place).glob("*") if place else ():
                link = tools / tool.name
                if tool.name not in MISSING and not link.is_symlink():
                    link.symlink_to(tool)
        for manager in ("apt-get", "sudo"):
            (tools / manager).unlink(missing_ok=True)
            (tools / manager).write_text(f"#!/bin/sh\necho {manager} >>{asked}\n")
            (tools / manager).chmod(0o755)
        for script in SCRIPTS:
            done = subprocess.run([root / script, "--no-install"], env={**os.environ, "PATH": str(tools)},
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            said = done.stderr.splitlines()
            if done.returncode != 1 or done.stdout:
                faults.append(f"{script}: exits with {done.returncode}, and says {done.stdout!r}")
            if not any(line.startswith("== missing") and all(m in line for m in MISSING) for line in said):
                faults.append(f"{script}: does not say that {MISSING} are missing:\n{done.stderr}")
        if asked.exists():
            faults.append(f"the package manager was asked: {asked.read_text()}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
