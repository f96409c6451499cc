// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/graph/channels.hpp>
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/model/element_text.hpp>

#include <boost/graph/biconnected_components.hpp>

#include <chrono>
#include <iostream>
#include <iterator>
#include <vector>

using namespace lupaus;
using namespace std::chrono_literals;

void show(model const& m) {
  auto const g = channels(m);
  for (auto const& e : edges(g)) std::cout << "  " << describe(m, e.because) << '\n';

  std::vector<party_id> points;
  boost::articulation_points(g, std::back_inserter(points));
  std::cout << "articulation points:";
  for (auto p : points) std::cout << ' ' << name_of(m, p);
  std::cout << (points.empty() ? " none\n" : "\n");
}

int main() {
  builder b{"dishwasher, delivered and installed"};
  auto const customer = b.customer("customer");
  auto const shop = b.seller("shop");
  auto const carrier = b.subcontractor("carrier");
  auto const installer = b.subcontractor("installer");
  auto const delivery = b.service("delivery");
  auto const installation = b.service("installation");
  b.product(delivery >> installation);
  b.commits_to(carrier, shop, delivery, within(48h));
  b.commits_to(installer, shop, installation, within(72h));

  b.reaches(customer, shop).reaches(customer, carrier).reaches(customer, installer);
  b.reaches(shop, carrier);
  std::cout << "as sold\n";
  show(b.build().value());

  b.coordinates(shop, delivery, installation);
  std::cout << "\nthe shop coordinates\n";
  show(b.build().value());
}
//! [program]
