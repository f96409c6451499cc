// SPDX-License-Identifier: BSL-1.0
//
// What a promise is: its title, its product, its clauses.
#pragma once

#include "lupaus/promise/product.hpp"

#include <string_view>

namespace lupaus::inline v0 {

/// A promise. Made by `promise(…)`.
template <class Whole, class Product, class... Cs>
class promise_type {
 public:
  using lupaus_product = void;
  using whole_type = Whole;
  using product_type = Product;
  using lupaus_parts =
      typename detail::join<detail::types<Whole>, typename detail::parts_of<Product>::type>::type;
  using clause_types = detail::types<Cs...>;

  constexpr promise_type(std::string_view title, Product const& product,
                         detail::values<Cs...> const& clauses)
      : title_{title}, product_{product}, clauses_{clauses} {}

  constexpr std::string_view title() const { return title_; }
  constexpr Product const& made_of() const { return product_; }
  constexpr detail::values<Cs...> const& clauses() const { return clauses_; }

 private:
  std::string_view title_;
  Product product_;
  detail::values<Cs...> clauses_;
};

}  // namespace lupaus::inline v0
