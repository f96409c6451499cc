// SPDX-License-Identifier: BSL-1.0
//
// A small promise to begin from: a lamp in stock, carried to her within two days, and paid ahead.
#pragma once

#include "lupaus/model/builder/builder.hpp"

#include <chrono>

namespace proof {

struct lamp_sent {
  lupaus::builder b{"a lamp, sent"};
  lupaus::party_id customer = b.customer("customer"), shop = b.seller("shop");
  lupaus::party_id carrier = b.subcontractor("carrier");
  lupaus::part_id lamp = b.good("lamp"), sending = b.service("sending");

  lamp_sent() {
    using std::chrono::hours;
    b.product(lamp >> sending).carries(sending, lamp).can_do(shop, lamp, hours{0});
    b.commits_to(carrier, shop, sending, lupaus::within(hours{48}));
  }
};

/// The carrier may lose it.
struct lamp_that_may_be_lost : lamp_sent {
  lupaus::event_id lost = b.fails(sending, "lost").follows(lupaus::shipped(sending)).id();
};

}  // namespace proof
