// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/model/element_text.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  //! [terms]
  builder b{"lamp, delivered"};
  b.customer("customer");
  b.seller("shop");
  b.service("delivery");
  // Claims come in pairs: does the first term entail the second, and the second the first?
  auto const pair = [&](term_spec const& x, term_spec const& y) {
    b.claims("shop", "delivery", {x, y});
  };
  pair(within(24h), within(48h));
  pair(within(business_days{2}), within(96h));
  pair(within(business_days{2}), within(48h));
  pair(within(business_days{1}), within(business_days{2}));
  pair(within(24h), within(24h).after(started("delivery")));
  pair(by(day(2026, 12, 23)), by(day(2026, 12, 24)));
  pair(by(day(2026, 12, 23)), within(48h));
  pair(in_window(10h, 12h), in_window(8h, 16h));
  pair(at(place::room_of_choice), at(place::doorstep));
  pair(in_condition(state_of_goods::brand_new), undamaged);
  pair(informed_within(1h), informed_within(2h));
  pair(recovered_within(24h), recovered_within(48h));
  pair(cancel_until(14 * 24h), cancel_until(7 * 24h));
  pair(priced_at({4900, "EUR"}), priced_at({5900, "EUR"}));
  //! [terms]
  model const m = b.build().value();
  for (auto const& c : m->claims) {
    auto const& x = m->terms[c.first_term];
    auto const& y = m->terms[term_id{c.first_term.index() + 1}];
    std::cout << phrase(m, x)
              << (entails(x, y)   ? entails(y, x) ? " is the same as " : " entails "
                  : entails(y, x) ? " is entailed by "
                                  : " and, not comparable: ")
              << phrase(m, y) << '\n';
  }
}
