#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The speed of the validator, beside the loops that one would write by hand.

  compare.py PROGRAM [--offers N] [--rounds R] [--json-lines N] [--peers DIR] [--out FILE]

Without --peers the catalogue is the program's own, and so are the loops. With it, the catalogue is
what DIR/gen_catalogue.py writes, and DIR/validator/{bgl,bitmask}.cpp are built and run in turn with
the program. All must count the same. Prints medians over the rounds and ratios within them, and
writes the same as JSON."""
import argparse
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from measuring import measure, processor, run, say  # noqa: E402

PEERS = {"bgl": "peer/graph_loop", "bitmask": "peer/mask_loop"}
FLAGS = ["-std=c++20", "-O3", "-march=native"]


def build_peers(folder, into):
    peers = {}
    for source, name in PEERS.items():
        path = os.path.join(folder, "validator", source + ".cpp")
        program = os.path.join(into, source)
        run([os.environ.get("CXX", "g++"), *FLAGS, "-I", os.path.dirname(path), path, "-o", program])
        peers[name] = program
    return peers


def run_peer(program, facts, repetitions):
    text = run([program, facts, str(repetitions)])
    return text.split("\n", 1)[0].strip(), float(re.search(r"analyse_cpu.* med=([0-9.]+)", text)[1])


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("program")
    p.add_argument("--offers", type=int, default=100_000)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--json-lines", type=int, default=100_000)
    p.add_argument("--peers", metavar="DIR")
    p.add_argument("--out", default=ROOT / "build" / "validate.json")
    a = p.parse_args()

    work = tempfile.mkdtemp(prefix="lupaus-")
    try:
        compare(a, work)
    finally:
        shutil.rmtree(work)


def compare(a, work):
    facts = os.path.join(work, "facts")
    os.mkdir(facts)
    generator = os.path.join(a.peers, "gen_catalogue.py") if a.peers else None
    if generator and os.path.exists(generator):
        say(f"{generator}: {a.offers} offers")
        run([sys.executable, generator, str(a.offers), facts], env={**os.environ, "LP": "0"})
        source = ["--folder", facts]
    else:
        source = ["--offers", str(a.offers)]
        if a.peers:
            run([a.program, *source, "--write", facts])
    peers = build_peers(a.peers, work) if a.peers else {}

    say("counting")
    counts = run([a.program, *source, "--check"]).strip()
    for name, program in peers.items():
        told, _ = run_peer(program, facts, 1)
        if told != counts:
            sys.exit(f"{name} counts otherwise:\n{told}\n{counts}")

    rounds, context = [], {}
    for i in range(a.rounds):
        say(f"round {i + 1} of {a.rounds}")
        seconds = {name: run_peer(program, facts, 3)[1] for name, program in peers.items()}
        cases, context = measure(a.program, source, "^catalogue/")
        seconds.update((name, case["seconds"]) for name, case in cases.items())
        rounds.append(seconds)
    found = {name: int(case["found"]) for name, case in cases.items()}
    offers = int(next(iter(cases.values()))["offers"])

    say("growing promises")
    growth, _ = measure(a.program, ["--offers", "1"], "^growth/")
    shapes = sorted({name.split("/")[1] for name in growth}, key=["line", "boxes", "report", "matrix"].index)
    sizes = sorted({int(name.split("/")[2]) for name in growth})
    say("JSON lines")
    lines = min(a.json_lines, offers)
    texts, json_context = measure(a.program, source + ["--json", str(lines)], "^json/")
    megabytes = int(json_context["json_bytes"]) / 1e6
    reading, both = texts["json/read"]["seconds"], texts["json/validated"]["seconds"]

    def median(name):
        return statistics.median(r[name] for r in rounds)

    def ratio(base, name):
        """How many times as fast as `base` is `name`, in one and the same round."""
        return statistics.median(r[base] / r[name] for r in rounds)

    whose = "peer" if a.peers else "catalogue"
    mask, bgl = whose + "/mask_loop", whose + "/graph_loop"
    ratios = {
        "nine/mask": ratio(mask, "catalogue/nine"),
        "nine/bgl": ratio(bgl, "catalogue/nine"),
        "all/bgl": ratio(bgl, "catalogue/all"),
        "evidence/bgl": ratio(bgl, "catalogue/nine_evidence"),
        "threads": ratio("catalogue/all/threads_1", "catalogue/all/threads_2"),
    }

    print(f"{offers} offers, {a.rounds} rounds, medians; {processor()}")
    print(counts + ": all agree" + ("" if a.peers else " (no peers were given)"))
    print(f"{'':34}{'us/offer':>10}{'offers/s':>12}{'found':>12}{'mask':>8}{'bgl':>8}")
    for name in sorted(rounds[0], key=median):
        each = median(name) / offers
        print(f"{name:34}{each * 1e6:10.3f}{1 / each:12,.0f}{found.get(name, ''):>12}"
              f"{ratio(mask, name):8.3f}{ratio(bgl, name):8.2f}")
    print(f"\n{'one promise, us a part':34}" + "".join(f"{shape:>12}" for shape in shapes))
    for size in sizes:
        cases = [growth[f"growth/{shape}/{size}"] for shape in shapes]
        print(f"{size:>10} parts{'':18}"
              + "".join(f"{case['seconds'] * 1e6 / case['parts']:12.3f}" for case in cases))
    print(f"\nJSON: {lines} lines, {megabytes:.0f} MB: read {megabytes / reading:.1f} MB/s, read and"
          f" validated {megabytes / both:.1f} MB/s; reading is {reading / both:.0%} of it")
    print(f"all evidence of all checks: {ratio(bgl, 'catalogue/all_evidence'):.2f} of the speed of bgl")
    print("mask and bgl are the hand-written loops of "
          + (os.path.join(a.peers, "validator") if a.peers else "benchmarks/validate/loops.hpp"))

    with open(a.out, "w") as out:
        json.dump({"offers": offers, "processor": processor(), "context": context,
                   "counts": counts, "found": found, "loops": whose, "rounds": rounds,
                   "seconds": {name: median(name) for name in rounds[0]}, "ratios": ratios,
                   "growth": {name: c["seconds"] for name, c in growth.items()},
                   "json": {"lines": lines, "megabytes": megabytes, "read_seconds": reading,
                            "validated_seconds": both}}, out, indent=1)
    say(f"written: {a.out}")
    print("ratios: " + " ".join(f"{name}={value:.2f}" for name, value in ratios.items()))


if __name__ == "__main__":
    main()
