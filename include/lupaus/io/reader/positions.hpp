// SPDX-License-Identifier: BSL-1.0
//
// Where the elements of a model stand, while it is read: places in the tree.
#pragma once

#include "lupaus/io/json_positions.hpp"
#include "lupaus/io/reader/tree.hpp"
#include "lupaus/model/element.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail::io {

class position_writer {
 public:
  /// Every element before it that has no place yet has none.
  void put(element e, json_place at) {
    auto& column = places_[static_cast<std::size_t>(e.kind)];
    if (column.size() <= e.index) column.resize(std::size_t{e.index} + 1, no_place);
    column[e.index] = at;
  }
  [[nodiscard]] json_place of(element e) const {
    auto const& column = places_[static_cast<std::size_t>(e.kind)];
    return e.index < column.size() ? column[e.index] : no_place;
  }
  void clear() {
    for (auto& column : places_) column.clear();
  }

  /// The same without the tree. O(elements + length of their pointers).
  json_positions finish(json_tree const& tree) {
    json_positions made;
    std::size_t elements = 0;
    for (auto const& column : places_) elements += column.size();
    made.ends_.reserve(elements);
    made.steps_.reserve(elements + elements / 4 + 16);
    made.steps_.push_back({0, 0, 0, 0});
    step_of_.assign(tree.nodes.size(), 0);
    for (std::size_t kind = 0; kind < json_positions::kinds; ++kind) {
      for (auto const at : places_[kind]) made.ends_.push_back(step_to(at, tree, made));
      made.first_[kind + 1] = static_cast<std::uint32_t>(made.ends_.size());
    }
    return made;
  }

 private:
  std::uint32_t step_to(json_place at, json_tree const& tree, json_positions& made) {
    if (at == no_place || at == 0) return 0;
    if (step_of_[at] != 0) return step_of_[at];
    auto const& node = tree[at];
    auto const from = step_to(node.parent, tree, made);
    auto const is_element = tree[node.parent].kind == json_kind::array;
    auto const key = made.keys_.size();
    if (!is_element) made.keys_ += node.key;
    made.steps_.push_back({from, is_element ? node.index : no_place,
                           static_cast<std::uint32_t>(key),
                           static_cast<std::uint32_t>(is_element ? 0 : node.key.size())});
    return step_of_[at] = static_cast<std::uint32_t>(made.steps_.size() - 1);
  }

  std::vector<json_place> places_[json_positions::kinds];
  std::vector<std::uint32_t> step_of_;  // each value; 0: none yet
};

}  // namespace lupaus::inline v0::detail::io
