// SPDX-License-Identifier: BSL-1.0
//
// The columns of a model while they grow, in constant evaluation.
#pragma once

#include "lupaus/model/view.hpp"

#include <cstddef>
#include <string_view>

namespace lupaus::inline v0::detail {

/// A vector for constant evaluation.
template <class T>
class growing {
 public:
  constexpr growing() = default;
  constexpr ~growing() { delete[] data_; }
  growing(growing const&) = delete;
  growing& operator=(growing const&) = delete;

  constexpr void push_back(T const& t) {
    if (size_ == room_) grow();
    data_[size_++] = t;
  }
  constexpr void clear() { size_ = 0; }
  constexpr std::size_t size() const { return size_; }
  constexpr T& operator[](std::size_t i) { return data_[i]; }
  constexpr T const& operator[](std::size_t i) const { return data_[i]; }
  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }

 private:
  constexpr void grow() {
    auto const room = room_ == 0 ? 4 : 2 * room_;
    auto* bigger = new T[room];
    for (std::size_t i = 0; i < size_; ++i) bigger[i] = data_[i];
    delete[] data_;
    data_ = bigger;
    room_ = room;
  }
  T* data_ = nullptr;
  std::size_t size_ = 0, room_ = 0;
};

/// The columns of a model, whatever holds a column.
template <template <class> class Column>
struct columns_of {
  std::string_view identity, version;
  payment paid = payment::ahead;
  party_id customer, seller;
  Column<party> parties;
  Column<part> parts;
  Column<precedence> precedences;
  Column<event> events;
  Column<transition> transitions;
  Column<claim> claims;
  Column<term> terms;
  Column<commitment> commitments;
  Column<recourse> recourses;
  Column<contract_end> contract_ends;
  Column<ability> abilities;
  Column<rule> rules;
  Column<presumption> presumptions;
  Column<notice> notices;
  Column<change_notice> changes;
  Column<coordination> coordinations;
  Column<coordination_need> needs;
  Column<channel> channels;
  Column<capability> capabilities;
  Column<requirement> requirements;
  Column<provision> provisions;
  Column<risk> risks;
};

}  // namespace lupaus::inline v0::detail
