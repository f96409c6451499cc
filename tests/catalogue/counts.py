#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Random small catalogues: the program's nine counts against the definitions, word by word."""
import itertools
import os
import random
import subprocess
import sys
import tempfile

RELATIONS = "offer part prec claim commit deleg channel need failure remedy wait".split()


def random_facts(rng, offers):
    """Facts without any care for soundness; precedence alone has no cycle."""
    facts = {name: [] for name in RELATIONS}
    for o in range(offers):
        base = 16 * o
        merchant, customer = base, base + 15
        subs = [base + k for k in range(1, rng.randint(2, 6))]
        firms = [merchant] + subs
        parts = [base + i for i in range(rng.randint(1, 9))]
        facts["offer"].append((o, merchant, customer, rng.randint(0, 120)))
        for p in parts:
            facts["part"].append((p, o, rng.choice(firms), rng.randint(0, 48)))
        ahead = [(a, b) for a, b in itertools.combinations(parts, 2)]
        facts["prec"] += rng.sample(ahead, rng.randint(0, min(len(ahead), 9)))
        for p in parts:
            for kind in rng.sample(range(6), rng.randint(0, 3)):
                claim = (len(facts["claim"]), o, p, kind, rng.randint(1, 99))
                facts["claim"].append(claim)
            for kind in rng.sample(range(6), rng.randint(0, 4)):
                party = rng.choice(firms)
                commit = (len(facts["commit"]), p, kind, party, rng.randint(1, 99))
                facts["commit"].append(commit)
            for mode in rng.sample(range(5), rng.randint(0, 3)):
                facts["failure"].append((p, mode))
                if rng.random() < 0.8:
                    facts["remedy"].append((p, mode, rng.choice(firms + [customer])))
        pairs = [(a, b) for a in firms for b in subs if a != b]
        facts["deleg"] += rng.sample(pairs, rng.randint(0, len(pairs) // 2))
        pairs = list(itertools.combinations(firms + [customer], 2))
        facts["channel"] += rng.sample(pairs, rng.randint(0, len(pairs) // 2))
        pairs = list(itertools.combinations(firms, 2))
        facts["need"] += [(o, a, b) for a, b in rng.sample(pairs, rng.randint(0, len(pairs)))]
        pairs = [(a, b) for a in parts for b in parts if a != b]
        facts["wait"] += rng.sample(pairs, rng.randint(0, min(len(pairs), 3)))
    return facts


def closure(edges):
    """All pairs (a, b) with a way of one edge or more from a to b."""
    reached = set(edges)
    while True:
        more = {(a, d) for a, b in reached for c, d in edges if b == c} - reached
        if not more:
            return reached
        reached |= more


def longest(part, duration, prec):
    return duration[part] + max((longest(a, duration, prec) for a, b in prec if b == part),
                                default=0)


def counts_of(facts):
    rules = [0] * 9
    for o, merchant, customer, deadline in facts["offer"]:
        mine = {name: [r for r in rows if r[0] // 16 == o] for name, rows in facts.items()}
        commits = [r for r in facts["commit"] if r[1] // 16 == o]
        for _, _, part, kind, limit in (r for r in facts["claim"] if r[1] == o):
            limits = [c[4] for c in commits if c[1:3] == (part, kind)]
            rules[0] += not limits
            rules[1] += bool(limits) and min(limits) > limit
        ways = closure(mine["deleg"])
        chain = {merchant} | {b for a, b in ways if a == merchant}
        rules[2] += sum(r[2] not in chain for r in mine["part"])
        rules[3] += sum(a == b for a, b in ways)
        duration = {r[0]: r[3] for r in mine["part"]}
        path = max(longest(p, duration, mine["prec"]) for p in duration)
        rules[4] += path > deadline
        both = [(a, b) for x, y in mine["channel"] for a, b in ((x, y), (y, x))]
        with_her = closure(both)
        without = closure([e for e in both if customer not in e])
        needs = [r[1:] for r in facts["need"] if r[0] == o]
        rules[5] += sum(n in with_her and n not in without for n in needs)
        covered = {r[:2] for r in mine["remedy"]}
        rules[6] += sum(f not in covered for f in mine["failure"])
        rules[7] += sum(r[2] not in chain for r in mine["remedy"])
        waits = mine["wait"] + [(b, a) for a, b in mine["prec"]]
        rules[8] += sum(a == b for a, b in closure(waits))
    return " ".join(f"R{i + 1}={n}" for i, n in enumerate(rules))


def write(facts, folder):
    for name, rows in facts.items():
        with open(os.path.join(folder, name + ".facts"), "w") as out:
            out.writelines("\t".join(map(str, row)) + "\n" for row in rows)


def run(program, folder):
    done = subprocess.run([program, folder], capture_output=True, text=True)
    return done.returncode, done.stdout.strip(), done.stderr.strip()


def main():
    program, failed = sys.argv[1], 0

    def expect(what, found, wanted):
        nonlocal failed
        if found != wanted:
            failed += 1
            print(f"{what}:\n  found    {found}\n  expected {wanted}")

    seen = [0] * 9
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(12):
            facts = random_facts(random.Random(seed), 40)
            write(facts, folder)
            wanted = counts_of(facts)
            expect(f"catalogue of seed {seed}", run(program, folder), (0, wanted, ""))
            seen = [n + int(word.split("=")[1]) for n, word in zip(seen, wanted.split())]
        if 0 in seen:
            failed += 1
            print(f"a rule was never broken: {seen}")

        path = os.path.join(folder, "part.facts")
        for text, message in [
            ("0\t0\tone\t5\n", ":1: column 3 is no whole number of 0 or more"),
            ("0\t0\t1\n", ":1: 4 columns between tabulators are expected"),
            ("0\t0\t0\t1\n99999\t0\t1\t5\n", ":2: 99999 belongs to no offer that is listed"),
        ]:
            with open(path, "w") as out:
                out.write(text)
            expect(f"part.facts of {text!r}", run(program, folder), (2, "", path + message))
        os.remove(path)
        expect("no part.facts", run(program, folder), (2, "", path + ": cannot be opened"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
