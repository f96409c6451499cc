// SPDX-License-Identifier: BSL-1.0
//
// A lamp that a carrier delivers, and the ways to what happens to it.
#pragma once

#include "model/support.hpp"

#include <chrono>
#include <string>

namespace model_test {

using namespace lupaus;
using namespace std::chrono_literals;

struct delivered_lamp {
  builder b{"a lamp, delivered"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id carrier = b.subcontractor("carrier");
  part_id lamp = b.good("lamp"), delivery = b.service("delivery");
  delivered_lamp() {
    b.product(lamp >> delivery).can_do(shop, lamp, 0h);
    b.commits_to(carrier, shop, delivery, within(48h));
  }
};

// All ways to an event: "ordered by carrier; lost by nobody".
inline std::string ways(model_view const& m, event_id to) {
  std::string text;
  for (auto const& t : m.transitions)
    if (t.to == to)
      text += (text.empty() ? "" : "; ") + name_of(m, t.from) + " by " + name_of(m, t.by);
  return text;
}

}  // namespace model_test
