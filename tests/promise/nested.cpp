// SPDX-License-Identifier: BSL-1.0
//
// A promise within a promise: one product, whose inner clauses speak of their own whole.
#include "promise/agree.hpp"

#include <chrono>
#include <concepts>

using namespace promise_test;
using namespace std::chrono_literals;

namespace {

inline constexpr struct customer_ : customer<customer_> {
} customer;
inline constexpr struct shop_ : seller<shop_, "kitchen shop"> {
} shop;
inline constexpr struct catalogue_ : department<catalogue_> {
} catalogue;
inline constexpr struct van_ : subcontractor<van_, "Van & Co"> {
} van;
inline constexpr struct haulier_ : subcontractor<haulier_> {
} haulier;
inline constexpr struct plumber_ : subcontractor<plumber_> {
} plumber;
inline constexpr struct fitter_ : subcontractor<fitter_> {
} fitter;

inline constexpr struct appliance_ : composite<appliance_, "dishwasher, connected"> {
} appliance;
inline constexpr struct dishwasher_ : good<dishwasher_> {
} dishwasher;
inline constexpr struct van_delivery_ : service<van_delivery_> {
} van_delivery;
inline constexpr struct connection_ : service<connection_> {
} connection;
inline constexpr struct cabinets_ : good<cabinets_> {
} cabinets;
inline constexpr struct cabinet_delivery_ : service<cabinet_delivery_> {
} cabinet_delivery;
inline constexpr struct fitting_ : service<fitting_> {
} fitting;
inline constexpr struct dented_ : failure_of<dented_, van_delivery_> {
} dented;
inline constexpr struct missing_door_ : failure_of<missing_door_, cabinet_delivery_> {
} missing_door;

constexpr auto dishwasher_connected = promise(
    appliance, dishwasher >> van_delivery >> connection,
    marketing(catalogue.claims(van_delivery, within(5 * 24h).after(completed(dishwasher))),
              catalogue.claims(whole, advised)),
    fulfilment(shop.has_in_stock(dishwasher),
               shop.commits(van_delivery, within(5 * 24h).after(completed(dishwasher))),
               shop.commits(whole, advised), shop.coordinates(van_delivery, connection),
               on(reported(dented)).owes(shop, replace(dishwasher)),
               shop.tells_of_any_change(plumber, whole, 4h)),
    subcontracts(van.commits_to(shop, van_delivery, within(3 * 24h)),
                 plumber.commits_to(shop, connection, within(48h).after(completed(van_delivery))),
                 van_delivery.carries(dishwasher), van.tells(shop, completed(van_delivery), 2h),
                 van.tells(shop, dented, 2h)),
    may_happen(dented));

static constexpr auto kitchen = promise(
    "kitchen, fitted", 4 * cabinets >> cabinet_delivery >> fitting >> dishwasher_connected,
    marketing(catalogue.claims(fitting, within(10 * 24h).after(completed(cabinet_delivery))),
              catalogue.implies(whole, single_contact)),
    fulfilment(shop.has_in_stock(cabinets),
               shop.commits(fitting, within(10 * 24h).after(completed(cabinet_delivery))),
               shop.commits(whole, single_contact), shop.coordinates(cabinet_delivery, fitting),
               shop.coordinates(fitting, van_delivery), shop.tells_of_any_change(fitter, whole, 4h),
               shop.tells_of_any_change(customer, whole, 4h),
               shop.tells_of_any_change(van, whole, 4h),
               shop.tells_of_any_change(plumber, whole, 4h),
               on(reported(missing_door)).owes(shop, replace(cabinets, 1)).within(24h),
               on(cancel_requested).owes(shop, accept)),
    subcontracts(
        haulier.commits_to(shop, cabinet_delivery, within(7 * 24h)),
        fitter.commits_to(shop, fitting, within(10 * 24h).after(completed(cabinet_delivery))),
        cabinet_delivery.carries(cabinets), haulier.tells(shop, completed(cabinet_delivery), 2h),
        haulier.tells(shop, missing_door, 2h), fitter.tells(shop, completed(fitting), 2h),
        customer.reaches(shop)),
    may_happen(missing_door));
static_assert(require_sound<kitchen>);

/// Alone she has no exit, and is not told of a dent.
static constexpr auto alone =
    promise("dishwasher alone", dishwasher_connected, fulfilment(customer.reaches(shop)));
static_assert(std::same_as<first_gap<alone>, silent_failure<dented_, customer_>>);
static_assert(finds<alone>("missing-recourse", "uninsured-leg", "silent-failure", "no-exit",
                           "no-exit", "no-exit", "surviving-subcontract", "surviving-subcontract"));

/// The nested promise first, side by side, and within a composite that is none.
inline constexpr struct wet_side_ : composite<wet_side_> {
} wet_side;
static constexpr auto side_by_side =
    promise("a kitchen", wet_side(all_of(dishwasher_connected, 2 * cabinets)) >> fitting,
            fulfilment(customer.reaches(shop), on(cancel_requested).owes(shop, accept),
                       fitter.performs(fitting)));

void write_dishwasher(builder& b) {
  b.good("dishwasher"), b.service("van delivery"), b.service("connection");
  auto const inner =
      b.composite("dishwasher, connected", product{part_id{1}} >> part_id{2} >> part_id{3});
  b.carries("van delivery", "dishwasher");
  auto const dent = b.fails("van delivery", "dented").id();
  b.claims("catalogue", "van delivery", within(5 * 24h).after(completed("dishwasher")));
  b.claims("catalogue", inner, advised);
  b.can_do("kitchen shop", "dishwasher", 0h);
  b.commits("kitchen shop", "van delivery", within(5 * 24h).after(completed("dishwasher")));
  b.commits("kitchen shop", inner, advised);
  b.coordinates("kitchen shop", "van delivery", "connection");
  b.on(reported(dent)).owes("kitchen shop", replace("dishwasher"));
  b.tells_of_any_change("kitchen shop", "plumber", inner, 4h);
  b.commits_to("Van & Co", "kitchen shop", "van delivery", within(3 * 24h));
  b.commits_to("plumber", "kitchen shop", "connection",
               within(48h).after(completed("van delivery")));
  b.tells("Van & Co", "kitchen shop", completed("van delivery"), 2h);
  b.tells("Van & Co", "kitchen shop", dent, 2h);
}

void write_parties(builder& b) {
  b.customer("customer"), b.seller("kitchen shop"), b.department("catalogue");
  b.subcontractor("Van & Co"), b.subcontractor("plumber");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nested)

BOOST_AUTO_TEST_CASE(a_promise_in_a_promise_agrees) {
  builder b{"kitchen, fitted"};
  write_parties(b);
  b.subcontractor("haulier"), b.subcontractor("fitter");
  write_dishwasher(b);
  auto const c = b.good("cabinets", 4), d = b.service("cabinet delivery"), f = b.service("fitting");
  b.product(c >> d >> f >> part_id{4}).carries(d, c);
  auto const missing = b.fails(d, "missing door").id();
  b.claims("catalogue", f, within(10 * 24h).after(completed(d)));
  b.implies("catalogue", b.whole(), single_contact);
  b.can_do("kitchen shop", c, 0h);
  b.commits("kitchen shop", f, within(10 * 24h).after(completed(d)));
  b.commits("kitchen shop", b.whole(), single_contact);
  b.coordinates("kitchen shop", d, f).coordinates("kitchen shop", f, "van delivery");
  for (auto told : {"fitter", "customer", "Van & Co", "plumber"})
    b.tells_of_any_change("kitchen shop", told, b.whole(), 4h);
  b.on(reported(missing)).owes("kitchen shop", replace(c, 1)).within(24h);
  b.on(cancel_requested).owes("kitchen shop", accept);
  b.commits_to("haulier", "kitchen shop", d, within(7 * 24h));
  b.commits_to("fitter", "kitchen shop", f, within(10 * 24h).after(completed(d)));
  b.tells("haulier", "kitchen shop", completed(d), 2h);
  b.tells("haulier", "kitchen shop", missing, 2h);
  b.tells("fitter", "kitchen shop", completed(f), 2h).reaches("customer", "kitchen shop");
  BOOST_TEST(agree<kitchen>(b));
}

BOOST_AUTO_TEST_CASE(alone_it_agrees) {
  builder b{"dishwasher alone"};
  write_parties(b);
  write_dishwasher(b);
  b.product(part_id{4}).reaches("customer", "kitchen shop");
  BOOST_TEST(agree<alone>(b));
}

BOOST_AUTO_TEST_CASE(side_by_side_it_agrees) {
  builder b{"a kitchen"};
  write_parties(b);
  b.subcontractor("fitter");
  write_dishwasher(b);
  auto const c = b.good("cabinets", 2), f = b.service("fitting");
  auto const wet = b.composite("wet side", all_of(part_id{4}, c));
  b.product(wet >> f).performs("fitter", f);
  b.reaches("customer", "kitchen shop").on(cancel_requested).owes("kitchen shop", accept);
  BOOST_TEST(agree<side_by_side>(b));
}

BOOST_AUTO_TEST_SUITE_END()
