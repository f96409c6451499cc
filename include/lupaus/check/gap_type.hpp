// SPDX-License-Identifier: BSL-1.0
//
// A gap as a type, so that the compiler prints it with the user's own words. Each gap's header says
// which of them it names.
#pragma once

#include "lupaus/check/gap.hpp"

namespace lupaus::inline v0 {

/// A gap that has no type of its own.
template <class Where>
struct another_gap {};

namespace detail {

// The words for what a finding refers to.
template <class Words>
using its_place_in = decltype(Words::place());
template <class Words>
using its_other_in = decltype(Words::other());
template <class Words>
using its_part_in = decltype(Words::part());
template <class Words>
using its_performer_in = decltype(Words::performer());
template <class Words>
using its_debtor_in = decltype(Words::debtor());  // of the commitment that is its other element
template <class Words>
using its_trigger_in = decltype(Words::trigger());  // of the rule that it stands on
template <class Words>
using its_situation_in = decltype(Words::situation());  // that is its other element

/// The type of a gap, given the words for one finding of it.
template <gap const& G>
struct gap_type {
  template <class Words>
  using in = another_gap<its_trigger_in<Words>>;
};

}  // namespace detail

}  // namespace lupaus::inline v0
