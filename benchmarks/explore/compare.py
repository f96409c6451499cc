#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The speed and memory of the explorer.

  compare.py PROGRAM [--orders K] [--stock N] [--parts N] [--rounds R] [--spin-rounds R]
                     [--peers DIR] [--out FILE]

With --peers, DIR/explorer/bfs_prefetch.cpp is built and run in turn with the program, and so is
DIR/explorer/washing.pml where SPIN is installed (--spin-rounds 0 leaves it out). All must find the
same number of states. Prints medians over the rounds and ratios within them, and writes the same as
JSON."""
import argparse
import json
import os
import re
import resource
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from measuring import measure, processor, run, say  # noqa: E402


def cases_of(a, pattern):
    """Name -> the numbers of the case."""
    return measure(a.program, ["--orders", str(a.orders), "--stock", str(a.stock), "--parts",
                               str(a.parts)], pattern)[0]


def build_search(folder, a, into, *flags):
    program = os.path.join(into, "search" + "".join(flags))
    run([os.environ.get("CXX", "g++"), "-std=c++20", "-O3", "-march=native", f"-DK={a.orders}",
         f"-DSTOCK={a.stock}", *flags, "-I", folder, os.path.join(folder, "bfs_prefetch.cpp"),
         "-o", program])
    return program


def run_search(program):
    text = run([program])
    return {"states": int(re.search(r"states=(\d+)", text)[1]),
            "seconds": float(re.search(r"cpu=([0-9.]+)", text)[1]),
            "bytes": float(re.search(r"B/state=([0-9.]+)", text)[1])}


def build_spin(folder, a, into):
    if a.spin_rounds == 0:
        return None
    if not shutil.which("spin"):
        say("SPIN is not installed: it is left out")
        return None
    run(["spin", f"-DK={a.orders}", f"-DSTOCK={a.stock}", "-a",
         os.path.join(folder, "washing.pml")], cwd=into)
    run(["gcc", "-O2", "-DSAFETY", "-DNOREDUCE", "-DMEMLIM=16000", "-o", "pan", "pan.c"], cwd=into)
    return os.path.join(into, "pan")


def run_spin(program, *flags):
    """In seconds of the processor. Without -c0 it would stop at the first trap."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = run([program, *flags], cwd=os.path.dirname(program))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    states = int(float(re.search(r"([0-9.e+]+) states, stored", text)[1]))
    megabytes = float(re.search(r"([0-9.]+)\s+total actual memory usage", text)[1])
    return {"states": states, "seconds": seconds, "bytes": megabytes * 2**20 / states}


def spin_on(a, into, option, most):
    """The promises of few parts, by SPIN: n -> seconds of the search, states."""
    told = {}
    for n in range(2, most + 1):
        with open(os.path.join(into, "parts.pml"), "w") as out:
            out.write(run([a.program, option, str(n)]))
        run(["spin", "-o2", "-a", "parts.pml"], cwd=into)
        run(["gcc", "-O2", "-DSAFETY", "-o", "parts", "pan.c"], cwd=into)  # with its own reduction
        told[n] = run_spin(os.path.join(into, "parts"), "-E", "-m100000", "-w16")
    return told


def peak_of(a, name):
    """The most memory that a process holds that does this case alone, in megabytes."""
    pid = os.posix_spawn(a.program, [a.program, f"--benchmark_filter=^{name}$"], os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                                       (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{name} ended with {status}")
    return used.ru_maxrss / 1024


def print_table(title, others, cases, first, by_spin):
    """`cases`: name/n -> its numbers; a line for each n of `first`, and the others beside it."""
    print(f"\n{title:24}" + "".join(f"{name + ', us':>26}{'states':>10}" for name in
                                    (first, *others)) + (f"{'SPIN, us':>14}{'states':>10}"
                                                         if by_spin else ""))
    for name, case in cases.items():
        kind, n = name.split("/")
        if kind != first:
            continue
        line = f"{n:>17}       "
        for other in (case, *(cases.get(f"{o}/{n}") for o in others)):
            line += (f"{other['seconds'] * 1e6:26,.0f}{other['states']:10,.0f}" if other
                     else " " * 36)
        if other := by_spin.get(int(n)):
            line += f"{other['seconds'] * 1e6:14,.0f}{other['states']:10,.0f}"
        print(line.rstrip())


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("program")
    p.add_argument("--orders", type=int, default=3)
    p.add_argument("--stock", type=int, default=3)
    p.add_argument("--parts", type=int, default=24)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--spin-rounds", type=int, default=1)
    p.add_argument("--peers", metavar="DIR")
    p.add_argument("--out", default=ROOT / "build" / "explore.json")
    a = p.parse_args()
    work = tempfile.mkdtemp(prefix="lupaus-")
    try:
        compare(a, work)
    finally:
        shutil.rmtree(work)


def compare(a, work):
    folder = os.path.abspath(os.path.join(a.peers, "explorer")) if a.peers else None
    search = build_search(folder, a, work) if folder else None
    sorted_search = build_search(folder, a, work, "-DSYM") if folder else None
    spin = build_spin(folder, a, work) if folder else None
    rounds = []
    for i in range(a.rounds):
        say(f"round {i + 1} of {a.rounds}")
        told = {}
        if search:
            told["peer/prefetch"] = run_search(search)
        told.update(cases_of(a, "^washing/whole"))
        if spin and i < a.spin_rounds:
            told["peer/spin"] = run_spin(spin, "-m20000000", "-w26", "-c0")
        if sorted_search:
            told["peer/prefetch sorted"] = run_search(sorted_search)
        told.update(cases_of(a, "^washing/sorted"))
        told.update(cases_of(a, "^(back|flagship)/"))
        rounds.append(told)
        whole = int(told["washing/whole"]["states"])
        for name in ("peer/prefetch", "peer/spin"):
            # SPIN may count its own first state, before the model's process begins.
            if name in told and not 0 <= told[name]["states"] - whole <= 1:
                sys.exit(f"{name} finds {told[name]['states']} states, the explorer {whole}")
    say("independent parts")
    growth = cases_of(a, "^(apart|together)/")
    parts_by_spin = spin_on(a, work, "--promela", 7) if spin else {}
    say("parts that meet")
    joins = cases_of(a, "^joins")
    joins_by_spin = spin_on(a, work, "--promela-kitchen", 4) if spin else {}

    def median(name, key="seconds"):
        return statistics.median(r[name][key] for r in rounds if name in r)

    def ratio(base, name):
        """How many times as fast as `base` is `name`, in one and the same round."""
        return statistics.median(r[base]["seconds"] / r[name]["seconds"]
                                 for r in rounds if base in r and name in r)

    first = rounds[0]
    print(f"{a.orders} orders, a stock of {a.stock}; {a.rounds} rounds, medians; {processor()}")
    print(f"{'':24}{'s':>10}{'states':>12}{'states/s':>13}{'bytes/state':>13}")
    for name in ("washing/whole", "peer/prefetch", "peer/spin", "washing/sorted",
                 "peer/prefetch sorted"):
        if name in first:
            states = first[name]["states"]
            held = first[name]["bytes"] / (states if name.startswith("washing") else 1)
            print(f"{name:24}{median(name):10.3f}{states:12,.0f}{states / median(name):13,.0f}"
                  f"{held:13.1f}")
    print("bytes: what the explorer holds; of the others, what the process held at its peak")
    for name in ("back/reachability", "back/by_hand"):
        print(f"{name:24}{median(name):10.3f}{first[name]['states']:12,.0f}"
              f"{first[name]['states'] / median(name):13,.0f}")
    for name in ("flagship/verdict", "flagship/stories"):
        print(f"{name:24}{median(name) * 1e6:7.0f} us{first[name]['states']:12,.0f}")
    print_table("independent parts", ["together"], growth, "apart", parts_by_spin)
    print_table("parts that meet", ["joins_together", "joins_unlike", "joins_until_shipped",
                                    "joins_code"], joins, "joins", joins_by_spin)

    ratios = {}
    if search:
        ratios["rate/prefetch"] = ratio("peer/prefetch", "washing/whole")
    if spin:
        ratios["rate/spin"] = ratio("peer/spin", "washing/whole")
    ratios["bytes_per_state"] = first["washing/whole"]["bytes"] / first["washing/whole"]["states"]
    ratios["first_trap_ms"] = median("flagship/verdict") * 1e3
    if "apart/12" in growth and "apart/24" in growth:
        ratios["growth_24_over_12"] = growth["apart/24"]["seconds"] / growth["apart/12"]["seconds"]
    for n in (10, 24):
        if f"joins/{n}" in joins:
            ratios[f"joins_{n}_s"] = joins[f"joins/{n}"]["seconds"]
    if "joins/24" in joins:
        ratios["joins_24_mb"] = peak_of(a, "joins/24")
    others = {"back/by_hand": ratio("back/by_hand", "back/reachability")}
    if sorted_search:
        others["sorted/prefetch"] = ratio("peer/prefetch sorted", "washing/sorted")
    print("\nbesides: " + " ".join(f"{name}={value:.2f}" for name, value in others.items()))
    with open(a.out, "w") as out:
        json.dump({"orders": a.orders, "stock": a.stock, "processor": processor(),
                   "rounds": rounds, "growth": growth, "parts_by_spin": parts_by_spin, "joins": joins,
                   "joins_by_spin": joins_by_spin, "ratios": ratios | others}, out, indent=1)
    say(f"written: {a.out}")
    print("ratios: " + " ".join(f"{name}={value:.3g}" for name, value in ratios.items()))


if __name__ == "__main__":
    main()
