#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The speed and memory of the monitor.

  compare.py PROGRAM (--peers DIR | --folder FOLDER) [--events N] [--rounds R] [--out FILE]

With --peers, DIR/gen_events.cpp makes N events, whose order numbers are then scrambled, and
DIR/monitor/online.cpp, a loop written by hand with timers and alerts, is built and run in turn with
the program: both must find the same. With --folder the events are there already, and there is no
peer. Beside them, JSON lines against the same records, and two threads against one. Prints medians
over the rounds and ratios of them, and writes the same as JSON."""
import argparse
import array
import json
import os
import re
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))
from measuring import processor, run, say  # noqa: E402


def build(source, into, *flags):
    program = os.path.join(into, Path(source).stem)
    run([os.environ.get("CXX", "g++"), "-std=c++20", "-O3", "-march=native", *flags, str(source),
         "-o", program])
    return program


def scramble(folder):
    """Order numbers as if they were random; 1 to 1."""
    path = os.path.join(folder, "events.bin")
    words = array.array("I", Path(path).read_bytes())
    for i in range(0, len(words), 3):
        words[i] = words[i] * 2654435761 & 0xffffffff
    Path(path).write_bytes(words.tobytes())


def watched(command):
    """What it prints, and the most memory that it holds, in bytes."""
    with tempfile.TemporaryFile() as out:
        pid = os.posix_spawn(command[0], command, os.environ,
                             file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1)])
        _, status, used = os.wait4(pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)} ended with {status}")
        out.seek(0)
        return out.read().decode(), used.ru_maxrss * 1024


def numbers(text):
    return {name: float(n) for name, n in re.findall(r"^(\w+)=([0-9.e+-]+)$", text, re.MULTILINE)}


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("program")
    p.add_argument("--peers")
    p.add_argument("--folder")
    p.add_argument("--events", type=int, default=1_000_000)
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--out")
    a = p.parse_args()
    if (a.peers is None) == (a.folder is None):
        p.error("either --peers DIR or --folder FOLDER is expected")
    with tempfile.TemporaryDirectory() as into:
        folder, peer = a.folder, None
        if a.peers:
            say("making the events")
            folder = os.path.join(into, "events")
            os.mkdir(folder)
            run([build(Path(a.peers) / "gen_events.cpp", into), str(a.events), folder])
            scramble(folder)
            peer = build(Path(a.peers) / "monitor" / "online.cpp", into, "-I",
                         str(Path(a.peers) / "monitor"))
        size = os.path.getsize(os.path.join(folder, "events.bin"))
        say("running")
        rounds = []
        for _ in range(a.rounds):
            r = {}
            text, memory = watched([a.program, folder, "binary"])
            found, ours = text.split("\n", 1)
            ours = numbers(ours)
            r["events_s"] = size / 12 / ours["seconds"]
            r["bytes"] = memory - size
            r["bytes_an_order"] = r["bytes"] / ours["most_open"]
            if peer:
                text, memory = watched([peer, folder, "1"])
                if text.split("\n", 1)[0] != found:
                    sys.exit(f"they do not find the same:\n{found}\n{text}")
                r["peer_events_s"] = size / 12 / float(re.search(r"cpu min=([0-9.]+)", text)[1])
                r["peer_bytes"] = memory - size
                open_there = int(re.search(r"peak_open_orders=(\d+)", text)[1])
                r["peer_bytes_an_order"] = r["peer_bytes"] / open_there
            lines = numbers(run([a.program, folder, "lines"]))
            r["records_s"] = lines["records"] / lines["binary_s"]
            r["lines_s"] = lines["records"] / lines["lines_s"]
            for threads in (1, 2):
                shared = numbers(run([a.program, folder, "threads", str(threads)]))
                r[f"threads_{threads}_s"] = shared["records"] / shared["clock_s"]
            rounds.append(r)
    medians = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
    ratio = {"lines_share": "lines_s/records_s", "two_threads": "threads_2_s/threads_1_s"}
    if peer:
        ratio = {"rate/online": "events_s/peer_events_s", "memory/online": "bytes/peer_bytes",
                 **ratio}
    ratios = {name: statistics.median(r[of.split("/")[0]] / r[of.split("/")[1]] for r in rounds)
              for name, of in ratio.items()}
    print(found)
    print(f"{size // 12:,} events; {a.rounds} rounds, medians; {processor()}")
    for name, title in (("events_s", "monitor, events/s"), ("peer_events_s", "by hand, events/s"),
                        ("bytes_an_order", "monitor, bytes an open order"),
                        ("peer_bytes_an_order", "by hand, bytes an open order"),
                        ("records_s", "one product, records/s"), ("lines_s", "the same, JSON lines/s"),
                        ("threads_1_s", "one thread behind a queue, records/s"),
                        ("threads_2_s", "two threads behind queues, records/s")):
        if name in medians:
            print(f"{title:40}{medians[name]:14,.0f}")
    print("ratios: " + " ".join(f"{name}={n:.3g}" for name, n in ratios.items()))
    if a.out:
        Path(a.out).write_text(json.dumps({"rounds": rounds, "medians": medians, "ratios": ratios},
                                          indent=2) + "\n", encoding="utf-8")


main()
