// SPDX-License-Identifier: BSL-1.0
//
// What the compiler prints where nothing of the user's has a word for it. The gaps as types stand
// each in the header of its gap.
#pragma once

namespace lupaus::inline v0 {

struct no_gap {};

/// Events of the order, in a message.
struct the_order {};
struct a_request_to_cancel {};
struct a_request_to_replace {};
struct another_event_of_the_order {};
/// Before work on the part has begun.
template <class Part>
struct before {};

}  // namespace lupaus::inline v0
