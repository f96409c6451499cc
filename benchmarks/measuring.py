# SPDX-License-Identifier: BSL-1.0
"""What the comparisons share: programs run, cases of Google Benchmark read, and the machine named."""
import json
import re
import subprocess
import sys
import tempfile


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(command, **more):
    """What the program prints; ends this one if that fails."""
    done = subprocess.run(command, capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def measure(program, arguments, pattern):
    """Name -> the numbers of the case, and the context of the run. A case's "seconds" are of the
    processor; with threads, by the clock."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        run([program, *arguments, f"--benchmark_filter={pattern}",
             f"--benchmark_out={out.name}", "--benchmark_out_format=json"])
        told = json.load(open(out.name, encoding="utf-8"))
    cases = {}
    for case in told["benchmarks"]:
        name = re.sub(r"/(iterations|min_time|real_time).*", "", case["name"])
        unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}[case["time_unit"]]
        case["seconds"] = unit * case["real_time" if "threads" in name else "cpu_time"]
        cases[name] = case
    return cases, told["context"]


def processor():
    try:
        for line in open("/proc/cpuinfo", encoding="utf-8"):
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return "unknown"
