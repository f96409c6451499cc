// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a journey and its logs, or errors. What was read is walked; where its figures fit,
// they are computed. The logs follow the document after a form feed.
#include "lupaus/journey_json.hpp"

#include "lupaus/journey.hpp"
#include "lupaus/json.hpp"

#include <algorithm>
#include <boost/json/src.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

using namespace lupaus;

namespace {

constexpr std::string_view promise = R"({
  "lupaus": 1, "title": "a visit", "paid": "on_the_spot",
  "qualities": [{"name": "greeting", "levels": ["a glance", "a greeting", "a greeting with a smile"]}],
  "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"},
              {"name": "manager", "role": "department"}, {"name": "sales staff", "role": "department"},
              {"name": "cashier", "role": "department"}],
  "capabilities": [{"backstage": "the morning meeting"}, "shoe care on view at the checkout",
                   "the words for shoe care, rehearsed", "enough sellers for the customer flow"],
  "parts": [{"name": "greeting", "kind": "service", "performed_by": "sales staff"},
            {"name": "advice", "kind": "service", "performed_by": "sales staff"},
            {"name": "shoes", "kind": "good"}],
  "commitments": [{"by": "shop", "to": "customer", "about": "greeting",
                   "terms": [{"quality": "greeting", "value": "a greeting with a smile"}],
                   "rests_on": ["the morning meeting"]}],
  "provisions": [{"by": "manager", "capability": "shoe care on view at the checkout"},
                 {"by": "cashier", "capability": "the words for shoe care, rehearsed"}]})";

/// Figures that do not fit, and names that no table has, are bad input.
template <class F>
void compute(F f) {
  try {
    f();
  } catch (bad_input const&) {
    return;
  }
}

void check(model_view const& m, journey_document const& d, journey_logs const& logs) {
  auto const& j = d.journey;
  static_cast<void>(to_text(m, j));
  static_cast<void>(to_text(m, j, friction_walk(m, j)));
  static_cast<void>(check_journey(m, j));
  static_cast<void>(to_text(j, friction_by_step(m, j, logs.visits)));
  static_cast<void>(observed_standards(m, j, logs.visits));
  static_cast<void>(find_inconsistent_advice(logs.advice));
  static_cast<void>(to_text(explain_advice(logs.advice)));
  compute([&] { static_cast<void>(advice_misfits(logs.advice, d.needs, d.products)); });
  if (d.receipt) compute([&] { static_cast<void>(to_text(*d.receipt)); });
  if (d.exposure)
    compute([&] {
      static_cast<void>(to_text(std::span{d.exposure->parameters}, std::span{d.exposure->findings},
                                d.exposure->minor_digits));
    });
  for (auto const& f : std::span{d.flows}.first((std::min)(d.flows.size(), std::size_t{3})))
    compute([&] { static_cast<void>(load_text(f.flow, f.on_duty, f.level)); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const shop = read_model(promise).value();
  std::string_view const all{reinterpret_cast<char const*>(data), size};
  auto const end = all.find('\f');
  auto const d = read_journey(shop, all.substr(0, end));
  if (!d) {
    if (d.error().empty()) std::abort();
    static_cast<void>(to_string(d.error()));
    return 0;
  }
  if (!faults_of(shop, d->journey).empty()) std::abort();
  auto const logs = read_journey_logs(d->journey, end == all.npos ? "" : all.substr(end + 1));
  if (!logs) {
    if (logs.error().empty()) std::abort();
    static_cast<void>(to_string(logs.error()));
    return 0;
  }
  check(shop, *d, *logs);
  return 0;
}
