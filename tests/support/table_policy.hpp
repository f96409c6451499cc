// SPDX-License-Identifier: BSL-1.0
//
// Random policies that are no rules: the first line of a table that fits decides. They may be asked
// by the explorer and by its oracle alike, and are not always reasonable.
#pragma once

#include "support/chooser.hpp"

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace proof {

struct table_policy {
  struct line {
    lupaus::occasion on = {};
    lupaus::event_id of = {};     ///< this failure alone
    lupaus::event_id after = {};  ///< only when that has happened; or, with `not_yet`, has not
    bool not_yet = false;
    std::size_t least_failures = 0;
    lupaus::part_id held = {};  ///< only while nobody but `holder` has this good
    lupaus::party_id holder = {};
    lupaus::event_id counted = {};   ///< only when that has happened `least` times in all attempts
    lupaus::part_id asked_for = {};  ///< only when she has asked for another of it so often
    bool asked_to_cancel = false;    ///< only when she has asked so often to cancel
    std::size_t least = 0;
    std::optional<lupaus::answer> was = {};  ///< of these, only when that was answered last
    lupaus::event_id known = {};             ///< only when `by` was told of it
    lupaus::party_id by = {};
    lupaus::decision says = {};
  };
  std::vector<line> lines;

  template <class Circumstances>
  lupaus::decision decide(Circumstances const& c) const {
    for (auto const& x : lines)
      if (x.on == c.on && (!x.of || x.of == c.failure) && c.failures() >= x.least_failures &&
          (!x.after || c.has_happened(x.after) != x.not_yet) &&
          (!x.held || c.holder(x.held) == x.holder) && has_come_before(c, x))
        return x.says;
    return {};
  }

  /// What it has asked of earlier attempts so far, where somebody wants to know.
  struct questions {
    std::vector<lupaus::event_id> events;
    std::vector<lupaus::part_id> replacements;
    bool cancellations = false;
  };
  std::shared_ptr<questions> asked = {};

 private:
  template <class Circumstances>
  bool has_come_before(Circumstances const& c, line const& x) const {
    if (asked && x.counted) asked->events.push_back(x.counted);
    if (x.counted && c.how_often(x.counted) < x.least) return false;
    if (asked && x.asked_for) asked->replacements.push_back(x.asked_for);
    if (x.asked_for && (c.replacement_requests(x.asked_for, 0) < x.least ||
                        (x.was && c.last_replacement_answer(x.asked_for, 0) != x.was)))
      return false;
    if (asked && x.asked_to_cancel) asked->cancellations = true;
    if (x.asked_to_cancel &&
        (c.cancellation_requests() < x.least || (x.was && c.last_cancellation_answer() != x.was)))
      return false;
    return !x.known || c.is_told(x.by, x.known);
  }
};

/// One for a promise; one in ten answers what makes no sense.
inline table_policy random_policy(lupaus::model_view const& m, std::uint64_t seed) {
  using namespace lupaus;
  chooser r{seed};
  std::vector<part_id> parts, goods;
  for (auto p : m.parts.ids()) {
    parts.push_back(p);
    if (m.parts[p].kind == part_kind::good) goods.push_back(p);
  }
  std::vector<event_id> events, failures;
  for (auto e : m.events.ids()) {
    events.push_back(e);
    if (is_failure(m.events[e].kind)) failures.push_back(e);
  }
  auto const is_wild = r.chance(10);
  auto const answers = [&](occasion on) -> std::vector<answer> {
    using enum answer;
    if (is_wild && r.chance(40))
      return {waits, refuses, accepts, replaces, performs_again, repairs, reduces_price};
    if (on == occasion::cancellation) return {accepts, refuses, refuses, waits, refunds};
    if (on == occasion::news)
      return {waits, waits, refuses, replaces, performs_again, repairs, refunds, reduces_price};
    return {waits,    waits,          refuses, refuses, accepts,
            replaces, performs_again, repairs, refunds, reduces_price};
  };
  table_policy p;
  for (int i = r.between(2, 6); i > 0; --i) {
    table_policy::line x;
    x.on = static_cast<occasion>(r.below(3));
    if (x.on != occasion::cancellation && !failures.empty() && r.chance(60))
      x.of = r.one_of(failures);
    if (r.chance(50)) x.after = r.one_of(events), x.not_yet = r.chance(30);
    if (r.chance(15)) x.least_failures = 2;
    if (!goods.empty() && r.chance(20))
      x.held = r.one_of(goods), x.holder = r.chance(50) ? m.seller : m.customer;
    x.says.does = r.one_of(answers(x.on));
    if (r.chance(60)) x.says.object = r.one_of(parts);
    p.lines.push_back(x);
  }
  return p;
}

/// One that asks of earlier attempts, too.
inline table_policy random_policy_that_counts(lupaus::model_view const& m, std::uint64_t seed) {
  using namespace lupaus;
  auto p = random_policy(m, seed);
  chooser r{seed ^ 0xC0FFEE};
  std::vector<event_id> events;
  for (auto e : m.events.ids())
    if (is_failure(m.events[e].kind) || m.events[e].kind == event_kind::completed)
      events.push_back(e);
  std::vector<part_id> leaves;
  for (auto x : m.parts.ids())
    if (is_leaf(m.parts[x])) leaves.push_back(x);
  std::vector<party_id> parties;
  for (auto x : m.parties.ids()) parties.push_back(x);
  for (auto& x : p.lines) {
    if (r.chance(20)) continue;
    x.least = static_cast<std::size_t>(r.between(1, 3));
    switch (r.below(4)) {
      case 0:
        if (!events.empty()) x.counted = r.one_of(events);
        break;
      case 1: x.asked_for = r.one_of(leaves); break;
      case 2: x.asked_to_cancel = true; break;
      default:
        if (!events.empty()) x.known = r.one_of(events), x.by = r.one_of(parties);
    }
    if (r.chance(40)) x.was = r.chance(50) ? answer::waits : answer::refuses;
  }
  p.asked = std::make_shared<table_policy::questions>();
  return p;
}

}  // namespace proof
