// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: what exceeds a promise.
#pragma once

#include "lupaus/check/over_fulfilment.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/event_names.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Looks for what exceeds, part by part.
class excess_finder {
 public:
  explicit excess_finder(model_view const& m)
      : m_{m},
        names_{m},
        claims_{m.parts.size(),
                [&](auto&& add) {
                  for (auto i : m.claims.ids()) add(m.claims[i].about, i);
                }},
        duties_{m.parts.size(),
                [&](auto&& add) {
                  for (auto i : m.commitments.ids())
                    if (is_plain(m.commitments[i])) add(m.commitments[i].about, i);
                }},
        claimed_of_(m.parts.size()),
        claimed_within_(m.parts.size()) {
    for (auto const& c : m.claims)
      for_each_term(m, c, [&](term const& t) {
        note(claimed_of_, c.about, t.quality);
        for (auto p = c.about; p; p = outer_of(m, p)) note(claimed_within_, p, t.quality);
      });
  }

  std::vector<over_fulfilment> find() {
    for (auto p : m_.parts.ids()) {
      std::vector<quality_ref> seen;
      for (auto i : duties_[p]) {
        auto const q = m_.commitments[i].consequent.quality;
        if (std::find(seen.begin(), seen.end(), q) != seen.end()) continue;
        seen.push_back(q);
        find_at(p, q);
      }
    }
    return std::move(found_);
  }

 private:
  struct said {
    term is;
    element by;
  };
  using terms_said = std::vector<said>;

  bool is_plain(commitment const& c) const {
    return c.consequent.quality && !c.on_request && !c.overrides && !c.brings_about &&
           !c.antecedent && firm_of(m_, c.debtor) != m_.customer;
  }

  void find_at(part_id p, quality_ref q) {
    terms_said claimed, committed, contracted;
    for (auto i : claims_[p])
      for_each_term(m_, m_.claims[i], [&](term const& t) {
        if (t.quality == q) claimed.push_back({t, i});
      });
    for (auto i : duties_[p]) {
      auto const& c = m_.commitments[i];
      if (c.consequent.quality != q) continue;
      if (c.creditor != m_.customer)
        contracted.push_back({c.consequent, i});
      else if (is_sellers(m_, c.debtor))
        committed.push_back({c.consequent, i});
    }
    if (!committed.empty() && !claimed.empty())
      state(excess::beyond_claim, p, committed, claimed);
    else if (!committed.empty() && !is_claimed_near(p, q))
      found_.push_back({excess::unclaimed, p, as_commitment(strongest(committed)), {}});
    if (!committed.empty())
      state(excess::beyond_commitment, p, contracted, committed);
    else if (!claimed.empty())
      state(excess::beyond_claim, p, contracted, claimed);
  }

  /// States the strongest of those that go beyond all that was said on the other side.
  void state(excess kind, part_id p, terms_said const& more, terms_said const& less) {
    terms_said beyond;
    for (auto const& x : more)
      if (std::all_of(less.begin(), less.end(), [&](said const& y) {
            return names_.entails(x.is, y.is) && !names_.entails(y.is, x.is);
          }))
        beyond.push_back(x);
    if (!beyond.empty())
      found_.push_back({kind, p, as_commitment(strongest(beyond)), strongest(less)});
  }

  /// Of those between which nothing decides, the first.
  element strongest(terms_said const& all) const {
    auto const* best = &all.front();
    for (auto const& x : all)
      if (names_.entails(x.is, best->is) && !names_.entails(best->is, x.is)) best = &x;
    return best->by;
  }
  static commitment_id as_commitment(element e) { return static_cast<commitment_id>(e); }

  // Of each part, each quality once.
  using qualities_of = std::vector<std::vector<quality_ref>>;

  static bool has(qualities_of const& all, part_id p, quality_ref q) {
    auto const& its = all[p.index()];
    return std::find(its.begin(), its.end(), q) != its.end();
  }
  static void note(qualities_of& all, part_id p, quality_ref q) {
    if (!has(all, p, q)) all[p.index()].push_back(q);
  }
  /// Of the part, of what it holds, or of what holds it.
  bool is_claimed_near(part_id p, quality_ref q) const {
    if (has(claimed_within_, p, q)) return true;
    for (auto outer = outer_of(m_, p); outer; outer = outer_of(m_, outer))
      if (has(claimed_of_, outer, q)) return true;
    return false;
  }

  model_view const& m_;
  event_names names_;
  rows_by<part_id, claim_id> claims_;
  rows_by<part_id, commitment_id> duties_;
  qualities_of claimed_of_, claimed_within_;
  std::vector<over_fulfilment> found_;
};

/// The terms of the quality that were said there.
inline std::string terms_of(model_view const& m, element e, quality_ref q) {
  if (e.kind == element_kind::commitment)
    return full_phrase(m, m.commitments[static_cast<commitment_id>(e)].consequent);
  std::vector<std::string> all;
  for_each_term(m, m.claims[static_cast<claim_id>(e)], [&](term const& t) {
    if (t.quality == q) all.push_back(full_phrase(m, t));
  });
  return listed(all);
}

}  // namespace detail

LUPAUS_DECL std::vector<over_fulfilment> over_fulfilments(model_view const& m) {
  return detail::excess_finder{m}.find();
}

LUPAUS_DECL std::string to_string(model_view const& m, over_fulfilment const& o) {
  auto const& c = m.commitments[o.more];
  detail::sentences say{m};
  say.with("who", the(m, c.debtor)).with("creditor", the(m, c.creditor));
  say.with("part", the(m, o.part)).with("more", full_phrase(m, c.consequent));
  if (o.kind == excess::unclaimed)
    return say("{who} commits to what nobody claims of {part}: {more}.");
  say.with("less", detail::terms_of(m, o.less, c.consequent.quality));
  if (o.kind == excess::beyond_commitment)
    return say(
        "{who} commits to {creditor} on more than {customer} is owed of {part}: {more}; owed "
        "is: {less}.");
  return say(c.creditor == m.customer
                 ? "{who} commits to more than is claimed of {part}: {more}; claimed is: {less}."
                 : "{who} commits to {creditor} on more than is claimed of {part}: {more}; claimed "
                   "is: {less}.");
}

LUPAUS_DECL std::string to_text(model_view const& m, std::span<over_fulfilment const> all) {
  if (all.empty()) return {};
  std::string text = "More than was promised: no finding, and worth no invented number.\n";
  for (auto const& o : all) text += "  " + to_string(m, o) + "\n";
  return detail::visible_lines(text);
}

}  // namespace lupaus::inline v0
