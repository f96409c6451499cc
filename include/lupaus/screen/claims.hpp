// SPDX-License-Identifier: BSL-1.0
//
// marketing / fulfilment over masks: for each check, what finds the same in less time, or tells
// that there is nothing to find.
#pragma once

#include "lupaus/check/accountability.hpp"
#include "lupaus/check/claims.hpp"
#include "lupaus/check/overclaim.hpp"
#include "lupaus/screen/screened.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
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
    for (auto const i : overclaimed_) check.of(*s.m, i, sink);
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
  /// Finds the claims with a term that nothing backs, or nothing as strong.
  void judge(screened& s) {
    if (has_judged_) return;
    has_judged_ = true;
    unbacked_.clear();
    overclaimed_.clear();
    auto const note = [](std::vector<claim_id>& known, std::uint16_t i) {
      if (known.empty() || known.back().value != i) known.push_back(claim_id{i});
    };
    auto const uses_table = s.d.qualities.size() <= width;
    if (uses_table) find_strongest(s.d);
    for (std::size_t i = 0; i < s.d.claimed.size(); ++i) {
      auto const t = s.d.claimed[i];
      if (!uses_table || (t.flags & digest_row::term::is_plain) == 0) {
        std::size_t k = 0;  // which term of its claim
        while (k < i && s.d.claimed[i - k - 1].id == t.id) ++k;
        auto const found = s.backing_of(i, k);
        if (found == screened::backing::none) note(unbacked_, t.id);
        if (found == screened::backing::weaker) note(overclaimed_, t.id);
        continue;
      }
      auto strongest = strongest_[t.about * width + t.quality];
      if (covers_parts_[t.quality])
        for (auto p = s.d.parts[t.about].within; p != digest_row::none; p = s.d.parts[p].within)
          strongest = std::min(strongest, strongest_[p * width + t.quality]);
      if (strongest <= value_of(t, s.d.claimed.word(i))) continue;
      note(strongest == nothing ? unbacked_ : overclaimed_, t.id);
    }
  }

  /// What is plain, so that less is always stronger.
  std::int64_t value_of(digest_row::term const& t, std::uint64_t word) const {
    auto const value = static_cast<std::int64_t>(word);
    return less_is_stronger_[t.quality] ? value : ~value;
  }

  /// Of every part and quality the strongest that the seller commits, of what is plain.
  void find_strongest(digest const& d) {
    for (std::size_t q = 0; q < d.qualities.size(); ++q) {
      auto const* quality = d.qualities[q];
      less_is_stronger_[q] = quality->order == value_order::less_entails_more;
      covers_parts_[q] = quality->covers_parts;
    }
    std::fill_n(strongest_.begin(), d.parts.size() * width, nothing);
    for (std::size_t i = 0; i < d.committed.size(); ++i) {
      auto const c = d.committed[i];
      if ((c.flags & digest_row::term::is_plain) == 0) continue;
      auto& known = strongest_[c.about * width + c.quality];
      known = std::min(known, value_of(c, d.committed.word(i)));
    }
  }

  static constexpr std::size_t width = 8;  // qualities of a model that fit in a row of the table
  static constexpr auto nothing = std::numeric_limits<std::int64_t>::max();
  std::array<std::int64_t, mask_size* width> strongest_ = {};
  std::array<bool, width> less_is_stronger_ = {}, covers_parts_ = {};

  bool has_judged_ = false;
  std::vector<claim_id> unbacked_, overclaimed_;
};

}  // namespace lupaus::inline v0::detail
