// SPDX-License-Identifier: BSL-1.0
//
// Which commitments stand on a part beside those of another firm, and which claims and commitments
// say something of a quality of it: for all parts at once.
#pragma once

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>

namespace lupaus::inline v0::detail {

/// Of some commitments, the first, and the first whose debtor is of another firm.
class first_of_firms {
 public:
  constexpr bool empty() const { return !first_; }
  constexpr commitment_id first() const { return first_; }
  /// The first whose debtor is of another firm than this one; none when there is none.
  constexpr commitment_id besides(model_view const& m, party_id firm) const {
    return first_ && firm_of(m, m.commitments[first_].debtor) == firm ? other_ : first_;
  }
  constexpr void add(model_view const& m, commitment_id i) {
    if (!first_) {
      first_ = i;
      return;
    }
    auto const firm = firm_of(m, m.commitments[first_].debtor);
    auto const is_other = firm_of(m, m.commitments[i].debtor) != firm;
    if (i < first_) {
      if (is_other) other_ = first_;
      first_ = i;
    } else if (is_other && (!other_ || i < other_)) {
      other_ = i;
    }
  }
  constexpr void add(model_view const& m, first_of_firms const& more) {
    if (more.first_) add(m, more.first_);
    if (more.other_) add(m, more.other_);
  }

 private:
  commitment_id first_, other_;
};

struct commitment_pair {
  commitment_id a = {}, b = {};
  constexpr explicit operator bool() const { return static_cast<bool>(b); }
};

constexpr commitment_pair in_order(commitment_id a, commitment_id b) {
  return !a || !b ? commitment_pair{} : a < b ? commitment_pair{a, b} : commitment_pair{b, a};
}

/// The first two commitments of different firms of which one stands on the part, and the other on
/// the part too or on what holds it; none when there are none.
constexpr commitment_pair first_split(model_view const& m, first_of_firms const& on_part,
                                      first_of_firms const& around) {
  if (on_part.empty()) return {};
  auto const firm = [&](commitment_id i) { return firm_of(m, m.commitments[i].debtor); };
  auto const a = on_part.first();
  if (around.empty() || a < around.first()) {
    first_of_firms all = on_part;
    all.add(m, around);
    return in_order(a, all.besides(m, firm(a)));
  }
  auto const b = around.first();
  if (auto const second = on_part.besides(m, firm(b))) return {b, second};
  return in_order(a, around.besides(m, firm(b)));  // all on the part are of the firm of `b`
}

/// The first of some elements that stand on each part, on what it holds, and on what holds it.
/// O(parts) to make.
template <class First>
class firsts_by_part {
 public:
  constexpr explicit firsts_by_part(model_view const& m)
      : m_{&m}, on_{m.parts.size()}, inside_{m.parts.size()} {}

  /// `add_to(first)` adds an element that stands on the part. O(depth).
  template <class Add>
  constexpr void add(part_id on, Add&& add_to) {
    add_to(on_[on.index()]);
    for (auto p = on; p; p = outer_of(*m_, p)) add_to(inside_[p.index()]);
  }
  constexpr First const& on(part_id p) const { return on_[p.index()]; }
  /// On the part, or on a part of it.
  constexpr First const& inside(part_id p) const { return inside_[p.index()]; }
  /// Calls `f(first)` for each part that holds this one. O(depth).
  template <class F>
  constexpr void for_each_around(part_id p, F&& f) const {
    for (p = outer_of(*m_, p); p; p = outer_of(*m_, p)) f(on_[p.index()]);
  }

 private:
  model_view const* m_;
  scratch<First, 64> on_, inside_;
};

}  // namespace lupaus::inline v0::detail
