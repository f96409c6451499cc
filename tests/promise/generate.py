#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes random promises in both forms, as types and by the builder, into test sources.

    generate.py --count 35 --files 5 --seed 1 build/random

Two in five promises are told with care, so that they are sound; as many have one slip in them; the
rest say what comes to mind. Both forms of a clause are made of the same pieces of text wherever
they read alike, so that a difference between the two is one of the library. Where the form as a
type leaves the order of words free, it is shuffled; the builder's calls keep the order in which the
types are written into the model, so that the ids must be the same too.
"""

import argparse
import os
import random
import re
import sys

# What some promise must say: whoever takes a kind of clause out of the generator is told.
WORDS = """>> all_of( _sold composite claims implies says has_mandate commits commits_to given
brings_about on_request overrides rests_on answers performs can_do has_in_stock carries gives provides
recovers_from ends_contract_with on( since until between owes replace perform_again repair refund
accept refuse act .to( after within follows waits_for presumes held_by happened severable( tells tells_of_any_change coordinates must_coordinate
reaches sees bears covers loss_of charges instalment pays keeps may_happen cannot_happen late .by( hands paid identity completed started
possession reported cancel_requested replacement_requested recovered_within informed_within
in_window cancel_until priced_at business_days calendar_day instant term_of"""

SLIPS = """disowned unmandated unbacked overclaimed cyclic disabled unperformed unowned middle
dangling uncovered blocked late misapplied silent trapped""".split()


class Tree:
    """A product: a leaf, or parts in order or together, perhaps with a name, or a promise."""

    def __init__(self, kind, name="", inside=(), units=1):
        self.kind, self.name, self.inside, self.units = kind, name, list(inside), units

    def leaves(self):
        return [self.name] if self.kind == "leaf" else [x for t in self.inside for x in t.leaves()]

    def own_leaves(self):
        """Those that no promise within holds."""
        if self.kind == "leaf":
            return [self.name]
        return [x for t in self.inside if t.kind != "promise" for x in t.own_leaves()]

    def composites(self):
        inner = [c for t in self.inside for c in t.composites()]
        return inner + ([self] if self.kind in ("composite", "promise") else [])

    def ordered_pairs(self):
        pairs = [p for t in self.inside for p in t.ordered_pairs()]
        if self.kind == "then":
            for i, a in enumerate(self.inside):
                later = [y for b in self.inside[i + 1 :] for y in b.leaves()]
                pairs += [(x, y) for x in a.leaves() for y in later]
        return pairs

    def handoffs(self):
        """The ordered pairs that follow each other at once."""
        pairs = self.ordered_pairs()
        known = set(pairs)
        return [(a, b) for a, b in pairs
                if not any((a, c) in known and (c, b) in known for c in self.leaves())]

    def text(self, as_type):
        if self.kind == "leaf":
            return f"{self.units} * {self.name}" if as_type and self.units > 1 else self.name
        if self.kind in ("composite", "promise") and not as_type:
            return self.name
        if self.kind == "promise":
            return self.name + "_sold"
        inside = [t.text(as_type) for t in self.inside]
        if self.kind == "then":
            return "(" + " >> ".join(inside) + ")"
        return ("all_of" if self.kind == "together" else self.name) + f"({', '.join(inside)})"


class Promise:
    """One random promise, as two texts."""

    def __init__(self, number, seed):
        self.r = random.Random(f"{seed}/{number}")
        self.number = number
        fifth, place = divmod(number, 5)
        self.careful = place != 2
        self.slip = SLIPS[(2 * fifth + place - 3) % len(SLIPS)] if place > 2 else ""
        # By the promise that says them, then by group: (turn, both texts, text with the parties).
        self.clauses = {}
        self.coordinated = set()
        self.borne = set()  # the goods of which somebody bears the loss
        self.instalments = []
        self.name_things()
        for self.scope in self.scopes:
            self.groups = self.clauses.setdefault(self.scope.name, {})
            self.parts = self.scope.leaves()
            self.say_what_may_happen()
            self.say_clauses()
        self.say_for_the_order()
        chosen, self.r = self.r, random.Random(f"prices {seed}/{number}")
        self.say_prices()
        self.r = random.Random(f"payments {seed}/{number}")
        self.say_payments()
        self.r = chosen

    # ---- small choices ----

    def chance(self, p):
        return self.r.random() < p

    def one(self, items):
        return self.r.choice(list(items))

    def some(self, items, most):
        items = list(items)
        return self.r.sample(items, min(len(items), self.r.randint(0, most)))

    def shuffled(self, words):
        """In any order, but words of one kind stay in theirs."""
        kinds = [w.split("(")[0] for w in words]
        left = {k: [w for w in words if w.split("(")[0] == k] for k in kinds}
        return "".join(left[k].pop(0) for k in self.r.sample(kinds, len(kinds)))

    # ---- who and what ----

    def name_things(self):
        self.firms = [f"firm{i}" for i in range(self.r.randint(2 if self.slip else 1, 4))]
        self.departments = ["web", "desk"][: self.r.randint(0, 2)]
        self.parties = ["buyer", "store"] + self.departments + self.firms
        count = self.r.randint(2, 6)
        self.goods = ["good0"] + [f"good{i}" for i in range(1, count) if self.chance(0.2)]
        self.services = [f"work{i}" for i in range(max(1, count - len(self.goods)))]
        self.units = {p: self.one([1, 1, 1, 2, 5]) for p in self.goods + self.services}
        self.grow_product([Tree("leaf", p, units=n) for p, n in self.units.items()])
        self.failures, self.steps, self.lates, self.ruled_out = {}, {}, [], {}
        self.follows = {}  # what an event is said to follow
        if self.slip == "middle":
            return  # nothing happens, so that nobody hears of anything
        if self.slip:
            self.failures["work0_fails"], self.steps["good0_back"] = "work0", "good0"
        for p in self.units:
            if self.chance(0.5):
                self.failures[f"{p}_fails"] = p
                if self.chance(0.3):
                    self.failures[f"{p}_breaks"] = p
            if self.chance(0.1):
                self.ruled_out[f"{p}_melts"] = p
            if self.chance(0.2):
                self.lates.append(p)
            if self.chance(0.3):
                self.steps[f"{p}_back"] = p

    def grow_product(self, trees):
        while len(trees) > 1:  # join neighbours, so that goods tend to come first
            i = self.r.randrange(len(trees) - 1)
            n = 3 if i + 2 < len(trees) and self.chance(0.2) else 2
            kind = "then" if self.slip or self.chance(0.75) else "together"
            joined = Tree(kind, inside=trees[i : i + n])
            if len(trees) > n and self.chance(0.3):
                kind = "promise" if self.chance(0.6) else "composite"
                joined = Tree(kind, f"set{len(trees)}", [joined])
            trees[i : i + n] = [joined]
        root = Tree("promise", "", trees)
        self.composites = root.composites()[:-1]
        self.scopes = [c for c in root.composites() if c.kind == "promise"]  # inner ones first

    def declared(self, events):
        return [e for e, p in events.items() if p in self.parts]

    def failing(self):
        """What goes wrong."""
        return self.declared(self.failures) + [f"late({p})" for p in self.lates if p in self.parts]

    def event(self):
        p = self.one(self.parts)
        events = [f"completed({p})", f"started({p})"]
        events += [f"possession({p})"] if p in self.goods else []
        lasting = self.failing() + self.declared(self.steps)
        lasting += [f"reported({e})" for e in lasting]
        return self.one(events + lasting + lasting)

    def moment(self):
        """An event of a part or of the order."""
        of_order = ["cancel_requested", "cancelled", "refunded", "kept"]
        return self.event() if self.careful or self.chance(0.6) else self.one(of_order)

    def length(self):
        if self.careful:
            return self.one(["1h", "2h", "24h", "48h", "90min"])
        return self.one(["1h", "2h", "24h", "48h", "90min", "72h", "business_days{2}"])

    # ---- terms ----

    def deadline(self):
        if not self.careful and self.chance(0.4):
            return self.one(["by(calendar_day{20'500})", "by(instant{1'771'200'000})"])
        anchor = "ordered" if self.careful or self.chance(0.1) else self.event()
        return f"within({self.length()})" + (f".after({anchor})" if self.chance(0.4) else "")

    def term(self):
        """Who takes care promises what needs no subcontract, in times that leave room."""
        if self.careful:
            return self.one([
                "within(2'000h)", "cancel_until(48h)", "single_contact",
                "single_contact" if self.slip == "silent" else f"informed_within({self.length()})",
                "priced_at({4'900, \"EUR\"})"])
        return self.one([
            self.deadline(), f"informed_within({self.length()})", "in_window(8h, 12h)",
            f"recovered_within({self.length()})" + self.one(["", f".after({self.event()})"]),
            self.one(["at(place::doorstep)", "at(place::kerb)"]), "priced_at({4'900, \"EUR\"})",
            f"cancel_until({self.one([self.event(), '48h'])})", "in_window(9h, 10h)",
            "term_of<quiet>(40)", "term_of<quiet>(45)",
            self.one(["undamaged", "single_contact", "advised", "installed", "fits_need"])])

    # ---- clauses ----

    def say(self, group, as_type, as_built, turn=2, parties=None):
        """One clause; the parties, if the builder's words do not have them in order."""
        group = (group, 0 if group == "may_happen" else self.r.randint(0, 1))
        own = self.scope.name or "b.whole()"
        clause = (turn, as_type.replace("WHOLE", "whole"), as_built.replace("WHOLE", own) + ";",
                  parties or as_built)
        self.groups.setdefault(group, []).append(clause)

    def say_what_may_happen(self):
        own = self.scope.own_leaves()
        for good in self.goods:
            for s in self.services:
                if s in own and good in self.parts and self.chance(0.5 / len(self.goods)):
                    self.say(self.one(["subcontracts", "fulfilment"]), f"{s}.carries({good})",
                             f"b.carries({s}, {good})", turn=0)
                    own.remove(s)  # one good alone
        own = self.scope.own_leaves()
        for s in [s for s in self.services if s in own]:  # steps of an encounter, without chance
            n = int(s[4:]) + len(self.parts)
            tail = ["greeted", "undivided_attention", "thanked, experience_level::action",
                    "thanked, experience_level::meaning"][n % 4]
            if n % 5 < 2:
                self.say("fulfilment", f"{s}.gives({tail})", f"b.gives({s}, {tail})")
        for event in [e for e, p in self.ruled_out.items() if p in own]:  # no event of the model
            self.groups.setdefault(("cannot_happen", 0), []).append((3, event, "", ""))
        happens = [(e, p, "fails") for e, p in self.failures.items()]
        happens += [(f"late({p})", p, "") for p in self.lates]
        happens += [(e, p, "step") for e, p in self.steps.items()]
        known = []
        for event, p, call in happens:
            if p not in own:
                continue
            tail, actors, holder = "", "", ""
            if call == "step" or self.chance(0.2):
                self.follows[event] = self.some([f"started({p})", f"completed({p})"] + known, 2)
                for e in self.follows[event]:
                    actor = f".by({self.one(self.parties)})" if self.chance(0.5) else ""
                    tail, actors = tail + f".follows({e}){actor}", actors + actor
                goods = [g for g in self.goods if g in self.parts]
                if goods and self.chance(0.4):
                    holder = f".hands({self.one(goods)}, {self.one(self.parties)})"
            ends = call == "fails" and not self.careful and self.chance(0.2)
            time = f"passed({self.length()}, completed({p}))" if ends else ""
            built = f'b.{call}({p}, "{event.replace("_", " ")}")' if call else f"b.may_be_late({p})"
            name = "" if not call else f"auto const {event} = "
            self.say("may_happen", event + tail + holder + (f".until({time})" if ends else ""),
                     f"{name}{built}{tail}{holder}" + (f".until(b.{time})" if ends else "")
                     + (".id()" if call else ""), turn=1,
                     parties=holder + actors)
            known.append(event)

    def say_clauses(self):
        """The clauses of a promise; those of an inner one speak of its own parts alone."""
        about = self.parts + [c.name for c in self.scope.composites()[:-1]] + ["WHOLE"]
        self.say_claims(about)
        if self.careful or self.chance(0.8):
            for p in self.scope.own_leaves():
                self.say_performance(p)
        for x, y in self.scope.handoffs() if self.slip != "unowned" else []:
            if (x, y) in self.coordinated or not (self.careful or self.chance(0.3)):
                continue
            who = "store" if self.careful else self.one(self.parties)
            who = "buyer" if self.slip == "middle" else who
            self.coordinated.add((x, y))
            self.say("fulfilment", f"{who}.coordinates({x}, {y})",
                     f"b.coordinates({who}, {x}, {y})")
        if not self.careful and len(self.parts) > 1:
            x, y = self.r.sample(self.parts, 2)
            self.say("fulfilment", f"must_coordinate({x}, {y})", f"b.must_coordinate({x}, {y})")
        self.say_when_things_go_wrong()
        for _ in range(0 if self.slip else self.r.randint(0, 2)):
            self.say_notice(*self.r.sample(self.parties, 2),
                            self.one([self.event(), "cancel_requested", "cancelled"]))
        if not self.slip and self.chance(0.3):
            self.say_change_notice(*self.r.sample(self.parties, 2), self.one(about))
        self.say_risks()

    def say_claims(self, about):
        for _ in range(self.r.randint(0, 3) if self.careful else 4):
            who, what = self.one(["store"] + self.departments), self.one(about)
            who = who if self.careful else self.one([who] + self.firms)
            terms = [self.term() for _ in range(self.r.randint(1, 2))]
            listed, call = ", ".join(terms), self.one(["claims", "implies", "says"])
            if call == "says":
                self.say("marketing", f'{who}.says({what}, "fine words", {listed})',
                         f'b.claims({who}, {what}, {{{listed}}}, "fine words")')
            else:
                self.say("marketing", f"{who}.{call}({what}, {listed})",
                         f"b.{call}({who}, {what}, {{{listed}}})")
            if self.careful or self.chance(0.4):
                self.say_commitment("store", "", what, terms)
        if self.chance(0.2):
            self.say("marketing", 'store.says(WHOLE, "luxury")', 'b.says(store, WHOLE, "luxury")')
        if self.departments and not self.careful and self.chance(0.5):
            who = self.departments[0]
            self.say("marketing", f"{who}.has_no_mandate()", f"b.has_no_mandate({who})")
        if self.chance(0.2):
            who = self.firms[-1]
            self.say("marketing", f"{who}.has_mandate()", f"b.has_mandate({who})")

    def say_commitment(self, debtor, creditor, part, terms, tail=()):
        """To the customer if no creditor is named."""
        listed = "".join(", " + t for t in terms)
        tail = list(tail)
        if not self.careful:
            tail += [f".given({self.moment()})"] if self.chance(0.3) else []
            tail += [f".brings_about({self.event()})"] if self.chance(0.3) else []
            tail += [".on_request()"] if self.chance(0.3) else []
        if not self.careful and self.chance(0.2):  # an incentive passes no work on
            tail.append(f".overrides({self.one(['within(1h)', 'undamaged'])})")
        tail += [f'.rests_on("{c}")' for c in self.some(["staff", "patience", "tools"], 2)
                 if self.chance(0.3)]
        built = f", {{{listed[2:]}}}" if len(terms) > 1 else listed
        if creditor:
            as_type = f"{debtor}.commits_to({creditor}, {part}{listed})"
            as_built = f"b.commits_to({debtor}, {creditor}, {part}{built})"
        else:
            as_type = f"{debtor}.commits({part}{listed})"
            as_built = f"b.commits({debtor}, {part}{built})"
        to_her = creditor in ("", "buyer")
        self.say("fulfilment" if to_her else "subcontracts", as_type + self.shuffled(tail),
                 as_built + "".join(tail))

    def say_performance(self, p):
        care, firm = self.careful, self.one(self.firms)
        if self.slip == "unperformed" and p == "work0":
            return
        for _ in range(1 if care else self.r.choice([0, 1, 1, 2])):
            firm = self.firms[list(self.units).index(p) % 2] if self.slip else self.one(self.firms)
            to = "store" if care or self.chance(0.7) else self.one(
                [x for x in self.parties if x != firm])
            count = 1 if care else self.r.choice([0, 1, 1, 1, 2])
            self.say_commitment(firm, to, p, [self.deadline() for _ in range(count)])
        if p in self.goods and (care or self.chance(0.5)):
            self.say("fulfilment", f"store.has_in_stock({p})", f"b.can_do(store, {p}, 0h)")
        elif self.chance(0.2):
            who, lead = self.one(self.parties[1:]), self.length()
            self.say("fulfilment", f"{who}.can_do({p}, {lead})", f"b.can_do({who}, {p}, {lead})")
        if not care and p not in self.instalments and self.chance(0.15):
            self.say("fulfilment", f"severable({p})", f"b.severable({p})")
        if self.chance(0.15):
            self.say("subcontracts", f"{firm}.performs({p})", f"b.performs({firm}, {p})")
        if self.chance(0.15) and not self.slip:
            who = "store" if care else firm
            self.say("fulfilment", f"{who}.answers({p})", f"b.answers({who}, {p})")

    def say_when_things_go_wrong(self):
        own = self.scope.own_leaves()
        for event in self.failing():
            p = self.failures.get(event) or event[5:-1]
            if self.careful and p not in own:
                continue
            slips = event == "work0_fails" and self.slip
            if slips != "uncovered" and (self.careful or self.chance(0.6)):
                self.say_rule(f"reported({event})" if self.chance(0.5) else event)
            if self.careful and slips != "silent":
                for x in self.firms:
                    self.say_notice(x, "store", event)
                every = self.chance(0.5) and self.slip != "silent"
                for x in self.parties[:1] + self.parties[2:]:
                    if every:
                        self.say_change_notice("store", x, self.one([p, "WHOLE"]))
                    else:
                        self.say_notice("store", x, event)
            elif not self.careful:
                for x in self.some(self.parties, 2):
                    self.say_notice(x, self.one([y for y in self.parties if y != x]), event)
            if self.chance(0.2):
                debtor, creditor = self.r.sample(self.firms + ["store"], 2)
                term = self.one(["", "within(48h)"])
                self.say("subcontracts", f"{creditor}.recovers_from({debtor}, {event}"
                         + (f", {term})" if term else ")"),
                         f"b.recovers_from({creditor}, {debtor}, {event}"
                         + (f", {term})" if term else ")"))

    def say_notice(self, x, y, event):
        t = self.one(["1h", "2h", "30min", "business_days{1}"])
        self.say("subcontracts", f"{x}.tells({y}, {event}, {t})",
                 f"b.tells({x}, {y}, {event}, {t})")

    def say_change_notice(self, x, y, about):
        self.say("fulfilment", f"{x}.tells_of_any_change({y}, {about}, 4h)",
                 f"b.tells_of_any_change({x}, {y}, {about}, 4h)")

    def say_rule(self, on, what=None):
        care = self.careful
        own = [q for q in self.parts if f"{q}_" in on or f"({q})" in on]
        p = self.one(own if care and own else self.parts)  # what is done to another is no answer
        units = f", {self.r.randint(1, self.units[p])}" if self.chance(0.4) else ""
        what = what or self.one([f"replace({p}{units})", f"perform_again({p}{units})", f"repair({p}{units})",
                                 "refund"] + ([] if care else ['act("makes amends")']))
        situation, presumed = [], []
        if not care and self.chance(0.6):
            e, f = self.moment(), self.moment()
            situation = self.one([[f".since({e})"], [f".since({e})", f".until({f})"],
                                  [f".until({e})"], [f".between({e}, {f})"]])
        if not care and self.chance(0.4):
            goods = [g for g in self.goods if g in self.parts]
            held = [f"held_by({x}, {g})" for x in self.parties for g in goods]
            presumed += [f".presumes({x})" for x in self.some(held, 2)]
            presumed += [f".presumes(happened({self.event()}))"] if self.chance(0.5) else []
        if care and self.chance(0.2):  # what is presumed is so, for the rule fires only there
            e = self.event()
            situation, presumed = [f".since({e})"], [f".presumes(happened({e}))"]
            self.say_owed(on, [], what, "store", "", [])  # and elsewhere?
        gate = []
        steps = [s for s, q in self.steps.items() if q in self.parts]
        if care:  # none that waits for a part whose turn comes after the one that fails
            steps = [s for s in steps if f"{self.steps[s]}_" in on or f"({self.steps[s]})" in on]
            # nor for what cannot come once that has failed
            failure = on.removeprefix("reported(").removesuffix(")") if "reported" in on else on
            steps = [s for s in steps if failure in self.follows.get(s, [])]
        if steps and self.slip not in ("blocked", "dangling") and self.chance(0.3):
            gate = [f".waits_for({steps[0]})"]
            if care:
                self.say_commitment(self.one(self.firms), "store", self.steps[steps[0]],
                                    [f"within(24h).after({on})"], [f".brings_about({steps[0]})"])
        elif not care and self.chance(0.4):
            gate = [f".waits_for({self.moment()})"]
        within = [f".within({self.length()})"] if self.chance(0.3) else []
        who = "store" if care or self.chance(0.8) else self.one(self.parties[1:])
        to = "" if care or self.chance(0.8) else self.one([x for x in self.parties if x != who])
        self.say_owed(on, situation, what, who, to, gate + within + presumed)

    def say_owed(self, on, situation, what, who, to, tail):
        pays_back = what == "refund" or (what == "accept" and on == "cancel_requested")
        if pays_back and not to and not self.careful and self.chance(0.2):
            tail = tail + ['.keeps({1, "EUR"})']
        failing = on.removeprefix("reported(").removesuffix(")") if "reported" in on else on
        if failing in self.failures and not self.careful and self.chance(0.3):
            tail = tail + [self.one([".from_time(2)", ".from_time(3)", ".up_to_time(1)", ".up_to_time(2)"])]
        as_type = situation + [f".owes({who}, {what})"] + ([f".to({to})"] if to else []) + tail
        as_built = situation + [f".owes({who}, {what}{f', {to}' if to else ''})"] + tail
        self.say("fulfilment", f"on({on})" + self.shuffled(as_type),
                 f"b.on({on})" + "".join(as_built))

    def say_risks(self):
        for good in self.goods:
            if good in self.parts and self.chance(0.2):
                who, other = self.r.sample(self.parties, 2)
                end = self.one([f"possession({good})", "kept", self.event()])
                if self.careful and good in self.borne:
                    continue  # by one alone
                self.borne.add(good)
                window = self.shuffled([f".since({end})", ".until(refunded)"])
                self.say("subcontracts", f"{who}.bears(loss_of({good})).between(ordered, {end})",
                         f"b.bears({who}, loss_of({good}), ordered, {end})")
                self.say("fulfilment" if other == "buyer" else "subcontracts",
                         f"{who}.covers({other}, loss_of({good}))" + window,
                         f"b.covers({who}, {other}, loss_of({good}), {end}, refunded)")

    def say_for_the_order(self):
        """Once, by the outermost promise, which is the one in scope last."""
        self.say("fulfilment", "buyer.reaches(store)", "b.reaches(buyer, store)")
        for _ in range(0 if self.slip else self.r.randint(0, 3)):
            x, y = self.r.sample(self.parties, 2)
            self.say("subcontracts", f"{x}.reaches({y})", f"b.reaches({x}, {y})")
            if self.chance(0.5):
                seen = self.one(self.failing() + [f"completed({p})" for p in self.scope.own_leaves()])
                self.say("fulfilment", f"{x}.sees({seen})", f"b.sees({x}, {seen})")
        if self.slip:
            self.slip_up()
        if self.slip == "trapped":
            pass
        elif self.careful and self.chance(0.5):
            e = f"started({self.one(self.parts)})"
            self.say_owed("cancel_requested", [f".until({e})"], "accept", "store", "", [])
            self.say_owed("cancel_requested", [f".since({e})"], "refund", "store", "", [])
        elif self.careful or self.chance(0.6):
            self.say_owed("cancel_requested", [], "accept", "store", "", [])
        answers = self.some(["accept", "refuse", "refund", 'act("calls back")'], 4)
        for answer in answers if not self.careful else []:
            self.say_rule(self.one(["cancel_requested", "replacement_requested", "kept"]), answer)
        if self.chance(0.15):
            self.say("fulfilment", "paid(payment::on_the_spot)", "b.paid(payment::on_the_spot)")
        if self.chance(0.3):
            own = self.one(['"P-1"', '"P-1", "7"'])
            self.say("fulfilment", f"identity({own})", f"b.identity({own})")
        for debtor in self.some(self.firms, 1):
            creditor = self.one(["store", "store"] + [f for f in self.firms if f != debtor])
            ends = self.one(["kept", "kept, cancelled, refunded", "cancelled, refunded"])
            told = self.one(["", "4h", "business_days{1}"])
            self.say("subcontracts",
                     f"{debtor}.ends_contract_with({creditor}, {ends})" + (f".within({told})" if told else ""),
                     f"b.ends_contract_with({debtor}, {creditor}, {{{ends}}}" + (f", {told})" if told else ")"))
        needed = ["staff", "tools"] + (["patience"] if self.slip != "disabled" else [])
        for c in needed if self.careful else self.some(needed, 2):
            who = self.one(self.parties)
            self.say("fulfilment", f'{who}.provides("{c}")', f'b.provides({who}, "{c}")')

    def say_prices(self):
        for p in self.parts:
            if self.chance(0.25):
                cost = f'{{{self.r.randint(0, 99)}00, "EUR"}}'
                self.say("fulfilment", f"store.charges({p}, {cost})", f"b.charges(store, {p}, {cost})")

    def say_payments(self):
        """A deposit before all else, and perhaps a rest after it: nobody else has a part in them."""
        on_the_spot = any("on_the_spot" in c[1] for group in self.groups.values() for c in group)
        if self.slip or on_the_spot or not self.chance(0.4):
            return
        root = self.scopes[-1]
        pays = ["deposit"] + (["rest"] if self.chance(0.6) else [])
        deposit, *rest = [Tree("leaf", p) for p in pays]
        root.inside = [Tree("then", inside=[deposit, *root.inside, *rest])]
        self.units = {"deposit": 1, **self.units, **{p: 1 for p in pays[1:]}}
        self.instalments = pays
        for p in pays:
            self.say_commitment("buyer", "store", p, ["within(48h)"])
            for x in self.firms:
                self.say("fulfilment", f"store.tells({x}, completed({p}), 1h)",
                         f"b.tells(store, {x}, completed({p}), 1h)")
            if not self.careful and self.chance(0.4):
                self.failures[f"{p}_fails"] = p
                self.say("may_happen", f"{p}_fails",
                         f'auto const {p}_fails = b.fails({p}, "{p} fails").id()', turn=1)
        if len(pays) > 1:  # the other has no amount, so nothing need add up
            amount = '{12\'300, "EUR"}'
            self.say("fulfilment", f"buyer.pays(deposit, {amount})", f"b.pays(buyer, deposit, {amount})")

    def slip_up(self):
        """What makes a promise told with care unsound, where it is not something left out."""
        if self.slip == "disowned":
            self.say("fulfilment", "firm0.answers(work0)", "b.answers(firm0, work0)")
        elif self.slip == "unmandated":
            self.say("marketing", "firm0.claims(WHOLE, advised)",
                     "b.claims(firm0, WHOLE, advised)")
            self.say_commitment("store", "", "WHOLE", ["advised"])
        elif self.slip == "overclaimed":
            told = "informed_within(1min)"
            self.say("marketing", f"store.claims(WHOLE, {told})", f"b.claims(store, WHOLE, {told})")
            self.say_commitment("store", "", "WHOLE", ["informed_within(72h)"])
        elif self.slip == "cyclic":
            self.say_commitment("firm0", "firm1", "work0", [])
            self.say_commitment("firm1", "firm0", "work0", [])
        elif self.slip == "disabled":
            self.say_commitment("store", "", "WHOLE", ["advised"], ['.rests_on("patience")'])
        elif self.slip == "unperformed":
            self.say_commitment("store", "", "work0", ["within(2'000h)"])
        elif self.slip == "dangling":
            self.say_commitment("store", "", "WHOLE", ["advised"], [".given(good0_back)"])
        elif self.slip == "unbacked":
            self.say("marketing", "store.claims(WHOLE, thanked)", "b.claims(store, WHOLE, thanked)")
        elif self.slip == "blocked":
            self.say_owed("work0_fails", [], "refund", "store", "", [".waits_for(good0_back)"])
        elif self.slip == "late":
            hour = "recovered_within(1h)"
            self.say("marketing", f"store.claims(WHOLE, {hour})", f"b.claims(store, WHOLE, {hour})")
            self.say_commitment("store", "", "WHOLE", [hour])
            self.say_owed("work0_fails", [], "refund", "store", "", [".within(48h)"])
        elif self.slip == "misapplied":
            self.say_owed("work0_fails", [], "refund", "store", "",
                          [".presumes(held_by(firm0, good0))"])

    # ---- as source ----

    def in_order_of_writing(self):
        return [c for s in self.scopes for turn in range(3)
                for group in self.clauses[s.name].values() for c in group if c[0] == turn]

    def first_said(self, words, known):
        """The words in the order in which the clauses first say them."""
        said = " ".join(c[3] for c in self.in_order_of_writing())
        return list(dict.fromkeys(words + re.findall(known, said)))

    def source(self):
        name = f"random_{self.number}"
        out = [f"namespace {name} {{", ""]
        kinds = {"buyer": "customer", "store": "seller", "web": "department", "desk": "department"}
        kinds.update({f: "subcontractor" for f in self.firms})
        kinds.update({p: "good" for p in self.goods})
        kinds.update({p: "service" for p in self.services})
        kinds.update({p: "instalment" for p in self.instalments})
        # A party is in the model only when a clause speaks of it.
        parties = self.first_said(["buyer", "store"], r"\b(?:buyer|store|web|desk|firm\d)\b")
        composites = [c.name for c in self.composites]
        shown = {}
        for x in parties + list(self.units) + composites:
            given = self.chance(0.15)
            shown[x] = f"{x}, no. {len(shown)}" if given else x
            out.append(f"inline constexpr struct {x}_ : lupaus::{kinds.get(x, 'composite')}<{x}_"
                       + (f', "{shown[x]}"' if given else "") + f"> {{}} {x};")
        failures = {**self.failures, **self.ruled_out}
        for kind, events in (("failure_of", failures), ("step_of", self.steps)):
            for e, p in events.items():
                out.append(f"inline constexpr struct {e}_ : lupaus::{kind}<{e}_, {p}_> {{}} {e};")
        out.append("")
        for s in self.scopes:
            groups = "".join(f",\n    {layer}(" + ",\n        ".join(c[1] for c in clauses) + ")"
                             for (layer, _), clauses in self.clauses[s.name].items())
            title = s.name or f'"promise {self.number}"'
            out.append(f"static constexpr auto {s.name + '_sold' if s.name else 'p'} = "
                       f"promise({title}, {s.inside[0].text(True)}{groups});")
        # Elsewhere, because the names of the builder's ids would hide those of the types.
        out += ["", f"}}  // namespace {name}", f"namespace {name}_built {{", "",
                "inline model built() {", f'  builder b{{"promise {self.number}"}};']
        calls = [f'auto const {x} = b.{kinds[x]}("{shown[x]}");' for x in parties]
        for p, n in self.units.items():
            units = "" if p in self.instalments else f", {n}"
            calls.append(f'auto const {p} = b.{kinds[p]}("{shown[p]}"{units});')
        for c in self.composites:
            inside = c.inside[0].text(False)
            calls.append(f'auto const {c.name} = b.composite("{shown[c.name]}", {inside});')
        calls += [f"b.product({self.scopes[-1].inside[0].text(False)});"]
        rested_on = self.first_said([], r"\b(?:staff|patience|tools)\b")
        calls += [f'b.capability("{c}");' for c in rested_on]
        calls += [c[2] for c in self.in_order_of_writing()]
        out += ["  [[maybe_unused]] " + c if c.startswith("auto") else "  " + c for c in calls]
        out += ["  return b.build().value();", "}", "", f"}}  // namespace {name}_built", "",
                f"BOOST_AUTO_TEST_CASE(promise_{self.number}) {{",
                f"  BOOST_TEST(agree_to_the_id<{name}::p>({name}_built::built()));", "}", ""]
        return "\n".join(out)


HEAD = """// SPDX-License-Identifier: BSL-1.0
//
// Written by tests/promise/generate.py.
#include "promise/agree.hpp"
#include "promise/census.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace promise_test {
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(random_promises)

struct quiet {
  static constexpr std::string_view name = "quiet";
  using bound_type = int;
  static constexpr bool entails(int a, int b) { return a <= b; }
  static std::string phrase(int db) { return "at most " + std::to_string(db) + " dB"; }
};

"""
TAIL = """BOOST_AUTO_TEST_SUITE_END()

}  // namespace promise_test
"""


def census(files):
    """Are there sound ones and unsound ones, and all gaps?"""
    declared = "".join(f"census count_{k}();\n" for k in range(files))
    total = " + ".join(f"count_{k}()" for k in range(files))
    return f"""{declared}
BOOST_AUTO_TEST_CASE(many_are_sound_and_many_are_not) {{
  BOOST_TEST(is_varied({total}));
}}

"""


def unsaid(text):
    """Words that no promise says."""
    begins = lambda word: (r"\b" if word[0].isalpha() else "") + re.escape(word)
    return [word for word in WORDS.split() if not re.search(begins(word), text)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=35)
    parser.add_argument("--files", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folder")
    options = parser.parse_args()
    sources = [Promise(n, options.seed).source() for n in range(options.count)]
    if missing := unsaid("\n".join(sources)):
        sys.exit(f"seed {options.seed}: no promise says {', '.join(missing)}; write more of them")
    os.makedirs(options.folder, exist_ok=True)
    for k in range(options.files):
        first, end = (options.count * i // options.files for i in (k, k + 1))
        numbers = range(first, end)
        text = HEAD + "\n".join(sources[n] for n in numbers)
        models = ", ".join(f"view_of<random_{n}::p>" for n in numbers)
        text += f"\ncensus count_{k}();\n"
        text += f"census count_{k}() {{\n  return census{{{models}}};\n}}\n\n"
        text += (census(options.files) if k == 0 else "") + TAIL
        with open(os.path.join(options.folder, f"random_{k}.cpp"), "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
