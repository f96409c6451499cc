// SPDX-License-Identifier: BSL-1.0
//
// reversed-remedy, recovery: the remedy is owed by and to parties between whom no commitment that
// the failure breaches stands in that direction.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/kinds_of_commitment.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the failure of `failed` breaches what is owed on `about`: that part, whatever holds
/// it, and the good that it carries or that changes hands in its life.
constexpr bool is_breached(model_view const& m, part_id failed, part_id about) {
  if (is_within(m, failed, about)) return true;
  auto const good = m.parts[failed].carries;
  if (good && is_within(m, good, about)) return true;
  for (auto const& e : m.events)
    if (e.of == failed && e.good && is_within(m, e.good, about)) return true;
  return false;
}

/// A failure breaks neither an incentive nor a debt of money.
constexpr bool is_breached_by_failures(commitment const& c) {
  return !c.overrides && !is_debt_of_money(c);
}

/// Who owes whom what on which part. O(parts + parties + events + commitments) to make.
class owed_on_parts {
 public:
  constexpr explicit owed_on_parts(model_view const& m)
      : m_{&m},
        on_{m.parts.size(), m.parties.size(),
            [&](auto&& f) {
              for (auto const& c : m.commitments)
                if (is_breached_by_failures(c))
                  f(c.about, firm_of(m, c.debtor), firm_of(m, c.creditor));
            }},
        goods_{m.parts.size(), [&](auto&& f) {
                 for (auto const& e : m.events)
                   if (e.good && e.of) f(e.of, e.good);
               }} {}

  /// True when the debtor owes the creditor something that the failure of `failed` breaches: as
  /// `is_breached`. O(log commitments), and those of the debtor, for each part that is concerned.
  constexpr bool for_failure(party_id debtor, party_id creditor, part_id failed) const {
    auto const owes_on = [&](part_id p) {
      for (; p; p = outer_of(*m_, p))
        for (auto const& c : on_(p, firm_of(*m_, debtor)))
          if (same_firm(*m_, c.row, creditor)) return true;
      return false;
    };
    if (owes_on(failed) || owes_on(m_->parts[failed].carries)) return true;
    for (auto const good : goods_[failed])
      if (owes_on(good)) return true;
    return false;
  }

 private:
  model_view const* m_;
  rows_by_pair<part_id, party_id, party_id> on_;  // about, debtor, creditor
  rows_by<part_id, part_id> goods_;               // that change hands in the life of a part
};

/// The order itself counts as a commitment: by it the seller owes the customer the whole, whoever
/// was declared to answer for a part.
constexpr bool is_sellers_to_customer(model_view const& m, rule const& r) {
  return is_sellers(m, r.debtor) && r.creditor == m.customer;
}

/// Calls `f(id, commitment)` for all that the failure of the part breaches.
template <class F>
void for_each_breached(model_view const& m, part_id failed, F&& f) {
  for (auto i : m.commitments.ids())
    if (auto const& c = m.commitments[i];
        is_breached_by_failures(c) && is_breached(m, failed, c.about))
      f(i, c);
}

/// One finding a rule on a failure, or on the report of one. O(rules), and where some remedy is not
/// the seller's to the customer O(model), and what the debtors of such remedies owe.
constexpr void find_reversed_remedy(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto const is_suspect = [&](rule const& r) {
    return is_remedy(r) && !is_sellers_to_customer(m, r) && failure_of(m, r);
  };
  auto some = false;
  for (auto const& r : m.rules) some = some || is_suspect(r);
  if (!some) return;
  owed_on_parts const owed{m};
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (!is_suspect(r)) continue;
    auto const failed = m.events[failure_of(m, r)].of;
    if (!owed.for_failure(r.debtor, r.creditor, failed) && !covers_loss(m, r))
      sink(finding{.what = &what,
                   .where = i,
                   .other = r.debtor,
                   .part = failed,
                   .accountable = m.seller,
                   .performing = r.debtor});
  }
}

inline void evidence_of_reversed_remedy(model_view const& m, finding const& f,
                                        std::vector<element>& seen) {
  auto const i = static_cast<rule_id>(f.where);
  auto const failure = failure_of(m, m.rules[i]);
  seen.insert(seen.end(), {i, failure});
  for_each_breached(m, m.events[failure].of,
                    [&](commitment_id k, commitment const&) { seen.push_back(k); });
}

LUPAUS_COLD inline explanation explain_reversed_remedy(model_view const& m, finding const& f) {
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  auto const failure = failure_of(m, r);
  auto const failed = m.events[failure].of;
  auto const debtor = the(m, r.debtor), creditor = the(m, r.creditor);
  explanation x;
  auto const it = r.debtor == m.customer ? "she" : "it";
  auto const whom = r.creditor == r.debtor     ? r.debtor == m.customer ? "herself" : "itself"
                    : r.creditor == m.customer ? "her"
                                               : "it";
  x.what = sentence("when " + failing(m, failure) + ", " + debtor + " owes " +
                    (r.creditor == r.debtor ? std::string{whom} : creditor) +
                    " a remedy for what " + it + " never owed " + whom + ".");
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  std::vector<std::string> breached;
  for_each_breached(m, failed, [&](commitment_id, commitment const& c) {
    auto const pair = the(m, c.debtor) + " to " + the(m, c.creditor);
    auto is_new = true;
    for (auto const& known : breached) is_new = is_new && known != pair;
    if (is_new) breached.push_back(pair);
  });
  x.why =
      "The failure breaks " +
      (breached.empty() ? std::string{"no commitment that is stated"}
                        : "what is owed by " + listed(breached, ", and by ")) +
      ". A remedy goes the same way: from the one who broke his word to the one whom he gave it.";
  auto const shop = the(m, m.seller), her = the(m, m.customer), part = the(m, failed);
  if (is_sellers(m, r.debtor) && r.creditor == m.customer)
    x.mend = sentence(shop + " answers to " + her + " for " + part + ", or commits to it.");
  else if (is_sellers(m, r.debtor))
    x.mend = sentence("the remedy is given up; or " + debtor + " commits to " + creditor +
                      " what the failure breaks.");
  else if (r.debtor == m.customer)
    x.mend = sentence(shop + " owes the remedy to " + her + ".");
  else
    x.mend =
        sentence(shop + " owes the remedy to " + her + ", and recovers it from whoever " +
                 "failed; or " + debtor + " commits to " + creditor + " what the failure breaks.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap reversed_remedy{.id = "reversed-remedy",
                                     .severity = severity::error,
                                     .between = boundary::recovery,
                                     .service = service_gap::perception_specification,
                                     .words = detail::explain_reversed_remedy,
                                     .rests_on = detail::evidence_of_reversed_remedy,
                                     .find = detail::find_reversed_remedy};
}

namespace checks {
inline constexpr check_for<gaps::reversed_remedy> reversed_remedy{};
}

/// The gap as a type, in the user's words.
template <class Trigger, class Debtor>
struct reversed_remedy {};

namespace detail {
template <>
struct gap_type<gaps::reversed_remedy> {
  template <class Words>
  using in = reversed_remedy<its_trigger_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Trigger, class Debtor>
inline constexpr bool the_remedy_goes_to_whom_the_word_was_given = false;
template <class Trigger, class Debtor>
constexpr bool explain(reversed_remedy<Trigger, Debtor>*) {
  static_assert(the_remedy_goes_to_whom_the_word_was_given<Trigger, Debtor>,
                "lupaus: a remedy goes from who broke his word to whom it was given. Here this "
                "debtor owed the creditor nothing that the failure breaks. To mend: `.owes(seller, "
                "action)`, to the customer.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
