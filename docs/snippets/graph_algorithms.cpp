// SPDX-License-Identifier: BSL-1.0
#include <lupaus/builder.hpp>
#include <lupaus/graph.hpp>
#include <lupaus/model/element_text.hpp>
#include <lupaus/model/terms/time_text.hpp>

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
  b.performs(carrier, delivery);
  b.commits(shop, installation, within(48h).after(completed(delivery)));
  b.commits_to(installer, shop, installation, within(72h).after(completed(delivery)));
  b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
  auto const m = b.build().value();
  //! [model]

  //! [told]
  auto const path = find_critical_path(m);
  for (work_step const& s : path.steps)
    std::cout << name_of(m, s.part) << " ends after " << in_words(s.ends) << '\n';

  for (weakest_link const& w : find_weakest_links(m))
    std::cout << describe(m, w.committed) << ", but " << describe(m, w.link) << '\n';

  for (party_in_the_middle const& p : find_parties_in_the_middle(m))
    std::cout << name_of(m, p.who) << " stands between " << name_of(m, p.giver) << " and "
              << name_of(m, p.taker) << '\n';

  for (delegation_ring const& r : find_delegation_rings(m))
    for (party_id const p : r.firms)
      std::cout << name_of(m, r.part) << " comes back to " << name_of(m, p) << '\n';
  //! [told]

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
