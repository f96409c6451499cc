// SPDX-License-Identifier: BSL-1.0
//
// What is being said to a builder, for the message when it is wrong: "a claim of website on
// delivery". The names in it are looked up only where there is a message to write.
#pragma once

#include "lupaus/model/builder/reference.hpp"
#include "lupaus/model/error.hpp"

#include <cstdint>
#include <string_view>

namespace lupaus::inline v0::detail {

/// Something that a statement is about, as its speaker named it.
struct named_element {
  enum class of : std::uint8_t { nothing, party, part, event, text };
  of kind = of::nothing;
  party_ref party = {};
  event_ref event = {};  ///< of a part, its `of`
  std::string_view text = {};

  constexpr named_element() = default;
  constexpr named_element(party_ref r) : kind{of::party}, party{r} {}
  constexpr named_element(part_ref r) : kind{of::part}, event{event_kind::step, r} {}
  constexpr named_element(event_ref const& r) : kind{of::event}, event{r} {}
  constexpr named_element(std::string_view t) : kind{of::text}, text{t} {}
};

/// What is said of what, and where in the user's source. Lives for one call.
struct statement {
  char const* what = "";
  named_element subject = {};
  char const* link = "";
  named_element object = {};
  source_place at = {};
};

/// Where the fault's place says it all.
inline constexpr statement no_statement{};

}  // namespace lupaus::inline v0::detail
