// SPDX-License-Identifier: BSL-1.0
#include <lupaus/json.hpp>

#include <boost/json/src.hpp>
#include <iostream>

int main() {
  //! [document]
  auto const read = lupaus::read_model(R"({
  "lupaus": 1,
  "title": "a lamp, delivered",
  "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seler"}],
  "parts": [{"name": "delivery", "kind": "service", "quantity": 1.5}],
  "claims": [
    {"by": "shop", "about": "delivry", "terms": [{"quality": "deadline", "within": "P1M"}]},
    {"by": "shop", "by": "shop", "abuot": "delivery", "words": "fast"}
  ]
})",
                                       {.file = "offer.json"});
  std::cout << lupaus::to_string(read.error()) << '\n';
  //! [document]
}
