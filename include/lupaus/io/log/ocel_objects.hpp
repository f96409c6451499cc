// SPDX-License-Identifier: BSL-1.0
//
// The objects of an OCEL log: their types, and to which orders each belongs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Object by object, and then the orders of each. Bounded by a number of objects and of
/// relationships among them.
class ocel_objects {
 public:
  enum class role : std::uint8_t { other, through, order };

  explicit ocel_objects(std::size_t most) : most_{most} {}

  /// False where there is no room.
  bool add(std::string_view id, role r) {
    auto const n = node_of(id);
    if (n == none) return false;
    nodes_[n].is_declared = true;
    nodes_[n].is = r;
    return true;
  }
  bool is_declared(std::string_view id) const {
    auto const known = by_id_.find(std::string{id});
    return known != by_id_.end() && nodes_[known->second].is_declared;
  }
  /// False where there is no room. The other object may be declared later.
  bool relate(std::string_view from, std::string_view to) {
    auto const a = node_of(from), b = node_of(to);
    if (a == none || b == none || held_ >= most_) return false;
    ++held_;
    nodes_[a].related.push_back(b);
    nodes_[b].related.push_back(a);
    return true;
  }

  /// All objects are there: finds the orders of each. False where they are too many to hold.
  /// O(objects
  /// + relationships + sum of the orders of all objects).
  bool finish() {
    for (std::uint32_t n = 0; n < nodes_.size(); ++n)
      if (nodes_[n].is == role::order && !spread(n)) return false;
    return true;
  }
  /// The orders to which an object belongs, an order to itself.
  std::vector<std::uint32_t> const& orders_of(std::string_view id) const {
    static std::vector<std::uint32_t> const nothing;
    auto const known = by_id_.find(std::string{id});
    return known == by_id_.end() ? nothing : nodes_[known->second].orders;
  }
  std::string_view id_of(std::uint32_t order) const { return nodes_[order].id; }

 private:
  static constexpr std::uint32_t none = 0xffff'ffff;

  struct node {
    std::string_view id;  // of the key in by_id_
    role is = role::other;
    bool is_declared = false;
    std::vector<std::uint32_t> related = {}, orders = {};
  };

  std::uint32_t node_of(std::string_view id) {
    if (auto const known = by_id_.find(std::string{id}); known != by_id_.end())
      return known->second;
    if (held_ >= most_) return none;
    ++held_;
    auto const n = static_cast<std::uint32_t>(nodes_.size());
    auto const at = by_id_.emplace(std::string{id}, n).first;
    nodes_.push_back({at->first});
    return n;
  }
  // To the objects that lead to the order.
  bool spread(std::uint32_t order) {
    std::vector<std::uint32_t> front{order};
    nodes_[order].orders.push_back(order);
    while (!front.empty()) {
      auto const n = front.back();
      front.pop_back();
      for (auto const next : nodes_[n].related) {
        auto& x = nodes_[next];
        if (x.is != role::through || (!x.orders.empty() && x.orders.back() == order)) continue;
        if (++held_ > most_) return false;
        x.orders.push_back(order);
        front.push_back(next);
      }
    }
    return true;
  }

  std::size_t most_, held_ = 0;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::vector<node> nodes_;
};

}  // namespace lupaus::inline v0::detail::io
