// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: who bears the loss in the end?
//   missing-recourse   the seller makes good what another broke, and cannot recover it in time
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/check/paths.hpp"
#include "lupaus/check/remedy.hpp"
#include "lupaus/model/words.hpp"

#include <string>

namespace lupaus::inline v0 {

namespace detail {

/// True when the remedy is the seller's to the customer, for that failure.
constexpr bool is_sellers_remedy(model_view const& m, rule const& r, event_id failure) {
  return is_remedy(r) && is_sellers(m, r.debtor) && r.creditor == m.customer &&
         is_rule_for(m, r, failure);
}

/// True when the seller recovers the loss from the performer, directly or down the chain, in the
/// time in which it has to make it good.
constexpr bool recovers_in_time(model_view const& m, event_id failure, party_id performer,
                                known_time allowed) {
  auto const in_time = [&](recourse const& r) {
    if (!allowed.is_known) return true;
    return r.within.quality && is_length(r.within.limit) &&
           overrun(length_of(r.within.limit), allowed.length) == 0;
  };
  flags reached{m.parties.size()};
  reached[m.seller.index()] = true;
  for (bool news = true; news;) {
    news = false;
    for (auto const& r : m.recourses) {
      auto const to = firm_of(m, r.debtor).index();
      if (r.failure != failure || reached[to] || !reached[firm_of(m, r.creditor).index()] ||
          !in_time(r))
        continue;
      reached[to] = news = true;
    }
  }
  return reached[firm_of(m, performer).index()];
}

/// The time in which the seller has to make the failure good; unknown where the rule states none.
constexpr known_time time_to_remedy(remedy_times& times, rule const& r, event_id failure) {
  auto const is_stated = r.gate || r.within.kind != bound_kind::nothing ||
                         (r.object && r.action != action_kind::repair);
  return is_stated ? times.steps_of(r, failure).total() : known_time::unknown();
}

/// The first remedy that the seller gives and cannot recover in time; none when there is none.
constexpr rule_id without_recourse(model_view const& m, remedy_times& times, event_id failure) {
  auto const who = firm_of(m, m.parts[m.events[failure].of].performer);
  if (!who || is_sellers(m, who) || who == m.customer) return {};
  for (auto i : m.rules.ids()) {
    auto const& r = m.rules[i];
    if (!is_sellers_remedy(m, r, failure)) continue;
    if (!recovers_in_time(m, failure, who, time_to_remedy(times, r, failure))) return i;
  }
  return {};
}

inline explanation explain_missing_recourse(model_view const& m, finding const& f) {
  auto const e = static_cast<event_id>(f.where);
  auto const r = static_cast<rule_id>(f.other);
  auto const shop = the(m, m.seller), who = the(m, f.performing);
  remedy_times times{m};
  auto const time = time_to_remedy(times, m.rules[r], e);
  explanation x;
  x.what =
      sentence("when " + failing(m, e) + ", " + shop + " makes it good, and cannot recover its " +
               "loss from " + who + (time.is_known ? " in the same time." : "."));
  x.where = place_of(m, e);
  auto const at_once = time.is_known && worst_case(time.length) == 0;
  auto const in_time = at_once ? std::string{"at once"} : "within " + in_hours(time.length);
  x.why = sentence(the(m, m.events[e].of) + " is performed by " + who + ". " +
                   (time.is_known ? "The remedy is due " + in_time + ". " : "") + sentence(shop) +
                   " bears a loss that it did not cause, and will hesitate to make it good.");
  x.mend = sentence(shop + " has recourse against " + who + " for '" + name_of(m, e) + "'" +
                    (time.is_known ? ", " + in_time : "") + ".");
  x.evidence = {e, r};
  for (auto i : m.recourses.ids())
    if (m.recourses[i].failure == e) x.evidence.push_back(i);
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap missing_recourse{
    "missing-recourse", severity::note, boundary::fulfilment_delivery,
    service_gap::perception_specification, detail::explain_missing_recourse};
}  // namespace gaps

namespace checks {

/// One finding a failure mode. O(failures · rules · recourses).
inline constexpr struct missing_recourse_fn {
  static constexpr severity at_most = severity::note;

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::remedy_times times{m};
    for (auto e : m.events.ids()) {
      if (!is_failure(m.events[e].kind)) continue;
      if (auto const r = detail::without_recourse(m, times, e))
        sink(finding{.what = &gaps::missing_recourse,
                     .where = e,
                     .other = r,
                     .part = m.events[e].of,
                     .accountable = m.seller,
                     .performing = m.parts[m.events[e].of].performer});
    }
  }
} missing_recourse{};

}  // namespace checks

}  // namespace lupaus::inline v0
