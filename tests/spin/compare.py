#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""compare.py PROMISES [HOW-MANY [FIRST-SEED]]: the explorer against SPIN on random small promises.

PROMISES is the program of promises.cpp. SPIN walks the Promela models; its verifier gives every
state that it stores and at which depth, and in further runs, begun in each of these states, says
whether an acceptable end can be reached. Must agree: the set of states and the depth of each, how
many are trapped, doomed and released by nothing, and the length of the shortest trap.

Exit code 77 where there is no SPIN or C compiler.
"""
import collections
import os
import re
import shutil
import subprocess
import sys
import tempfile

AT_ONCE = 40  # models in one file
COMPILER = os.environ.get("CC", "gcc")
COMPILE = [COMPILER, "-w", "-O0", "-DBFS", "-DNOREDUCE", "-DSAFETY", "-DVECTORSZ=4096",
           "-o", "pan", "pan.c"]
ACCEPTABLE, ASKED_IN_VAIN = 1, 2


def has_spin():
    """Others have programs of that name."""
    return shutil.which("spin") is not None and "Spin Version" in subprocess.run(
        ["spin", "-V"], capture_output=True, text=True, check=False).stdout


def run(command, folder, **settings):
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, env={**os.environ, **settings}, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def states_of(text):
    """Of each model the states as {values: (depth, kind)}, and the other lines."""
    models, others = collections.defaultdict(dict), []
    for line in text.splitlines():
        if not re.match(r"\d+ \d+ \d+ ", line):
            others.append(line)
            continue
        model, depth, kind, values = line.split(" ", 3)
        if values in models[int(model)]:
            sys.exit(f"SPIN told twice of the state {line}")
        models[int(model)][values] = (int(depth), int(kind))
    for states in models.values():
        first = min(depth for depth, _ in states.values())
        for values, (depth, kind) in states.items():
            states[values] = (depth - first, kind)
    return models, others


def cannot_end(folder, rows, mode):
    """Of the rows (model, values) those from which SPIN reaches no acceptable end."""
    if not rows:
        return []
    with open(os.path.join(folder, "rows"), "w", encoding="ascii") as out:
        out.write(f"{len(rows)}\n")
        for model, values in rows:
            out.write(f"{values.count(' ') + 2} {model} {values}\n")
    text = run(["./pan", "-E", "-w20"], folder, LUPAUS_ROWS="rows", LUPAUS_MODE=str(mode))
    answers = [line for line in text.splitlines() if re.fullmatch("[01]+", line)]
    if len(answers) != 1 or len(answers[0]) != len(rows) or "errors: 0" not in text:
        sys.exit("the verifier did not answer:\n" + text[-3000:])
    return [row for row, answer in zip(rows, answers[0]) if answer == "0"]


def stored(others, models):
    """What SPIN counts; without its own first state, and one before each model begins."""
    for line in others:
        if found := re.match(r"\s*(\d+) nominal states", line):
            return int(found[1]) - 1 - models
    return None


def look(folder):
    """SPIN's view of the models in the folder: states, doomed rows, lost rows."""
    run(["spin", "-a", "models.pml"], folder)
    run(COMPILE, folder)
    models, others = states_of(run(["./pan", "-E", "-w20"], folder))
    if not any("errors: 0" in line for line in others):
        sys.exit("\n".join(others))
    told = sum(len(states) for states in models.values())
    if stored(others, len(models)) != told:
        sys.exit(f"SPIN stored other states than it told of, which are {told}:\n" +
                 "\n".join(others[:20]))
    rows = [(model, values) for model, states in models.items()
            for values, (depth, kind) in states.items() if kind != ACCEPTABLE and depth > 0]
    doomed = cannot_end(folder, rows, 1)
    return models, doomed, cannot_end(folder, doomed, 2)


def states_alone(folder, *settings):
    """How many states the model has that users get, without any C in it."""
    # -o2: it would hide what is written and never read, and count fewer.
    run(["spin", *settings, "-o2", "-a", "order.pml"], folder)
    run(COMPILE, folder)
    text = run(["./pan", "-E"], folder)
    found = re.search(r"(\d+) states, stored", text)
    if not found or "errors: 0" not in text:
        sys.exit("the verifier did not answer:\n" + text[-3000:])
    return int(found[1])


def differences(model, verdict, ours, spins, doomed, lost):
    _, states, trapped, dooms, by_nothing, shortest, shortest_apart = verdict
    traps = sorted(spins[values][0] for at, values in doomed
                   if at == model and spins[values][1] == ASKED_IN_VAIN)
    for name, said, found in [
            ("states", states, len(spins)), ("trapped", trapped, len(traps)),
            ("doomed", dooms, sum(at == model for at, _ in doomed)),
            ("released by nothing", by_nothing, sum(at == model for at, _ in lost)),
            ("shortest trap", shortest, traps[0] if traps else 0),
            ("shortest trap, parts apart", shortest_apart, traps[0] if traps else 0)]:
        if said != found:
            yield f"{name}: the explorer says {said}, SPIN {found}"
    for one, other, who in [(ours, spins, "the explorer"), (spins, ours, "SPIN")]:
        alone = [(at, values) for values, at in one.items() if other.get(values) != at]
        for at, values in sorted(alone)[:3]:
            yield f"{who} alone has the state {values} at (depth, kind) {at}"


def main():
    promises, many = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else AT_ONCE
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int(os.environ.get("LUPAUS_SEED", 1))
    if not has_spin() or not shutil.which(COMPILER):
        print("skipped: no SPIN here (package spin), or no C compiler")
        sys.exit(77)
    total, failed = collections.Counter(), 0
    while total["promises"] < many:
        batch = min(AT_ONCE, many - total["promises"])
        with tempfile.TemporaryDirectory() as folder:
            seed = int(run([promises, folder, str(seed), str(batch)], None))
            with open(os.path.join(folder, "explorer.txt"), encoding="ascii") as said:
                ours, verdicts = states_of(said.read())
            spins, doomed, lost = look(folder)
            alone, counted_on = states_alone(folder), states_alone(folder, "-Dcounted_on=1")
            if alone != len(ours[0]) or not 1 < counted_on <= alone:
                sys.exit(f"order.pml before seed {seed} has {alone} states, and {counted_on} by what"
                         f" can be counted on; the explorer says {len(ours[0])}")
        for line in verdicts:
            model, *verdict = map(int, line.split()[1:])
            total.update(promises=1, states=verdict[1], trapped=verdict[2], doomed=verdict[3],
                         traps=verdict[2] > 0)
            for text in differences(model, verdict, ours[model], spins[model], doomed, lost):
                print(f"seed {verdict[0]}: {text}")
                failed = failed or verdict[0]
    if failed:
        print(run([promises, str(failed)], None))
    print(f"{total['promises']} promises, {total['states']} states; {total['traps']} promises trap"
          f" her, in {total['trapped']} states of {total['doomed']} doomed ones")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
