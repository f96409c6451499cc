// SPDX-License-Identifier: BSL-1.0
//
// Every kind of clause by itself, against what the builder makes of the same words.
#include "promise/agree.hpp"
#include "promise/shop.hpp"

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace shop_floor {
namespace {

constexpr auto title = "machine, delivered";
constexpr auto product = machine >> delivery;

BOOST_AUTO_TEST_SUITE(clauses)

// ---- the product ----

static constexpr auto side_by_side =
    promise(title, all_of(3 * machine, delivery, installation), basis);
static constexpr auto one_alone = promise(title, all_of(machine), basis);
static constexpr auto forked = promise(title, machine >> all_of(delivery, installation), basis);
inline constexpr struct work_ : composite<work_> {
} work;
inline constexpr struct kit_ : composite<kit_, "the kit"> {
} kit;
static constexpr auto composed =
    promise(title, kit(2 * machine) >> work(all_of(delivery, installation)), basis,
            marketing(website.claims(work, within(48h))),
            fulfilment(shop.commits(work, within(48h)), shop.commits(kit, undamaged)),
            subcontracts(carrier.commits_to(shop, work, within(24h))));

BOOST_AUTO_TEST_CASE(products) {
  auto const write = [](builder& b) {
    b.customer("customer"), b.seller("shop"), b.reaches("customer", "shop");
    b.on(cancel_requested).owes("shop", accept);
  };
  {
    builder b{title};
    write(b);
    b.product(all_of(b.good("machine", 3), b.service("delivery"), b.service("installation")));
    BOOST_TEST(agree<side_by_side>(b));
  }
  {
    builder b{title};
    write(b);
    b.product(b.good("machine"));
    BOOST_TEST(agree<one_alone>(b));
  }
  {
    builder b{title};
    write(b);
    auto const m = b.good("machine"), d = b.service("delivery"), i = b.service("installation");
    b.product(m >> all_of(d, i));
    BOOST_TEST(agree<forked>(b));
  }
  {
    builder b{title};
    write(b);
    b.department("website"), b.subcontractor("carrier");
    auto const m = b.good("machine", 2), d = b.service("delivery"), i = b.service("installation");
    b.product(b.composite("the kit", m) >> b.composite("work", all_of(d, i)));
    b.claims("website", "work", within(48h));
    b.commits("shop", "work", within(48h));
    b.commits("shop", "the kit", undamaged);
    b.commits_to("carrier", "shop", "work", within(24h));
    BOOST_TEST(agree<composed>(b));
  }
}

// ---- marketing ----

static constexpr auto claimed =
    promise(title, product, basis,
            marketing(website.claims(delivery, within(48h), at(place::doorstep)),
                      website.implies(machine, undamaged, priced_at({49'900, "EUR"})),
                      website.says(whole, "luxury"),
                      supplier.says(machine, "arrives on Monday", by(calendar_day{20'000})),
                      supplier.has_no_mandate(), shop.claims(delivery, in_window(8h, 12h))));
static_assert(std::same_as<first_gap<claimed>, unmandated_claim<supplier_, machine_>>);

BOOST_AUTO_TEST_CASE(claims) {
  small b;
  b.department("website"), b.subcontractor("supplier");
  b.claims("website", "delivery", {within(48h), at(place::doorstep)});
  b.implies("website", "machine", {undamaged, priced_at({49'900, "EUR"})});
  b.says("website", b.whole(), "luxury");
  b.claims("supplier", "machine", by(calendar_day{20'000}), "arrives on Monday");
  b.has_no_mandate("supplier");
  b.claims("shop", "delivery", in_window(8h, 12h));
  BOOST_TEST(agree<claimed>(b));
}

// ---- commitments ----

struct quiet {
  static constexpr std::string_view name = "quiet";
  using bound_type = int;
  static constexpr bool entails(int a, int b) { return a <= b; }
  static std::string phrase(int db) { return "at most " + std::to_string(db) + " dB"; }
};

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;
inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;

static constexpr auto committed = promise(
    title, product, basis,
    fulfilment(
        shop.commits(machine, undamaged, term_of<quiet>(40)),
        shop.commits(delivery, within(2 * 24h).after(completed(machine))).given(completed(machine)),
        shop.commits(delivery, within(24h)).on_request(), shop.commits(whole),
        shop.commits(whole, single_contact, thanked)
            .rests_on("staff")
            .rests_on(backstage("patience")),
        website.provides("staff"), shop.commits(whole, cancel_until(possession(machine))),
        shop.commits(whole, cancel_until(48h)),
        shop.commits(whole, recovered_within(business_days{2})), shop.commits(whole, fits_need)),
    subcontracts(
        carrier.commits_to(shop, delivery), supplier.commits_to(carrier, machine, within(24h)),
        carrier.commits_to(shop, delivery, within(120h).after(damaged)).brings_about(received_back),
        carrier.commits_to(shop, delivery, within(1h).after(ordered)),
        supplier.commits_to(carrier, machine, within(1h))
            .overrides(within(1h), "a bonus")
            .given(lost),
        carrier.commits_to(shop, delivery, within(6h))
            .rests_on("staff")
            .given(reported(lost))
            .brings_about(received_back)
            .on_request()),
    may_happen(damaged, lost, received_back.follows(damaged).by(carrier).hands(machine, shop)));

BOOST_AUTO_TEST_CASE(commitments) {
  small b;
  b.department("website"), b.subcontractor("carrier"), b.subcontractor("supplier");
  auto const damage = b.fails("delivery", "damaged").id(), loss = b.fails("delivery", "lost").id();
  auto const back = b.step("delivery", "received back")
                        .follows(damage)
                        .by("carrier")
                        .hands("machine", "shop")
                        .id();
  b.capability("staff"), b.capability(backstage("patience"));
  b.commits("shop", "machine", {undamaged, term_of<quiet>(40)});
  b.commits("shop", "delivery", within(2 * 24h).after(completed("machine")))
      .given(completed("machine"));
  b.commits("shop", "delivery", within(24h)).on_request();
  b.commits("shop", b.whole(), term_list{});
  b.commits("shop", b.whole(), {single_contact, thanked}).rests_on("staff").rests_on("patience");
  b.provides("website", "staff");
  b.commits("shop", b.whole(), cancel_until(possession("machine")));
  b.commits("shop", b.whole(), cancel_until(48h));
  b.commits("shop", b.whole(), recovered_within(business_days{2}));
  b.commits("shop", b.whole(), fits_need);
  b.commits_to("carrier", "shop", "delivery");
  b.commits_to("supplier", "carrier", "machine", within(24h));
  b.commits_to("carrier", "shop", "delivery", within(120h).after(damage)).brings_about(back);
  b.commits_to("carrier", "shop", "delivery", within(1h).after(ordered));
  b.commits_to("supplier", "carrier", "machine", within(1h))
      .overrides(within(1h), "a bonus")
      .given(loss);
  b.commits_to("carrier", "shop", "delivery", within(6h))
      .rests_on("staff")
      .given(reported(loss))
      .brings_about(back)
      .on_request();
  BOOST_TEST(agree<committed>(b));
}

static constexpr auto who_does_it =
    promise(title, 2 * machine >> delivery >> installation, basis,
            fulfilment(shop.has_in_stock(machine), carrier.answers(delivery),
                       website.can_do(installation, 12h), website.can_do(installation, 6h),
                       shop.can_do(machine, business_days{3}), paid(payment::on_the_spot)),
            subcontracts(carrier.performs(delivery), delivery.carries(machine)),
            fulfilment(identity("M-1", "2026-11")), cannot_happen(damaged, lost));
static_assert(std::same_as<first_gap<who_does_it>, disowned_part<delivery_>>);

BOOST_AUTO_TEST_CASE(who_does_it_agrees) {
  builder b{title};
  b.customer("customer"), b.seller("shop"), b.department("website"), b.subcontractor("carrier");
  auto const m = b.good("machine", 2), d = b.service("delivery"), i = b.service("installation");
  b.product(m >> d >> i).reaches("customer", "shop").on(cancel_requested).owes("shop", accept);
  b.can_do("shop", m, 0h).answers("carrier", d).can_do("website", i, 12h).can_do("website", i, 6h);
  b.can_do("shop", m, business_days{3}).paid(payment::on_the_spot).performs("carrier", d);
  b.carries(d, m).identity("M-1", "2026-11");
  BOOST_TEST(agree<who_does_it>(b));
}

static constexpr auto what_it_costs = promise(
    title, 2 * machine >> delivery >> installation, basis,
    fulfilment(shop.charges(machine, {59'900, "EUR"}), shop.charges(delivery, {4'900, "EUR"}),
               shop.charges(whole, {130'000, "EUR"})),
    cannot_happen(damaged, lost));

BOOST_AUTO_TEST_CASE(what_it_costs_agrees) {
  builder b{title};
  b.customer("customer"), b.seller("shop");
  auto const m = b.good("machine", 2), d = b.service("delivery"), i = b.service("installation");
  b.product(m >> d >> i).reaches("customer", "shop").on(cancel_requested).owes("shop", accept);
  b.charges("shop", m, {59'900, "EUR"}).charges("shop", d, {4'900, "EUR"});
  b.charges("shop", whole, {130'000, "EUR"});
  BOOST_TEST(agree<what_it_costs>(b));
}

static constexpr auto an_encounter =
    promise(title, 2 * machine >> delivery >> installation, basis,
            fulfilment(installation.gives(greeted, experience_level::action)),
            subcontracts(delivery.gives(thanked)), cannot_happen(damaged, lost));

BOOST_AUTO_TEST_CASE(steps_of_an_encounter_agree) {
  builder b{title};
  b.customer("customer"), b.seller("shop");
  auto const m = b.good("machine", 2), d = b.service("delivery"), i = b.service("installation");
  b.product(m >> d >> i).reaches("customer", "shop").on(cancel_requested).owes("shop", accept);
  b.gives(i, greeted, experience_level::action).gives(d, thanked);
  BOOST_TEST(agree<an_encounter>(b));
}

static constexpr auto losses = promise(
    title, product, basis,
    subcontracts(delivery.carries(machine), shop.recovers_from(carrier, damaged, within(48h)),
                 carrier.recovers_from(supplier, lost),
                 carrier.ends_contract_with(shop, refunded, kept).within(4h),
                 supplier.ends_contract_with(carrier, cancelled),
                 shop.bears(loss_of(machine)).between(ordered, possession(machine)),
                 customer.bears(loss_of(machine)).between(possession(machine), kept),
                 carrier.covers(shop, loss_of(machine)).between(shipped(delivery), damaged)),
    may_happen(damaged, lost));

BOOST_AUTO_TEST_CASE(losses_and_risks) {
  small b;
  b.subcontractor("carrier"), b.subcontractor("supplier");
  b.carries("delivery", "machine");
  auto const damage = b.fails("delivery", "damaged").id(), loss = b.fails("delivery", "lost").id();
  b.recovers_from("shop", "carrier", damage, within(48h));
  b.recovers_from("carrier", "supplier", loss);
  b.ends_contract_with("carrier", "shop", {refunded, kept}, 4h)
      .ends_contract_with("supplier", "carrier", {cancelled});
  b.bears("shop", loss_of("machine"), ordered, possession("machine"));
  b.bears("customer", loss_of("machine"), possession("machine"), kept);
  b.covers("carrier", "shop", loss_of("machine"), shipped("delivery"), damage);
  BOOST_TEST(agree<losses>(b));
}

// ---- words ----

static constexpr auto told =
    promise(title, machine >> delivery >> installation, basis,
            fulfilment(shop.tells_of_any_change(customer, delivery, business_days{1}, "changed"),
                       shop.coordinates(delivery, installation), website.reaches(carrier),
                       must_coordinate(machine, installation), customer.sees(late(delivery)),
                       carrier.sees(completed(machine)), website.sees(damaged),
                       shop.commits(whole, informed_within(2h))),
            subcontracts(carrier.tells(shop, completed(delivery), 2h),
                         carrier.tells(installer, started(delivery), 30min),
                         carrier.tells(shop, late(delivery), 1h, "late"),
                         shop.tells(carrier, cancel_requested, 1h),
                         carrier.commits_to(shop, delivery, within(48h)),
                         installer.commits_to(shop, installation, within(24h)),
                         supplier.commits_to(shop, machine, within(24h))),
            may_happen(damaged, lost, late(delivery).follows(started(delivery)).by(supplier)));

BOOST_AUTO_TEST_CASE(notices_channels_and_coordination) {
  builder b{title};
  b.customer("customer"), b.seller("shop"), b.department("website");
  b.subcontractor("carrier"), b.subcontractor("installer"), b.subcontractor("supplier");
  auto const m = b.good("machine"), d = b.service("delivery"), i = b.service("installation");
  b.product(m >> d >> i).reaches("customer", "shop").on(cancel_requested).owes("shop", accept);
  b.fails(d, "damaged"), b.fails(d, "lost"), b.may_be_late(d).follows(started(d)).by("supplier");
  b.tells_of_any_change("shop", "customer", d, business_days{1}, "changed");
  b.coordinates("shop", d, i).reaches("website", "carrier").must_coordinate(m, i);
  b.sees("customer", late(d)).sees("carrier", completed(m)).sees("website", failed(d, "damaged"));
  b.commits("shop", b.whole(), informed_within(2h));
  b.tells("carrier", "shop", completed(d), 2h).tells("carrier", "installer", started(d), 30min);
  b.tells("carrier", "shop", late(d), 1h, "late").tells("shop", "carrier", cancel_requested, 1h);
  b.commits_to("carrier", "shop", d, within(48h));
  b.commits_to("installer", "shop", i, within(24h));
  b.commits_to("supplier", "shop", m, within(24h));
  BOOST_TEST(agree<told>(b));
}

// ---- what she pays ----

inline constexpr struct deposit_ : instalment<deposit_> {
} deposit;
inline constexpr struct rest_ : instalment<rest_, "the rest"> {
} rest;
static constexpr auto paid_for = promise(
    title, deposit >> machine >> delivery >> rest, basis,
    fulfilment(shop.charges(whole, {90'000, "EUR"}), customer.pays(deposit, {30'000, "EUR"}),
               customer.pays(rest, {60'000, "EUR"})),
    subcontracts(customer.commits_to(shop, rest, within(48h).after(completed(delivery))),
                 carrier.commits_to(shop, delivery, within(24h)), delivery.carries(machine)),
    may_happen(damaged, lost, late(rest)));
BOOST_AUTO_TEST_CASE(what_she_pays) {
  builder b{title};
  b.customer("customer"), b.seller("shop"), b.subcontractor("carrier");
  auto const first = b.instalment("deposit"), m = b.good("machine");
  auto const d = b.service("delivery"), last = b.instalment("the rest");
  b.product(first >> m >> d >> last).reaches("customer", "shop");
  b.on(cancel_requested).owes("shop", accept);
  b.charges("shop", b.whole(), {90'000, "EUR"});
  b.pays("customer", first, {30'000, "EUR"}).pays("customer", last, {60'000, "EUR"});
  b.commits_to("customer", "shop", last, within(48h).after(completed(d)));
  b.commits_to("carrier", "shop", d, within(24h)).to("shop");
  b.carries(d, m), b.fails(d, "damaged"), b.fails(d, "lost"), b.may_be_late(last);
  BOOST_TEST(agree<paid_for>(b));
}

// ---- what is kept ----

static constexpr auto with_fee =
    promise(title, all_of(machine), basis,
            fulfilment(shop.charges(machine, {90'000, "EUR"}), on(cancel_requested)
                                                                   .since(completed(machine))
                                                                   .owes(shop, refund)
                                                                   .keeps({5'000, "EUR"})
                                                                   .within(24h)));
BOOST_AUTO_TEST_CASE(what_is_kept) {
  builder b{title};
  b.customer("customer"), b.seller("shop");
  auto const m = b.good("machine");
  b.product(m).reaches("customer", "shop").on(cancel_requested).owes("shop", accept);
  b.charges("shop", m, {90'000, "EUR"});
  b.on(cancel_requested).since(completed(m)).owes("shop", refund).keeps({5'000, "EUR"}).within(24h);
  BOOST_TEST(agree<with_fee>(b));
}

// ---- what is counted ----

static constexpr auto counted =
    promise(title, machine >> delivery, basis, may_happen(damaged, lost),
            fulfilment(on(damaged).up_to_time(2).owes(shop, replace(machine)),
                       on(damaged).from_time(3).owes(shop, refund),
                       on(reported(lost)).from_time(2).up_to_time(2).owes(shop, refund)));
BOOST_AUTO_TEST_CASE(what_is_counted) {
  builder b{title};
  b.customer("customer"), b.seller("shop");
  auto const m = b.good("machine");
  auto const d = b.service("delivery");
  b.product(m >> d).reaches("customer", "shop").on(cancel_requested).owes("shop", accept);
  auto const is_damaged = b.fails(d, "damaged").id(), is_lost = b.fails(d, "lost").id();
  b.on(is_damaged).up_to_time(2).owes("shop", lupaus::replace(m));
  b.on(is_damaged).from_time(3).owes("shop", refund);
  b.on(reported(is_lost)).from_time(2).up_to_time(2).owes("shop", refund);
  BOOST_TEST(agree<counted>(b));
}

// ---- what may happen ----

inline constexpr struct handed_on_ : step_of<handed_on_, delivery_> {
} handed_on;
inline constexpr struct worn_ : failure_of<worn_, machine_, "worn out"> {
} worn;

static constexpr auto lives = promise(
    title, product, basis, subcontracts(delivery.carries(machine), carrier.performs(delivery)),
    may_happen(damaged, lost.follows(started(delivery)), returned.by(carrier),
               handed_on.hands(machine, carrier),
               received_back.follows(damaged).follows(lost).by(supplier).hands(machine, shop),
               worn.follows(completed(delivery)).by(customer).follows(completed(machine)),
               completed(delivery).follows(received_back).by(shop).follows(started(delivery)),
               started(delivery).by(supplier)));

BOOST_AUTO_TEST_CASE(what_may_happen) {
  small b;
  b.subcontractor("carrier"), b.subcontractor("supplier");
  b.carries("delivery", "machine").performs("carrier", "delivery");
  auto const damage = b.fails("delivery", "damaged").id();
  auto const loss = b.fails("delivery", "lost").follows(started("delivery")).id();
  b.step("delivery", "returned").by("carrier");
  b.step("delivery", "handed on").hands("machine", "carrier");
  b.step("delivery", "received back")
      .follows(damage)
      .follows(loss)
      .by("supplier")
      .hands("machine", "shop");
  b.fails("machine", "worn out")
      .follows(completed("delivery"))
      .by("customer")
      .follows(completed("machine"));
  b.happens(completed("delivery"))
      .follows(step("delivery", "received back"))
      .by("shop")
      .follows(started("delivery"));
  b.happens(started("delivery")).by("supplier");
  BOOST_TEST(agree<lives>(b));
}

// What follows a report, or the possession of a good, can be taken.
static constexpr auto followed_up =
    promise(title, product, basis, subcontracts(delivery.carries(machine)),
            may_happen(damaged, worn.follows(possession(machine)),
                       received_back.follows(reported(damaged))),
            cannot_happen(lost));

BOOST_AUTO_TEST_CASE(what_follows_a_report_or_a_possession) {
  std::size_t after = 0;
  for (auto const& t : view_of<followed_up>.transitions) {
    auto const kind = view_of<followed_up>.events[t.from].kind;
    after += kind == event_kind::possession || kind == event_kind::reported;
  }
  BOOST_TEST(after == 2U);
}

// ---- rules ----

static constexpr auto ruled = promise(
    title, 3 * machine >> delivery,
    fulfilment(
        customer.reaches(shop), on(cancel_requested).until(shipped(delivery)).owes(shop, accept),
        on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse),
        on(cancel_requested).since(possession(machine)).owes(shop, refund).within(48h),
        on(damaged).owes(shop, replace(machine, 2)).waits_for(received_back).within(24h),
        on(reported(lost)).owes(carrier, perform_again(delivery)).to(shop),
        on(late(delivery)).owes(website, act("says sorry")).presumes(happened(damaged)),
        on(late(delivery))
            .owes(shop, reduce_price(delivery, {500, "EUR"}))
            .presumes(not_happened(lost)),
        on(lost).owes(shop, reduce_price(machine)),
        on(replacement_requested)
            .owes(shop, repair(machine, 1))
            .since(damaged)
            .presumes(held_by(customer, machine))
            .presumes(happened(lost))
            .waits_for(reported(damaged)),
        on(kept).owes(shop, act("thanks her"))),
    subcontracts(delivery.carries(machine), carrier.performs(delivery)),
    may_happen(damaged, lost, late(delivery), received_back.follows(damaged)), cannot_happen(worn));

BOOST_AUTO_TEST_CASE(rules) {
  builder b{title};
  b.customer("customer"), b.seller("shop"), b.department("website"), b.subcontractor("carrier");
  auto const m = b.good("machine", 3), d = b.service("delivery");
  b.product(m >> d).reaches("customer", "shop").carries(d, m).performs("carrier", d);
  auto const damage = b.fails(d, "damaged").id(), loss = b.fails(d, "lost").id();
  b.may_be_late(d);
  auto const back = b.step(d, "received back").follows(damage).id();
  b.on(cancel_requested).until(shipped(d)).owes("shop", accept);
  b.on(cancel_requested).between(shipped(d), possession(m)).owes("shop", refuse);
  b.on(cancel_requested).since(possession(m)).owes("shop", refund).within(48h);
  b.on(damage).owes("shop", replace(m, 2)).waits_for(back).within(24h);
  b.on(reported(loss)).owes("carrier", perform_again(d), "shop");
  b.on(late(d)).owes("website", act("says sorry")).presumes(happened(damage));
  b.on(late(d)).owes("shop", reduce_price(d, {500, "EUR"})).presumes(not_happened(loss));
  b.on(loss).owes("shop", reduce_price(m));
  b.on(replacement_requested)
      .owes("shop", repair(m, 1))
      .since(damage)
      .presumes(held_by("customer", m))
      .presumes(happened(loss))
      .waits_for(reported(damage));
  b.on(kept).owes("shop", act("thanks her"));
  BOOST_TEST(agree<ruled>(b));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace shop_floor
