// SPDX-License-Identifier: BSL-1.0
#include <lupaus/graph/channels.hpp>
#include <lupaus/graph/precedence.hpp>
#include <lupaus/graph/responsibility.hpp>
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/model/element_text.hpp>

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/property_map/property_map.hpp>

#include <chrono>
#include <iostream>
#include <iterator>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  //! [model]
  builder b{"kitchen, delivered and installed"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const broker = b.subcontractor("broker");
  auto const installer = b.subcontractor("installer");
  auto const cabinets = b.good("cabinets");
  auto const delivery = b.service("delivery");
  auto const plumbing = b.service("plumbing");
  auto const installation = b.service("installation");
  b.product(all_of(cabinets >> delivery, plumbing) >> installation);
  b.can_do(shop, cabinets, 24h);
  b.can_do(shop, plumbing, 24h);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(broker, carrier, delivery);
  b.commits_to(carrier, broker, delivery);  // and it comes back to the carrier
  b.commits_to(installer, shop, installation, within(72h));
  b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
  auto const m = b.build().value();
  //! [model]

  //! [delegation]
  auto const owed = delegations(m);
  std::vector<std::size_t> component(num_vertices(owed));
  boost::strong_components(
      owed, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, owed)));
  for (auto const& e : edges(owed))
    if (component[e.source.index()] == component[e.target.index()])
      std::cout << "on a cycle: " << describe(m, e.because) << '\n';
  //! [delegation]

  //! [order]
  std::vector<part_id> order;
  auto const work = precedences(m);  // a name: topological_sort takes an lvalue
  boost::topological_sort(work, std::back_inserter(order));
  std::cout << "an order of work:";
  for (auto p = order.rbegin(); p != order.rend(); ++p)
    if (is_leaf(m->parts[*p])) std::cout << ' ' << name_of(m, *p);
  std::cout << '\n';
  //! [order]

  //! [middle]
  std::vector<party_id> points;
  boost::articulation_points(channels(m), std::back_inserter(points));
  for (auto p : points) std::cout << "in the middle: " << name_of(m, p) << '\n';
  //! [middle]
}
