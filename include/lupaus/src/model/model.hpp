// SPDX-License-Identifier: BSL-1.0
//
// The memory of a model: one block, of the columns one after the other, and then their texts.
#pragma once

#include "lupaus/model/model.hpp"
#include "lupaus/model/model_columns.hpp"
#include "lupaus/model/terms/declared_types.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// The bytes that a column takes in the block, so that any other can follow.
template <class Row>
std::size_t bytes_of(std::vector<Row> const& column) {
  static_assert(std::is_trivially_copyable_v<Row> && std::is_trivially_destructible_v<Row>);
  constexpr auto unit = alignof(std::max_align_t);
  return (column.size() * sizeof(Row) + unit - 1) / unit * unit;
}

template <class Id, class Row>
void copy_column(std::vector<Row> const& from, table<Id, Row>& to, std::byte*& at) {
  if (from.empty()) return;
  std::memcpy(at, from.data(), from.size() * sizeof(Row));
  to = {reinterpret_cast<Row const*>(at), from.size()};
  at += bytes_of(from);
}

}  // namespace detail

LUPAUS_DECL model::model(detail::model_columns const& written) {
  std::size_t size = 0;
  detail::for_each_column([&](auto const& column) { size += detail::bytes_of(column); }, written);
  detail::for_each_text(written, [&](std::string_view t) { size += t.size(); });
  std::shared_ptr<std::byte[]> block{new std::byte[size]};
  auto* at = block.get();
  view_.identity = written.identity;
  view_.version = written.version;
  view_.paid = written.paid;
  view_.customer = written.customer;
  view_.seller = written.seller;
  detail::for_each_column([&](auto const& from, auto& to) { detail::copy_column(from, to, at); },
                          written, view_);
  detail::for_each_text(view_, [&](std::string_view const& t) {
    auto* const copy = reinterpret_cast<char*>(at);
    t.copy(copy, t.size());
    at += t.size();
    const_cast<std::string_view&>(t) = {copy, t.size()};  // it stands in the block
  });
  block_ = std::move(block);
  if (view_.qualities.empty()) return;
  auto const own = std::make_shared<detail::declared_types>();
  for (auto const& q : view_.qualities) own->add(q);
  detail::for_each_quality(view_, [&](quality_ref const& q) {
    if (q == nullptr) return;
    if (auto const* mine = own->named(q->name)) const_cast<quality_ref&>(q) = mine;
  });
  qualities_ = own;
}

}  // namespace lupaus::inline v0
