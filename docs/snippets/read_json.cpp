// SPDX-License-Identifier: BSL-1.0
//! [program]
#include <lupaus/json.hpp>
#include <lupaus/validate.hpp>

#include <boost/json/src.hpp>  // in one source file of the program
#include <iostream>

constexpr auto offer = R"({
  "lupaus": 1,
  "title": "washing machine, delivered",
  "parties": [
    {"name": "customer", "role": "customer"},
    {"name": "shop", "role": "seller"},
    {"name": "website", "role": "department"},
    {"name": "carrier", "role": "subcontractor"}
  ],
  "parts": [
    {"name": "machine", "kind": "good"},
    {"name": "delivery", "kind": "service", "carries": "machine", "answerable": "carrier"}
  ],
  "product": {"then": ["machine", "delivery"]},
  "events": [{"failed": ["delivery", "damaged"]}],
  "abilities": [{"party": "shop", "part": "machine", "within": "PT0S"}],
  "claims": [
    {"by": "website", "about": "delivery", "terms": [{"quality": "deadline", "within": "PT48H"}]}
  ],
  "commitments": [
    {"by": "carrier", "to": "shop", "about": "delivery",
     "terms": [{"quality": "deadline", "within": {"business_days": 2}}]}
  ],
  "contract_ends": [
    {"of": "carrier", "when": ["kept", "cancelled", "refunded"], "within": "PT4H"}
  ],
  "rules": [{"on": "cancel_requested", "owes": "accept"}],
  "risks": [{"bearer": "carrier", "part": "machine", "covers": "shop"}]
})";

int main() {
  auto const read = lupaus::read_document(offer, {.file = "offer.json"});
  if (!read) {
    std::cout << lupaus::to_string(read.error()) << '\n';
    return 1;
  }
  auto const report = lupaus::validate(read->model);
  for (auto const& finding : report)
    std::cout << "at " << read->places[finding.where] << ": " << finding.what->id << ": "
              << report.explain(finding).what << '\n';
}
//! [program]
