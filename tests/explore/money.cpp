// SPDX-License-Identifier: BSL-1.0
//
// Money: who has paid nothing is not trapped, no failure costs her more than she pays, and no
// verdict depends on the size of the currency's unit. On random promises, some of them paid in
// instalments.
#include "explore/exposed.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace {

using namespace lupaus;

constexpr int scale = 7;

verdict explored(model const& m) {
  return explore(m, {.failures = 2, .limits = {.states = 20'000}, .times = false});
}

bool pays_in_instalments(model_view const& m) {
  return std::any_of(m.parts.begin(), m.parts.end(),
                     [](part const& p) { return is_instalment(p); });
}
bool has_paid_some(model_view const& m, story const& s) {
  return std::any_of(s.moves.begin(), s.moves.end(), [&](order_move const& x) {
    return x.kind == move_kind::happens && is_instalment(m.parts[x.part]) &&
           m.events[x.event].kind == event_kind::completed;
  });
}

/// What she pays in all, where that is known: the prices of what she buys, or her instalments.
std::optional<std::int64_t> most_she_pays(model_view const& m) {
  std::int64_t all = 0;
  auto const in_instalments = pays_in_instalments(m);
  for (auto p : m.parts.ids()) {
    auto const& x = m.parts[p];
    if (!is_leaf(x) || (in_instalments ? !is_instalment(x) : is_hers(m, p))) continue;
    if (!is_priced(x)) return {};
    all += x.price.minor_units * x.quantity;
  }
  return all;
}

std::string wrong(model const& m, verdict const& v) {
  for (auto const& s : v.stories)
    if (pays_in_instalments(m.view()) && !has_paid_some(m.view(), s))
      return "she has paid nothing, and is trapped:\n" + to_text(m, s);
  auto const most = most_she_pays(m.view());
  for (auto const& x : v.costs)
    if (most && (!x.customer || x.customer->minor_units < 0 || x.customer->minor_units > *most))
      return phrase(m.view(), x) + ", and she pays " + std::to_string(*most) +
             " minor units in all";
  return {};
}

/// The same promise in coins of a seventh.
proof::description in_smaller_coins(proof::description d) {
  for (auto& p : d.prices) p.cents *= scale;
  for (auto& r : d.rules) r.fee_cents *= scale, r.off_cents *= scale;
  return d;
}
std::string scaled_costs(verdict v) {
  for (auto& x : v.costs)
    for (auto* cost : {&x.customer, &x.seller})
      if (*cost) (*cost)->minor_units *= scale;
  return explore_test::costs_of(v);
}
std::string in_short(verdict const& v) {
  return std::to_string(v.seen.states) + " states, " + std::to_string(v.trapped) + " trapped, " +
         std::to_string(v.doomed) + " doomed, " + std::to_string(v.stories.size()) + " stories\n" +
         explore_test::exposures_of(v, true);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(money)

BOOST_AUTO_TEST_CASE(nobody_loses_what_she_has_not_paid) {
  std::size_t paid_in_parts = 0, trapped = 0, known = 0;
  auto const runs = proof::runs(1'800);
  proof::hold_on_random(runs, proof::small_promise, [&](proof::description const& d) {
    auto const m = proof::to_model(d);
    if (!m) return std::string{};
    auto const v = explored(*m);
    auto const in_parts = pays_in_instalments(m->view());
    paid_in_parts += in_parts ? 1U : 0U;
    trapped += in_parts && !v.stories.empty() ? 1U : 0U;
    known += in_parts && !v.costs.empty() && most_she_pays(m->view()) ? 1U : 0U;
    return wrong(*m, v);
  });
  BOOST_TEST_MESSAGE(paid_in_parts << " paid in parts, " << trapped << " with a trap, " << known
                                   << " with costs and known amounts");
  if (runs < 1'800) return;
  BOOST_TEST(paid_in_parts >= 80U);
  BOOST_TEST(trapped >= 10U);
  BOOST_TEST(known >= 10U);
}

BOOST_AUTO_TEST_CASE(no_verdict_depends_on_the_unit_of_the_currency) {
  proof::hold_on_random(proof::runs(500), proof::small_promise, [](proof::description const& d) {
    auto const m = proof::to_model(d), other = proof::to_model(in_smaller_coins(d));
    if (!m || !other) return std::string{m ? "it does not build in smaller coins" : ""};
    auto const v = explored(*m), w = explored(*other);
    auto const expected = in_short(v) + scaled_costs(v);
    auto const found = in_short(w) + explore_test::costs_of(w);
    return expected == found ? std::string{} : expected + "but in smaller coins\n" + found;
  });
}

BOOST_AUTO_TEST_SUITE_END()
