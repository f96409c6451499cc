// SPDX-License-Identifier: BSL-1.0
//
// Compiled with -fno-exceptions -fno-rtti: build, validate, explain, mend, explore, watch
// orders, and refuse bad input.
#include "check/flagship.hpp"
#include "lupaus/check/gaps.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/explore/order/replacement_gates.hpp"
#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/transition_relation.hpp"
#include "lupaus/journal.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/validate.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>

using namespace lupaus;
using flagship::variant;
using flagship::washing_machine;

namespace {

int failures = 0;

void expect(bool holds, char const* what) {
  if (holds) return;
  ++failures;
  std::fprintf(stderr, "failed: %s\n", what);
}

std::size_t gaps_of(variant v) {
  washing_machine const w{v};
  auto const made = w.b.build();
  expect(made.has_value(), "the flagship builds");
  return made ? validate(*made).size() : 0;
}

void validates() {
  expect(gaps_of(variant::as_sold) == 11, "as sold: eleven gaps");
  expect(gaps_of(variant::as_sold_with_return_term) == 11, "with a return term: eleven gaps");
  expect(gaps_of(variant::mended) == 0, "mended: no gap");
}

void explains() {
  washing_machine const w;
  auto const found = validate(w.b.build().value());
  std::size_t evidence = 0;
  for (auto const& f : found) {
    auto const x = found.explain(f);
    expect(!x.what.empty() && !x.where.empty() && !x.why.empty() && !x.mend.empty(),
           "every gap is told");
    for (auto e : x.evidence) evidence += !describe(found.model(), e).empty();
  }
  expect(evidence > found.size(), "with its evidence");
}

void mends() {
  washing_machine const w;
  builder b{w.b.build().value()};
  b.coordinates("shop", "delivery", "installation");
  expect(validate(b.build().value()).count(gaps::unowned_handoff) == 0, "the clause mends the gap");
}

// Counts down from 9 by ones or by twos.
struct countdown {
  using state_type = unsigned;
  using label_type = unsigned;
  template <class F>
  void for_each_initial(F&& f) const {
    f(9u);
  }
  template <class F>
  void for_each_successor(unsigned n, F&& f) const {
    for (unsigned by = 1; by <= 2; ++by)
      if (n >= by) f(n - by, by);
  }
};

void explores() {
  countdown const system;
  lupaus::exploration space{system};
  expect(space.run({.states = 5}).why == stop_reason::states, "a limit is kept");
  expect(space.run().is_complete() && space.size() == 10, "all states are found");
  auto const zero = space.count([](unsigned n) { return n == 0; }).first.value();
  expect(space.path_to(zero).size() == 5, "by the shortest way");
  auto const by_twos = [](unsigned, unsigned by, unsigned) { return by == 2; };
  transition_relation const moves{space, by_twos};
  goal_reachability const ahead{space, moves, [](unsigned n) { return n == 0; }};
  expect(ahead.count(reachability::unreachable) == 5, "and those without a way out");
}

void explores_policies() {
  washing_machine const w;
  auto const m = w.b.build().value();
  replacement_terms const terms{.object = w.machine, .received_back = w.back};
  auto const under = [&](replacement_gate g) {
    return explore(m, gated_replacements{m, g, terms}).stories.size();
  };
  expect(explore(m).stories.size() == 2, "as sold: two traps");
  expect(under(replacement_gate::wait) == 2, "waiting for the goods: two traps");
  expect(under(replacement_gate::immediate) == 0, "at once: none");
}

void watches_orders() {
  washing_machine const w;
  auto const m = w.b.build().value();
  std::size_t told = 0;
  monitor watch{m, [&](breach const&) { ++told; }};
  watch.orders("4711", 0);
  watch.happens("4711", "delivery", "shipped", 3'600);
  watch.happens("4711", "delivery", "damaged", 7'200);
  watch.advance(30 * one_day);
  expect(told > 0, "a damaged parcel breaks a promise");
  expect(watch.score().count(breach_kind::broken_promise) == 1, "one");
}

void goes_on() {
  washing_machine const w;
  auto const m = w.b.build().value();
  monitor watch{m}, again{m};
  watch.orders("4711", 0);
  auto const bytes = watch.snapshot({3, 4});
  expect(again.restore(bytes).value().sequence == 3, "a snapshot is restored");
  expect(again.snapshot({3, 4}) == bytes, "as it was");
  expect(!again.restore(bytes.substr(1)).has_value(), "other bytes are refused");
  std::error_code none;
  auto const file =
      (std::filesystem::temp_directory_path(none) / "lupaus_no_exceptions.journal").string();
  std::filesystem::remove(file, none);
  for (std::size_t i = 0; i < 2; ++i) {
    auto opened = durable_monitor::open(m, {}, {}, {}, {file, {}});
    expect(opened.has_value(), "a journal is opened");
    if (!opened) return;
    auto kept = std::move(opened).value();
    expect(kept.watch().size() == i, "and taken up");
    expect(kept.observe({.order = "1", .at = 5, .kind = order_event_kind::placed}).has_value(),
           "and written");
  }
  std::filesystem::remove(file, none);
}

void refuses_bad_input() {
  washing_machine w;
  w.b.claims("web site", "delivry", within(std::chrono::hours{-1}));
  auto const made = w.b.build();
  expect(!made.has_value(), "nonsense is no model");
  expect(made.error().size() == 3, "all faults are reported");
  for (auto const& e : made.error()) expect(e.line > 0, "with their place");
  auto const text = to_string(made.error());
  expect(text.find("did you mean 'delivery'?") != std::string::npos, "and with what was meant");
}

}  // namespace

int main() {
  validates();
  explains();
  mends();
  explores();
  explores_policies();
  watches_orders();
  goes_on();
  refuses_bad_input();
  return failures == 0 ? 0 : 1;
}
