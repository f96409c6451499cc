// SPDX-License-Identifier: BSL-1.0
// clang-format off
#include <lupaus/model/element_text.hpp>
#include <lupaus/promise.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>
#include <type_traits>

namespace shop_floor {
using namespace lupaus;
using namespace std::chrono_literals;

inline constexpr struct customer_ : customer<customer_>     {} customer;
inline constexpr struct shop_     : seller<shop_>           {} shop;
inline constexpr struct website_  : department<website_>    {} website;
inline constexpr struct carrier_  : subcontractor<carrier_> {} carrier;
inline constexpr struct machine_  : good<machine_>          {} machine;
inline constexpr struct delivery_ : service<delivery_>      {} delivery;

//! [before]
constexpr auto as_before_says = marketing(website.claims(delivery, within(48h)));
constexpr auto as_before = fulfilment(
    shop.has_in_stock(machine), shop.commits(delivery, within(48h)),
    on(cancel_requested).owes(shop, accept));
constexpr auto work_as_before = subcontracts(
    carrier.commits_to(shop, delivery, within(48h)), delivery.carries(machine),
    carrier.covers(shop, loss_of(machine)).between(shipped(delivery), possession(machine)),
    carrier.ends_contract_with(shop, kept, cancelled, refunded).within(4h), customer.reaches(shop));

static constexpr auto delivered = promise("machine, delivered", machine >> delivery,
    as_before_says, as_before, work_as_before);
static_assert(require_sound<delivered>);
//! [before]

//! [part-type]
inline constexpr struct removal_ : service<removal_, "removal of the old machine"> {} removal;
//! [part-type]
//! [part-product]
constexpr auto with_removal = machine >> delivery >> removal;
//! [part-product]
//! [part-said]
constexpr auto removal_says = marketing(website.claims(removal, within(24h).after(completed(delivery))));

static constexpr auto only_said = promise("machine, delivered, the old one removed", with_removal,
    as_before_says, removal_says, as_before, work_as_before);
static_assert(std::is_same_v<first_gap<only_said>, unbacked_claim<website_, removal_>>);
//! [part-said]
//! [part-owed]
constexpr auto removal_owed = fulfilment(
    shop.commits(removal, within(24h).after(completed(delivery))));
constexpr auto by_the_shop = fulfilment(shop.can_do(removal, 24h));

static constexpr auto own_work = promise("machine, delivered, the old one removed", with_removal,
    as_before_says, removal_says, as_before, work_as_before, removal_owed, by_the_shop);
static_assert(require_sound<own_work>);
//! [part-owed]

//! [party-type]
inline constexpr struct recycler_ : subcontractor<recycler_, "Old & Sons"> {} recycler;
//! [party-type]
//! [party-work]
constexpr auto by_the_recycler = subcontracts(
    recycler.commits_to(shop, removal, within(24h).after(completed(delivery))),
    recycler.ends_contract_with(shop, kept, cancelled, refunded).within(4h));

static constexpr auto bought = promise("machine, delivered, the old one removed", with_removal,
    as_before_says, removal_says, as_before, work_as_before, removal_owed, by_the_recycler);
static_assert(std::is_same_v<first_gap<bought>, unowned_handoff<delivery_, removal_>>);
//! [party-work]
//! [party-handoff]
constexpr auto handed_on = fulfilment(
    shop.coordinates(delivery, removal), carrier.tells(shop, completed(delivery), 2h));

static constexpr auto with_recycler = promise("machine, delivered, the old one removed", with_removal,
    as_before_says, removal_says, as_before, work_as_before, removal_owed, by_the_recycler, handed_on);
static_assert(require_sound<with_recycler>);
//! [party-handoff]
}  // namespace shop_floor

int main() {
  using namespace shop_floor;
  std::cout << to_lines(validate(view_of<own_work>)) << matrix_text(view_of<with_recycler>)
            << to_lines(validate(view_of<with_recycler>));
}
