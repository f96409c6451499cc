#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The speed of reading a catalogue in JSON lines and validating it, beside an earlier revision.

  compare.py PROGRAM [--before REV] [--offers N] [--rounds R] [--threads T] [--out FILE]

The earlier revision is taken out of git into build/before/, and built there from this program's
source. It writes the catalogue, and both read the same two files in turn: with hashes of the
content, which are checked, and without. Prints medians, and ratios within the rounds."""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from measuring import processor, run, say  # noqa: E402

FLAGS = ["-std=c++20", "-O3", "-march=native", "-DNDEBUG"]
BEFORE = "132fe16"  # the last before the house was rebuilt


def build_before(revision):
    """The program of that revision; built once."""
    commit = run(["git", "-C", str(ROOT), "rev-parse", "--short=12", revision + "^{commit}"]).strip()
    folder = ROOT / "build" / "before" / commit
    program = folder / "reading"
    if program.exists():
        return program
    say(f"building {revision} in {folder}")
    folder.mkdir(parents=True, exist_ok=True)
    archive = subprocess.run(["git", "-C", str(ROOT), "archive", commit], capture_output=True,
                             check=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    source = folder / "benchmarks" / "reading" / "main.cpp"
    source.parent.mkdir(exist_ok=True)
    source.write_text((ROOT / "benchmarks" / "reading" / "main.cpp").read_text())
    run([os.environ.get("CXX", "g++"), *FLAGS, "-I", str(folder / "include"), str(source),
         str(folder / "benchmarks" / "validate" / "boost_json.cpp"), "-o", str(program)])
    return program


def write_catalogue(program, offers, folder):
    """Two files: with hashes of the content, and without."""
    hashed, plain = os.path.join(folder, "hashed.jsonl"), os.path.join(folder, "plain.jsonl")
    run([str(program), "--write", hashed, str(offers)])
    member = '"content_hash":"sha256:'
    with open(hashed, encoding="utf-8") as lines, open(plain, "w", encoding="utf-8") as out:
        for line in lines:
            begin = line.index(member)
            out.write(line[:begin] + line[begin + len(member) + 66:])
    return {"json": plain, "hashed": hashed}


def read(program, file, threads=None):
    """What the program says of the file."""
    command = [str(program), file, "1"] + ([str(threads)] if threads else [])
    return {key: float(value) for key, value in
            (item.split("=") for item in run(command).split())}


def measure_reading(program, revision=BEFORE, offers=100_000, rounds=5, threads=2):
    """The rounds, what was counted, and the ratios."""
    before = build_before(revision)
    with tempfile.TemporaryDirectory(prefix="lupaus-") as work:
        say(f"{offers} offers")
        files = write_catalogue(before, offers, work)
        all_rounds, counted = [], {}
        for i in range(rounds):
            say(f"round {i + 1} of {rounds}")
            seconds = {}
            for name, file in files.items():
                for whose, what in (("before", before), ("now", program)):
                    told = read(what, file)
                    seconds[f"{name}/{whose}"] = told["seconds"]
                    found = (told["lines"], told["findings"])
                    if counted.setdefault("all", found) != found:
                        sys.exit(f"{name}/{whose}: other findings: {found}, {counted['all']}")
            for n in (1, threads):
                seconds[f"hashed/threads_{n}"] = read(program, files["hashed"], n)["seconds"]
            all_rounds.append(seconds)
        megabytes = os.path.getsize(files["json"]) / 1e6

    def ratio(base, name):
        return statistics.median(r[base] / r[name] for r in all_rounds)

    ratios = {
        "json_mb_s": megabytes / statistics.median(r["json/now"] for r in all_rounds),
        "json/before": ratio("json/before", "json/now"),
        "hashed/before": ratio("hashed/before", "hashed/now"),
        "threads": ratio("hashed/threads_1", f"hashed/threads_{threads}"),
    }
    return {"offers": offers, "before": revision, "megabytes": megabytes, "counted": counted["all"],
            "rounds": all_rounds, "ratios": ratios}


def show(measured):
    print(f"{measured['offers']} offers, {measured['megabytes']:.0f} MB of JSON lines to findings, "
          f"{len(measured['rounds'])} rounds, medians; before: {measured['before']}; {processor()}")
    print(f"{'':24}{'us/offer':>10}{'MB/s':>10}")
    for name in measured["rounds"][0]:
        seconds = statistics.median(r[name] for r in measured["rounds"])
        print(f"{name:24}{seconds / measured['offers'] * 1e6:10.1f}"
              f"{measured['megabytes'] / seconds:10.1f}")
    print("ratios: " + " ".join(f"{name}={value:.2f}"
                                for name, value in measured["ratios"].items()))


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("program")
    p.add_argument("--before", metavar="REV", default=BEFORE)
    p.add_argument("--offers", type=int, default=100_000)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--out", default=ROOT / "build" / "reading.json")
    a = p.parse_args()
    measured = measure_reading(a.program, a.before, a.offers, a.rounds, a.threads)
    with open(a.out, "w", encoding="utf-8") as out:
        json.dump(measured, out, indent=1)
    say(f"written: {a.out}")
    show(measured)


if __name__ == "__main__":
    main()
