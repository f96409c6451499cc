// SPDX-License-Identifier: BSL-1.0
//
// Random policies that are no rules: the first line of a table that fits decides. They may be asked
// by the explorer and by its oracle alike, and are not always reasonable.
#pragma once

#include "support/chooser.hpp"

#include "lupaus/explore/order/decision.hpp"
#include "lupaus/model/view.hpp"

#include <cstdint>
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
    lupaus::decision says = {};
  };
  std::vector<line> lines;

  template <class Circumstances>
  lupaus::decision decide(Circumstances const& c) const {
    for (auto const& x : lines)
      if (x.on == c.on && (!x.of || x.of == c.failure) && c.failures() >= x.least_failures &&
          (!x.after || c.has_happened(x.after) != x.not_yet) &&
          (!x.held || c.holder(x.held) == x.holder))
        return x.says;
    return {};
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
      return {waits, refuses, accepts, replaces, performs_again, repairs};
    if (on == occasion::cancellation) return {accepts, refuses, refuses, waits, refunds};
    if (on == occasion::news)
      return {waits, waits, refuses, replaces, performs_again, repairs, refunds};
    return {waits, waits, refuses, refuses, accepts, replaces, performs_again, repairs, refunds};
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

}  // namespace proof
