// SPDX-License-Identifier: BSL-1.0
//
// What must not change what the explorer finds, and what may change it in one direction only.
#include "support/chooser.hpp"
#include "support/retold.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/model/element_text.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace lupaus;
using proof::chooser, proof::description, proof::mention, proof::rule_says;

std::size_t budget_of(description const& d) { return d.seed / 3 % 3; }

verdict explored(model const& m, std::size_t budget) {
  return explore(m, {.failures = budget, .limits = {.states = 800}, .together = true});
}

part_id part_of(model_view const& m, std::string_view name) {
  for (auto p : m.parts.ids())
    if (name_of(m, p) == name) return p;
  return {};
}

/// The length of the shortest trap; 0 without any.
std::size_t shortest_trap(verdict const& v) {
  std::size_t shortest = 0;
  for (auto const& s : v.stories)
    if (s.ends == ending::trapped && (shortest == 0 || s.moves.size() < shortest))
      shortest = s.moves.size();
  return shortest;
}

/// All that is found but the words.
std::string found(verdict const& v) {
  std::ostringstream out;
  auto const time = [&](std::optional<seconds_t> t) {
    out << (t ? std::to_string(*t) : "-") << ' ';
  };
  out << v.seen.states << " states, depth " << v.seen.depth << ", trapped " << v.trapped
      << ", doomed " << v.doomed << ", by nothing " << v.released_by_nothing << ", contacts "
      << (v.most_contacts ? std::to_string(*v.most_contacts) : "-") << ", missed_notices "
      << v.missed_notices.size() << ", broken steps " << v.encounter.breaks.size() << ", shortest "
      << shortest_trap(v) << ", times ";
  time(v.times.until_acceptable), time(v.times.until_kept), time(v.times.longest_limbo);
  return out.str() + (v.times.has_unbound_waits ? "unbound" : "bound");
}
std::string difference(std::string const& one, std::string const& other) {
  return one == other ? std::string{} : "found\n  " + one + "\nand then\n  " + other;
}

/// How she is trapped or doomed: by which failure, and after how many moves.
std::vector<std::string> all_traps(verdict const& v) {
  std::vector<std::string> all;
  for (auto const& s : v.stories)
    all.push_back(std::string{to_string(s.ends)} + " after " + std::to_string(s.moves.size()) +
                  (s.failure ? " by " + name_of(v.model(), s.failure) : " by nothing") + "; ");
  return all;
}
std::string joined(std::vector<std::string> const& all) {
  std::string text;
  for (auto const& one : all) text += one;
  return text;
}
std::string traps(verdict const& v) { return joined(all_traps(v)); }
/// The same in any order of declaration.
std::string sorted_traps(verdict const& v) {
  auto all = all_traps(v);
  std::sort(all.begin(), all.end());
  return joined(all);
}

// ---- other names -------------------------------------------------------------------------------

std::string renamed_differently(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  proof::renaming names;
  auto const n = proof::to_model(renamed(d, names));
  if (!n) return "it does not build under other names";
  auto const v = explored(*m, budget_of(d)), w = explored(*n, budget_of(d));
  // Move by move: nothing is sorted by name.
  if (v.stories.size() != w.stories.size()) return "another number of stories";
  for (std::size_t i = 0; i < v.stories.size(); ++i)
    if (v.stories[i].moves != w.stories[i].moves || v.stories[i].failure != w.stories[i].failure)
      return "another story";
  return difference(found(v), found(w));
}

// ---- another order -----------------------------------------------------------------------------

/// Rules that may answer the same: those on a request to cancel, and all others.
bool is_on_cancellation(proof::rule_says const& r) {
  return r.on.kind == event_kind::cancel_requested;
}
/// Shuffles rules, and leaves those that may answer the same in their order: of those that give her
/// something the first is followed.
void shuffle_rules(chooser& r, std::vector<proof::rule_says>& rules) {
  std::vector<proof::rule_says> on_cancellation, others;
  for (auto& x : rules) (is_on_cancellation(x) ? on_cancellation : others).push_back(std::move(x));
  rules.clear();
  auto a = on_cancellation.begin(), b = others.begin();
  while (a != on_cancellation.end() || b != others.end()) {
    auto const is_first = b == others.end() || (a != on_cancellation.end() && r.chance(50));
    rules.push_back(std::move(is_first ? *a++ : *b++));
  }
}

/// In another order, except where it means something: that of rules that may answer the same, of
/// contracts on one part the first told, and so of promises of word on one part.
description reordered(description d) {
  chooser r{d.seed};
  auto const is_of_word = [](proof::commitment_says const& c) {
    return !c.term.empty() && c.term[0].quality == proof::quality_name::informed;
  };
  std::vector<proof::commitment_says> contracts, promises;
  for (auto& c : d.commitments)
    (c.creditor == d.customer && !is_of_word(c) ? promises : contracts).push_back(c);
  r.shuffle(promises);
  d.commitments = std::move(promises);
  std::move(contracts.begin(), contracts.end(), std::back_inserter(d.commitments));
  r.shuffle(d.abilities);
  shuffle_rules(r, d.rules);
  shuffle_tables(r, d);
  return d;
}

std::string reordered_differently(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto const other = reordered(d);
  auto const n = proof::to_model(other);
  if (!n) return "it does not build in another order";
  auto const v = explored(*m, budget_of(d)), w = explored(*n, budget_of(d));
  if (!v.seen.is_complete() || !w.seen.is_complete()) return {};
  auto const text = difference(found(v) + sorted_traps(v), found(w) + sorted_traps(w));
  return text.empty() ? text : "told in another order:\n" + to_string(other) + text;
}

// ---- one more way out --------------------------------------------------------------------------

std::string an_exit_traps(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  chooser r{d.seed};
  auto const v = explored(*m, budget_of(d));
  if (!v.seen.is_complete()) return {};
  // One that is open at all times frees her at all times, whatever other rules say.
  auto const accept = rule_says{0, proof::of_order(event_kind::cancel_requested), d.seller,
                                d.customer, action_kind::accept};
  auto always = d;
  always.rules.insert(
      always.rules.begin() + static_cast<std::ptrdiff_t>(r.below(d.rules.size() + 1)), accept);
  auto const n = proof::to_model(always);
  if (!n) return {};
  auto const w = explored(*n, budget_of(d));
  if (!w.stories.empty() || w.doomed > 0 || w.trapped > 0)
    return "she may cancel at any time, and is trapped";
  // One that is open at times may come too late, but traps nobody who was free without it.
  auto at_times = d;
  auto some = accept;
  std::vector<mention> events;
  for (auto const& e : d.events) events.push_back(e.said());
  for (auto const& p : d.parts) events.push_back(proof::completed(p.name));
  (r.chance(50) ? some.since : some.until) = r.one_of(events);
  at_times.rules.push_back(some);
  auto const o = proof::to_model(at_times);
  if (!o) return {};
  auto const x = explored(*o, budget_of(d));
  if (!x.seen.is_complete()) return {};
  if (v.never_traps() && !x.never_traps()) return "one more way out, and she is trapped";
  if (shortest_trap(x) != 0 && shortest_trap(x) < shortest_trap(v))
    return "one more way out, and she is trapped sooner";
  return {};
}

// ---- more failures -----------------------------------------------------------------------------

std::string failures_free(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  for (std::size_t budget = 0; budget < 3; ++budget) {
    auto const v = explored(*m, budget), w = explored(*m, budget + 1);
    if (!v.seen.is_complete() || !w.seen.is_complete()) return {};
    auto const at = " at " + std::to_string(budget + 1) + " failures";
    if (w.trapped < v.trapped || w.doomed < v.doomed) return "fewer states trap her" + at;
    if (v.seen.states > w.seen.states) return "fewer states" + at;
    for (auto const& s : v.stories) {
      // Who was doomed may now be trapped.
      auto const same = std::find_if(w.stories.begin(), w.stories.end(), [&](story const& t) {
        return t.failure == s.failure && (t.ends == s.ends || t.ends == ending::trapped);
      });
      if (same == w.stories.end()) return "a story is gone" + at;
      if (same->ends == s.ends && same->moves.size() > s.moves.size())
        return "a story is longer" + at;
    }
  }
  return {};
}

// ---- a milestone -------------------------------------------------------------------------------

std::string a_milestone_matters(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  chooser r{d.seed};
  auto e = d;
  auto const part = r.one_of(d.parts).name;
  for (auto const& a : d.abilities)  // what is there at once, with a step on the way takes a move
    if (a.what == part && a.time.n == 0) return {};
  e.events.push_back({.part = part, .name = "milestone", .kind = event_kind::step});
  auto const n = proof::to_model(e);
  if (!n) return "it does not build with a milestone";
  auto const v = explored(*m, budget_of(d)), w = explored(*n, budget_of(d));
  if (!v.seen.is_complete() || !w.seen.is_complete()) return {};
  return difference(traps(v), traps(w));
}

// ---- since the order ---------------------------------------------------------------------------

std::string since_the_order_matters(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto e = d;
  for (auto& r : e.rules)
    if (!r.since) r.since = proof::of_order(event_kind::ordered);
  auto const n = proof::to_model(e);
  if (!n) return "it does not build with rules since the order";
  auto const v = explored(*m, budget_of(d)), w = explored(*n, budget_of(d));
  return difference(found(v) + traps(v), found(w) + traps(w));
}

// ---- another name of an event ------------------------------------------------------------------

/// Where one event alone hands a good to her, that is how she comes to possess it.
std::string possession_is_another_event(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto e = d;
  auto has_some = false;
  for (auto const& c : d.carries) {
    auto hands = 0;
    for (auto const& x : m->view().events)
      hands += x.good && x.holder == m->view().customer && name_of(*m, x.good) == c.b;
    if (hands != 1) continue;
    auto const possession = proof::possession(c.b), completion = proof::completed(c.a);
    if (m->view().events[find_event(*m, event_kind::completed, part_of(*m, c.a))].good)
      proof::for_each_mention(e, [&](mention& x) {
        if (x == possession) x = completion, has_some = true;
      });
  }
  if (!has_some) return {};
  auto const n = proof::to_model(e);
  if (!n) return "it does not build with the other name";
  auto const v = explored(*m, budget_of(d)), w = explored(*n, budget_of(d));
  if (!v.seen.is_complete() || !w.seen.is_complete()) return {};
  auto const text = difference(traps(v), traps(w));
  return text.empty() ? text : "with\n" + to_string(e) + text;
}

// ---- a window in two ---------------------------------------------------------------------------

std::string two_halves_matter(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  chooser r{d.seed};
  std::vector<mention> events;
  for (auto const& e : d.events) events.push_back(e.said());
  for (auto const& p : d.parts) events.push_back(proof::completed(p.name));
  for (std::size_t i = 0; i < d.rules.size(); ++i) {
    if (d.rules[i].since || d.rules[i].until) continue;
    if (d.rules[i].on.kind != event_kind::cancel_requested) continue;
    auto e = d;
    auto half = d.rules[i];
    half.since = e.rules[i].until = r.one_of(events);
    half.tag = 1000 + half.tag;
    e.rules.insert(e.rules.begin() + static_cast<std::ptrdiff_t>(i) + 1, half);
    auto const n = proof::to_model(e);
    if (!n) return {};
    auto const v = explored(*m, budget_of(d)), w = explored(*n, budget_of(d));
    if (!v.seen.is_complete() || !w.seen.is_complete()) return {};
    auto const text = difference(traps(v), traps(w));
    return text.empty() ? text : "with\n" + to_string(e) + text;
  }
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(what_changes_no_trap)

BOOST_AUTO_TEST_CASE(other_names) {
  proof::hold_on_random(proof::runs(200), proof::small_promise, renamed_differently);
}

BOOST_AUTO_TEST_CASE(a_milestone) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, a_milestone_matters);
}

BOOST_AUTO_TEST_CASE(rules_that_hold_since_the_order) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, since_the_order_matters);
}

BOOST_AUTO_TEST_CASE(two_names_of_one_event) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, possession_is_another_event);
}

BOOST_AUTO_TEST_CASE(a_window_in_two_halves) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, two_halves_matter);
}

BOOST_AUTO_TEST_CASE(another_order_of_telling) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, reordered_differently);
}

BOOST_AUTO_TEST_CASE(one_more_way_out_traps_nobody) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, an_exit_traps);
}

BOOST_AUTO_TEST_CASE(more_failures_free_nobody) {
  proof::hold_on_random(proof::runs(200), proof::small_promise, failures_free);
}

BOOST_AUTO_TEST_SUITE_END()
