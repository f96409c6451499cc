// SPDX-License-Identifier: BSL-1.0
//
// A lower price for what failed: she keeps it as it is (R6).
#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/report/exposure.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// A table that is brought, and then put together.
struct table_at_home {
  builder b{"a table"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id piece = b.good("table"), delivery = b.service("delivery"),
          assembly = b.service("assembly");
  event_id scratched, lost;

  table_at_home() {
    b.product(piece >> delivery >> assembly).carries(delivery, piece);
    b.can_do(shop, piece, 0h).can_do(shop, delivery, 24h).can_do(shop, assembly, 24h);
    scratched = b.fails(piece, "scratched").follows(completed(assembly)).id();
  }
  verdict explored() const { return explore(b.build().value(), {.failures = 1}); }
  std::string cost() const {
    auto const v = explored();
    BOOST_TEST_REQUIRE(v.costs.size() == 1U);
    return phrase(v.model(), v.costs[0]);
  }
};

/// So often it is put together, at most.
std::size_t assemblies_after(action const& remedy) {
  table_at_home t;
  t.b.on(t.scratched).owes(t.shop, remedy);
  auto const m = t.b.build().value();
  auto const done = find_event(m.view(), event_kind::completed, t.assembly);
  std::size_t most = 0;
  explore_options options{.failures = 1};
  options.invariants = {{"it is watched", [&](order_view const& o) {
                           most = (std::max)(most, o.how_often(done));
                           return true;
                         }}};
  BOOST_TEST(explore(m, options).never_traps());
  return most;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(price_reductions)

BOOST_AUTO_TEST_CASE(she_keeps_what_failed_as_it_is) {
  table_at_home t;
  BOOST_TEST(!t.explored().never_traps());
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {3'000, "EUR"}));
  BOOST_TEST(t.explored().never_traps());
}

BOOST_AUTO_TEST_CASE(nothing_is_done_again_for_it) {
  BOOST_TEST(assemblies_after(repair("table")) == 2U);
  BOOST_TEST(assemblies_after(reduce_price("table")) == 1U);
}

BOOST_AUTO_TEST_CASE(what_she_does_not_have_is_brought_as_it_is) {
  table_at_home t;
  auto const dented = t.b.fails(t.delivery, "dented").follows(started(t.delivery)).id();
  t.b.on(t.scratched).owes(t.shop, refund);
  t.b.on(dented).owes(t.shop, reduce_price(t.piece));
  auto options = explore_options{.failures = 1};
  options.invariants = {{"she has what was brought", [&](order_view const& o) {
                           return !o.is_done(t.delivery) || o.holder(t.piece) == t.customer;
                         }}};
  auto const v = explore(t.b.build().value(), options);
  BOOST_TEST(v.never_traps());
  BOOST_TEST(v.violations.empty());
}

/// Nobody can be counted on for the visit: she is free where it counts as performed.
BOOST_AUTO_TEST_CASE(lateness_it_makes_up_for_and_does_not_end) {
  std::size_t doomed[2];
  for (auto const mends : {false, true}) {
    builder b{"a visit"};
    b.customer("customer");
    auto const shop = b.seller("shop");
    auto const visit = b.service("visit");
    b.product(visit);
    auto const late = b.may_be_late(visit).id();
    b.on(late).owes(shop, mends ? repair(visit) : reduce_price(visit));
    doomed[mends] = explore(b.build().value(), {.failures = 1}).doomed;
  }
  BOOST_TEST(doomed[1] < doomed[0]);
}

BOOST_AUTO_TEST_CASE(of_something_else_it_makes_her_wait) {
  table_at_home t;
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.assembly));
  BOOST_TEST(!t.explored().never_traps());
}

BOOST_AUTO_TEST_CASE(a_policy_may_decide_it) {
  table_at_home t;
  auto const m = t.b.build().value();
  auto const keeps = [](circumstances const& c) {
    return c.on == occasion::cancellation ? decision::refuses() : decision::reduces_price();
  };
  BOOST_TEST(explore(m, keeps, {.failures = 1}).never_traps());
  auto const elsewhere = [&](circumstances const& c) {
    return c.on == occasion::cancellation ? decision::refuses()
                                          : decision::reduces_price(t.assembly);
  };
  BOOST_TEST(!explore(m, elsewhere, {.failures = 1}).never_traps());
  auto const when_she_cancels = [](circumstances const&) { return decision::reduces_price(); };
  auto const v = explore(m, when_she_cancels, {.failures = 1});
  BOOST_TEST_REQUIRE(v.broken.size() == 1U);
  BOOST_TEST((v.broken[0].moves.back().fault == policy_fault::talks_nonsense));
}

BOOST_AUTO_TEST_CASE(it_costs_the_seller_so_much) {
  table_at_home t;
  t.b.charges(t.shop, t.piece, {20'000, "EUR"});
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {3'000, "EUR"}));
  BOOST_TEST(t.cost() == "'scratched' (table): the customer nothing, the shop 30.00 EUR");
}

BOOST_AUTO_TEST_CASE(without_a_word_of_how_much) {
  table_at_home t;
  t.b.charges(t.shop, t.piece, {20'000, "EUR"});
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece));
  BOOST_TEST(t.cost() == "'scratched' (table): the customer nothing, the shop unknown");
}

BOOST_AUTO_TEST_CASE(without_a_price) {
  table_at_home t;
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {3'000, "EUR"}));
  BOOST_TEST(t.cost() == "'scratched' (table): the customer nothing, the shop 30.00 EUR");
}

BOOST_AUTO_TEST_CASE(a_story_says_by_how_much) {
  table_at_home t;
  t.b.on(t.scratched).owes(t.shop, reduce_price(t.piece, {3'000, "EUR"}));
  explore_options options{.failures = 1};
  options.invariants = {{"what failed once is not performed", [&](order_view const& o) {
                           return o.how_often(t.scratched) == 0 || !o.is_done(t.piece);
                         }}};
  auto const m = t.b.build().value();
  auto const v = explore(m, options);
  BOOST_TEST_REQUIRE(v.violations.size() == 1U);
  auto const told = to_text(m, v.violations[0]);
  BOOST_TEST(told.find("reduces the price of the") != std::string::npos, told);
}

BOOST_AUTO_TEST_SUITE_END()
