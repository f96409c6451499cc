// SPDX-License-Identifier: BSL-1.0
//
// Random sound promises: what is claimed, what is committed behind it, and how the contracts of the
// performers stand behind that.
#pragma once

#include "support/sound_work.hpp"

#include <string>
#include <utility>
#include <vector>

namespace proof {

class sound_claims : protected sound_work {
 protected:
  using sound_work::sound_work;

  /// So much is claimed, and kept with room to spare. All windows have noon in them.
  amount claimed(quality_name q) {
    if (q == quality_name::price) return hours(1);
    if (q == quality_name::window) return minutes(100 * r_.between(8, 10) + r_.between(15, 20));
    return hours(r_.between(20'000, 50'000));
  }
  amount stronger(quality_name q, amount than) {
    if (q == quality_name::price || r_.chance(10)) return than;
    if (q == quality_name::window)
      return minutes(100 * r_.between(than.n / 100, 12) + r_.between(13, than.n % 100));
    if (q == quality_name::cancellable) return minutes(than.n + 60 * r_.between(0, 10'000));
    return minutes(than.n - 60 * r_.between(0, 10'000));
  }

  /// The seller commits to the term, or to a stronger one, on the part or on what holds it.
  void back(std::string const& about, term_says term) {
    auto const covers =
        term.quality != quality_name::price && term.quality != quality_name::cancellable;
    auto on = covers ? r_.one_of(around(about)) : about;
    // What counts from the end of a part cannot be had before it.
    if (term.anchor && is_leaf(on) && !order_.precedes(term.anchor.part, on)) on = {};
    term.limit = stronger(term.quality, term.limit);
    auto const debtor = somebody_in_house();
    if (term.anchor) inform(debtor, term.anchor);
    auto& c = commit(debtor, d_.customer, on, term.quality, term.limit, term.anchor);
    if (r_.chance(15)) rest(c);
  }
  /// The commitment rests on something, and somebody provides it.
  void rest(commitment_says& c) {
    name_says skill{"skill" + std::to_string(r_.between(1, 3))};
    skill.is_backstage = skill.name == "skill2";
    c.rests_on.push_back(skill);
    for (auto const& known : d_.capabilities)
      if (known.name == skill.name) return;
    d_.capabilities.push_back(skill);
    d_.provides.push_back({r_.chance(50) ? somebody_in_house() : r_.one_of(firms_), skill.name});
  }

  term_says some_term() {
    static std::vector<quality_name> const all{
        quality_name::deadline,    quality_name::informed,  quality_name::recovery,
        quality_name::cancellable, quality_name::condition, quality_name::single_contact,
        quality_name::price,       quality_name::installed, quality_name::window};
    auto const q = r_.one_of(all);
    term_says t{q, claimed(q), {}};
    if (q == quality_name::deadline && r_.chance(25))
      t.anchor = completed(r_.one_of(order_.leaves()));
    return t;
  }
  void tell_claims() {
    for (int i = r_.between(0, 5); i > 0; --i) {
      claim_says c{++tags_, claimant(), some_part(), {}, r_.chance(30)};
      for (int k = r_.between(1, 3); k > 0; --k) {
        c.terms.push_back(some_term());
        back(c.about, c.terms.back());
      }
      d_.claims.push_back(c);
    }
    // And more is kept than is claimed.
    for (int i = r_.between(0, 2); i > 0; --i) back(some_part(), some_term());
    stand_behind();
  }
  std::string claimant() {
    if (r_.chance(10)) {  // somebody who speaks for the seller
      auto const& who = r_.one_of(firms_);
      d_.mandates.push_back({who, true});
      return who;
    }
    return r_.chance(70) ? r_.one_of(desks_) : d_.seller;
  }

  /// Every hop of the work on a part keeps what the seller has committed for it.
  void stand_behind() {
    for (auto const& c : std::vector{d_.commitments}) {
      if (c.creditor != d_.customer || c.term.empty()) continue;
      auto const& t = c.term[0];
      auto const is_personal =
          t.quality != quality_name::deadline && t.quality != quality_name::condition &&
          t.quality != quality_name::installed && t.quality != quality_name::window;
      if (is_personal) continue;
      for (auto const& p : order_.leaves())
        for (auto const& hop : hops_[p])
          if (within(p, c.about) && !is_kept(hop, p, t)) {
            auto const is_deadline = t.quality == quality_name::deadline;
            auto& sub =
                commit(hop.b, hop.a, r_.chance(80) || !is_whole_under(hop, c.about) ? p : c.about,
                       t.quality, is_deadline ? work_time() : stronger(t.quality, t.limit));
            if (r_.chance(10)) rest(sub);
          }
    }
  }
  /// All that the composite holds is passed on between these two.
  bool is_whole_under(pair_says const& hop, std::string const& about) const {
    for (auto const& p : order_.leaves()) {
      auto const at = hops_.find(p);
      auto passes = false;
      if (at != hops_.end())
        for (auto const& x : at->second) passes = passes || (x.a == hop.a && x.b == hop.b);
      if (within(p, about) && !passes) return false;
    }
    return true;
  }
  /// Of work that is due some time after the order; all else is promised once more.
  bool is_kept(pair_says const& hop, std::string const& part, term_says const& wanted) const {
    for (auto const& c : d_.commitments)
      if (c.debtor == hop.b && c.creditor == hop.a && within(part, c.about) && !c.term.empty() &&
          !c.brings_about && c.term[0].quality == wanted.quality && !c.term[0].anchor &&
          (wanted.quality == quality_name::deadline || c.term[0].limit == wanted.limit))
        return true;
    return false;
  }
};

}  // namespace proof
