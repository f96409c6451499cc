#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows that the tests can fail: breaks the library in one place at a time and records which test
goes red.

  tests/mutate.py                run all mutations, print the table
  tests/mutate.py --update       and write it into docs/reference/mutations.md
  tests/mutate.py NAME...        only these; with --update, the page keeps the rows of the others
  tests/mutate.py --missing      only those that have no row on the page; the same holds
  tests/mutate.py --proofs …     and run the planted gaps and the oracle against each, which is slow
  tests/mutate.py --stale        compile nothing; say which mutations no longer have their place

Each mutation is a text that must stand exactly once in a header, and what takes its place. A copy of
include/ is changed; the named tests are compiled against it and run. A mutation that no test notices
is a failure, and so is one whose text is not found: it has gone stale.
"""
import concurrent.futures, os, pathlib, re, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/reference/mutations.md"
CXX = os.environ.get("CXX", "g++")
FLAGS = ["-std=c++20", "-O0", "-w"]
PROOF = ["validate/planted.cpp", "validate/oracle.cpp"]

# On random promises and logs.
PLAIN = ["monitor/plain.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]
DURABLE = ["monitor/durable.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]

# check or analysis, what is broken, header, text, replacement, tests besides the proofs
MUTATIONS = [
    ("disowned-part", "the seller's own parts are reported instead of the others'", "check/gaps/marketing/disowned_part.hpp",
     "if (is_leaf(part) && !is_sellers(m, answerable_for(m, p)))",
     "if (is_leaf(part) && is_sellers(m, answerable_for(m, p)) && part.answerable)", ["check/disowned_part.cpp"]),
    ("unbacked-claim", "anybody's commitment to the customer backs a claim", "check/analysis/claims.hpp",
     "(is_sellers(m, c.debtor) || c.debtor == claimant);", "c.debtor != m.customer;",
     ["check/own_words.cpp"]),
    ("unbacked-claim, of its own", "only the seller's word backs a claim", "check/analysis/claims.hpp",
     "(is_sellers(m, c.debtor) || c.debtor == claimant);", "is_sellers(m, c.debtor);",
     ["check/own_words.cpp"]),
    ("unowned-handoff", "a coordination of any handoff will do", "check/analysis/handoffs.hpp",
     "if (h.before) return parts_.contains(h.before, h.after);",
     "if (h.before) return !m_->coordinations.empty();", ["check/unowned_handoff.cpp"]),
    ("customer-in-the-middle", "the customer is not taken out of the channels", "check/gaps/delivery/customer_in_the_middle.hpp",
     "reach without_her{m, m.customer};", "reach without_her{m};",
     ["check/customer_in_the_middle.cpp"]),
    ("uncovered-failure", "words put a failure right", "life/service_recovery.hpp",
     "r.action != action_kind::act;", "true;", ["check/uncovered_failure.cpp"]),
    ("uncovered-failure, in time", "a rule that is over by then answers", "life/answered_failures.hpp",
     "auto const holds = never_ends_before(i, failure);", "auto const holds = true;", ["check/uncovered_failure.cpp"]),
    ("uncovered-failure, from the beginning", "a rule until the order holds", "life/answered_failures.hpp",
     "return kind != event_kind::ordered && kind != event_kind::cancel_requested;", "return true;",
     ["check/uncovered_failure.cpp"]),
    ("uncovered-failure, beside it", "only what leads to a failure can come before it", "life/answered_failures.hpp",
     "return she_asks || !analysis_->happened().is_sure_before(failure, e);", "return false;",
     ["check/uncovered_failure.cpp"]),
    ("uncovered-failure, asked for", "she asks as soon as it fails", "life/answered_failures.hpp",
     "return she_asks || !analysis_->happened().is_sure_before(failure, e);",
     "return !analysis_->happened().is_sure_before(failure, e);", ["check/uncovered_failure.cpp"]),
    ("uncovered-failure, later", "nothing fails once its part is performed", "life/answered_failures.hpp",
     "if (done && happened.is_sure_before(done, x)) comes_when_done_[t.to.index()] = true;", "",
     ["check/uncovered_failure.cpp"]),
    ("limits of validate", "what the check has told in which the work ended is told", "src/validate.hpp",
     "  keep_finished(found, seen.left_off);\n", "", ["validate/budget.cpp"]),
    ("limits of validate, sound", "what was not finished is sound", "validate.hpp",
     "return is_complete() && !has_errors();", "return !has_errors();", ["validate/budget.cpp"]),
    ("limits of validate, words", "words are told that were under way when the work ended", "src/validate/explainer.hpp",
     "    if (!work_->has_ended()) return x;", "    return x;", ["validate/budget.cpp"]),
    ("limits of validate, held", "steps are never used up", "detail/work_budget.hpp",
     "    if (needed > left_) return leave_off(reason::steps);\n", "", ["validate/budget.cpp"]),
    ("blocked-remedy", "only rules without a gate are looked at", "check/gaps/recovery/blocked_remedy.hpp",
     "return r.gate && r.action != action_kind::refuse &&", "return !r.gate && r.action != action_kind::refuse &&",
     ["check/blocked_remedy.cpp"]),
    ("blocked-remedy, by nobody", "the customer is taken to have committed to everything", "life/committed_actions.hpp",
     "if (is_sellers(m, r.debtor)) continue;",
     "if (is_sellers(m, r.debtor) || r.debtor == m.customer) continue;",
     ["check/blocked_remedy.cpp"]),
    ("broken-by-rule", "what may be over goes on accepting", "check/gaps/recovery/broken_by_rule.hpp",
     "} else if (!at_.bounds(other.until)) {", "} else if (true) {", ["check/broken_by_rule.cpp"]),
    ("broken-by-rule, in time", "a right lasts after the event that ends it", "check/gaps/recovery/broken_by_rule.hpp",
     "if (x.ends_with_event()) not_yet.push_back(x.until.anchor);", "", ["check/broken_by_rule.cpp"]),
    ("rival-rules", "windows are always open together", "check/gaps/recovery/rival_rules.hpp",
     "concern_the_same(i, k) && can_apply_together(a, b);", "concern_the_same(i, k);", ["check/rival_rules.cpp"]),
    ("rival-rules, of one concern", "what is given for any part rivals", "check/gaps/recovery/rival_rules.hpp",
     "if (puts_right_[i.index()] && puts_right_[k.index()]) return true;", "return true;", ["check/rival_rules.cpp"]),
    ("what may have happened together", "what excludes each other can meet", "check/analysis/rules/histories.hpp",
     "return can || can_follow(a, b) || can_follow(b, a);", "return true;", ["check/rival_rules.cpp"]),
    ("late-remedy", "what is done again takes no time", "check/analysis/remedy_times.hpp",
     "constexpr known_time total() const { return gate + action + again; }",
     "constexpr known_time total() const { return gate + action; }", ["check/late_remedy.cpp"]),
    ("misapplied-rule", "the seller is taken to hold the goods from then on", "check/analysis/rules/presumptions.hpp",
     "at[s.of(e)].is_false |= q;", "at[s.of(e)].is_false |= 0;", ["check/misapplied_rule.cpp"]),
    ("silent-failure", "only the customer is asked for", "check/analysis/uninformed.hpp",
     "if (m_->parts[part_id{p}].performer) later[p] = question(p);", "",
     ["check/silent_failure.cpp"]),
    ("uninformed-party", "a gate is nothing that a duty depends on", "check/gaps/delivery/uninformed_party.hpp",
     "if (m.rules[i].gate) f(m.rules[i].debtor, m.rules[i].gate, element{i});", "",
     ["check/uninformed_party.cpp"]),
    ("O2, settled", "money for a carriage is money for what it carries", "life/order/state_reader.hpp",
     "if (!is_with_her(p.part)) return false;", "", ["explore/part_refunds.cpp"]),
    ("E5, ways that nothing leads to", "every way is taken for one that can be taken", "model/builder/ways.hpp",
     "is_life(from) && !is_led_to[from.index()])", "false && is_life(from))", ["model/ways.cpp"]),
    ("customer-in-the-middle, channels", "word of the order itself is a channel", "check/analysis/handoffs.hpp",
     "if (makes_a_channel(m, n)) join(n.from, n.to);", "join(n.from, n.to);",
     ["check/customer_in_the_middle.cpp"]),
    ("names, escapes", "what turns words around is shown as it is", "detail/visible_text.hpp",
     "if ((!is_control(code) && !is_of_direction(code)) || kept.find(character) != kept.npos)",
     "if (!is_control(code) || kept.find(character) != kept.npos)", ["report/visible_text.cpp"]),
    ("no-exit", "she is asked while a remedy is due", "check/analysis/exits.hpp",
     "if (closed_[n] || is_remedy_due(n)) return;", "if (closed_[n]) return;",
     ["check/no_exit.cpp"]),
    ("no-exit", "what ends a window can always happen", "life/joint_situation.hpp",
     "if (!can_have_happened(e) || is_excluded(e)) return false;",
     "if (is_excluded(e)) return false;", ["check/joint_situations.cpp"]),
    ("no-exit", "two results of one part go together", "life/joint_situation.hpp",
     "if (!can_have_happened(e) || is_excluded(e)) return false;",
     "if (!can_have_happened(e)) return false;", ["check/joint_situations.cpp"]),
    ("no-exit", "what shows later undoes the completion", "life/joint_situation.hpp",
     "x.kind == event_kind::completed && x.of != itself &&", "x.kind == event_kind::completed &&",
     ["check/no_exit.cpp"]),
    ("no-exit", "a window never ends", "check/analysis/exits.hpp",
     "if (!w.until || !together_.add(w.until)) return false;", "return false;",
     ["check/no_exit.cpp", "check/joint_situations.cpp"]),
    ("no-exit", "every gate can be counted on", "check/analysis/exits.hpp",
     "if (w.gate && !is_gate_sure(w, n)) continue;", "", ["check/joint_situations.cpp"]),
    ("no-exit", "goods that are taken from her stay hers", "check/analysis/exits.hpp",
     "if (takes_from_her(e)) judge(s_->of(e), {});", "", ["check/joint_situations.cpp"]),
    ("overclaimed-term", "the weakest commitment is as good as the claim", "check/analysis/claims.hpp",
     "return names.entails(m.commitments[k].consequent, claimed);",
     "return names.entails(claimed, m.commitments[k].consequent);", ["check/overclaimed_term.cpp"]),
    ("unmeasurable-claim", "a claim of one term is found too", "check/gaps/marketing/unmeasurable_claim.hpp",
     "if (m.claims[i].terms == 0)", "if (m.claims[i].terms < 2)", ["check/unmeasurable_claim.cpp"]),
    ("unmandated-claim", "everybody's claims bind the seller", "check/gaps/marketing/unmandated_claim.hpp",
     "if (!m.parties[m.claims[i].claimant].has_mandate &&", "if (false &&", ["check/unmandated_claim.cpp"]),
    ("unmandated-claim, of its own", "nobody's claim is its own word", "check/gaps/marketing/unmandated_claim.hpp",
     "auto is_own = c.terms > 0;", "auto is_own = false;", ["check/own_words.cpp"]),
    ("two names", "possession has a name of its own", "model/event_names.hpp",
     "return only ? only : e;", "return e;", ["check/own_words.cpp"]),
    ("conflicting-commitments, of a loss", "who bears it before and who bears it after meet", "check/analysis/goods/shared_losses.hpp",
     "is_over(a, e) || is_over(b, e)", "is_over(b, e)", ["check/goods.cpp"]),
    ("unperformed-commitment, of a hand-over", "whoever hands it over has committed to that", "check/analysis/goods/hand_overs.hpp",
     "by == m_->customer || has_committed(by, e)", "true", ["check/goods.cpp"]),
    ("uninsured-leg, two legs", "each carriage hands the good to the customer", "model/builder/derivation.hpp",
     "find_legs(c_, goes_on);", "", ["check/goods.cpp"]),
    ("uninsured-leg, covered", "who covers her does not count", "check/analysis/goods/uninsured_transport.hpp",
     "return r.covers == m_->customer && r.bearer != m_->customer;", "return r.covers && false;", ["check/goods.cpp"]),
    ("in-house work", "a department's commitment is no performance", "model/builder/in_house_work.hpp",
     "all[k.about.index()] = k.debtor;", ";", ["check/goods.cpp"]),
    ("missing-recourse, who causes it", "the seller's own failures are asked for", "check/gaps/delivery/missing_recourse.hpp",
     "return p && !is_sellers(m, p) && p != m.customer;", "return p && p != m.customer;", ["check/causes.cpp"]),
    ("late-by-design, beside", "what comes before beside the anchor takes no time", "check/analysis/claimed_times.hpp",
     "if (passed[p.index()] || inside[p.index()]) return;", "return;", ["check/causes.cpp"]),
    ("uninformed-party, window", "a window is nothing that a duty depends on", "check/gaps/delivery/uninformed_party.hpp",
     "if (r.until && r.until != ordering) f(r.until);", "", ["check/uninformed_party.cpp"]),
    ("uninformed-party, end", "a contract under which one works is word of the cancellation", "life/knowledge.hpp",
     "if (e.kind == event_kind::ordered)", "if (e.kind == event_kind::ordered || e.kind == event_kind::cancelled)",
     ["check/untold_end.cpp", "check/knowledge.cpp"]),
    ("uninformed-party, work", "whoever may have begun has work left", "check/analysis/ends_of_contracts.hpp",
     "is_left_[open[i].index()] = !over_.contains(open[i].index());", "is_left_[open[i].index()] = true;",
     ["check/untold_end.cpp"]),
    ("uninformed-party, error", "word to her is a duty like any other", "check/gaps/delivery/uninformed_party.hpp",
     "if (d.is_word_to_her && !she_knows)", "if (false)", ["check/causes.cpp"]),
    ("dangling-antecedent, hers", "her options dangle", "check/gaps/delivery/dangling_antecedent.hpp",
     "if (t.by == m.customer) has_[t.to.index()] = true;", ";", ["check/causes.cpp"]),
    ("conflicting-commitments", "alternatives are taken to meet", "check/analysis/conflicts.hpp",
     "can_meet(m, s, a.antecedent, b.antecedent)", "true", ["check/conflicting_commitments.cpp"]),
    ("split-accountability", "one firm splits what it owes alone", "check/analysis/shared_duties.hpp",
     "auto const is_other = firm_of(m, m.commitments[i].debtor) != firm;", "auto const is_other = true;", ["check/split_accountability.cpp"]),
    ("impossible-order", "an edge of precedence is read backwards and forwards", "check/gaps/delivery/impossible_order.hpp",
     "f(x.before.index(), x.after.index());", "f(x.before.index(), x.after.index()), f(x.after.index(), x.before.index());",
     ["check/impossible_order.cpp"]),
    ("cyclic-delegation", "a contract for anything passes every part on", "check/analysis/delegation_cycles.hpp",
     "if (auto const p = passed_on(m, m.commitments[i])) f(p, i);", "f(whole, i);",
     ["check/cyclic_delegation.cpp"]),
    ("missing-enabler", "one capability that is provided stands for all", "check/analysis/delegation.hpp",
     "for (auto const& p : m.provisions) provided[p.of.index()] = true;",
     "if (!m.provisions.empty()) for (auto c : m.capabilities.ids()) provided[c.index()] = true;", ["check/missing_enabler.cpp", "check/cases.cpp"]),
    ("unperformed-commitment", "whoever is declared is taken to be under contract", "check/analysis/delegation.hpp",
     "if (is_sellers(*m_, who)) return true;", "return true;", ["check/unperformed_commitment.cpp"]),
    ("weaker-subcontract", "any term of the quality is strong enough", "check/gaps/delivery/weaker_subcontract.hpp",
     "if (names_->entails(t, wanted)) return true;", "if (t.quality == wanted.quality) return true;",
     ["check/weaker_subcontract.cpp"]),
    ("missing-recourse", "the time of a recourse does not matter", "check/gaps/delivery/missing_recourse.hpp",
     "if (!allowed.is_known) return true;", "return true;", ["check/missing_recourse.cpp"]),
    ("late-by-design", "a deadline of the order counts from the part's beginning", "check/analysis/critical_path.hpp",
     "if (!earlier) return from.is_order ? known_time::of({}) : known_time::unknown();",
     "if (!earlier) return known_time::unknown();", ["check/late_by_design.cpp", "check/paths.cpp"]),
    ("imposed-duty", "a commitment to anybody will do", "life/committed_actions.hpp",
     "(c.creditor == m.customer || chain.contains(c.creditor));",
     "(c.creditor || chain.contains(c.creditor));", ["check/imposed_duty.cpp"]),
    ("imposed-duty, money", "who works for the seller pays her back", "life/committed_actions.hpp",
     "auto const& promises = pays_her_back(m, r) ? to_her : to_any;", "auto const& promises = to_any;",
     ["check/imposed_duty.cpp"]),
    ("dangling-antecedent", "a commitment brings about its own condition", "check/gaps/delivery/dangling_antecedent.hpp",
     "return i != but_for;", "return true;", ["check/dangling_antecedent.cpp"]),
    ("uninsured-leg", "a cover counts wherever it is", "check/analysis/goods/uninsured_transport.hpp",
     "return ~covered[n] & ~hers[n];", "return covered[0] & ~covered[0];", ["check/uninsured_leg.cpp"]),
    ("circular-wait", "an anchor is nothing to wait for", "check/analysis/waits.hpp",
     "if (c.consequent.anchor != c.antecedent && c.consequent.quality == &quality_of<deadline>)", "if (false)",
     ["check/circular_wait.cpp"]),
    ("circular-wait, before", "a gate that has passed is waited for again", "check/analysis/waits.hpp",
     "opens = opens || (before[s.of(e)] & question(i)) != 0;", "",
     ["check/circular_wait.cpp"]),
    ("circular-wait, on request", "she asks after nothing has failed", "check/analysis/waits.hpp",
     "if (m_->events[on].kind != event_kind::replacement_requested) return f(on);", "return f(on);",
     ["check/circular_wait.cpp"]),
    ("reversed-remedy", "the direction does not matter", "check/gaps/recovery/reversed_remedy.hpp",
     "if (same_firm(*m_, c.row, creditor)) return true;", "return true;", ["check/reversed_remedy.cpp"]),
    ("surviving-subcontract", "the end of one contract ends all of the creditor's", "check/gaps/recovery/surviving_subcontract.hpp",
     "for (auto const i : ends[debtor]) {", "for (auto const i : m.contract_ends.ids()) {", ["check/surviving_subcontract.cpp"]),
    ("JSON reader", "a member that comes twice is read twice", "io/reader/handler.hpp",
     "source_->tree.member(outer.place, key_) != no_place", "false", [["io/errors.cpp", "io/boost_json.cpp"]]),
    ("consequences", "no claim follows from a disowned part", "check/gaps/marketing/disowned_part.hpp",
     "if (cause.part == effect.part) return true;", "return false;",
     ["check/consequence.cpp", "check/flagship.cpp"]),
    ("knowledge", "notices are not passed on", "life/knowledge.hpp",
     "if (knows.contains(n.from)) news |= tell(n.to);", "", ["check/knowledge.cpp"]),
    ("assurance", "an incentive brings events about", "life/dependable/deadlines.hpp",
     "return c.consequent.quality == &quality_of<deadline> && !c.overrides;",
     "return c.consequent.quality == &quality_of<deadline>;", ["check/assurance.cpp"]),
    ("assurance", "a part that is never due can be counted on", "life/dependable/assurances.hpp",
     "if (!open.is_assured) return open;", "", ["check/joint_situations.cpp"]),
    ("assurance", "what has failed can be completed all the same", "life/dependable/assurances.hpp",
     "if (f != t.from && is_past(f) &&", "if (false &&", ["check/joint_situations.cpp"]),
    ("assurance", "who does not learn that he can begin begins", "life/dependable/assurances.hpp",
     "if (t.from == ordering && !learns_that_it_can_begin(p)) return {};", "",
     ["check/joint_situations.cpp"]),
    ("situations", "nothing goes on after the end of a window", "life/situations.hpp",
     "spread(covered, [&](node n) { return !(r.until && is(n, r.until)); });",
     "spread(covered, [&](node) { return true; });", ["check/situation.cpp"]),
    ("what is certain", "what comes next to it in the tree is dominated too", "life/dominator_tree.hpp",
     "at - first < size_[rank_[earlier]]", "at - first <= size_[rank_[earlier]]",
     ["validate/certainty.cpp"]),
    ("catalogues", "one thread hands over what another has found in the next chunk",
     "validate_all.hpp", "std::swap(slot_of(chunk).found, mine);",
     "std::swap(slot_of(chunk + 1).found, mine);", ["validate/catalogue.cpp"]),
    ("entailment", "the anchor does not matter", "model/terms/term.hpp",
     "a.quality == b.quality && a.anchor == b.anchor", "a.quality == b.quality", ["model/term.cpp"]),
    ("business days", "a weekend takes no time", "model/terms/time.hpp",
     "return (working + (7 - d.days_per_week) * weekends) * one_day;", "return working * one_day;",
     ["model/time.cpp"]),
    ("performers", "nobody passes work on", "model/builder/derivation.hpp",
     "if (!next) break;\n      now = next;", "break;", ["model/performers.cpp"]),
    # Rule by rule of docs/explanation/semantics.md; tests/house/rules.py asks for one of each.
    ("S1, how the order stands", "an end remembers how it stood", "life/order/order_change.hpp",
     "for (auto at = order_plan::phase_at + 1; at < plan_.bytes(); ++at) bytes_[at] = 0;", "",
     ["explore/brute_force.cpp"]),
    ("S2, failures", "they are not counted", "life/order/order_change.hpp",
     "if (is_failure(x.kind)) count_failure();", "", ["explore/brute_force.cpp"]),
    ("S3, what has happened", "it is not remembered", "life/order/order_change.hpp",
     "set(plan_.happened_bit(e, unit));", "", ["explore/brute_force.cpp"]),
    ("S4, who holds a good", "nobody ever does", "life/order/order_change.hpp",
     "if (first == order_plan::none) return; bytes_[plan_.holder_at(first + unit)] =",
     "return; bytes_[plan_.holder_at(first + unit)] =", ["explore/brute_force.cpp"]),
    ("S5, what the seller knows", "it outlives the attempt", "life/order/order_change.hpp",
     "forget(plan_.reported_bit(e, unit));", "", ["explore/brute_force.cpp"]),
    ("S6, money returned", "that it was on her asking is not remembered", "life/order/order_change.hpp",
     "if (on_asking(p)) changes = set(plan_.asked_back_bit(p)) || changes;", "",
     ["explore/part_refunds.cpp"]),
    ("S7, what is remembered", "code does not hear of every failure", "life/order/order_plan.hpp",
     "if (every_failure)", "if (false)", ["explore/own_code.cpp"]),
    ("E1, the order", "goods are with nobody at first", "life/order/order_change.hpp",
     "for (std::size_t u = 0; u < p.units; ++u) leave_with_supplier(p.part, u);\n    settle();",
     "static_cast<void>(p);\n    settle();", ["explore/brute_force.cpp"]),
    ("E2, what can come about", "a part begins before what comes before it", "life/order/order_events.hpp",
     "if (w.from ? !v.has_happened_for(w.from, p.part, unit) : !is_due(v, p)) return false;",
     "if (w.from && !v.has_happened_for(w.from, p.part, unit)) return false;",
     ["explore/brute_force.cpp"]),
    ("E3, once in an attempt", "what is performed can begin", "life/order/order_events.hpp",
     "if (is_of_work && result == p.completed) return false;", "", ["explore/brute_force.cpp"]),
    ("E4, the result", "any takes the place of any", "life/order/order_events.hpp",
     "if (gives_result ? !may_replace(result, w) : v.has_happened(w.to, unit)) return false;",
     "if (!gives_result && v.has_happened(w.to, unit)) return false;", ["explore/brute_force.cpp"]),
    ("E5, after what", "nothing can come about only after another", "life/order/order_results.hpp",
     "if (reached[t.to.index()] || t.to == without) continue;", "if (reached[t.to.index()]) continue;",
     ["explore/attempts.cpp", "explore/brute_force.cpp"]),
    ("E6, custody", "a carrier delivers what he does not hold", "life/order/order_events.hpp",
     "return !w.needs || is_held_by(v, w.holder, w.needs, p, unit);",
     "return true;", ["explore/brute_force.cpp"]),
    ("E6, hers", "she sends back what she does not have", "life/order/order_results.hpp",
     "w.needs = x.good, w.holder = m.customer;", "w.holder = m.customer;",
     ["explore/attempts.cpp", "explore/brute_force.cpp"]),
    ("E7, the budget", "one failure more happens", "life/order/order_events.hpp",
     "return v.failures() < failures_ &&", "return v.failures() <= failures_ &&",
     ["explore/brute_force.cpp"]),
    ("E8, at once", "nothing is in stock", "life/order/order_change.hpp",
     "if (!p.is_in_stock || view.is_done(p.part)) continue;", "continue;",
     ["explore/brute_force.cpp"]),
    ("E9, knowing", "word of it does not reach the seller", "life/order/order_change.hpp",
     "set(plan_.reported_bit(e, unit));\n    settle();", "settle();", ["explore/brute_force.cpp"]),
    ("E10, leaving", "she never leaves", "explore/order/order_moves.hpp",
     "if (model().paid == payment::on_the_spot)", "if (false)", ["explore/brute_force.cpp"]),
    ("E11, time passes", "though what it waits for has come", "life/order/order_events.hpp",
     "if (v.has_happened(w.to, unit) || has_come(v, w.to, p, unit)) return false;",
     "if (v.has_happened(w.to, unit)) return false;", ["explore/brute_force.cpp"]),
    ("E11, one after the other", "the longer time passes first", "life/order/order_events.hpp",
     "if (!v.has_happened(e, unit) && !has_come(v, e, p, unit)) return false;", "",
     ["explore/brute_force.cpp"]),
    ("E12, a failure too", "it never is", "explore/order/order_moves.hpp",
     "auto const fails = events_.is_failure_too(v, part, unit, w);", "auto const fails = false;",
     ["explore/brute_force.cpp"]),
    ("E12, still to come", "nothing hinders what is due", "life/order/order_events.hpp",
     " && !is_hindered(v, x.what, p, unit)", "", ["explore/brute_force.cpp"]),
    ("time passes, for the validator", "though what it waits for may have come",
     "life/dependable/assurances.hpp", "if (x.subject && !now.contains(x.subject)) return;", "",
     ["theorems/sound_promises.cpp", "check/time_outs.cpp"]),
    ("time passes, for the validator", "whatever is due before it", "life/dependable/assurances.hpp",
     "is_sure = is_sure && (known_[due.what.index()].is_assured || now.is_hindered(due.what));", "",
     ["check/time_outs.cpp"]),
    ("a late part's money", "it is no way out", "check/analysis/exits.hpp",
     "if (returns_all_when_late(r) && !is_granted_in_vain(i))", "if (false)", ["check/time_outs.cpp"]),
    ("a late part's remedy", "it answers no failure", "life/answered_failures.hpp",
     "if (comes_by_time_out(i, failure) && is_answer(i)) return true;", "", ["check/time_outs.cpp"]),
    ("mended goods", "all before their carriage is performed", "life/joint_situation.hpp",
     "if (later[p.index()] && earlier[p.index()]) begun_anew_.push_back({p, carriage});", "",
     ["check/time_outs.cpp"]),
    ("carriages", "they are completed without the goods", "life/dependable/assurances.hpp",
     "gets_good_[x.of.index()] = e;", "", ["check/time_outs.cpp"]),
    ("R1, the object of a remedy", "it is always what failed", "explore/order/order_remedies.hpp",
     "return d.does != answer::performs_again && carried ? carried : failed;", "return failed;",
     ["explore/brute_force.cpp"]),
    ("R2, a new attempt", "it begins with the result of the one before", "life/order/order_change.hpp",
     "bytes_[plan_.result_at(at)] = 0;", "", ["explore/brute_force.cpp"]),
    ("R3, other goods", "what is done again is done with other goods", "life/order/order_change.hpp",
     "if (new_goods) leave_with_supplier(p.part, u);", "leave_with_supplier(p.part, u);",
     ["explore/brute_force.cpp"]),
    ("R4, a repair", "what is mended is not there", "life/order/order_change.hpp",
     "if (is_mended || is_hers) complete(p, u);", "", ["explore/brute_force.cpp"]),
    ("R4, with what it came by", "what is mended at her home was never shipped", "life/order/order_change.hpp",
     "for (auto const e : p.until_completed) record(p, e, unit);\n", "",
     ["explore/attempts.cpp", "explore/brute_force.cpp"]),
    ("R5, a refund", "that of all is one of every part", "life/order/order_plan.hpp",
     "if (is_all) parts.clear();", "", ["explore/brute_force.cpp"]),
    ("Q1, her requests", "she asks though all is settled", "explore/order/order_moves.hpp",
     "if (v.is_settled()) return;", "", ["explore/brute_force.cpp"]),
    ("Q2, the policy's acts", "it acts on what is performed", "explore/order/order_moves.hpp",
     "if (v.is_done(p.part, unit)) return;", "", ["explore/brute_force.cpp"]),
    ("Q3, situations", "the first unit ends a window", "life/order/state_reader.hpp",
     "if (r.until && has_happened_to_all_for(r.until, p, unit)) return false;",
     "if (r.until && has_happened_for(r.until, p, unit)) return false;", ["explore/brute_force.cpp"]),
    ("Q4, which rule", "what two firms owe each other is hers", "src/explore/policy.hpp",
     "if (r.creditor != model_.customer) return false;", "", ["explore/brute_force.cpp"]),
    ("O1, kept", "though not all is performed", "life/order/state_reader.hpp",
     "if (!is_done(p.part) || !is_with_her(p.part)) return false;",
     "if (!is_with_her(p.part)) return false;", ["explore/joins.cpp"]),
    ("O3, acceptable", "to leave is no end", "life/order/state_reader.hpp",
     "p == order_phase::paid_back || p == order_phase::left ||", "p == order_phase::paid_back ||",
     ["explore/brute_force.cpp"]),
    ("D1, what can be counted on", "not on her leaving", "explore/order/order_moves.hpp",
     "{.kind = move_kind::leaves, .by = model().customer, .is_dependable = true}",
     "{.kind = move_kind::leaves, .by = model().customer, .is_dependable = false}",
     ["explore/brute_force.cpp"]),
    ("D2, what others are bound to", "nobody who holds a good hands it over", "life/order/order_events.hpp",
     "if (w.is_handing_over && v.units(e.good) > 0 && is_held_by(v, w.by, e.good, p, unit))",
     "if (false)", ["explore/brute_force.cpp"]),
    ("D3, trapped", "without having asked for another one", "life/order/state_reader.hpp",
     "if (open_failure(p.part, u) && replacement(p.part, u) == reply::not_asked) return false;", "",
     ["explore/brute_force.cpp"]),
    # Small searches of parts that meet.
    ("parts that meet", "what comes before what is not followed is forgotten", "life/order/order_plan.hpp",
     "open.push_back(x.before);", "", ["explore/joins.cpp"]),
    ("parts that meet", "what nobody is bound to counts as performed", "explore/joins/quiet_cluster.hpp",
     "if (is_open(n) && ahead[n] != reachability::reachable) return false;", "static_cast<void>(n);",
     ["explore/joins.cpp"]),
    ("parts that meet", "what decides on requests is not followed", "explore/joins/quiet_parts.hpp",
     "if (clusters_.decides(c)) continue;", "", ["explore/joins.cpp"]),
    ("parts that meet", "work that a story needs is not told", "explore/answers/state_paths.hpp",
     "return earlier_->needed_by(m.part); }  // Calls", "return 0; }  // Calls", ["explore/joins.cpp"]),
    ("parts that meet", "she may cancel for ever", "explore/joins/small_searches.hpp",
     "s.taken.insert(s.taken.end(), clusters_.closing(c).begin(), clusters_.closing(c).end());", ";",
     ["explore/joins.cpp"]),
    ("parts that meet", "a policy looks at what nobody notes", "explore/order/policy_call.hpp",
     "if (asked_) asked_->begin(c.part);", "", ["explore/joins.cpp"]),
    ("parts that meet", "no end elsewhere frees her", "explore/answers/explorer.hpp",
     "find_ends(ends);", ";", ["explore/joins.cpp"]),
    ("times of sets", "one set that is kept is enough", "explore/answers/worst_times.hpp",
     "if (auto const& one = (s.*which)[g]) longer(with[f + g], (std::max)(*all[f], *one));",
     "longer(with[f + g], (std::max)(*all[f], (s.*which)[g].value_or(0)));", ["explore/joins.cpp"]),
    ("L1, in time", "the order of names decides, not the time", "monitor/record_order.hpp",
     "return {time_of(e), rank(e.kind),",
     "return {seconds_t{0}, rank(e.kind),", ["monitor/washing_machine.cpp"]),
    ("L2, in the last second", "the very second of a limit is too late", "monitor/order_duties.hpp",
     "d.due == order_life::never ? d.due : (std::max)(d.due + 1, d.since);",
     "d.due == order_life::never ? d.due : (std::max)(d.due, d.since);", ["monitor/washing_machine.cpp"]),
    ("L3, late", "what comes in late is not judged", "monitor/book/order_book.hpp",
     "log.judge_again(passed_);",
     "", ["monitor/washing_machine.cpp"]),
    ("L4, twice", "a record counts as often as it comes", "monitor/order_log.hpp",
     "if (!e.id.empty()) {\n      auto const same",
     "if (e.id == \"never\") {\n      auto const same", ["monitor/washing_machine.cpp"]),
    ("L5, out of place", "whatever happens fits", "monitor/order_life.hpp",
     "return w.to == e && relation.can_come_about(read(), p, unit, w);",
     "return w.to == e;", ["monitor/washing_machine.cpp"]),
    ("L6, over", "an order that is over is never retired", "monitor/order_log.hpp",
     "return seen_at_ + settles_after_ + keeps_ended;",
     "return never;", ["monitor/washing_machine.cpp"]),
    ("L6, full", "an order takes any number of records", "monitor/order_log.hpp",
     "if (records_.size() + withdrawn_.size() >= most) return taken::refused;",
     "", ["monitor/washing_machine.cpp"]),
    ("A1, forgotten", "word of an attempt that is over stays owed", "monitor/order_duties.hpp",
     "d.state == duty_state::owed && d.unit == unit &&\n          model().events[d.event].of == p)\n        d.state = duty_state::dropped;",
     "d.state == duty_state::owed && d.unit == unit &&\n          model().events[d.event].of == p)\n        d.state = duty_state::owed;", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("A2, standing", "a failure stands when the order has ended", "monitor/order_life.hpp",
     "return is_ended() ? event_id{} : read().open_failure(p, unit);",
     "return event_id{};", ["monitor/washing_machine.cpp"]),
    ("F1, with the order", "what was promised with an order is not looked at", "monitor/order_life.hpp",
     "if (p.of == of) return p.limit;",
     "if (p.of == of) break;", ["monitor/washing_machine.cpp"]),
    ("F2, anew", "what firms owe each other does not count anew from a remedy", "monitor/order_watch.hpp",
     "if (!renewed.empty()) count_again(renewed, e.at);",
     "", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("F3, weekends", "a weekend is as good as any day", "monitor/due_time.hpp",
     "if (weekday(day) >= d.days_per_week) continue;",
     "", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("F4, terminated", "an end terminates nothing", "monitor/order_duties.hpp",
     "meet(d, at); else d.state = duty_state::terminated;",
     "meet(d, at);", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("F5, late", "nothing becomes late", "monitor/order_watch.hpp",
     "if (is_of_completion && !life_.is_ended()) become_late(*t, at);",
     "", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("F6, recovered", "nobody has to put anything right in time", "monitor/order_duties.hpp",
     "if (!counts || is_there) continue;",
     "if (counts || is_there) continue;", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("W1, claimed", "claims of being kept informed are not looked at", "monitor/watched_promise.hpp",
     "if (is_failure(m.events[e].kind)) add_claimed_words(knows, e);",
     "", ["monitor/washing_machine.cpp"]),
    ("W2, known", "who knows is told all the same", "monitor/watched_promise.hpp",
     "if (!w.to || knows.contains(w.to)) return;",
     "if (!w.to) return;", ["monitor/washing_machine.cpp"]),
    ("W3, the shortest", "of two times the longer counts", "monitor/order_duties.hpp",
     "if (due < same->due)",
     "if (due > same->due)", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("W4, late", "late word is no breach", "monitor/order_watch.hpp",
     "b.late_by = at - d.due; // W4 add(std::move(b));",
     "b.late_by = at - d.due;", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("C5, the plain way", "a watermelon stands after all", "monitor/book/plain_course.hpp",
     "if (!s_->is_watermelon) return;", "return;", PLAIN),
    ("W3, the plain way", "word that was given before is owed", "monitor/book/plain_standing.hpp",
     "if (!told(w.to, e)) s_->owed_words", "s_->owed_words", PLAIN),
    ("L6, the plain way", "an order is retired though a record of it has come",
     "monitor/book/order_book.hpp", "if (slot == awaits_) return;", "", PLAIN),
    ("C1, wrong", "nothing is ever wrong", "monitor/order_watch.hpp",
     "if (!is_wrong()) return;",
     "if (is_wrong()) return;", ["monitor/washing_machine.cpp"]),
    ("C2, rights", "no request is a right", "monitor/order_watch.hpp",
     "if (e.was == answer::refuses && may_cancel(e.at)) refuse_right(e, whole, number);",
     "", ["monitor/washing_machine.cpp"]),
    ("C3, again", "a first attempt counts as a second", "monitor/order_findings.hpp",
     "if (attempt == 0) return;",
     "", ["monitor/washing_machine.cpp"]),
    ("C4, untold", "an untold customer breaks no promise", "monitor/order_findings.hpp",
     "if (is_hers) break_promise(b);",
     "", ["monitor/washing_machine.cpp"]),
    ("C5, taken back", "a watermelon stays one", "monitor/order_findings.hpp",
     "found_[i].stands = false;",
     "", ["monitor/washing_machine.cpp"]),
    ("C6, in progress", "a part in progress takes no time", "monitor/contracted_end.hpp",
     "return (std::max)(ends == due_time::never ? begins : ends, now_);",
     "return (std::max)(begins, now_);", [["monitor/random.cpp", "monitor/batch_judge.cpp", "monitor/random_log.cpp"]]),
    ("journey, burden", "every next move is a burden", "src/journey/journey_finding.hpp",
     "if (t.next && t.next->by == m.customer && !detail::is_promised_as_hers(m, t.of))",
     "if (t.next && t.next->by == m.customer)", ["journey/path.cpp"]),
    ("journey, companion", "an add-on needs an add-on", "src/journey/journey_finding.hpp",
     "if (c.part) has_companion[c.part.index()] = true;",
     "", ["journey/path.cpp"]),
    ("journey, told once", "a good is told at every step", "src/journey/journey_finding.hpp",
     "has_companion[good.index()] = true;  // told once",
     "", ["journey/path.cpp"]),
    ("journey, worst surface", "what carries her takes away what rubs", "src/journey/friction_walk.hpp",
     "s.rubbing < w.steps[*w.worst].rubbing",
     "s.friction() < w.steps[*w.worst].friction()", ["journey/path.cpp"]),
    ("journey, owner", "the largest friction of one note decides who owns it", "src/journey/friction_walk.hpp",
     "if (other.amount < 0 && owner_of(m, t, other) == who) all += other.amount;",
     "if (&other == &n) all += (std::min)(other.amount, 0);", ["journey/path.cpp"]),
    ("journey, joint standard", "one party makes a standard", "src/journey/touchpoint.hpp",
     "is_joint = is_joint || p != s.agreed_by.front();",
     "is_joint = is_joint || p;", ["journey/path.cpp"]),
    ("journey, backstage", "whoever is named provides what is backstage", "src/journey/touchpoint.hpp",
     "if (provided_.contains({b.by, b.provides})) return;",
     "for (auto const& x : provided_) if (x.second == b.provides) return;", ["journey/path.cpp"]),
    ("journey, quantile", "a rank is rounded down", "src/journey/walk_log.hpp",
     "(sorted.size() * quarters + 3) / 4",
     "sorted.size() * quarters / 4", ["journey/path.cpp"]),
    ("journey, visits", "each record is a visit", "src/journey/walk_log.hpp",
     "auto const is_new = i == 0 || at[step][i].first != at[step][i - 1].first;",
     "auto const is_new = true;", ["journey/path.cpp"]),
    ("below-standard", "another level is below the standard", "src/journey/walk_log.hpp",
     "if (!q.entails(*r.observed, standard->level))",
     "if (!(*r.observed == standard->level))", ["journey/path.cpp"]),
    ("receipt, multiplied", "effects are always added", "src/journey/receipt.hpp",
     "if (how == effects_combined::added) {",
     "if (true || how == effects_combined::added) {", ["journey/receipt.cpp"]),
    ("receipt, rounded", "amounts are cut off", "src/journey/receipt.hpp",
     "rest >= exact.den() - rest ? down + 1 : down",
     "down", ["journey/receipt.cpp"]),
    ("receipt, source", "a figure needs no source", "src/journey/receipt.hpp",
     "if (e.source.empty()) add(where,",
     "if (false) add(where,", ["journey/receipt.cpp"]),
    ("fraction, fits", "products overflow", "journey/fraction.hpp",
     "if (b != 0 && size(a) > most / size(b)) return std::nullopt;",
     "", ["journey/fraction.cpp"]),
    ("staffing, recursion", "the recursion stops one server early", "src/journey/staffing.hpp",
     "for (std::uint32_t k = 0; k < servers; ++k) b =",
     "for (std::uint32_t k = 1; k < servers; ++k) b =", ["journey/staffing.cpp"]),
    ("staffing, waiting", "who finds a seller busy waits a whole service", "src/journey/staffing.hpp",
     "w.turn = flow.service_time / free;",
     "w.turn = flow.service_time / sellers;", ["journey/staffing.cpp"]),
    ("staffing, stable", "a full shop has a steady state", "src/journey/staffing.hpp",
     "if (!(flow.load() < sellers))",
     "if (!(flow.load() <= sellers))", ["journey/staffing.cpp"]),
    ("staffing, least", "one seller more than needed", "src/journey/staffing.hpp",
     "if (load < n && detail::waiting_of(flow, n, b).keeps(goal)) return n;",
     "if (load < n && detail::waiting_of(flow, n, b).keeps(goal)) return n + 1;", ["journey/staffing.cpp"]),
    ("association, corrected", "V is not corrected", "src/journey/association.hpp",
     "phi_squared - freedom / (n - 1)",
     "phi_squared", ["journey/association.cpp"]),
    ("association, size", "the table is not taken for smaller", "src/journey/association.hpp",
     "std::sqrt(contingency / (shrunk - 1))",
     "std::sqrt(contingency / smaller)", ["journey/association.cpp"]),
    ("association, interval", "an interval for 95 % is one for 80 %", "src/journey/association.hpp",
     "auto const tail = (1 - confidence) / 2;",
     "auto const tail = (1 - confidence) * 2;", ["journey/association.cpp"]),
    ("association, wider", "the interval is not made wider", "src/journey/association.hpp",
     "(2 * freedom + n * shares.variance()) / (2 * freedom + 4 * a.chi_squared)",
     "1.0", ["journey/association.cpp"]),
    ("inconsistent-advice", "only the record before is looked at", "src/journey/advice.hpp",
     "log[i].advised != log[n.first].advised",
     "log[i].advised != log[i - (i != 0)].advised", ["journey/advice.cpp"]),
    ("advice, decides", "the strongest decides, however near the others", "src/journey/advice.hpp",
     "(*other.second)->high < (*mine)->low;",
     "(*other.second)->v <= (*mine)->v;", ["journey/advice.cpp"]),
    ("advice, misfit", "what is not known is met", "src/journey/advice.hpp",
     "if (!std::any_of(product.facts.begin(),",
     "if (!product.facts.empty() && !std::any_of(product.facts.begin(),", ["journey/advice.cpp"]),
    ("exposure, order", "the order is that of rounded amounts", "src/journey/exposure.hpp",
     "return is_less(b.exact, a.exact);",
     "return b.exposure.minor_units < a.exposure.minor_units;", ["journey/exposure.cpp"]),
    ("exposure, populations", "two populations are mixed", "src/journey/exposure.hpp",
     "other->population != p.population",
     "false", ["journey/exposure.cpp"]),
    ("what outlives", "what was told is not kept in a snapshot", "monitor/book/order_keeper.hpp",
     "log.standing_ = std::move(k.standing);", "", [DURABLE]),
    ("what outlives, remarks", "what was remarked is not kept in a snapshot", "monitor/book/order_keeper.hpp",
     "log.told_remarks_ = std::move(k.remarks);", "", [DURABLE]),
    ("what outlives, of the retired", "counts of retired orders are not kept in a snapshot", "monitor/book/order_keeper.hpp",
     "b.retired_ = std::move(kept.retired);", "", [DURABLE]),
    ("frames, content", "nobody looks at the checksum of a frame", "monitor/state/frames.hpp",
     "if (byte_reader{all.substr(length)}.fixed() != chain) return frame_status::damaged_content;", "",
     ["monitor/journal.cpp"]),
    ("frames, length", "nobody looks at the checksum of a length", "monitor/state/frames.hpp",
     "if (r.fixed() != of_length || length > longest_frame)", "if (length > longest_frame)",
     ["monitor/journal.cpp"]),
    ("frames, promise", "a snapshot of any promise will do", "src/monitor/snapshot.hpp",
     "if (h.promise != promise)", "if (false)", ["monitor/journal.cpp"]),
    ("journal, first", "a record counts before it is written", "src/monitor/journal.hpp",
     "if (auto faults = write(); !faults.empty()) return faults;\n  for (auto const& e : some) watch_.observe(e);",
     "for (auto const& e : some) watch_.observe(e);\n  if (auto faults = write(); !faults.empty()) return faults;",
     ["monitor/journal.cpp"]),
    ("journal, cut off", "half of an entry stays in the journal", "src/monitor/journal.hpp",
     "is_broken_ = !journal_.cut(size_);", "", ["monitor/journal.cpp"]),
    ("journal, once", "what the snapshot has is taken in again", "src/monitor/journal.hpp",
     "if (is_checked && in.place().sequence > known.sequence) replay(in.entry);",
     "if (is_checked) replay(in.entry);", ["monitor/journal.cpp"]),
    ("journal, of one run", "a snapshot goes with any journal", "src/monitor/journal.hpp",
     "return p.sequence == known.sequence && p.checksum != known.checksum;", "return false;",
     ["monitor/journal.cpp"]),
    ("journal, compacted", "an erased order stays in the journal", "src/monitor/journal.hpp",
     "in.place().sequence < found->second)", "false)", [DURABLE]),
    ("sketch, error", "a bucket of durations is too wide", "monitor/duration_sketch.hpp",
     "return told_of(low) * 100 / 99 + 1;", "return told_of(low) * 100 / 98 + 1;",
     ["monitor/duration_sketch.cpp"]),
    ("sketch, merged", "a bucket is merged as one", "monitor/duration_sketch.hpp",
     "for (auto const& b : other.buckets_) add_to(b.number, b.count);",
     "for (auto const& b : other.buckets_) add_to(b.number, 1);", ["monitor/duration_sketch.cpp"]),
    ("partitions, in time", "a partition does not know the time of the others", "partition.hpp",
     "in.add({now_, std::move(e), {}});", "in.add({detail::monitor_thread::no_time, std::move(e), {}});",
     [DURABLE]),
    ("partitions, whole", "what a partition was given last is forgotten", "partition.hpp",
     "~monitor_thread() {\n    hand_over();", "~monitor_thread() {", ["threads/partitioned_monitor.cpp"]),
    ("EPCIS, the table", "a disposition does not matter", "io/log/epcis_words.hpp",
     "(m.disposition.empty() || m.disposition == disposition))", "true)", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, words", "a URN is none of CBV", "io/log/epcis_words.hpp",
     "if (text.starts_with(urn) && text.substr(urn.size()).starts_with(v.urn))", "if (false)",
     [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, rules", "a rule is of any place", "io/log/epcis_meanings.hpp",
     "begins(r.location, e.location)", "true", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, orders", "the last of the types counts", "io/log/epcis_records.hpp",
     "if (is_by_transaction_) return;", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, objects", "nothing is remembered of them", "io/log/epcis_records.hpp",
     "if (!e.is_wrong) learn(e);", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, objects, in each other", "what is taken out stays in", "io/log/epcis_objects.hpp",
     "for (auto const o : objects) inside.erase(std::string{o});", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, units", "a parcel is a unit", "io/log/epcis_records.hpp",
     "if (!is_class_of(o.id, good) || is_unopened(o.id)) return false;", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, units, of orders", "an object is of every order", "io/log/epcis_records.hpp",
     "std::find(known->begin(), known->end(), order) != known->end();", "true;", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, units, by number", "one that did not occur keeps its unit", "io/log/epcis_objects.hpp",
     "if (!taken.empty() && taken == record) taken.clear();", "(void)taken;", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, errors", "an event that did not occur is told as one that did", "io/log/epcis_records.hpp",
     "if (!e.is_wrong) return records.push_back(r);", "return records.push_back(r);", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("EPCIS, word", "whoever reads the log knows before it is recorded", "io/log/epcis_records.hpp",
     "r.at = (std::max)(e.at, e.recorded_at);", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("foreign logs, brackets", "any bracket closes any", "io/log/log_splitter.hpp",
     "else if ((open_.back() == '{') == (c == '}'))", "else", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("foreign logs, bounds", "an event is as long as it likes", "io/log/log_splitter.hpp",
     "is_too_long_ = is_too_long_ || element_.size() >= limits_->bytes;", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("foreign logs, places", "lines of the events do not count for what follows them", "io/log/log_splitter.hpp",
     "rest_.cuts.push_back({rest_place_, after});", "(void)after;", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("foreign logs, times", "a fraction may be of anything", "io/log/timestamp.hpp",
     "|| point != 19", "", [["io/epcis.cpp", "io/boost_json.cpp"]]),
    ("OCEL, orders", "objects of every type lead to an order", "io/log/ocel_objects.hpp",
     "if (x.is != role::through ||", "if (x.is == role::order ||", [["io/ocel.cpp", "io/boost_json.cpp"]]),
    ("OCEL, events first", "events are read before the objects", "io/log/ocel_reader.hpp",
     "if (!has_objects_) return hold(e);", "", [["io/ocel.cpp", "io/boost_json.cpp"]]),
    ("OCEL, objects", "an object that comes twice is another one", "io/log/ocel_reader.hpp",
     "if (objects_.is_declared(*id))", "if (false)", [["io/ocel.cpp", "io/boost_json.cpp"]]),
]


def build_and_run(sources, include, main, out):
    """Compiles the tests into one program; returns the failed test cases, or None if it crashed."""
    files = [ROOT / "tests" / s for s in sources]
    if any('#include "support/' in file.read_text() for file in files):
        files += sorted((ROOT / "tests/support").glob("*.cpp"))
    command = [CXX, *FLAGS, f"-I{include}", f"-I{ROOT}/tests", str(main), *map(str, files), "-o", str(out)]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode != 0:
        return ["does not compile"] if "error:" in made.stderr else ["compiler failed: " + made.stderr[-200:]]
    try:
        run = subprocess.run([str(out), "--report_level=detailed", "--log_level=nothing", "--color_output=no"],
                             capture_output=True, text=True, cwd=ROOT, timeout=300)
    except subprocess.TimeoutExpired:
        return ["does not end"]
    failed = re.findall(r'Test case "([^"]+)" has (?:been )?(?:failed|aborted)', run.stderr + run.stdout)
    return failed if failed or run.returncode == 0 else ["crashes"]


def place_of(mutation, include):
    """The header, the pattern of the text in it, and what is wrong with the place, if anything."""
    header, old = mutation[2:4]
    file = include / "lupaus" / header
    pattern = re.compile(r"\s+".join(re.escape(word) for word in old.split()))
    if not file.is_file():
        return file, pattern, f"STALE: there is no {header}"
    found = len(pattern.findall(file.read_text()))
    return file, pattern, "" if found == 1 else f"STALE: the text stands {found} times in {header}"


def stale():
    """Says which mutations have gone stale, or name a test that is not there."""
    faults = []
    for mutation in MUTATIONS:
        _, _, fault = place_of(mutation, ROOT / "include")
        faults += [f"{mutation[0]}: {fault}"] if fault else []
        for test in mutation[5]:
            for source in test if isinstance(test, list) else [test]:
                if not (ROOT / "tests" / source).is_file():
                    faults.append(f"{mutation[0]}: there is no tests/{source}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def heading(name, what, header):
    """The beginning of a row of the page."""
    return f"| {name} | {what} (`{header}`) |"


def rows_of_page():
    """From the beginning of each row to the tests that went red."""
    rows = {}
    for line in PAGE.read_text().splitlines() if PAGE.is_file() else ():
        if found := re.match(r"(\| .+ \| .+ \(`[^`]+`\) \|) (.*) \|$", line):
            rows[found[1]] = found[2]
    return rows


def mutate(mutation, main, folder):
    name, what, header, old, new, tests = mutation
    work = folder / str(MUTATIONS.index(mutation))  # several may have one name
    shutil.copytree(ROOT / "include", work / "include")
    file, pattern, fault = place_of(mutation, work / "include")
    if fault:
        return name, what, fault, []
    file.write_text(pattern.sub(lambda _: new, file.read_text()))
    red = []
    proofs = PROOF if "--proofs" in sys.argv else []
    for i, group in enumerate([t if isinstance(t, list) else [t] for t in tests] + [[p] for p in proofs]):
        for case in build_and_run(group, work / "include", main, work / f"test{i}"):
            red.append(f"{group[0]}: {case}")
    shutil.rmtree(work)
    return name, what, header, red


def main():
    if "--stale" in sys.argv:
        return stale()
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    known = rows_of_page()
    chosen = [m for m in MUTATIONS if (not names or m[0] in names)
              and not ("--missing" in sys.argv and heading(*m[:3]) in known)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        runner = folder / "main.o"
        subprocess.run([CXX, *FLAGS, "-c", f"-I{ROOT}/include", str(ROOT / "tests/main.cpp"), "-o", str(runner)],
                       check=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda m: mutate(m, runner, folder), chosen))
    rows = {}
    survivors = 0
    for name, what, header, red in results:
        survivors += not red
        shown = "<br>".join(f"`{r.split(': ', 1)[0]}` {r.split(': ', 1)[1].replace('_', ' ')}" for r in red[:6])
        if len(red) > 6:
            shown += f"<br>and {len(red) - 6} more"
        rows[heading(name, what, header)] = shown or "**none**"
    top = ["| broken | how | tests that go red |", "|---|---|---|"]
    print("\n".join(top + [f"{h} {shown} |" for h, shown in rows.items()]))
    if "--update" in sys.argv:
        all_rows = known | rows
        lines = top + [f"{h} {all_rows[h]} |" for h in (heading(*m[:3]) for m in MUTATIONS)
                       if h in all_rows]
        PAGE.write_text(
            "# The tests can fail\n\n"
            "Each row breaks the library in one place and lists the tests that notice. Made by\n"
            "`tests/mutate.py --update`; a row without a red test would be a hole in the tests, and the\n"
            "script then exits with 1. Of many red tests six are shown. With `--proofs` the planted gaps and the\n"
            "oracle are run against each as well.\n\n" + "\n".join(lines) + "\n")
    if survivors:
        print(f"{survivors} mutations survived", file=sys.stderr)
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
