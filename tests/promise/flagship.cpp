// SPDX-License-Identifier: BSL-1.0
//
// The washing machine in its three forms: as sold, with a term for the return, mended.
#include "promise/agree.hpp"
#include "promise/shop.hpp"

#include <concepts>

namespace shop_floor {
namespace {

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;
inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;

constexpr auto title = "washing machine, delivered and installed";
constexpr auto product = machine >> delivery >> installation;

constexpr auto life =
    may_happen(damaged, lost, handed_over.follows(damaged).by(carrier).hands(machine, customer),
               returned.follows(damaged).by(carrier).hands(machine, supplier),
               received_back.follows(handed_over)
                   .by(customer)
                   .follows(returned)
                   .by(supplier)
                   .hands(machine, shop));

constexpr auto claimed =
    marketing(website.claims(delivery, within(48h)),
              website.claims(installation, within(24h).after(completed(delivery))),
              website.implies(whole, single_contact), website.implies(whole, informed_within(2h)));

constexpr auto contracts = subcontracts(
    carrier.commits_to(shop, delivery, within(48h)),
    installer.commits_to(shop, installation, within(24h).after(completed(delivery))),
    delivery.carries(machine), shop.recovers_from(carrier, damaged, within(48h)),
    shop.recovers_from(carrier, lost, within(48h)),
    carrier.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    installer.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    shop.bears(loss_of(machine)).between(ordered, possession(machine)),
    carrier.covers(shop, loss_of(machine)).between(shipped(delivery), possession(machine)),
    carrier.tells(shop, shipped(delivery), 2h), carrier.tells(shop, completed(delivery), 2h),
    customer.reaches(shop), customer.reaches(carrier), customer.reaches(installer),
    shop.reaches(carrier));

constexpr auto disclaimed = fulfilment(
    shop.commits(machine, undamaged), shop.has_in_stock(machine), carrier.answers(delivery),
    installer.answers(installation),
    on(damaged)
        .owes(shop, replace(machine))
        .waits_for(received_back)
        .presumes(held_by(customer, machine)),
    on(cancel_requested).until(shipped(delivery)).owes(shop, accept),
    on(cancel_requested).between(shipped(delivery), possession(machine)).owes(shop, refuse),
    on(cancel_requested).since(possession(machine)).owes(shop, accept));

constexpr auto told_in_two_hours =
    subcontracts(carrier.tells(shop, damaged, 2h), carrier.tells(shop, lost, 2h));

static constexpr auto as_sold =
    promise(title, product, claimed, disclaimed, contracts, told_in_two_hours, life);

static constexpr auto with_return_term =
    promise(title, product, claimed, disclaimed, contracts, told_in_two_hours,
            subcontracts(carrier.commits_to(shop, delivery, within(120h).after(damaged))
                             .brings_about(received_back)),
            life);

static constexpr auto mended = promise(
    title, product, claimed, marketing(website.claims(whole, recovered_within(48h))),
    fulfilment(shop.commits(machine, undamaged), shop.has_in_stock(machine),
               shop.commits(delivery, within(48h)),
               shop.commits(installation, within(24h).after(completed(delivery))),
               shop.commits(whole, single_contact, informed_within(2h), recovered_within(48h)),
               shop.coordinates(delivery, installation),
               shop.tells_of_any_change(installer, whole, 2h),
               on(reported(damaged)).owes(shop, replace(machine)),
               on(reported(lost)).owes(shop, replace(machine)),
               on(cancel_requested).until(possession(machine)).owes(shop, accept),
               on(cancel_requested).since(possession(machine)).owes(shop, accept)),
    contracts, subcontracts(carrier.tells(shop, damaged, 1h), carrier.tells(shop, lost, 1h)), life);

static_assert(!sound<as_sold>);
static_assert(std::same_as<first_gap<as_sold>, disowned_part<delivery_>>);
static_assert(found_by_compiler<as_sold>.size >= 11);
static_assert(!sound<with_return_term>);
static_assert(require_sound<mended>);
static_assert(found_by_compiler<mended>.size == 0);

enum class version { first, second, third };

model washing_machine(version v) {
  builder b{title};
  b.customer("customer"), b.seller("shop"), b.department("website");
  b.subcontractor("carrier"), b.subcontractor("installer"), b.subcontractor("supplier");
  auto const m = b.good("machine"), d = b.service("delivery"), i = b.service("installation");
  b.product(m >> d >> i).carries(d, m).can_do("shop", m, 0h);
  auto const is_damaged = b.fails(d, "damaged").id(), is_lost = b.fails(d, "lost").id();
  auto const handed =
      b.step(d, "handed over damaged").follows(is_damaged).by("carrier").hands(m, "customer").id();
  auto const sent =
      b.step(d, "returned").follows(is_damaged).by("carrier").hands(m, "supplier").id();
  auto const back = b.step(d, "received back")
                        .follows(handed)
                        .by("customer")
                        .follows(sent)
                        .by("supplier")
                        .hands(m, "shop")
                        .id();
  b.claims("website", d, within(48h));
  b.claims("website", i, within(24h).after(completed(d)));
  b.implies("website", b.whole(), single_contact);
  b.implies("website", b.whole(), informed_within(2h));
  b.commits_to("carrier", "shop", d, within(48h));
  b.commits_to("installer", "shop", i, within(24h).after(completed(d)));
  b.tells("carrier", "shop", shipped(d), 2h);
  b.recovers_from("shop", "carrier", is_damaged, within(48h));
  b.recovers_from("shop", "carrier", is_lost, within(48h));
  b.ends_contract_with("carrier", "shop", {kept, cancelled, refunded}, 4h)
      .ends_contract_with("installer", "shop", {kept, cancelled, refunded}, 4h);
  b.bears("shop", loss_of(m), ordered, possession(m));
  b.covers("carrier", "shop", loss_of(m), shipped(d), possession(m));
  b.tells("carrier", "shop", completed(d), 2h);
  auto const told = v == version::third ? 1h : 2h;
  b.tells("carrier", "shop", is_damaged, told).tells("carrier", "shop", is_lost, told);
  if (v == version::second)
    b.commits_to("carrier", "shop", d, within(120h).after(is_damaged)).brings_about(back);
  b.reaches("customer", "shop").reaches("customer", "carrier").reaches("customer", "installer");
  b.reaches("shop", "carrier");
  b.commits("shop", m, undamaged);
  b.on(cancel_requested).since(possession(m)).owes("shop", accept);
  if (v != version::third) {
    b.answers("carrier", d).answers("installer", i);
    b.on(is_damaged).owes("shop", replace(m)).waits_for(back).presumes(held_by("customer", m));
    b.on(cancel_requested).until(shipped(d)).owes("shop", accept);
    b.on(cancel_requested).between(shipped(d), possession(m)).owes("shop", refuse);
    return b.build().value();
  }
  b.commits("shop", d, within(48h));
  b.commits("shop", i, within(24h).after(completed(d)));
  b.commits("shop", b.whole(), {single_contact, informed_within(2h), recovered_within(48h)});
  b.claims("website", b.whole(), recovered_within(48h));
  b.coordinates("shop", d, i).tells_of_any_change("shop", "installer", b.whole(), 2h);
  b.on(reported(is_damaged)).owes("shop", replace(m));
  b.on(reported(is_lost)).owes("shop", replace(m));
  b.on(cancel_requested).until(possession(m)).owes("shop", accept);
  return b.build().value();
}

BOOST_AUTO_TEST_SUITE(flagship)

BOOST_AUTO_TEST_CASE(as_sold_agrees) {
  BOOST_TEST(agree<as_sold>(washing_machine(version::first)));
  BOOST_TEST(validate(view_of<as_sold>).size() == 11u);
}
BOOST_AUTO_TEST_CASE(with_the_return_term_it_agrees) {
  BOOST_TEST(agree<with_return_term>(washing_machine(version::second)));
  BOOST_TEST(validate(view_of<with_return_term>).count(gaps::late_remedy) == 1u);
}
BOOST_AUTO_TEST_CASE(mended_agrees) {
  BOOST_TEST(agree<mended>(washing_machine(version::third)));
  BOOST_TEST(validate(view_of<mended>).empty());
}
BOOST_AUTO_TEST_CASE(the_versions_do_not_agree_with_each_other) {
  BOOST_TEST(!agree<as_sold>(washing_machine(version::third)));
  BOOST_TEST(!agree<mended>(washing_machine(version::second)));
  BOOST_TEST(!agree<with_return_term>(washing_machine(version::first)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace shop_floor
