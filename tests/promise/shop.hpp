// SPDX-License-Identifier: BSL-1.0
//
// The shop of the washing machine, as named types and as the handles of a builder.
#pragma once

#include "lupaus/model/builder.hpp"
#include "lupaus/promise.hpp"

#include <chrono>

namespace promise_test::shop_floor {

using namespace lupaus;
using namespace std::chrono_literals;

inline constexpr struct customer_ : customer<customer_> {
} customer;
inline constexpr struct shop_ : seller<shop_> {
} shop;
inline constexpr struct website_ : department<website_> {
} website;
inline constexpr struct carrier_ : subcontractor<carrier_> {
} carrier;
inline constexpr struct installer_ : subcontractor<installer_> {
} installer;
inline constexpr struct supplier_ : subcontractor<supplier_> {
} supplier;

inline constexpr struct machine_ : good<machine_> {
} machine;
inline constexpr struct delivery_ : service<delivery_> {
} delivery;
inline constexpr struct installation_ : service<installation_> {
} installation;

inline constexpr struct damaged_ : failure_of<damaged_, delivery_> {
} damaged;
inline constexpr struct lost_ : failure_of<lost_, delivery_> {
} lost;
inline constexpr struct handed_over_damaged_ : step_of<handed_over_damaged_, delivery_> {
} handed_over;
inline constexpr struct returned_ : step_of<returned_, delivery_> {
} returned;
inline constexpr struct received_back_ : step_of<received_back_, delivery_> {
} received_back;

/// What every small promise here says besides.
constexpr auto she_can_cancel = on(cancel_requested).owes(shop, accept);
constexpr auto basis = fulfilment(customer.reaches(shop), she_can_cancel);

/// The same for the builder: a machine, delivered, and what every small promise says besides.
struct small : builder {
  small() : builder{"machine, delivered"} {
    customer("customer"), seller("shop");
    good("machine"), service("delivery");
    product(lupaus::product{part_id{1}} >> part_id{2});
    channel("customer", "shop");
    on(cancel_requested).owes("shop", accept);
  }
};

}  // namespace promise_test::shop_floor
