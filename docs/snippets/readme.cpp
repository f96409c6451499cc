// SPDX-License-Identifier: BSL-1.0
// clang-format off
//! [program]
#include <lupaus/promise.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

namespace lamp_shop {
using namespace lupaus;
using namespace std::chrono_literals;

inline constexpr struct customer_ : customer<customer_>     {} customer;
inline constexpr struct shop_     : seller<shop_>           {} shop;
inline constexpr struct website_  : department<website_>    {} website;
inline constexpr struct carrier_  : subcontractor<carrier_> {} carrier;
inline constexpr struct lamp_     : good<lamp_>             {} lamp;
inline constexpr struct delivery_ : service<delivery_>      {} delivery;

// What the page says; what the shop takes on; what the carrier owes the shop, as long as the order
// stands: until it is kept, cancelled or refunded.
static constexpr auto as_sold = promise("lamp, delivered", lamp >> delivery,
    marketing   (website.claims(delivery, within(48h))),
    fulfilment  (shop.commits(lamp, undamaged),
                 shop.has_in_stock(lamp),
                 on(cancel_requested).owes(shop, accept),
                 customer.reaches(shop)),
    subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                 carrier.ends_contract_with(shop, kept, cancelled, refunded).within(4h)));

static_assert(!sound<as_sold>);  // the page claims 48 h, and the shop has not committed to it

// The same, and the shop commits to what its page says.
static constexpr auto mended = promise("lamp, delivered", lamp >> delivery,
    marketing   (website.claims(delivery, within(48h))),
    fulfilment  (shop.commits(lamp, undamaged),
                 shop.commits(delivery, within(48h)),  // the mend
                 shop.has_in_stock(lamp),
                 on(cancel_requested).owes(shop, accept),
                 customer.reaches(shop)),
    subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                 carrier.ends_contract_with(shop, kept, cancelled, refunded).within(4h)));

static_assert(sound<mended>);
}  // namespace lamp_shop

int main() { std::cout << lupaus::to_text(lupaus::validate(lupaus::view_of<lamp_shop::as_sold>)); }
//! [program]
