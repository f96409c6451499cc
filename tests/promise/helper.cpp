// SPDX-License-Identifier: BSL-1.0
//
// The helper of these tests must see through whatever differs, or it would prove nothing.
#include "promise/agree.hpp"
#include "promise/shop.hpp"

#include <functional>

namespace shop_floor {
namespace {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;

static constexpr auto p = promise(
    "machine, delivered", machine >> delivery, basis,
    marketing(website.claims(delivery, within(48h)), website.implies(whole, single_contact)),
    fulfilment(shop.commits(delivery, within(48h)), shop.has_in_stock(machine),
               on(reported(damaged)).owes(shop, replace(machine)).waits_for(received_back)),
    subcontracts(carrier.commits_to(shop, delivery, within(48h)), carrier.tells(shop, damaged, 2h)),
    may_happen(damaged, received_back.follows(damaged).by(carrier).hands(machine, shop)));
static_assert(finds<p>("unbacked-claim", "missing-recourse", "blocked-remedy", "silent-failure",
                       "surviving-subcontract"));
static_assert(!finds<p>("unbacked-claim", "missing-recourse", "blocked-remedy", "silent-failure"));
static_assert(!finds<p>("unbacked-claim", "missing-recourse", "blocked-remedy", "silent-failure",
                        "no-exit"));

struct written : small {
  using duration = std::chrono::hours;

  duration claimed = 48h, told = 2h;
  std::string_view title_of_step = "received back", back_with = "shop";
  bool is_implied = true, has_stock = true, has_gate = true, has_carrier_tell = true;
  party_ref acting = "carrier";

  builder& write() {
    department("website"), subcontractor("carrier");
    auto const damage = fails("delivery", "damaged").id();
    auto const back =
        step("delivery", title_of_step).follows(damage).by(acting).hands("machine", back_with).id();
    claims("website", "delivery", within(claimed));
    is_implied ? implies("website", whole(), single_contact)
               : claims("website", whole(), single_contact);
    commits("shop", "delivery", within(48h));
    if (has_stock) can_do("shop", "machine", 0h);
    auto rule = on(reported(damage)).owes("shop", replace("machine"));
    if (has_gate) rule.waits_for(back);
    commits_to("carrier", "shop", "delivery", within(48h));
    if (has_carrier_tell) tells("carrier", "shop", damage, told);
    return *this;
  }
};

/// The builder's form, changed in one place.
bool is_seen(std::function<void(written&)> const& change) {
  written w;
  change(w);
  return !agree<p>(w.write());
}

BOOST_AUTO_TEST_SUITE(helper)

BOOST_AUTO_TEST_CASE(it_accepts_the_same_promise) { BOOST_TEST(agree<p>(written().write())); }

BOOST_AUTO_TEST_CASE(it_sees_what_differs) {
  BOOST_TEST(!is_seen([](written&) {}));
  BOOST_TEST(is_seen([](written& w) { w.claimed = 47h; }));
  BOOST_TEST(is_seen([](written& w) { w.told = 3h; }));
  BOOST_TEST(is_seen([](written& w) { w.title_of_step = "received_back"; }));
  BOOST_TEST(is_seen([](written& w) { w.back_with = "carrier"; }));
  BOOST_TEST(is_seen([](written& w) { w.is_implied = false; }));
  BOOST_TEST(is_seen([](written& w) { w.has_stock = false; }));
  BOOST_TEST(is_seen([](written& w) { w.has_gate = false; }));
  BOOST_TEST(is_seen([](written& w) { w.has_carrier_tell = false; }));
  BOOST_TEST(is_seen([](written& w) { w.acting = "customer"; }));
  BOOST_TEST(is_seen([](written& w) { w.subcontractor("installer"); }));
  BOOST_TEST(is_seen([](written& w) { w.paid(payment::on_the_spot); }));
  BOOST_TEST(is_seen([](written& w) { w.identity("M-1"); }));
}

BOOST_AUTO_TEST_CASE(it_says_what_differs) {
  written w;
  w.told = 3h;
  auto const said = differences(as_compiled<p>(), w.write().build().value());
  BOOST_TEST(said.find("only as a type: notice carrier to shop of failed") != said.npos);
  BOOST_TEST(said.find("only as built: notice carrier to shop of failed") != said.npos);
}

BOOST_AUTO_TEST_CASE(it_hears_a_builder_that_has_faults) {
  small s;
  s.claims("nobody", "delivery", within(48h));
  BOOST_TEST(!agree<p>(s));
}

BOOST_AUTO_TEST_CASE(it_sees_a_compiler_that_finds_something_else) {
  auto const built = written().write().build().value();
  auto told = as_compiled<p>();
  told.findings.pop_back();
  BOOST_TEST(differences(told, built).find("the compiler finds other gaps") != std::string::npos);
  told = as_compiled<p>();
  told.findings.front().late_by = 1;
  BOOST_TEST(differences(told, built).find("the compiler finds other gaps") != std::string::npos);
  told = as_compiled<p>();
  told.first_gap = "no-exit";
  BOOST_TEST(differences(told, built).find("the first gap is no-exit") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace shop_floor
