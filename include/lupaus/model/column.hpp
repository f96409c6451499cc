// SPDX-License-Identifier: BSL-1.0
//
// A read-only column of a model: contiguous elements, indexed by their own typed id.
#pragma once

#include "lupaus/model/id.hpp"

#include <cstddef>
#include <iterator>

namespace lupaus::inline v0 {

/// Walks the ids 0 … n-1; random access, so that any range library composes with it.
template <class Id>
class id_iterator {
 public:
  using value_type = Id;
  using reference = Id;
  using pointer = void;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::random_access_iterator_tag;

  constexpr id_iterator() = default;
  constexpr explicit id_iterator(std::size_t at) : at_{at} {}

  constexpr Id operator*() const { return Id{at_}; }
  constexpr Id operator[](difference_type n) const { return *(*this + n); }
  constexpr id_iterator& operator++() { return ++at_, *this; }
  constexpr id_iterator operator++(int) { return id_iterator{at_++}; }
  constexpr id_iterator& operator--() { return --at_, *this; }
  constexpr id_iterator operator--(int) { return id_iterator{at_--}; }
  constexpr id_iterator& operator+=(difference_type n) {
    at_ = static_cast<std::size_t>(static_cast<difference_type>(at_) + n);
    return *this;
  }
  constexpr id_iterator& operator-=(difference_type n) { return *this += -n; }
  friend constexpr id_iterator operator+(id_iterator i, difference_type n) { return i += n; }
  friend constexpr id_iterator operator+(difference_type n, id_iterator i) { return i += n; }
  friend constexpr id_iterator operator-(id_iterator i, difference_type n) { return i -= n; }
  friend constexpr difference_type operator-(id_iterator a, id_iterator b) {
    return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
  }
  friend constexpr bool operator==(id_iterator, id_iterator) = default;
  friend constexpr auto operator<=>(id_iterator, id_iterator) = default;

 private:
  std::size_t at_ = 0;
};

/// The ids 0 … n-1 as a range.
template <class Id>
class id_range {
 public:
  constexpr id_range() = default;
  constexpr explicit id_range(std::size_t n) : n_{n} {}
  constexpr id_iterator<Id> begin() const { return id_iterator<Id>{0}; }
  constexpr id_iterator<Id> end() const { return id_iterator<Id>{n_}; }
  constexpr std::size_t size() const { return n_; }

 private:
  std::size_t n_ = 0;
};

/// A view of contiguous `T`, indexed by `Id`; trivially copyable, owns nothing.
template <class Id, class T>
class table {
 public:
  using value_type = T;

  constexpr table() = default;
  constexpr table(T const* data, std::size_t size) : data_{data}, size_{size} {}

  constexpr T const* begin() const { return data_; }
  constexpr T const* end() const { return data_ + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  /// Precondition: `contains(i)`.
  constexpr T const& operator[](Id i) const { return data_[i.index()]; }
  constexpr bool contains(Id i) const { return i.index() < size_; }
  constexpr id_range<Id> ids() const { return id_range<Id>{size_}; }

 private:
  T const* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace lupaus::inline v0
