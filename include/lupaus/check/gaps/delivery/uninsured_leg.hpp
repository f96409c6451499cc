// SPDX-License-Identifier: BSL-1.0
//
// uninsured-leg, fulfilment / delivery: a stretch before the customer has the goods on which she
// bears their loss, or the seller does while another holds them, and nobody covers the bearer.
#pragma once

#include "lupaus/check/analysis/goods/uninsured_transport.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/situation_text.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/config.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The stretches on which a good is on its way, and who bears its loss there.
class journey {
 public:
  constexpr journey(model_view const& m, situations const& s, part_id good)
      : m_{&m}, s_{&s}, good_{good}, pending_{s.size()} {
    pending_[s.of(ordering)] = true;
    s.spread(pending_, [&](std::size_t n) { return !is_hers(n); });
  }

  /// Marks where the customer bears the loss, and has not got the good.
  constexpr void find_borne_by_her(flags& found) const {
    for (auto const& r : m_->risks) {
      if (r.covers || r.bearer != m_->customer || !is_within(*m_, good_, r.of)) continue;
      flags here{s_->size()};
      auto const ends = [&](std::size_t n) { return r.until && s_->is(n, r.until); };
      for (std::size_t n = 0; n < s_->size(); ++n)
        here[n] = pending_[n] && !ends(n) &&
                  (is_from_the_order(r) ? n == s_->of(ordering) : s_->is(n, r.from));
      s_->spread(here, [&](std::size_t n) { return !is_hers(n) && !ends(n); });
      for (std::size_t n = 0; n < s_->size(); ++n) found[n] = found[n] || here[n];
    }
  }

  /// Takes out where another firm covers the customer.
  constexpr void leave_uncovered(flags& hers) const {
    for (auto const& r : m_->risks)
      if (r.covers == m_->customer && r.bearer != m_->customer && is_within(*m_, good_, r.of))
        take_out(r, hers);
  }

  /// Marks where the firm holds the good, and neither it nor anybody else but the seller or the
  /// customer bears the loss, or covers the seller.
  constexpr void find_uncovered(party_id firm, flags const& covered, flags& found) const {
    auto holds = false;
    for (std::size_t n = 0; n < m_->events.size(); ++n) {
      auto const& e = m_->events[event_id{n}];
      found[n] = pending_[n] && e.good == good_ && e.holder && firm_of(*m_, e.holder) == firm;
      holds = holds || found[n];
    }
    if (!holds) return;
    s_->spread(found, [&](std::size_t n) { return !is_handover(n); });
    for (std::size_t n = 0; n < s_->size(); ++n) found[n] = found[n] && !covered[n];
    for (auto n = m_->events.size(); n < s_->size(); ++n) found[n] = false;  // only what happens
  }

  /// Marks where another firm bears the loss, or covers the seller. A walk of the situations for
  /// each such risk.
  constexpr void find_covered(flags& covered) const {
    flags open{s_->size(), true};
    for (auto const& r : m_->risks) {
      if (is_sellers(*m_, r.bearer) || r.bearer == m_->customer || !is_within(*m_, good_, r.of))
        continue;
      if (!s_->goes_on(s_->size())) return;
      if (!r.covers || is_sellers(*m_, r.covers)) take_out(r, open);
    }
    for (std::size_t n = 0; n < s_->size(); ++n) covered[n] = !open[n];
  }

 private:
  constexpr void take_out(risk const& r, flags& found) const {
    flags covered{s_->size()};
    rule scope;
    scope.since = is_from_the_order(r) ? event_id{} : r.from;
    scope.until = r.until;
    s_->find_scope(scope, covered);
    for (std::size_t n = 0; n < s_->size(); ++n) found[n] = found[n] && !covered[n];
  }
  static constexpr bool is_from_the_order(risk const& r) { return !r.from || r.from == ordering; }
  constexpr bool is_handover(std::size_t n) const {
    return n < m_->events.size() && m_->events[event_id{n}].good == good_ &&
           m_->events[event_id{n}].kind != event_kind::possession;
  }
  constexpr bool is_hers(std::size_t n) const {
    return n < m_->events.size() && m_->events[event_id{n}].good == good_ &&
           m_->events[event_id{n}].holder == m_->customer;
  }

  model_view const* m_;
  situations const* s_;
  part_id good_;
  flags pending_;  // what can be reached before she has the good
};

/// Calls `f(bearer, node)` for every uninsured situation of the good: the customer, where she bears
/// the loss; else the firm that holds it while the seller bears it.
template <class F>
constexpr void for_each_uninsured(model_view const& m, situations const& s, part_id good, F&& f) {
  journey const way{m, s, good};
  auto const tell = [&](party_id who, flags const& found) {
    for (std::size_t n = 0; n < s.size(); ++n)
      if (found[n]) f(who, n);
  };
  flags borne{s.size()}, hers{s.size()};
  way.find_borne_by_her(borne);
  for (std::size_t n = 0; n < s.size(); ++n) hers[n] = borne[n];
  way.leave_uncovered(hers);
  tell(m.customer, hers);
  flags covered{s.size()};
  way.find_covered(covered);
  flags holds{m.parties.size()};
  for (auto const& e : m.events)
    if (e.good == good && e.holder) holds[firm_of(m, e.holder).index()] = true;
  for (auto p : m.parties.ids()) {
    if (!holds[p.index()] || is_sellers(m, p) || p == m.customer || !s.goes_on(s.size())) continue;
    flags theirs{s.size()};
    way.find_uncovered(p, covered, theirs);
    for (std::size_t n = 0; n < s.size(); ++n) theirs[n] = theirs[n] && !borne[n];
    tell(p, theirs);
  }
}

/// Calls `f(bearer, situation)` for the stretch that a finding is of.
template <class F>
void for_each_uninsured(model_analysis& analysis, finding const& found, F&& f) {
  auto const& m = analysis.model();
  auto const hers = found.performing == m.customer;
  auto const& s = analysis.graph();
  for_each_uninsured(m, s, static_cast<part_id>(found.where), [&](party_id who, std::size_t n) {
    if ((who == m.customer) == hers) f(who, s.at(n));
  });
}

/// At most two findings a good: where she bears the loss, and where the seller does. Until she has
/// it the seller bears it, where nobody else is said to. O(model), and for every 64 goods a walk of
/// the situations for each risk of one of them, and for each holder.
constexpr void find_uninsured_leg(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto some = false;
  for (auto const& p : m.parts) some = some || p.kind == part_kind::good;
  if (!some) return;
  auto const& s = analysis.graph();
  uninsured_legs const legs{m, s};
  for (auto p : m.parts.ids()) {
    if (m.parts[p].kind != part_kind::good) continue;
    auto const tell = [&](party_id who, std::size_t n) {
      if (n == s.size()) return;
      auto const at = s.at(n);
      sink(finding{.what = &what,
                   .where = p,
                   .other = at.after ? element{at.after} : element{at.pending},
                   .part = p,
                   .accountable = m.seller,
                   .performing = who});
    };
    auto const& leg = legs.of(p);
    tell(m.customer, leg.hers);
    tell(leg.holder, leg.theirs);
  }
}

inline void evidence_of_uninsured_leg(model_analysis& analysis, finding const& f,
                                      std::vector<element>& seen) {
  auto const& m = analysis.model();
  seen.push_back(f.where);
  for_each_uninsured(analysis, f, [&](party_id, situation const& at) {
    seen.push_back(at.after ? element{at.after} : element{at.pending});
  });
  for (auto i : m.risks.ids())
    if (is_within(m, static_cast<part_id>(f.where), m.risks[i].of)) seen.push_back(i);
}

LUPAUS_COLD inline explanation explain_uninsured_leg(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const good = static_cast<part_id>(f.where);
  auto const hers = f.performing == m.customer;
  explanation x;
  std::vector<std::string> cases, holders;
  for_each_uninsured(analysis, f, [&](party_id who, situation const& at) {
    cases.push_back(at.after ? "'" + name_of(m, at.after) + "'" : before_it(m, at.pending));
    auto const name = the(m, who);
    if (holders.empty() || holders.back() != name) holders.push_back(name);
  });
  auto const her = the(m, m.customer), shop = the(m, m.seller), it = the(m, good);
  auto const where = listed(cases);
  auto const held = holders.size() == 1 ? " holds " : " hold ";
  x.where = name_of(m, good) + ", at " + where;
  if (hers) {
    x.what = sentence(her + " bears the loss of " + it +
                      " before possession passes to her, and nobody covers her.");
    x.why = "A loss on that stretch (" + where + ") makes her pay for what she never got.";
    x.mend =
        sentence(shop + " covers " + her + " for the loss of " + it +
                 " until possession passes to her; or " + her + " bears it only from then on.");
  } else {
    x.what = sentence(listed(holders) + held + it + " while " + shop +
                      " bears the loss, with no cover.");
    x.why = "A loss or damage on that stretch (" + where + ") makes " + shop +
            " pay for what it does not hold.";
    x.mend = sentence(listed(holders) + (holders.size() == 1 ? " covers " : " cover ") + shop +
                      " for the loss of " + it + ", for the time in " +
                      (holders.size() == 1 ? "its hands." : "their hands."));
  }
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap uninsured_leg{.id = "uninsured-leg",
                                   .severity = severity::warning,
                                   .between = boundary::fulfilment_delivery,
                                   .service = service_gap::perception_specification,
                                   .words = detail::explain_uninsured_leg,
                                   .rests_on = detail::evidence_of_uninsured_leg,
                                   .find = detail::find_uninsured_leg};
}

namespace checks {
inline constexpr check_for<gaps::uninsured_leg> uninsured_leg{};
}

}  // namespace lupaus::inline v0
