// SPDX-License-Identifier: BSL-1.0
// clang-format off
//! [includes]
#include <lupaus/promise.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>
#include <type_traits>

namespace shop_floor {
using namespace lupaus;
using namespace std::chrono_literals;
//! [includes]

//! [named-types]
inline constexpr struct customer_  : customer<customer_>       {} customer;
inline constexpr struct shop_      : seller<shop_>             {} shop;
inline constexpr struct website_   : department<website_>      {} website;
inline constexpr struct carrier_   : subcontractor<carrier_>   {} carrier;
inline constexpr struct installer_ : subcontractor<installer_> {} installer;

inline constexpr struct machine_      : good<machine_>         {} machine;
inline constexpr struct delivery_     : service<delivery_>     {} delivery;
inline constexpr struct installation_ : service<installation_> {} installation;
//! [named-types]

//! [layers]
constexpr auto says = marketing(                                                // what the page says
    website.claims (delivery,     within(48h)),
    website.claims (installation, within(24h).after(completed(delivery))),
    website.implies(whole,        single_contact),                     // and lets her understand
    website.implies(whole,        informed_within(2h)));

constexpr auto will_do = subcontracts(                                          // what will be done
    carrier  .commits_to(shop, delivery,     within(48h)),
    installer.commits_to(shop, installation, within(24h).after(completed(delivery))),
    delivery .carries(machine),
    carrier  .tells(shop, completed(delivery), 2h),
    carrier  .covers(shop, loss_of(machine)).between(shipped(delivery), possession(machine)),
    carrier  .ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    installer.ends_contract_with(shop, kept, cancelled, refunded).within(4h),
    customer.reaches(shop), customer.reaches(carrier), customer.reaches(installer), shop.reaches(carrier));
//! [layers]

//! [promise]
static constexpr auto first = promise("washing machine, delivered and installed",
    machine >> delivery >> installation,
    says, fulfilment(shop.has_in_stock(machine)), will_do);

static_assert(!sound<first>);
//! [promise]

//! [first-gap]
static_assert(std::is_same_v<first_gap<first>, unbacked_claim<website_, delivery_>>);
//! [first-gap]
}  // namespace shop_floor

int main() {
  //! [print]
  auto const r = lupaus::validate(lupaus::view_of<shop_floor::first>);
  std::cout << matrix_text(r.model()) << '\n' << to_lines(r);
  //! [print]
}
