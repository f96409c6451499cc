// SPDX-License-Identifier: BSL-1.0
//
// Makes a failing description smaller while it goes on failing, until nothing can be dropped.
#pragma once

#include "support/description.hpp"
#include "support/walks.hpp"

#include <cstddef>
#include <type_traits>
#include <utility>

namespace proof {

/// `Fails` says whether a description fails; it is false for whatever does not build.
template <class Fails>
class shrinker {
 public:
  shrinker(description d, Fails fails) : d_{std::move(d)}, fails_{std::move(fails)} {}

  description run() {
    for (auto news = true; news && tries_ > 0;) {
      news = drop_clauses();
      news = simplify_product() || news;
      news = forget_mentions() || news;
    }
    return d_;
  }

 private:
  bool keep(description&& smaller) {
    if (--tries_ < 0 || !fails_(std::as_const(smaller))) return false;
    d_ = std::move(smaller);
    return true;
  }

  std::size_t size_of_list(std::size_t which) {
    std::size_t size = 0, at = 0;
    for_each_list(d_, [&](auto& list) {
      if (at++ == which) size = list.size();
    });
    return size;
  }

  /// The largest pieces of each list first, then smaller ones.
  bool drop_clauses() {
    auto news = false;
    for (std::size_t which = 0;; ++which) {
      std::size_t lists = 0;
      for_each_list(d_, [&](auto&) { ++lists; });
      if (which >= lists) return news;
      for (auto length = size_of_list(which); length > 0; length /= 2)
        for (std::size_t from = 0; from + length <= size_of_list(which);) {
          auto smaller = d_;
          std::size_t at = 0;
          for_each_list(smaller, [&](auto& list) {
            using offset = typename std::remove_reference_t<decltype(list)>::difference_type;
            if (at++ == which)
              list.erase(list.begin() + static_cast<offset>(from),
                         list.begin() + static_cast<offset>(from + length));
          });
          if (keep(std::move(smaller)))
            news = true;  // and what followed is now at the same place
          else
            from += length;
        }
    }
  }

  /// A part leaves the product, with its declaration, or a composite gives way to what it holds.
  bool simplify_product() {
    auto news = false;
    for (std::size_t which = 0; simplify_node(which, news); ++which) {
    }
    return news;
  }
  /// False when there is no such node.
  bool simplify_node(std::size_t which, bool& news) {
    for (std::size_t child = 0;;) {
      auto smaller = d_;
      std::size_t nodes = 0;
      auto changed = false;
      for_each_shape(smaller.product, [&](shape& s) {
        if (nodes++ != which || child >= s.inside.size()) return;
        changed = true;
        auto taken = s.inside[child];
        s.inside.erase(s.inside.begin() + static_cast<std::ptrdiff_t>(child));
        std::erase_if(smaller.parts, [&](part_says const& p) { return p.name == taken.name; });
        for (auto& x : taken.inside) s.inside.push_back(std::move(x));
      });
      if (!changed) return which < nodes;
      if (keep(std::move(smaller)))
        news = true;
      else
        ++child;
    }
  }

  bool forget_mentions() {
    auto news = false;
    for (std::size_t which = 0;;) {
      auto smaller = d_;
      std::size_t mentions = 0;
      auto changed = false;
      for_each_optional_mention(smaller, [&](mention& e) {
        if (!e.given || mentions++ != which) return;
        e = {};
        changed = true;
      });
      if (!changed) return news;
      if (keep(std::move(smaller)))
        news = true;
      else
        ++which;
    }
  }

  description d_;
  Fails fails_;
  int tries_ = 5'000;  // enough for the largest; a bound all the same
};

/// A description that fails as `d` does and from which nothing can be dropped.
template <class Fails>
description shrink(description d, Fails fails) {
  return shrinker<Fails>{std::move(d), std::move(fails)}.run();
}

}  // namespace proof
