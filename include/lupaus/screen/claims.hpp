// SPDX-License-Identifier: BSL-1.0
//
// marketing / fulfilment over masks: for each check, what finds the same in less time, or tells
// that there is nothing to find.
#pragma once

#include "lupaus/check/gaps/marketing/accountability.hpp"
#include "lupaus/check/gaps/marketing/claims.hpp"
#include "lupaus/check/gaps/marketing/overclaim.hpp"
#include "lupaus/screen/screened.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

class claims_screen {
 public:
  void begin() { has_judged_ = false; }

  template <class Sink>
  void find(checks::disowned_part_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_answerable)) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::unmandated_claim_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_lack_mandate)) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::unmeasurable_claim_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_bare_claims)) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::unbacked_claim_fn const&, screened& s, Sink&& sink) {
    judge(s);
    for (auto const i : unbacked_) sink(claim_finding(gaps::unbacked_claim, *s.m, i));
  }
  template <class Sink>
  void find(checks::overclaimed_term_fn const& check, screened& s, Sink&& sink) {
    judge(s);
    for (auto const& e : overclaimed_) {
      if (!e.is_known) {
        check.of(*s.m, e.of, sink);
        continue;
      }
      auto f = claim_finding(gaps::overclaimed_term, *s.m, e.of);
      f.late_by = e.late_by;
      sink(f);
    }
  }
  template <class Sink>
  void find(checks::conflicting_commitments_fn const& check, screened& s, Sink&& sink) {
    if (s.d.has(digest_row::some_exclude)) check(*s.m, sink);
  }
  template <class Sink>
  void find(checks::split_accountability_fn const& check, screened& s, Sink&& sink) {
    for (std::size_t i = 0; i < s.d.contracts.size(); ++i)
      if (auto const c = s.d.contracts[i]; c.creditor == s.d.customer && c.debtor != s.d.customer &&
                                           c.quality != digest_row::none &&
                                           (c.flags & digest_row::contract::overrides) == 0)
        return check(*s.m, sink);
  }

 private:
  /// A claim that says too much, and how far the strongest commitment falls short of it at most.
  struct excess {
    claim_id of;
    seconds_t late_by = 0;
    bool is_known = true;
  };

  /// Finds the claims with a term that nothing backs, or nothing as strong.
  void judge(screened& s) {
    if (has_judged_) return;
    has_judged_ = true;
    unbacked_.clear();
    overclaimed_.clear();
    for (std::size_t i = 0; i < s.d.claimed.size(); ++i) {
      auto const found = s.backing_of(i);
      if (found.by == screened::backing::enough) continue;
      claim_id const id{s.d.claimed[i].id};
      if (found.by == screened::backing::none) {
        if (unbacked_.empty() || unbacked_.back() != id) unbacked_.push_back(id);
        continue;
      }
      if (overclaimed_.empty() || overclaimed_.back().of != id) overclaimed_.push_back({id});
      auto& known = overclaimed_.back();
      known.is_known = known.is_known && found.is_known;
      known.late_by = std::max(known.late_by, found.shortfall);
    }
  }

  bool has_judged_ = false;
  std::vector<claim_id> unbacked_;
  std::vector<excess> overclaimed_;
};

}  // namespace lupaus::inline v0::detail
