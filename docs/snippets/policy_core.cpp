// SPDX-License-Identifier: BSL-1.0
#include <lupaus/explore/search/exploration.hpp>
#include <lupaus/explore/search/reachability.hpp>
#include <lupaus/explore/search/transition_relation.hpp>

#include <cstdint>
#include <iostream>
#include <string_view>

//! [system]
// A parcel that nobody was at home for: two attempts, then a locker, then back to the shop.
struct parcel_policy {
  enum class place : std::uint8_t { depot, van, locker, customer, shop };
  struct state_type {
    place at = place::depot;
    std::uint8_t attempts = 0;
    bool is_told = false;
  };
  using label_type = char const*;

  template <class F>
  void for_each_initial(F&& f) const {
    f(state_type{});
  }
  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    using enum place;
    if (s.at == depot && s.attempts < 2) f(state_type{van, s.attempts, s.is_told}, "leaves");
    if (s.at == depot && s.attempts == 2) f(state_type{locker, 2, false}, "goes to a locker");
    if (s.at == van) f(state_type{customer, s.attempts, s.is_told}, "is handed over");
    if (s.at == van) f(state_type{depot, next(s), s.is_told}, "nobody is at home");
    if (s.at == locker && s.is_told) f(state_type{customer, 2, true}, "is fetched");
    if (s.at == locker && !s.is_told) f(state_type{locker, 2, true}, "she is told the code");
    if (s.at == locker) f(state_type{shop, 2, s.is_told}, "goes back after 7 days");
  }
  static std::uint8_t next(state_type const& s) {
    return static_cast<std::uint8_t>(s.attempts + 1);
  }
};
//! [system]

int main() {
  using namespace lupaus;
  using state = parcel_policy::state_type;
  //! [search]
  parcel_policy const policy;
  exploration space{policy};
  std::cout << to_string(space.run({.states = 100'000})) << '\n';

  // An invariant: a parcel that comes back was at least announced.
  auto const silent =
      space.count([](state const& s) { return s.at == parcel_policy::place::shop && !s.is_told; });
  std::cout << silent.count << " breaks the invariant; the shortest way there:\n";
  for (auto const& step : space.path_to(silent.first.value()))
    std::cout << "  " << step.label << '\n';
  //! [search]

  //! [reachability]
  // Where no way leads to her any more, unless somebody is told a code that nobody owes her.
  auto const is_owed = [](state const&, std::string_view label, state const&) {
    return label != "she is told the code";
  };
  transition_relation const owed{space, is_owed};
  goal_reachability const ahead{
      space, owed, [](state const& s) { return s.at == parcel_policy::place::customer; }};
  auto const first = ahead.first(reachability::unreachable).value();
  std::cout << ahead.count(reachability::unreachable) << " of " << ahead.size()
            << " states are doomed, after " << space.depth_of(first) << " moves at the earliest\n";
  //! [reachability]
}
