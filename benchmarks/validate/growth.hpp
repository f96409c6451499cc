// SPDX-License-Identifier: BSL-1.0
//
// A promise of any number of parts: a line of services by a handful of firms, each claimed,
// committed, passed on, able to fail, put right and told of.
#pragma once

#include "lupaus/model/builder.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace catalogue {

inline lupaus::model promise_of(std::size_t parts) {
  using namespace lupaus;
  using std::chrono::hours;
  builder b{"a promise of " + std::to_string(parts) + " parts"};
  auto const her = b.customer("customer");
  auto const shop = b.seller("shop");
  std::vector<party_id> firms;
  for (std::size_t i = 0; i < 2 + parts / 20; ++i)
    firms.push_back(b.subcontractor("firm " + std::to_string(i)));
  part_id last;
  for (std::size_t i = 0; i + 1 < parts; ++i) {
    auto const firm = firms[i % firms.size()];
    auto const name = "part " + std::to_string(i);
    auto const p = b.service(name);
    auto const limit = i % 10 == 0 ? 20 : 24;  // one in ten is claimed for sooner than committed
    b.claims(shop, p, within(hours{limit + 24 * static_cast<int>(i)}));
    b.commits(shop, p, within(hours{24 + 24 * static_cast<int>(i)}));
    b.subcontract(firm, p, within(hours{24 + 24 * static_cast<int>(i)}));
    b.fails(p, "broken");
    b.on(failed(p, "broken")).owes(shop, redo(p)).within(hours{24});
    b.notice(firm, shop, failed(p, "broken"), hours{1});
    b.notice(shop, her, failed(p, "broken"), hours{2});
    if (last) {
      b.before(last, p);
      b.coordinates(shop, last, p);
    }
    last = p;
  }
  b.on(cancel_requested).owes(shop, refund);
  return b.build().value();
}

}  // namespace catalogue
