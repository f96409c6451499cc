// SPDX-License-Identifier: BSL-1.0
//
// What the reader of EPCIS remembers of objects: of which order they are, what is in what, and
// which unit of its order each is. Bounded; what comes beyond the bound is not remembered.
#pragma once

#include "lupaus/model/id.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// An object in which nothing is known to be.
struct epcis_leaf {
  std::string_view id;
  bool is_named;  ///< by the event itself, and not found in what it names
};

/// Orders and containers of objects, and the units of orders.
class epcis_objects {
 public:
  static constexpr std::size_t most_in_one = 10'000;  ///< objects that one event may be about

  explicit epcis_objects(std::size_t most) : most_{most} {}

  void remember(std::string_view object, std::vector<std::string_view> const& orders) {
    forget(object);
    if (has_room(orders.size())) orders_[std::string{object}].assign(orders.begin(), orders.end());
  }
  void forget(std::string_view object) {
    auto const known = orders_.find(std::string{object});
    if (known == orders_.end()) return;
    held_ -= known->second.size();
    orders_.erase(known);
  }
  void put_in(std::string_view container, std::vector<std::string_view> const& objects) {
    for (auto const o : objects)
      if (has_room(1) && !inside_[std::string{container}].emplace(o).second) --held_;
  }
  /// All, where none is named.
  void take_out(std::string_view container, std::vector<std::string_view> const& objects) {
    auto const known = inside_.find(std::string{container});
    if (known == inside_.end()) return;
    auto& inside = known->second;
    auto const before = inside.size();
    for (auto const o : objects) inside.erase(std::string{o});
    if (objects.empty()) inside.clear();
    held_ -= before - inside.size();
    if (inside.empty()) inside_.erase(known);
  }

  /// The objects and all that is known to be in them, each once; false where there are too many.
  bool unpack(std::vector<std::string_view> const& objects, std::vector<std::string_view>& all,
              std::vector<epcis_leaf>& leaves) const {
    std::unordered_set<std::string_view> seen;
    auto const add = [&](std::string_view o) {
      if (seen.insert(o).second) all.push_back(o);
    };
    for (auto const o : objects) add(o);
    auto const named = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all.size() > most_in_one) return false;
      auto const known = inside_.find(std::string{all[i]});
      if (known == inside_.end())
        leaves.push_back({all[i], i < named});
      else
        for (auto const& o : known->second) add(o);
    }
    return true;
  }
  /// None where it was not seen with an order.
  std::vector<std::string> const* orders_of(std::string_view object) const {
    auto const known = orders_.find(std::string{object});
    return known == orders_.end() ? nullptr : &known->second;
  }

  // ---- units. Those of a good by their ids; where a log has only quantities, of each event the
  // first to which it has not happened yet.

  /// The unit that an object is, from 0 on; none where all units are others, or there is no room.
  std::optional<std::uint32_t> unit_of(std::string_view order, part_id good,
                                       std::string_view object, std::size_t units) {
    return place_in(key_of(order, 'o', good.index()), object, units);
  }
  bool has_units(std::string_view order, part_id good) const {
    return units_.find(key_of(order, 'o', good.index())) != units_.end();
  }
  /// The next unit of an event; a record that is known keeps its own.
  std::optional<std::uint32_t> next_unit(std::string_view order, event_id e,
                                         std::string_view record, std::size_t units) {
    return place_in(key_of(order, 'e', e.index()), record, units);
  }
  /// A record did not occur: its unit is free again.
  void free_unit(std::string_view order, event_id e, std::string_view record) {
    auto const known = units_.find(key_of(order, 'e', e.index()));
    if (known == units_.end()) return;
    for (auto& taken : known->second)
      if (!taken.empty() && taken == record) taken.clear();
  }

 private:
  static std::string key_of(std::string_view order, char kind, std::size_t n) {
    return std::string{order} + '\n' + kind + std::to_string(n);
  }
  bool has_room(std::size_t more) {
    if (held_ + more > most_) return false;
    held_ += more;
    return true;
  }
  std::optional<std::uint32_t> place_in(std::string const& key, std::string_view name,
                                        std::size_t units) {
    auto known = units_.find(key);
    if (known == units_.end()) {
      if (!has_room(units)) return {};
      known = units_.emplace(key, std::vector<std::string>{}).first;
    }
    auto& taken = known->second;
    auto at = name.empty() ? taken.end() : std::find(taken.begin(), taken.end(), name);
    if (at == taken.end()) at = std::find(taken.begin(), taken.end(), std::string_view{});
    if (at == taken.end() && taken.size() < units) at = taken.emplace(at);
    if (at == taken.end()) return {};
    *at = name.empty() ? std::string_view{"\n"} : name;  // taken by a record without a name
    return static_cast<std::uint32_t>(at - taken.begin());
  }

  std::size_t most_, held_ = 0;
  std::unordered_map<std::string, std::vector<std::string>> orders_, units_;
  std::unordered_map<std::string, std::set<std::string>> inside_;
};

}  // namespace lupaus::inline v0::detail::io
