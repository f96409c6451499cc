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

inline constexpr struct customer_ : customer<customer_>           {} customer;
inline constexpr struct shop_     : seller<shop_>                 {} shop;
inline constexpr struct website_  : department<website_>          {} website;
inline constexpr struct carrier_  : subcontractor<carrier_>       {} carrier;
inline constexpr struct lamp_     : good<lamp_>                   {} lamp;
inline constexpr struct delivery_ : service<delivery_>            {} delivery;
inline constexpr struct lost_     : failure_of<lost_, delivery_>  {} lost;

static constexpr auto as_sold = promise("lamp, delivered", lamp >> delivery,
    marketing   (website.claims(delivery, within(48h))),                 // what the page says
    fulfilment  (shop.commits(lamp, undamaged), shop.has_in_stock(lamp), // what the shop takes on
                 on(cancel_requested).until(shipped(delivery)).owes(shop, accept)),
    subcontracts(carrier.commits_to(shop, delivery, within(48h)),        // what will be done
                 carrier.covers(shop, loss_of(lamp)).between(shipped(delivery), possession(lamp)),
                 carrier.ends_contract_with(shop, kept, cancelled, refunded),
                 delivery.carries(lamp), customer.reaches(shop)),
    may_happen  (lost));

static_assert(!sound<as_sold>);
}  // namespace lamp_shop

int main() { std::cout << lupaus::to_text(lupaus::validate(lupaus::view_of<lamp_shop::as_sold>)); }
//! [program]
