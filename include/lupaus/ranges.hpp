// SPDX-License-Identifier: BSL-1.0
//
// Tables and ids of a model as views of range-v3, so that they begin a pipeline as they are:
//
//   m->parts.ids() | ranges::views::filter([&](part_id p) { return is_leaf(m->parts[p]); })
//
// A report needs no adapter: it is a range already.
#pragma once

#include "lupaus/model/column.hpp"

#include <range/v3/range/concepts.hpp>

namespace ranges {

template <class Id>
inline constexpr bool enable_view<lupaus::id_range<Id>> = true;
template <class Id>
inline constexpr bool enable_borrowed_range<lupaus::id_range<Id>> = true;
template <class Id, class T>
inline constexpr bool enable_view<lupaus::table<Id, T>> = true;
template <class Id, class T>
inline constexpr bool enable_borrowed_range<lupaus::table<Id, T>> = true;

}  // namespace ranges
