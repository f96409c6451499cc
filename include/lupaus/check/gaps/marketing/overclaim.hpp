// SPDX-License-Identifier: BSL-1.0
//
// marketing / fulfilment: what a claim says too much, or what gives it no weight.
//   overclaimed-term     the seller commits something of that quality, but nothing as strong
//   unmeasurable-claim   a claim ("luxury") that is bound to no term
//   unmandated-claim     a claim by somebody who cannot bind the seller
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/check/gaps/marketing/claims.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/model/terms/qualities.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// How far the commitments behind a claimed term go.
struct backing {
  commitment_id strongest = {};  ///< none: the quality is not backed at all
  bool is_enough = false;
};

/// By how much the commitment may run past the claim; 0 where the two are no lengths of time, or
/// where the longer one is the stronger, as of a time to cancel in.
constexpr seconds_t shortfall(term const& committed, term const& claimed) {
  if (committed.anchor != claimed.anchor || !is_length(committed.limit) ||
      !is_length(claimed.limit) || committed.quality == &quality_of<cancellable>)
    return 0;
  return overrun(length_of(committed.limit), length_of(claimed.limit));
}

/// True when the first of two commitments goes further towards the claim. One that can be compared
/// with it goes before one that is counted from another event, or that is a date beside lengths.
constexpr bool is_nearer(term const& a, term const& b, term const& claimed) {
  auto const compares = [&](term const& t) {
    return t.anchor == claimed.anchor && is_length(t.limit) == is_length(claimed.limit);
  };
  if (compares(a) != compares(b)) return compares(a);
  auto const x = shortfall(a, claimed), y = shortfall(b, claimed);
  return x == y ? entails(a, b) : x < y;
}

/// Takes in one more commitment that backs the claimed term.
constexpr void add_backing(model_view const& m, commitment_id i, term const& claimed, backing& b) {
  auto const& c = m.commitments[i];
  b.is_enough = b.is_enough || entails(c.consequent, claimed);
  if (!b.strongest || is_nearer(c.consequent, m.commitments[b.strongest].consequent, claimed))
    b.strongest = i;
}

constexpr backing backing_of(model_view const& m, part_id about, term const& claimed) {
  backing b;
  for (auto i : m.commitments.ids())
    if (backs(m, m.commitments[i], about, claimed.quality)) add_backing(m, i, claimed, b);
  return b;
}
constexpr backing backing_of(model_view const& m, seller_commitments const& committed,
                             part_id about, term const& claimed) {
  backing b;
  committed.for_each(about, claimed.quality,
                     [&](commitment_id i) { add_backing(m, i, claimed, b); });
  return b;
}

/// True when something is committed, and nothing as strong as the claim.
constexpr bool is_overclaimed(backing const& b) { return b.strongest && !b.is_enough; }

inline void evidence_of_overclaimed_term(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  seen.push_back(f.where);
  for_each_term(m, c, [&](term const& t) {
    auto const b = backing_of(m, c.about, t);
    if (is_overclaimed(b)) seen.push_back(b.strongest);
  });
}

inline explanation explain_overclaimed_term(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  explanation x;
  std::vector<std::string> claimed, committed;
  for_each_term(m, c, [&](term const& t) {
    auto const b = backing_of(m, c.about, t);
    if (!is_overclaimed(b)) return;
    claimed.push_back("'" + full_phrase(m, t) + "'");
    committed.push_back("'" + full_phrase(m, m.commitments[b.strongest].consequent) + "'");
  });
  auto const shop = the(m, m.seller), her = the(m, m.customer);
  x.what = sentence(her + " is " + (c.implied ? "let to understand " : "told ") + listed(claimed) +
                    ", and " + shop + " commits no more than " + listed(committed) + ".");
  x.where = place_of(m, c);
  x.why = sentence(the(m, c.claimant) + (c.implied ? " implies" : " claims") + " of " +
                   the(m, c.about) + " more than " + shop + " has committed to.");
  x.why += f.late_by > 0 ? " " + sentence(shop) + " can keep its word to the letter and still be " +
                               in_hours(f.late_by) + " later than " + her + " was told."
                         : " " + sentence(shop) + " can keep its word to the letter, and " + her +
                               " still does not get what she was told.";
  x.mend =
      sentence(shop + " commits to " + her + ", for " + the(m, c.about) + ": " + listed(claimed) +
               "; or " + the(m, c.claimant) + " claims no more than " + listed(committed) + ".");
  return x;
}

inline void evidence_of_unmeasurable_claim(model_view const&, finding const& f,
                                           std::vector<element>& seen) {
  seen.push_back(f.where);
}

inline explanation explain_unmeasurable_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  auto const words =
      c.words.empty() ? std::string{"the claim"} : "\"" + std::string{c.words} + "\"";
  explanation x;
  x.what = sentence(words + " is bound to no term: nobody can say when it is broken.");
  x.where = place_of(m, c);
  x.why = sentence(the(m, m.customer) + " expects something when she reads it. As long as " +
                   the(m, m.seller) + " has not said what, it cannot be kept, performed or " +
                   "measured.");
  x.mend =
      sentence(the(m, m.seller) + " binds " + words + " to terms that can be kept or broken; or " +
               the(m, c.claimant) + " stops saying it.");
  return x;
}

inline void evidence_of_unmandated_claim(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  seen.insert(seen.end(), {f.where, c.claimant});
}

inline explanation explain_unmandated_claim(model_view const& m, finding const& f) {
  auto const& c = m.claims[static_cast<claim_id>(f.where)];
  auto const who = the(m, c.claimant), shop = the(m, m.seller);
  explanation x;
  x.what = sentence(who + (c.implied ? " implies" : " claims") + " what it cannot bind " + shop +
                    " to.");
  x.where = place_of(m, c);
  x.why =
      sentence(the(m, m.customer) + " takes it for a promise of " + shop + ". " + sentence(who) +
               " has no mandate, so " + shop + " may say that it has promised nothing.");
  x.mend =
      sentence(shop + " gives " + who + " a mandate for what it claims, or makes the claim " +
               "itself; or " + who + " stops " + (c.implied ? "implying" : "claiming") + " it.");
  return x;
}

constexpr finding claim_finding(gap const& g, model_view const& m, claim_id i) {
  auto const& c = m.claims[i];
  return {.what = &g,
          .where = i,
          .other = c.claimant,
          .part = c.about,
          .accountable = m.seller,
          .performing = m.parts[c.about].performer};
}

}  // namespace detail

namespace gaps {
inline constexpr gap overclaimed_term{"overclaimed-term",
                                      severity::error,
                                      boundary::marketing_fulfilment,
                                      service_gap::delivery_communication,
                                      detail::explain_overclaimed_term,
                                      detail::evidence_of_overclaimed_term};
inline constexpr gap unmeasurable_claim{"unmeasurable-claim",
                                        severity::warning,
                                        boundary::marketing_fulfilment,
                                        service_gap::delivery_communication,
                                        detail::explain_unmeasurable_claim,
                                        detail::evidence_of_unmeasurable_claim};
inline constexpr gap unmandated_claim{"unmandated-claim",
                                      severity::error,
                                      boundary::marketing_fulfilment,
                                      service_gap::delivery_communication,
                                      detail::explain_unmandated_claim,
                                      detail::evidence_of_unmandated_claim};
}  // namespace gaps

namespace checks {

/// One finding a claim, with the largest shortfall of its terms. O(parts + commitments), and for
/// each claim the commitments that stand for its part.
inline constexpr struct overclaimed_term_fn {
 private:
  template <class Backing, class Sink>
  static constexpr void tell(model_view const& m, claim_id i, Backing&& backing_of, Sink&& sink) {
    auto f = detail::claim_finding(gaps::overclaimed_term, m, i);
    auto found = false;
    for_each_term(m, m.claims[i], [&](term const& t) {
      auto const b = backing_of(t);
      if (!detail::is_overclaimed(b)) return;
      found = true;
      auto const late = detail::shortfall(m.commitments[b.strongest].consequent, t);
      if (late > f.late_by) f.late_by = late;
    });
    if (found) sink(f);
  }

 public:
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    if (m.claims.empty()) return;
    detail::seller_commitments const committed{m};
    for (auto i : m.claims.ids())
      tell(
          m, i,
          [&](term const& t) { return detail::backing_of(m, committed, m.claims[i].about, t); },
          sink);
  }
  /// The same for one claim.
  template <class Sink>
  constexpr void of(model_view const& m, claim_id i, Sink&& sink) const {
    tell(
        m, i, [&](term const& t) { return detail::backing_of(m, m.claims[i].about, t); }, sink);
  }
} overclaimed_term{};

/// O(claims).
inline constexpr struct unmeasurable_claim_fn {
  static constexpr severity at_most = severity::warning;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto i : m.claims.ids())
      if (m.claims[i].terms == 0) sink(detail::claim_finding(gaps::unmeasurable_claim, m, i));
  }
} unmeasurable_claim{};

/// O(claims).
inline constexpr struct unmandated_claim_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    for (auto i : m.claims.ids())
      if (!m.parties[m.claims[i].claimant].has_mandate)
        sink(detail::claim_finding(gaps::unmandated_claim, m, i));
  }
} unmandated_claim{};

}  // namespace checks

}  // namespace lupaus::inline v0
