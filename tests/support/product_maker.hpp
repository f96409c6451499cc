// SPDX-License-Identifier: BSL-1.0
//
// Random products, as they are composed.
#pragma once

#include "support/chooser.hpp"
#include "support/description.hpp"

#include <string>
#include <utility>

namespace proof {

/// A random series-parallel product of that many parts, "good1", "work2", ..., with composites
/// ("set1") in it.
class product_maker {
 public:
  product_maker(chooser& r, description& d) : r_{r}, d_{d} {}

  void run(int parts) {
    auto product = node(parts);
    if (!product.inside.empty()) product.name.clear();
    d_.product = {std::move(product)};
  }

 private:
  shape node(int parts) {
    if (parts == 1) {
      auto const is_good = r_.chance(40);
      auto const name = (is_good ? "good" : "work") + std::to_string(++leaves_);
      d_.parts.push_back({name, is_good});
      // A composite may hold one part alone.
      if (r_.chance(5)) return {"set" + std::to_string(++composites_), true, {{name}}};
      return {name};
    }
    shape s{{}, r_.chance(65), {}};
    auto const children = r_.between(2, parts < 4 ? parts : 4);
    auto left = parts;
    for (int i = children; i > 0; --i) {
      auto const mine = i == 1 ? left : r_.between(1, left - (i - 1));
      s.inside.push_back(node(mine));
      left -= mine;
    }
    if (r_.chance(35)) s.name = "set" + std::to_string(++composites_);
    return s;
  }

  chooser& r_;
  description& d_;
  int leaves_ = 0, composites_ = 0;
};

}  // namespace proof
