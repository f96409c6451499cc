// SPDX-License-Identifier: BSL-1.0
//
// The shop of the washing machine, as named types and as the handles of a builder.
#pragma once

#include "lupaus/model/builder/builder.hpp"
#include "support/shop_floor.hpp"

namespace promise_test {}

namespace shop_floor {

using namespace promise_test;

/// What every small promise here says besides.
constexpr auto basis = fulfilment(customer.reaches(shop), she_can_cancel);

/// The same for the builder: a machine, delivered, and what every small promise says besides.
struct small : builder {
  small() : builder{"machine, delivered"} {
    customer("customer"), seller("shop");
    good("machine"), service("delivery");
    product(lupaus::product{part_id{1}} >> part_id{2});
    reaches("customer", "shop");
    on(cancel_requested).owes("shop", accept);
  }
};

}  // namespace shop_floor
