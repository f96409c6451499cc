// SPDX-License-Identifier: BSL-1.0
//
// What the tests of the checks share: a shop to begin from, and what a check finds as one line of
// text, by names.
#pragma once

#include "lupaus/check/standard_checks.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/validate.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace check_test {

using namespace lupaus;
using namespace std::chrono_literals;

/// The model, or a failed test that says what was wrong.
inline model built(builder const& b) {
  auto const made = b.build();
  BOOST_TEST_REQUIRE(made.has_value(), to_string(made.error()));
  return *made;
}

template <class Check>
std::vector<finding> findings(model_view const& m, Check const& c) {
  std::vector<finding> all;
  c(m, [&](finding const& f) { all.push_back(f); });
  return all;
}

/// Where the findings of a check stand, in words: "lost (delivery); damaged (delivery)".
template <class Check>
std::string places(model const& m, Check const& c) {
  std::string text;
  for (auto const& f : findings(m, c)) {
    if (!text.empty()) text += "; ";
    text += describe(m, f.where);
  }
  return text;
}
template <class Check>
std::string places(builder const& b, Check const& c) {
  return places(built(b), c);
}

/// The same with the second element of each: "delivery (service) & installation (service)".
template <class Check>
std::string pairs(builder const& b, Check const& c) {
  auto const m = built(b);
  std::string text;
  for (auto const& f : findings(m, c)) {
    if (!text.empty()) text += "; ";
    text += describe(m, f.where) + " & " + describe(m, f.other);
  }
  return text;
}

/// Every finding of a report with its place, one a line, sorted; what follows from it is indented.
inline std::string lines(report const& r) {
  std::vector<std::string> all;
  for (auto const& f : r) {
    auto text = std::string{f.what->id} + ": " + describe(r.model(), f.where) + '\n';
    for (auto const& c : r.consequences(f))
      text += "  " + std::string{c.what->id} + ": " + describe(r.model(), c.where) + '\n';
    all.push_back(text);
  }
  std::sort(all.begin(), all.end());
  std::string text;
  for (auto const& one : all) text += one;
  return text;
}

/// A machine, delivered by a carrier and installed by an installer; nothing promised yet.
struct bare_shop {
  builder b{"a machine, delivered and installed"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  party_id website = b.department("website");
  party_id carrier = b.subcontractor("carrier"), installer = b.subcontractor("installer");
  part_id machine = b.good("machine"), delivery = b.service("delivery"),
          installation = b.service("installation");

  bare_shop() {
    b.product(machine >> delivery >> installation);
    b.carries(delivery, machine).can_do(shop, machine, 0h);
  }
};

/// The same, with the two subcontracts: they end with the order, and the carrier covers the
/// machine.
struct contracted_shop : bare_shop {
  contracted_shop() {
    b.commits_to(carrier, shop, delivery, within(48h));
    b.commits_to(installer, shop, installation, within(24h).after(completed(delivery)));
    b.ends_contract_with(carrier, shop, {kept, cancelled, refunded}, 4h)
        .ends_contract_with(installer, shop, {kept, cancelled, refunded}, 4h);
    b.covers(carrier, shop, loss_of(machine));
  }
};

}  // namespace check_test
