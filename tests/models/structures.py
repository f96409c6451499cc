#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Promises that nobody would write: documents of a random structure and a given size, which the
reader takes, so that what the program makes of them can be looked at. The same seed gives the same
document, and of another size one of the same structure."""

import random

CUSTOMER, SHOP = "customer", "shop"


class Shape:
    """A document in the making. Its ingredients are rules for the i-th clause of each kind; which of
    them there are, and what the i-th refers to, is drawn once for the whole document."""

    def __init__(self, seed, size):
        self.seed = seed
        self.draw_for("title")
        self.size = max(2, size)
        self.document = {
            "lupaus": 1,
            "title": f"a shape of {size}, the {seed}th",
            "paid": self.random.choice(["ahead", "ahead", "on_the_spot"]),
            "parties": [{"name": CUSTOMER, "role": "customer"}, {"name": SHOP, "role": "seller"}],
            "parts": [],
            "events": [],
        }
        #: Of one kind each: what a clause may refer to.
        self.firms, self.goods, self.work, self.happenings = [], [], [], []
        self.carried, self.time_outs = {}, []

    def draw_for(self, what):
        """What is drawn from here on is the same for each size, whatever was drawn before."""
        self.random = random.Random(f"{self.seed} {what}")

    def add(self, member, *clauses):
        self.document.setdefault(member, []).extend(clauses)

    def way(self):
        """How the i-th refers to another of n: to the one before, the first, one far away."""
        kind = self.random.choice(["same", "before", "next", "first", "last", "half", "far", "any"])
        stride = self.random.choice([3, 7, 61, 127])
        seed = self.random.random()

        def place(i, n):
            if kind == "any":
                return random.Random(f"{seed} {i}").randrange(n)
            return {
                "same": i,
                "before": i - 1,
                "next": i + 1,
                "first": 0,
                "last": n - 1,
                "half": i // 2,
                "far": i * stride + 1,
            }[kind] % n

        return lambda i, of: of[place(i, len(of))]

    def length(self, i):
        return f"PT{1 + i % 90}H"

    # Nouns

    def add_nouns(self):
        r, n = self.random, self.size
        firms = min(r.choice([1, 2, 5, max(1, n // 2), n]), 250)
        for i in range(firms):
            self.firms.append(f"firm {i}")
            self.add("parties", {"name": f"firm {i}", "role": "subcontractor"})
        work = r.choice([1, 1, 2, max(1, n // 8), max(1, n // 2), n])
        goods = r.choice([0, 1, max(1, work // 2), work])
        for i in range(goods):
            self.goods.append(f"good {i}")
            self.add("parts", {"name": f"good {i}", "kind": "good"})
        of_good, of_firm = self.way(), self.way()
        is_performed = r.random() < 0.4
        carries = bool(goods) and r.random() < 0.6
        is_severable = r.random() < 0.2
        for i in range(work):
            part = {"name": f"work {i}", "kind": "service"}
            if carries:
                self.carried[part["name"]] = part["carries"] = of_good(i, self.goods)
            if is_performed:
                part["performed_by"] = of_firm(i, self.firms)
            self.work.append(part["name"])
            if is_severable and i % 2:
                part["severable"] = True
            self.add("parts", part)
        parts = self.goods + self.work
        if r.random() < 0.3:
            self.document["product"] = {"then": parts} if len(parts) > 1 else parts[0]
        elif r.random() < 0.5 and len(parts) > 1:
            pairs = set()
            for of in [self.way() for _ in range(r.choice([1, 2]))]:
                for i, p in enumerate(parts):
                    q = of(i, parts)
                    if p != q and (q, p) not in pairs:
                        pairs.add((p, q))
            self.add("before", *([p, q] for p, q in sorted(pairs)))

    def add_events(self):
        r, n = self.random, self.size
        of_part, after, again, by = self.way(), self.way(), self.way(), self.way()
        kind = r.choice(["failed", "failed", "step", "both"])
        follows = r.choice(["nothing", "one", "two", "start"])
        hands = bool(self.goods) and r.random() < 0.4
        ends = r.random() < 0.2
        of_good, to = self.way(), self.way()
        for i in range(n):
            what = "failed" if kind == "failed" or (kind == "both" and i % 2) else "step"
            event = {what: [of_part(i, self.work), f"event {i}"]}
            self.happenings.append(event)
        for i, event in enumerate(self.happenings):
            happening = dict(event)
            ways = []
            if follows in ("one", "two"):
                ways.append({"after": after(i, self.happenings)})
            if follows == "two":
                ways.append({"after": again(i, self.happenings)})
            if follows == "start" or "step" in event and not ways:
                ways.append({"after": {"started": of_part(i, self.work)}})
            if i == 0 and ways:
                ways = [{"after": {"started": of_part(i, self.work)}}]
            ways = [w for k, w in enumerate(ways) if w["after"] != event and w not in ways[:k]]
            for w in ways:
                w["by"] = by(i, self.firms)
            if ways:
                happening["ways"] = ways
            if ends and "failed" in event and i % 2:
                happening["until"] = {"passed": f"PT{24 * (1 + i % 9)}H"}
            if hands and "step" in event and ways:
                happening["hands"] = {
                    "good": of_good(i, self.goods),
                    "to": r.choice([CUSTOMER, SHOP]) if i % 2 else to(i, self.firms),
                }
            self.add("events", happening)

    # What parts cost, how many there are of them, and what passes

    def add_prices(self):
        r = self.random
        currency = r.choice(["EUR", "JPY"])
        every = r.choice([1, 1, 2, 7])
        for i, p in enumerate(self.document["parts"]):
            if i % every == 0:
                amount = r.choice([0, 1, 4900, 10**12])
                p["price"] = {"minor_units": amount + i, "currency": currency}

    def add_units(self):
        """A good and what carries it come in the same number."""
        r = self.random
        many = r.choice([[2], [3], [60], [1, 2], [1, 7, 1_000_000]])
        quantity = {}
        for i, p in enumerate(self.document["parts"]):
            p["quantity"] = quantity[p["name"]] = quantity.get(
                p.get("carries"), many[i % len(many)]
            )
            if r.random() < 0.3:
                p["unit"] = "pair"

    def add_time_outs(self):
        """What is not there in time, or time alone, counted from the order or from what happened."""
        of, after = self.way(), self.way()
        kind = self.random.choice(["not", "not", "passed", "both"])
        is_of_order = self.random.random() < 0.3
        for i in range(self.size):
            awaited, since = of(i, self.happenings), after(i, self.happenings)
            event = {"not": awaited, "within": self.length(i)}
            if kind == "passed" or (kind == "both" and i % 2):
                event = {"passed": self.length(i), "after": since}
            elif not is_of_order and since != awaited:
                event["after"] = since
            self.time_outs.append(event)

    # Clauses

    def add_rules(self, of="failed"):
        r = self.random
        on, since, until, gate, part = (self.way() for _ in range(5))
        action = r.choice(["replace", "redo", "repair", "refund", "refund part", "refuse", "accept"])
        of_events = self.happenings
        has_since, has_until, has_gate = (r.random() < 0.5 for _ in range(3))
        presumes = bool(self.goods) and r.random() < 0.2
        trigger = r.choice(["event", "event", "reported", "cancel_requested", "replacement_requested"])
        if self.time_outs and r.random() < 0.7:
            trigger = "time-out"
        apart = random.Random(f"{self.seed} times {action} {trigger}")  # the rest is as it is
        counts = apart.random() < 0.3 and trigger in ("event", "reported")
        for i in range(self.size):
            event = on(i, of_events)
            rule = {"on": event}
            if trigger == "reported":
                rule["on"] = {"reported": event}
            elif trigger == "time-out":
                rule["on"] = on(i, self.time_outs)
            elif trigger != "event":
                rule["on"] = trigger
            if counts and not {"failed", "late"}.isdisjoint(event):
                rule.update(apart.choice([{"up_to_time": 1}, {"up_to_time": 2}, {"from_time": 2},
                                          {"from_time": 3}]))
            work = part(i, self.work)
            rule["owes"] = {
                "replace": {"replace": self.carried.get(work, work)},
                "redo": {"redo": work},
                "repair": {"repair": work},
                "refund": "refund",
                "refund part": {"refund": work},
                "refuse": "refuse",
                "accept": "accept",
            }[action]
            if has_since:
                rule["since"] = since(i, of_events)
            if has_until:
                rule["until"] = until(i, of_events)
            if has_gate:
                rule["after"] = gate(i, of_events)
            if r.random() < 0.5:
                rule["within"] = self.length(i)
            if presumes:
                rule["presumes"] = [{"holder": CUSTOMER, "good": part(i, self.goods)}]
            self.add("rules", rule)

    def add_notices(self):
        of, sender, to = self.way(), self.way(), self.way()
        from_shop, to_her = self.random.random() < 0.4, self.random.random() < 0.4
        is_of_time = bool(self.time_outs) and self.random.random() < 0.5
        for i in range(self.size):
            a = SHOP if from_shop else sender(i, self.firms)
            b = CUSTOMER if to_her else to(i, [SHOP, *self.firms])
            if a != b:
                self.add("notices", {"from": a, "to": b, "of": of(i, self.time_outs if is_of_time else self.happenings),
                                     "within": self.length(i)})

    def terms(self):
        of = self.way()
        kind = self.random.choice(["deadline", "after", "recovered", "cancel", "place", "contact", "window"])

        def term(i):
            return {
                "deadline": {"quality": "deadline", "within": self.length(i)},
                "after": {"quality": "deadline", "within": self.length(i), "after": of(i, self.happenings)},
                "recovered": {"quality": "recovered-within", "within": self.length(i)},
                "cancel": {"quality": "cancel-until", "until": of(i, self.happenings)},
                "place": {"quality": "place", "value": ["doorstep", "kerb"][i % 2]},
                "contact": "single-contact",
                "window": {"quality": "time-window", "window": {"from": f"{i % 20:02}:00", "until": f"{i % 20 + 2:02}:00"}},
            }[kind]

        return term

    def add_claims(self):
        term, about = self.terms(), self.way()
        for i in range(self.size):
            self.add("claims", {"by": SHOP, "about": about(i, self.work), "terms": [term(i)]})

    def add_commitments(self, to_whom):
        r = self.random
        term, about, by, creditor, given = self.terms(), self.way(), self.way(), self.way(), self.way()
        has_condition, brings = r.random() < 0.4, r.random() < 0.3
        what = self.way()
        overrides = to_whom == "shop" and r.random() < 0.15
        for i in range(self.size):
            a, b = by(i, self.firms), SHOP
            if to_whom == "customer":
                a, b = SHOP, CUSTOMER
                if r.random() < 0.3:
                    a = by(i, self.firms)
            elif to_whom == "each other":
                b = creditor(i, self.firms)
            if a == b:
                continue
            commitment = {"by": a, "to": b, "about": about(i, self.work)}
            if overrides:
                commitment["overrides"] = "place"
            else:
                commitment["terms"] = [term(i)]
                if has_condition:
                    commitment["given"] = given(i, self.happenings)
                if brings:
                    commitment["brings_about"] = what(i, self.happenings)
            self.add("commitments", commitment)

    def add_risks(self):
        if not self.goods:
            return
        of, since, until, who = (self.way() for _ in range(4))
        for i in range(self.size):
            risk = {"bearer": who(i, [CUSTOMER, SHOP, *self.firms]), "part": of(i, self.goods)}
            risk["from"], risk["until"] = since(i, self.happenings), until(i, self.happenings)
            if risk["from"] != risk["until"]:
                self.add("risks", risk)

    def add_meetings(self):
        a, b, who = self.way(), self.way(), self.way()
        for i in range(self.size):
            x, y = a(i, self.work), b(i, self.work)
            if x != y:
                self.add("coordinations", {"by": who(i, [SHOP, *self.firms]), "before": x, "after": y})
            x, y = a(i, self.firms), b(i, self.firms)
            if x != y:
                self.add("channels", [x, y])

    def add_ends(self):
        of, when = self.way(), self.way()
        kind = self.random.choice(["cancelled", "kept", "refunded"])
        for i in range(min(self.size, len(self.firms))):
            firm = of(i, self.firms)
            self.add("contract_ends", {"of": firm, "to": SHOP, "when": [kind]})

    def add_abilities(self):
        of, who = self.way(), self.way()
        for i in range(self.size):
            self.add("abilities", {"party": who(i, [SHOP, *self.firms]), "part": of(i, self.work), "within": self.length(i)})


def document_of(seed, size):
    """A document of some structure; `size` is how many there are of each of its clauses."""
    s = Shape(seed, size)
    s.draw_for("nouns")
    s.add_nouns()
    s.draw_for("events")
    s.add_events()
    for what, add, of_all in (
        ("prices", s.add_prices, 0.4),
        ("units", s.add_units, 0.3),
        ("time-outs", s.add_time_outs, 0.4),
    ):
        s.draw_for(what)
        if s.random.random() < of_all:
            add()
    s.draw_for("clauses")
    clauses = [
        s.add_rules,
        s.add_rules,
        s.add_rules,
        s.add_notices,
        s.add_claims,
        lambda: s.add_commitments("customer"),
        lambda: s.add_commitments("shop"),
        lambda: s.add_commitments("each other"),
        s.add_risks,
        s.add_meetings,
        s.add_ends,
        s.add_abilities,
    ]
    for i, add in enumerate(s.random.sample(clauses, s.random.choice([1, 2, 3, 4, 6]))):
        s.draw_for(i)
        add()
    return s.document
