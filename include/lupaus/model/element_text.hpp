// SPDX-License-Identifier: BSL-1.0
//
// The elements of a model in words, for findings, reports and stories.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/terms/qualities.hpp"
#include "lupaus/model/view.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

[[nodiscard]] LUPAUS_DECL std::string name_of(model_view const& m, party_id p);
[[nodiscard]] LUPAUS_DECL std::string name_of(model_view const& m, part_id p);
/// The name of a failure mode or a step; of the other events, what they are: "delivery completed".
[[nodiscard]] LUPAUS_DECL std::string name_of(model_view const& m, event_id id);

/// The name in running text: "the carrier", but "Acme Logistics", which is a name already.
[[nodiscard]] LUPAUS_DECL std::string the(model_view const& m, party_id p);
[[nodiscard]] LUPAUS_DECL std::string the(model_view const& m, event_id e);
/// The whole promise goes by its title, which is too long for a sentence.
[[nodiscard]] LUPAUS_DECL std::string the(model_view const& m, part_id p);

/// The name where a heading stands: the whole by its title, in quotes.
[[nodiscard]] LUPAUS_DECL std::string heading_of(model_view const& m, part_id p);
/// With a capital at its beginning.
[[nodiscard]] LUPAUS_DECL std::string sentence(std::string text);
/// "the delivery fails ('lost')"; "the delivery is late".
[[nodiscard]] LUPAUS_DECL std::string failing(model_view const& m, event_id failure);
/// "damaged (delivery)": an event with the part in whose life it happens.
[[nodiscard]] LUPAUS_DECL std::string place_of(model_view const& m, event_id e);
/// "delivery, claimed by website in the words "fast"".
[[nodiscard]] LUPAUS_DECL std::string place_of(model_view const& m, claim const& c);

/// "within 24 h after delivery completed"; "a single contact".
[[nodiscard]] LUPAUS_DECL std::string phrase(model_view const& m, term const& t);
/// The term, with what its time is counted from even where the term does not say so.
[[nodiscard]] LUPAUS_DECL std::string full_phrase(model_view const& m, term const& t);
/// "replaces the machine"; "refuses"
[[nodiscard]] LUPAUS_DECL std::string phrase_action(model_view const& m, rule const& r);
/// "a, b and c"
[[nodiscard]] LUPAUS_DECL std::string listed(std::vector<std::string> const& items,
                                             char const* last = " and ");

namespace detail {
/// "2nd". Of times that are counted.
[[nodiscard]] LUPAUS_DECL std::string ordinal(std::size_t n);
}  // namespace detail

/// The element as evidence: one line, as a clerk would read it out.
[[nodiscard]] LUPAUS_DECL std::string describe(model_view const& m, element e);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/model/element_text.hpp"
#endif
