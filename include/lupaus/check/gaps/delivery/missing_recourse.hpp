// SPDX-License-Identifier: BSL-1.0
//
// missing-recourse, fulfilment / delivery: the seller makes good what another causes, and cannot
// recover it in time.
#pragma once

#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/check/analysis/remedy_times.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/rules_by_failure.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True when the remedy is the seller's to the customer.
constexpr bool is_sellers_remedy(model_view const& m, rule const& r) {
  return is_remedy(r) && is_sellers(m, r.debtor) && r.creditor == m.customer;
}

/// True when the seller may ask it of the party to pay for what it causes: neither its own firm nor
/// the customer is asked.
constexpr bool is_to_pay(model_view const& m, party_id p) {
  return p && !is_sellers(m, p) && p != m.customer;
}

/// The first of those who cause the failure from whom the seller does not recover the loss,
/// directly or down the chain, in the time in which it has to make it good; none when there is
/// none. `of_failure` are the recourses for the failure.
constexpr party_id not_made_to_pay(model_view const& m, some_rows<recourse_id> of_failure,
                                   some_rows<party_id> causing, known_time allowed) {
  auto const in_time = [&](recourse const& r) {
    if (!allowed.is_known) return true;
    return r.within.quality && is_length(r.within.limit) &&
           overrun(length_of(r.within.limit), allowed.length) == 0;
  };
  flags reached{m.parties.size()};
  reached[m.seller.index()] = true;
  for (bool news = true; news;) {
    news = false;
    for (auto const i : of_failure) {
      auto const& r = m.recourses[i];
      auto const to = firm_of(m, r.debtor).index();
      if (reached[to] || !reached[firm_of(m, r.creditor).index()] || !in_time(r)) continue;
      reached[to] = news = true;
    }
  }
  for (auto const p : causing)
    if (is_to_pay(m, p) && !reached[firm_of(m, p).index()]) return p;
  return {};
}

/// The time in which the seller has to make the failure good; unknown where the rule states none.
constexpr known_time time_to_remedy(remedy_times& times, rule const& r, event_id failure) {
  auto const is_stated =
      r.gate || r.within.kind != bound_kind::nothing || (r.object && !mends_in_place(r));
  return is_stated ? times.steps_of(r, failure).total() : known_time::unknown();
}

/// A remedy, and who causes the failure and does not make it good to the seller.
struct lost_remedy {
  rule_id remedy = {};
  party_id cause = {};
};

/// The first remedy that the seller gives for each failure and cannot recover in time from whoever
/// causes it: the party of a way in which it comes about.
class lost_remedies {
 public:
  /// What it is given must outlive this.
  constexpr lost_remedies(model_view const& m, rules_for const& rules, word_of_events const& word)
      : m_{&m}, rules_{&rules}, word_{&word}, recourses_{m.events.size(), [&](auto&& f) {
                                                           for (auto i : m.recourses.ids())
                                                             f(m.recourses[i].failure, i);
                                                         }} {}

  /// None when there is none. `time_of(rule)` is asked only where there is some recourse.
  template <class TimeOf>
  constexpr lost_remedy of(event_id failure, TimeOf&& time_of) const {
    auto const causing = word_->by(failure);
    lost_remedy lost;
    for (auto const p : causing)
      if (!lost.cause && is_to_pay(*m_, p)) lost.cause = p;
    if (!lost.cause) return lost;
    auto const recourses = recourses_[failure];
    lost.remedy = rules_->find(failure, [&](rule_id i) {
      auto const& r = m_->rules[i];
      if (!is_sellers_remedy(*m_, r)) return false;
      if (recourses.empty()) return true;
      auto const cause = not_made_to_pay(*m_, recourses, causing, time_of(r));
      if (cause) lost.cause = cause;
      return static_cast<bool>(cause);
    });
    return lost;
  }

 private:
  model_view const* m_;
  rules_for const* rules_;
  word_of_events const* word_;
  rows_by<event_id, recourse_id> recourses_;
};

/// One finding a failure mode. O(model), what `rules_for` takes, and for each failure with recourse
/// the time of its remedies and the recourses.
constexpr void find_missing_recourse(model_analysis& analysis, gap const& what,
                                     finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.rules.empty()) return;
  lost_remedies const lost{m, analysis.rules(), analysis.word()};
  for (auto e : m.events.ids()) {
    if (!is_failure(m.events[e].kind)) continue;
    if (!analysis.goes_on()) return;
    auto const x = lost.of(
        e, [&](rule const& r) { return time_to_remedy(analysis.times_of_remedies(), r, e); });
    if (x.remedy)
      sink(finding{.what = &what,
                   .where = e,
                   .other = x.remedy,
                   .part = m.events[e].of,
                   .accountable = m.seller,
                   .performing = x.cause});
  }
}

inline void evidence_of_missing_recourse(model_view const& m, finding const& f,
                                         std::vector<element>& seen) {
  seen.insert(seen.end(), {f.where, f.other});
  for (auto i : m.recourses.ids())
    if (m.recourses[i].failure == static_cast<event_id>(f.where)) seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_missing_recourse(model_analysis& analysis,
                                                        finding const& f) {
  auto const& m = analysis.model();
  auto const e = static_cast<event_id>(f.where);
  auto const r = static_cast<rule_id>(f.other);
  auto const shop = the(m, m.seller), who = the(m, f.performing);
  auto const time = time_to_remedy(analysis.times_of_remedies(), m.rules[r], e);
  explanation x;
  x.what =
      sentence("when " + failing(m, e) + ", " + shop + " makes it good, and cannot recover its " +
               "loss from " + who + (time.is_known ? " in the same time." : "."));
  x.where = place_of(m, e);
  auto const at_once = time.is_known && worst_case(time.length) == 0;
  auto const in_time = at_once ? std::string{"at once"} : "within " + in_hours(time.length);
  auto const part = m.events[e].of;
  auto const by = same_firm(m, f.performing, m.parts[part].performer)
                      ? the(m, part) + " is performed by " + who + ". "
                      : who + " causes the failure. ";
  x.why =
      sentence(by + (time.is_known ? "The remedy is due " + in_time + ". " : "") + sentence(shop) +
               " bears a loss that it did not cause, and will hesitate to make it good.");
  x.mend = sentence(shop + " recovers from " + who + " for '" + name_of(m, e) + "'" +
                    (time.is_known ? ", " + in_time : "") + ".");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap missing_recourse{.id = "missing-recourse",
                                      .severity = severity::note,
                                      .between = boundary::fulfilment_delivery,
                                      .service = service_gap::perception_specification,
                                      .words = detail::explain_missing_recourse,
                                      .rests_on = detail::evidence_of_missing_recourse,
                                      .find = detail::find_missing_recourse};
}

namespace checks {
inline constexpr check_for<gaps::missing_recourse> missing_recourse{};
}

}  // namespace lupaus::inline v0
