// SPDX-License-Identifier: BSL-1.0
//
// A promise in a header, for two translation units.
#pragma once

#include "promise/shop.hpp"

namespace shop_floor {

inline constexpr auto shared = promise("machine, delivered", machine >> delivery, basis,
                                       fulfilment(carrier.answers(delivery)));
static_assert(!sound<shared>);

model_view const* shared_seen_here();
model_view const* shared_seen_there();

}  // namespace shop_floor
