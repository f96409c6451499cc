// SPDX-License-Identifier: BSL-1.0
//
// Small random transition systems, and what can be said of them the slow and plain way.
#pragma once

#include "lupaus/explore/search/exploration.hpp"
#include "lupaus/explore/search/reachability.hpp"
#include "lupaus/explore/search/transition_relation.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <deque>
#include <map>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "support/chooser.hpp"

namespace lupaus::inline v0 {
inline std::ostream& boost_test_print_type(std::ostream& out, stop_reason s) {
  return out << "stop " << static_cast<int>(s);
}
inline std::ostream& boost_test_print_type(std::ostream& out, reachability f) {
  return out << "reachability " << static_cast<int>(f);
}
}  // namespace lupaus::inline v0

namespace policy_test {

using namespace lupaus;

/// Moves from a table: a state is any number, far apart so that the hash has to work.
struct table_system {
  using state_type = std::uint64_t;
  using label_type = int;

  std::vector<state_type> initial;
  std::map<state_type, std::vector<std::pair<label_type, state_type>>> moves;

  template <class F>
  void for_each_initial(F&& f) const {
    for (auto s : initial) f(s);
  }
  template <class F>
  void for_each_successor(state_type const& s, F&& f) const {
    auto const at = moves.find(s);
    if (at == moves.end()) return;
    for (auto const& [label, to] : at->second) f(to, label);
  }
};
static_assert(transition_system<table_system>);

/// A random one of up to `most` states, some of them out of reach; labels 0 … 3.
inline table_system random_system(proof::chooser& choose, std::size_t most) {
  table_system t;
  auto const n = 1 + choose.below(most);
  auto const name = [](std::size_t i) { return std::uint64_t{i} * 0x10000001u; };
  auto const dense = choose.between(1, 4);
  for (std::size_t i = 0; i < n; ++i) {
    auto& out = t.moves[name(i)];
    for (int k = choose.between(0, dense); k > 0; --k) {
      auto const label = choose.between(0, 3);  // first: compilers order arguments as they like
      out.emplace_back(label, name(choose.below(n)));
    }
  }
  for (int k = choose.between(1, 3); k > 0; --k) t.initial.push_back(name(choose.below(n)));
  return t;
}

/// The number of moves to every reachable state, by a queue and a map.
inline std::map<std::uint64_t, std::size_t> depths(table_system const& t) {
  std::map<std::uint64_t, std::size_t> found;
  std::deque<std::uint64_t> queue;
  for (auto s : t.initial)
    if (found.emplace(s, 0).second) queue.push_back(s);
  while (!queue.empty()) {
    auto const s = queue.front();
    queue.pop_front();
    t.for_each_successor(s, [&](std::uint64_t to, int) {
      if (found.emplace(to, found[s] + 1).second) queue.push_back(to);
    });
  }
  return found;
}

/// The states from which a goal can be reached by labels that are allowed: grown until nothing is
/// added.
template <class Goal, class Allowed>
std::set<std::uint64_t> hopeful(table_system const& t, Goal is_goal, Allowed is_allowed) {
  std::set<std::uint64_t> can;
  for (auto const& [s, out] : t.moves)
    if (is_goal(s)) can.insert(s);
  for (std::size_t before = can.size() + 1; before != can.size();) {
    before = can.size();
    for (auto const& [s, out] : t.moves)
      for (auto const& [label, to] : out)
        if (is_allowed(label) && can.contains(to)) can.insert(s);
  }
  return can;
}

/// The trace is one of the system, from where it may begin to the state, as long as it says.
template <class System>
bool is_path_to(exploration<System> const& space, state_number n) {
  auto const path = space.path_to(n);
  auto at = space[space.origin_of(n)];
  bool begins = false;
  space.system().for_each_initial([&](auto const& s) { begins = begins || detail::same(s, at); });
  if (!begins || path.size() != space.depth_of(n)) return false;
  for (auto const& s : path) {
    bool is_move = false;
    space.system().for_each_successor(at, [&](auto const& to, auto const& label) {
      is_move = is_move || (detail::same(to, s.state) && label == s.label);
    });
    if (!is_move) return false;
    at = s.state;
  }
  return detail::same(at, space[n]);
}

/// One number that counts upwards by 1, or doubles: as large as one likes.
struct counter {
  using state_type = std::uint32_t;
  enum class label_type : unsigned char { plus_one, twice };
  std::uint32_t end;

  template <class F>
  void for_each_initial(F&& f) const {
    f(state_type{1});
  }
  template <class F>
  void for_each_successor(state_type const& n, F&& f) const {
    if (n + 1 < end) f(n + 1, label_type::plus_one);
    if (2 * std::uint64_t{n} < end) f(2 * n, label_type::twice);
  }
};
static_assert(transition_system<counter>);

}  // namespace policy_test
