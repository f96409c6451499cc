// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/model/element_text.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  //! [written]
  builder b{"lamp, delivered"};
  b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const courier = b.subcontractor("courier");
  auto const lamp = b.good("lamp");
  auto const delivery = b.service("delivery");
  b.product(lamp >> delivery);
  b.carries(delivery, lamp);
  b.fails(delivery, "damaged");
  b.can_do(shop, lamp, 0h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(courier, carrier, delivery, within(24h));
  b.commits(shop, b.whole(), informed_within(2h));
  b.on(cancel_requested).until(possession(lamp)).owes(shop, accept);
  model const m = b.build().value();
  //! [written]

  //! [derived]
  for (auto p : m->parts.ids())
    if (is_leaf(m->parts[p]))
      std::cout << "performs " << name_of(m, p) << ": " << name_of(m, m->parts[p].performer)
                << '\n';
  for (auto e : m->events.ids())
    std::cout << "event " << e.index() << ": " << place_of(m, e) << '\n';
  for (auto const& t : m->transitions)
    std::cout << "way: " << name_of(m, t.from) << " -> " << name_of(m, t.to) << ", by "
              << name_of(m, t.by) << '\n';
  for (auto i : m->notices.ids())
    std::cout << (m->notices[i].derived ? "derived: " : "written: ") << describe(m, i) << '\n';
  //! [derived]
  std::cout << "possession of lamp is meant by 'delivery completed': " << std::boolalpha
            << is_meant(m, find_event(m, event_kind::completed, delivery),
                        find_event(m, event_kind::possession, lamp))
            << '\n';
}
