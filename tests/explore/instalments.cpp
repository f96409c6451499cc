// SPDX-License-Identifier: BSL-1.0
//
// A price that she pays in instalments: until she has paid anything she may leave; what she has
// paid stays paid; and whether the seller can count on the rest.
#include "lupaus/explore.hpp"
#include "lupaus/explore/replay.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <string>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

/// A sideboard that may be lost on the way. She cannot cancel.
struct sideboard {
  builder b{"sideboard, delivered"};
  party_id customer = b.customer("customer"), trader = b.seller("trader"),
           carrier = b.subcontractor("carrier");
  part_id deposit = b.instalment("deposit"), goods = b.good("sideboard"),
          delivery = b.service("delivery"), rest = b.instalment("rest");
  event_id lost;

  explicit sideboard(product const& made_of) {
    b.product(made_of).carries(delivery, goods).can_do(trader, goods, 0h);
    b.commits_to(carrier, trader, delivery, within(72h).after(completed(goods)));
    lost = b.fails(delivery, "lost").id();
    b.on(cancel_requested).owes(trader, refuse);
    b.charges(trader, goods, {100'000, "EUR"}).charges(trader, delivery, {0, "EUR"});
    b.pays(customer, deposit, {30'000, "EUR"}).pays(customer, rest, {70'000, "EUR"});
    b.tells(trader, carrier, completed(goods), 1h);
    b.reaches(customer, trader).reaches(trader, carrier);
  }
  sideboard() : sideboard{part_ref{part_id{1}} >> part_id{2} >> part_id{3} >> part_id{4}} {}
  model made() const { return b.build().value(); }
};

bool is_exposed(verdict const& v, exposure_kind k, event_id failure, part_id part) {
  return std::any_of(v.exposures.begin(), v.exposures.end(), [&](seller_exposure const& x) {
    return x.kind == k && x.failure == failure && x.part == part;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(instalments)

BOOST_AUTO_TEST_CASE(who_has_paid_a_deposit_is_trapped_where_it_is_lost) {
  sideboard const s;
  auto const v = explore(s.made(), {.failures = 1});
  BOOST_TEST_REQUIRE(v.stories.size() == 1U);
  BOOST_TEST((v.stories[0].failure == s.lost));
  // What she is out of is what she has paid, and no more.
  BOOST_TEST_REQUIRE(v.costs.size() == 1U);
  BOOST_TEST(v.costs[0].customer.value().minor_units == 30'000);
  auto const m = s.made();
  auto const told = to_text(m, v.stories[0]);
  BOOST_TEST(told.find("The customer pays the deposit") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(who_pays_when_she_has_it_may_leave_until_then) {
  // No deposit, and all of it at the end.
  builder b{"sideboard, delivered"};
  auto const customer = b.customer("customer");
  b.seller("trader"), b.subcontractor("carrier");
  auto const goods = b.good("sideboard"), delivery = b.service("delivery");
  auto const price = b.instalment("price");
  b.product(goods >> delivery >> price).carries(delivery, goods).can_do("trader", goods, 0h);
  b.commits_to("carrier", "trader", delivery, within(72h));
  b.fails(delivery, "lost");
  b.on(cancel_requested).owes("trader", refuse);
  b.reaches(customer, "trader");
  auto const v = explore(b.build().value(), {.failures = 2});
  BOOST_TEST(v.never_traps());
  BOOST_TEST(v.doomed == 0U);
}

BOOST_AUTO_TEST_CASE(it_is_kept_before_the_rest_is_paid) {
  sideboard s;
  auto const m = s.made();
  replay order{m};
  order.orders(), order.happens("deposit", "completed"), order.happens("delivery", "started");
  BOOST_TEST(!order.view().is_kept());
  order.happens("delivery", "completed");
  BOOST_TEST(order.view().is_kept());
  order.happens("rest", "completed");
  BOOST_TEST(order.view().is_kept());
  BOOST_TEST(order.is_the_same_story(), order.account());
}

BOOST_AUTO_TEST_CASE(what_is_paid_stays_paid_when_all_begins_anew) {
  sideboard s{part_ref{part_id{2}} >> part_id{1} >> part_id{3} >> part_id{4}};
  s.b.on(s.lost).owes(s.trader, replace(s.goods)).within(24h);
  auto const m = s.made();
  auto const paid = [&](replay const& r) { return r.view().is_done(s.deposit); };
  replay order{m};
  order.orders(), order.happens("deposit", "completed"), order.happens("delivery", "started");
  order.happens("delivery", "lost");
  BOOST_TEST(paid(order));
  order.acts("delivery", "lost", answer::replaces);
  BOOST_TEST(order.is_the_same_story(), order.account());
  BOOST_TEST(!order.view().last(s.delivery));  // a new attempt
  BOOST_TEST(paid(order));
}

BOOST_AUTO_TEST_CASE(the_rest_is_sure_where_she_is_bound_to_it_and_nothing_keeps_her_from_it) {
  {
    sideboard const s;
    auto const v = explore(s.made(), {.failures = 1});
    BOOST_TEST(is_exposed(v, exposure_kind::unpaid_goods, {}, s.rest));
  }
  {
    sideboard s;
    s.b.commits_to(s.customer, s.trader, s.rest, within(7 * 24h).after(completed(s.delivery)));
    auto const v = explore(s.made(), {.failures = 1});
    BOOST_TEST(!is_exposed(v, exposure_kind::unpaid_goods, {}, s.rest));
  }
  {
    sideboard s;
    s.b.commits_to(s.customer, s.trader, s.rest, within(7 * 24h).after(completed(s.delivery)));
    auto const refused = s.b.fails(s.rest, "refused").id();
    BOOST_TEST(is_exposed(explore(s.made(), {.failures = 1}), exposure_kind::unpaid_goods, refused,
                          s.rest));
    // By another card, say.
    s.b.happens(completed(s.rest)).follows(ordered).follows(refused).by(s.customer);
    BOOST_TEST(!is_exposed(explore(s.made(), {.failures = 1}), exposure_kind::unpaid_goods, refused,
                           s.rest));
  }
}

BOOST_AUTO_TEST_CASE(a_payment_that_fails_after_she_has_all_traps_nobody) {
  sideboard s;
  s.b.fails(s.rest, "refused");
  auto const v = explore(s.made(), {.failures = 1, .only = {}});
  for (auto const& story : v.stories) BOOST_TEST((story.failure == s.lost));
}

BOOST_AUTO_TEST_CASE(an_instalment_that_is_not_paid_in_time) {
  sideboard s;
  s.b.on(s.b.not_by(completed(s.deposit), 14 * 24h)).owes(s.trader, refund);
  auto const v = explore(s.made(), {.failures = 1});
  BOOST_TEST(v.stories.size() == 1U);  // the loss alone
}

BOOST_AUTO_TEST_CASE(her_own_work_is_no_part_of_what_she_buys) {
  builder b{"kitchen"};
  auto const customer = b.customer("customer");
  b.seller("shop"), b.subcontractor("fitter");
  auto const wall = b.service("wall"), kitchen = b.service("cupboards"), paint = b.service("paint");
  b.product(wall >> kitchen >> paint);
  for (auto const p : {wall, paint}) b.performs(customer, p).answers(customer, p);
  b.commits_to("fitter", "shop", kitchen, within(24h).after(completed(wall)));
  b.tells(customer, "fitter", completed(wall), 1h);
  b.fails(paint, "peels off");
  b.on(cancel_requested).owes("shop", refuse);
  auto const m = b.build().value();
  auto const v = explore(m, {.failures = 1});
  BOOST_TEST(v.never_traps());
  BOOST_TEST(v.doomed == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
