// SPDX-License-Identifier: BSL-1.0
//
// Parts that have nothing to do with each other are explored apart: the same traps, in the same
// words, as in one space; and a cost that does not multiply.
#include "explore/exposed.hpp"
#include "support/random_counts.hpp"
#include "support/random_model.hpp"
#include "support/random_reductions.hpp"
#include "support/random_severance.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/model/builder/builder.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// n deliveries that have nothing in common but the order; every other one is made good when lost.
model deliveries(std::size_t n, bool may_cancel_until_first_leaves) {
  builder b{"deliveries"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  product all;
  part_id first;
  for (std::size_t i = 0; i < n; ++i) {
    auto const number = std::to_string(i);
    auto const carrier = b.subcontractor("carrier " + number);
    auto const delivery = b.service("delivery " + number);
    b.commits_to(carrier, shop, delivery, within(48h));
    b.reaches(customer, carrier);
    auto const lost = b.fails(delivery, "lost " + number).id();
    if (i % 2 == 0) b.on(lost).owes(shop, perform_again(delivery));
    if (i == 0) first = delivery;
    all = i == 0 ? product{delivery} : all_of(all, delivery);
  }
  b.product(all);
  if (may_cancel_until_first_leaves)
    b.on(cancel_requested).until(started(first)).owes(shop, accept);
  return b.build().value();
}

/// What is said of traps, however it was found. Where she is doomed before anything has failed,
/// because some part cannot be counted on at all, every story in one space begins in doom; apart,
/// only those of that part do.
std::string said(verdict const& v) {
  std::string text = v.never_traps() ? "never traps\n" : "";
  auto const is_hopeless =
      std::any_of(v.stories.begin(), v.stories.end(), [](story const& s) { return !s.failure; });
  for (auto const& s : v.stories) {
    text += std::string{to_string(s.ends)} + " by " + std::to_string(s.failure.value);
    if (!is_hopeless)
      text += ", after " + std::to_string(s.doomed_after) +
              (s.is_released_by_nothing ? " for ever:" : ":");
    for (auto const& x : s.moves)
      text += " " + std::string{to_string(x.kind)} + " " + std::to_string(x.event.value) + "/" +
              std::to_string(x.part.value) + "." + std::to_string(x.unit) + "/" +
              std::string{to_string(x.says.does)};
    text += "\n";
  }
  return text;
}

std::size_t exposed = 0;

void same_apart_and_together(model const& m, std::size_t failures) {
  auto const apart = explore(m, {.failures = failures, .limits = {.states = 300'000}});
  auto const together =
      explore(m, {.failures = failures, .limits = {.states = 300'000}, .together = true});
  if (!apart.seen.is_complete() || !together.seen.is_complete()) return;
  BOOST_TEST(said(apart) == said(together));
  BOOST_TEST((apart.most_contacts == together.most_contacts));
  exposed += together.exposures.empty() ? 0U : 1U;
  if (!apart.has_every_exposure) return;
  BOOST_TEST(explore_test::exposures_of(apart, false) ==
             explore_test::exposures_of(together, false));
  BOOST_TEST(explore_test::costs_of(apart) == explore_test::costs_of(together));
  BOOST_TEST(explore_test::not_retold(m, rules_policy{}, apart) == "");
  BOOST_TEST(apart.seen.states <= together.seen.states * apart.searches);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(independent_parts_apart)

BOOST_AUTO_TEST_CASE(the_same_traps_as_in_one_space) {
  for (std::size_t n = 1; n <= 6; ++n)
    for (auto const cancel : {false, true}) {
      BOOST_TEST_CONTEXT(n << " deliveries") same_apart_and_together(deliveries(n, cancel), 2);
    }
}

BOOST_AUTO_TEST_CASE(cost_grows_with_the_parts_and_does_not_multiply) {
  auto const few = explore(deliveries(2, false)), many = explore(deliveries(24, false));
  BOOST_TEST(many.searches == 24U);
  BOOST_TEST(many.stories.size() == 12U);
  BOOST_TEST(many.seen.states <= few.seen.states * 12 + 24);
  auto const cancel = explore(deliveries(24, true));
  BOOST_TEST(cancel.searches == 23U);
  BOOST_TEST(cancel.seen.is_complete());
}

BOOST_AUTO_TEST_CASE(random_promises) {
  std::size_t separated = 0;
  for (std::size_t i = 0; i < proof::runs(600); ++i) {
    auto const seed = proof::first_seed() + i;
    auto d = i % 2 == 0 ? proof::wild_promise(seed) : proof::sound_promise(seed);
    proof::chooser choices{seed};
    if (i % 4 == 3) proof::leave_parts_out(choices, d);
    if (i % 4 == 1) proof::count_failures(choices, d);
    if (i % 3 == 1) proof::reduce_prices(choices, d);
    auto const m = proof::to_model(d);
    if (!m) continue;
    BOOST_TEST_CONTEXT("seed " << seed) same_apart_and_together(*m, i % 3);
    separated += independent_parts(*m).size() > 1 ? 1U : 0U;
  }
  BOOST_TEST(separated > 0U);  // else nothing was tried
  BOOST_TEST(exposed > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
