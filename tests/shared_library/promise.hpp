// SPDX-License-Identifier: BSL-1.0
//
// A promise that a shared library makes, which shows nothing else of itself.
#pragma once

#include "lupaus/model/builder/builder.hpp"

#include <chrono>

namespace shared_library {

/// Two units make the same promise: the library under one name, the program under the other.
inline lupaus::model make_promise() {
  using namespace lupaus;
  using namespace std::chrono_literals;
  builder b{"machine, delivered"};
  auto const her = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const machine = b.good("machine");
  auto const delivery = b.service("delivery");
  b.before(machine, delivery);
  b.claims(shop, delivery, {within(24h), recovered_within(2h), single_contact});
  b.commits(shop, delivery, within(48h));
  b.commits(carrier, delivery, single_contact).to(her);
  b.commits(shop, delivery, single_contact);
  b.commits_to(carrier, shop, delivery, within(72h));
  b.fails(delivery, "lost");
  b.fails(delivery, "late parcel");
  b.on(failed(delivery, "lost")).owes(shop, perform_again(delivery)).within(24h);
  return b.build().value();
}

/// The promise, as the shared library makes it.
[[gnu::visibility("default")]] lupaus::model promise_of_library();
/// Where the library has its own constant for a quality.
[[gnu::visibility("default")]] void const* deadline_of_library();

}  // namespace shared_library
