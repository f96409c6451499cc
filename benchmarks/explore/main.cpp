// SPDX-License-Identifier: BSL-1.0
//
// explore [--orders K] [--stock N] [--parts N] [BENCHMARK-OPTION...]
// explore --promela N: prints a promise of N independent parts as a Promela model
// explore --promela-kitchen N: a kitchen of N deliveries
//
// The explorer on Google Benchmark: K orders of a washing machine, whole, and with the orders
// sorted; the pass backwards, beside one written by hand; the flagship; a promise of independent
// parts, and a kitchen, whose parts meet, apart and in one space. benchmarks/run.sh explore runs it
// beside others.
#include "../washing/orders.hpp"
#include "promises.hpp"

#include "lupaus/explore.hpp"
#include "lupaus/explore/promela/promela.hpp"
#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/transition_relation.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

void tell(benchmark::State& state, lupaus::search_coverage const& seen) {
  state.counters["states"] = static_cast<double>(seen.states);
  state.counters["bytes"] = static_cast<double>(seen.bytes);
}

template <class System>
void whole_space(benchmark::State& state, unsigned stock) {
  System const system{stock};
  for (auto _ : state) {
    lupaus::exploration space{system};
    auto const seen = space.run();
    auto const stuck = space.count([&](auto const& s) { return system.is_stuck(s); });
    benchmark::DoNotOptimize(stuck.count);
    tell(state, seen);
    state.counters["predicate"] = static_cast<double>(stuck.count);
  }
}

/// From which states not all orders can end any more: backwards by lists of predecessors, as one
/// would write it.
template <class IsGoal>
std::size_t doomed_by_hand(lupaus::transition_relation const& moves, std::size_t states,
                           IsGoal&& is_goal) {
  std::vector<std::uint32_t> first(states + 1), from(moves.moves());
  moves.for_each_upwards([&](lupaus::state_number, lupaus::state_number to) {
    ++first[to + 1];
    return true;
  });
  for (std::size_t n = 0; n < states; ++n) first[n + 1] += first[n];
  auto next = first;
  moves.for_each_upwards([&](lupaus::state_number source, lupaus::state_number to) {
    from[next[to]++] = source;
    return true;
  });
  std::vector<bool> can(states);
  std::vector<lupaus::state_number> open;
  for (std::size_t n = 0; n < states; ++n)
    if (is_goal(n)) can[n] = true, open.push_back(static_cast<lupaus::state_number>(n));
  auto doomed = states - open.size();
  while (!open.empty()) {
    auto const to = open.back();
    open.pop_back();
    for (auto i = first[to]; i < first[to + 1]; ++i)
      if (!can[from[i]]) can[from[i]] = true, --doomed, open.push_back(from[i]);
  }
  return doomed;
}

template <std::size_t K>
void looks_back(benchmark::State& state, unsigned stock, bool by_hand) {
  washing::orders<K> const system{stock};
  lupaus::exploration space{system};
  tell(state, space.run());
  lupaus::transition_relation const moves{space};
  auto const is_goal = [&](typename washing::orders<K>::state_type const& s) {
    for (std::size_t i = 0; i < K; ++i)
      if (!system.is_ended(s, i)) return false;
    return true;
  };
  std::size_t doomed = 0;
  for (auto _ : state) {
    if (by_hand) {
      doomed =
          doomed_by_hand(moves, space.size(), [&](std::size_t n) { return is_goal(space[n]); });
    } else {
      lupaus::goal_reachability const ahead{space, moves, is_goal};
      doomed = ahead.count(lupaus::reachability::unreachable);
    }
    benchmark::DoNotOptimize(doomed);
  }
  state.counters["doomed"] = static_cast<double>(doomed);
}

template <class Policy = lupaus::rules_policy>
void explores(benchmark::State& state, lupaus::model const& m,
              lupaus::explore_options const& options, Policy const& policy = {}) {
  lupaus::search_coverage seen;
  std::size_t stories = 0;
  for (auto _ : state) {
    auto const v = lupaus::explore(m, policy, options);
    seen = v.seen;
    stories = v.stories.size();
    benchmark::DoNotOptimize(stories);
  }
  tell(state, seen);
  state.counters["stories"] = static_cast<double>(stories);
  state.counters["complete"] = seen.is_complete() ? 1 : 0;
}

template <std::size_t K>
void register_orders(unsigned stock) {
  auto const once = [](benchmark::internal::Benchmark* b) {
    b->Iterations(1)->Unit(benchmark::kMillisecond);
  };
  once(benchmark::RegisterBenchmark(
      "washing/whole", [=](benchmark::State& s) { whole_space<washing::orders<K>>(s, stock); }));
  once(benchmark::RegisterBenchmark("washing/sorted", [=](benchmark::State& s) {
    whole_space<washing::sorted_orders<K>>(s, stock);
  }));
  once(benchmark::RegisterBenchmark("back/reachability",
                                    [=](benchmark::State& s) { looks_back<K>(s, stock, false); }));
  once(benchmark::RegisterBenchmark("back/by_hand",
                                    [=](benchmark::State& s) { looks_back<K>(s, stock, true); }));
}

void register_promises(std::size_t parts) {
  auto const add = [](std::string const& name, lupaus::model const& m,
                      lupaus::explore_options const& options) {
    benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& s) {
      explores(s, m, options);
    })->Unit(benchmark::kMicrosecond);
  };
  // The whole call, from the model to both stories, and without the times of everything else.
  add("flagship/verdict", promises::washing_machine(), {.failures = 2});
  add("flagship/stories", promises::washing_machine(), {.failures = 2, .times = false});
  for (std::size_t n = 2; n <= parts; n += n < 8 ? 1 : 4) {
    auto const m = promises::deliveries(n);
    auto const number = std::to_string(n);
    add("apart/" + number, m, {.failures = 2, .times = false});
    if (n <= 7) add("together/" + number, m, {.failures = 2, .together = true, .times = false});
  }
}

/// Whole calls, times and all.
void register_kitchens(std::size_t most) {
  using promises::kitchen, promises::kitchen_options;
  auto const add = [](std::string const& name, kitchen_options const& o, std::size_t n,
                      lupaus::explore_options const& options = {}) {
    benchmark::RegisterBenchmark((name + "/" + std::to_string(n)).c_str(),
                                 [=](benchmark::State& s) {
                                   explores(s, kitchen{n, o}.built(), options);
                                 })
        ->Unit(benchmark::kMillisecond);
  };
  for (std::size_t const n : {2U, 3U, 4U, 5U, 6U, 7U, 10U, 16U, 24U}) {
    if (n > most) continue;
    add("joins", {}, n);
    if (n <= 5) add("joins_together", {}, n, {.together = true});
    if (n < 10) continue;
    add("joins_unlike", {.unlike = true}, n);
    add("joins_until_shipped", {.until_shipped = true}, n);
    benchmark::RegisterBenchmark(("joins_code/" + std::to_string(n)).c_str(),
                                 [=](benchmark::State& s) {
                                   kitchen const k{n, {.has_rules = false}};
                                   explores(s, k.built(), {}, k);
                                 })
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

int main(int argc, char** argv) {
  unsigned orders = 3, stock = 3;
  std::size_t parts = 24;
  std::vector<char*> rest{argv[0]};
  try {
    for (int i = 1; i < argc; ++i) {
      std::string_view const name{argv[i]};
      auto const value = [&] {
        if (i + 1 == argc) throw std::runtime_error{std::string{name} + ": a value is missing"};
        return std::stoul(argv[++i]);
      };
      if (name == "--orders")
        orders = static_cast<unsigned>(value());
      else if (name == "--stock")
        stock = static_cast<unsigned>(value());
      else if (name == "--parts")
        parts = value();
      else if (name == "--promela")
        return std::cout << lupaus::to_promela(promises::deliveries(value()), {.failures = 2}), 0;
      else if (name == "--promela-kitchen")
        return std::cout << lupaus::to_promela(promises::kitchen{value()}.built(), {.failures = 2}),
               0;
      else
        rest.push_back(argv[i]);
    }
    auto count = static_cast<int>(rest.size());
    benchmark::Initialize(&count, rest.data());
    if (benchmark::ReportUnrecognizedArguments(count, rest.data())) return 2;
    switch (orders) {
      case 2: register_orders<2>(stock); break;
      case 3: register_orders<3>(stock); break;
      default: throw std::runtime_error{"--orders: 2 or 3"};
    }
    register_promises(parts);
    register_kitchens(parts);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
  } catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}
