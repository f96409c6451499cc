// SPDX-License-Identifier: BSL-1.0
//
// A log of advice: whether the same need got the same advice, whether the advice meets the need,
// and what decides it: the need, the campaign of the week, or who happens to be there.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/journey/association.hpp"
#include "lupaus/journey/journey_finding.hpp"
#include "lupaus/model/terms/term.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

/// One time that advice was given. All are names, compared as they are; none is of a person.
struct advice_record {
  std::string store = {};
  std::string seller = {};  ///< an opaque id
  std::string week = {};
  std::string need = {};      ///< as it was stated; a name for each
  std::string campaign = {};  ///< the product of the campaign at that time; may be empty
  std::string advised = {};   ///< the product that was recommended
};

// ---- needs as properties

/// What a customer needs, property by property.
struct stated_need {
  std::string name = {};
  std::vector<term> asks = {};
};

/// What is known of a product, by the same qualities.
struct product_facts {
  std::string name = {};
  std::vector<term> facts = {};
};

/// What is asked of a quality, or known of it: at least 55 inches, at most 600.00 EUR.
template <quality Q>
term property_of(typename Q::bound_type const& value) {
  return {&quality_of<Q>, bound_codec<typename Q::bound_type>::encode(value).value, {}};
}

/// The need that a claim promises to fit: all its terms but `fits-need`, by the claim's words or,
/// without any, its part. O(terms).
[[nodiscard]] LUPAUS_DECL stated_need need_of(model_view const& m, claim_id claimed);
/// What is known of a part of a promise: what the seller commits to the customer of it. Refers to
/// the qualities of the promise. O(commitments).
[[nodiscard]] LUPAUS_DECL product_facts facts_of(model_view const& m, part_id sold);

/// What the need asks for and no fact of the product entails, by the places in `asks`. A property
/// of which nothing is known is not met. O(asks · facts).
[[nodiscard]] LUPAUS_DECL std::vector<std::size_t> unmet_asks(stated_need const& need,
                                                              product_facts const& product);

/// Advice that does not meet the need that was stated: the term `fits-need`, not kept.
struct advice_misfit {
  std::size_t record = 0;
  std::vector<std::size_t> unmet = {};  ///< places in the need's `asks`
};

/// In the order of the log. A need or product that the tables do not have is bad input, with the
/// nearest name that they have. O(records · (needs + products + what is asked · what is known)).
[[nodiscard]] LUPAUS_DECL std::vector<advice_misfit> advice_misfits(
    std::span<advice_record const> log, std::span<stated_need const> needs,
    std::span<product_facts const> products);

// ---- the same need, different advice

namespace journey_gaps {
/// In a log: the same stated need got different advice.
inline constexpr journey_gap inconsistent_advice{.id = "inconsistent-advice",
                                                 .severity = severity::warning,
                                                 .between = boundary::fulfilment_delivery,
                                                 .service = service_gap::specification_delivery};
}  // namespace journey_gaps

/// One need, and what was advised to those who stated it.
struct advice_finding {
  journey_gap what = journey_gaps::inconsistent_advice;
  std::string need = {};
  struct product_count {
    std::string product = {};
    std::uint64_t times = 0;
  };
  std::vector<product_count> advised = {};  ///< two or more, the most frequent first, then by name
  std::size_t one = 0, other = 0;           ///< the first two records that differ
  explanation words = {};
};

/// One finding a need, in the order in which the needs are first stated. Bad input: a record
/// without seller, need or product. O(records · log records).
[[nodiscard]] LUPAUS_DECL std::vector<advice_finding> find_inconsistent_advice(
    std::span<advice_record const> log);

// ---- what decides

enum class advice_driver : std::uint8_t { unclear, need, campaign, seller };

constexpr std::string_view to_string(advice_driver d) {
  constexpr std::string_view names[] = {"the log does not tell", "the need decides",
                                        "the campaign decides", "it varies by seller"};
  return names[static_cast<std::size_t>(d)];
}

/// How strongly the product advised goes with each of three things: Cramér's V, corrected, with an
/// interval. None where all records have the same one.
struct advice_explained {
  std::optional<association> by_need, by_campaign, by_seller;
  /// Whether these come together in the log themselves: then what goes with one goes with the
  /// other, and the log cannot tell them apart.
  std::optional<association> need_with_campaign, need_with_seller, campaign_with_seller;
  /// The one whose whole interval lies above 0 and above those of the others.
  advice_driver decides = advice_driver::unclear;
};

/// Association is no cause: a campaign for what most people need goes with the advice too. Bad
/// input as of `find_inconsistent_advice` and `cramers_v`. O(records · log records + the tables'
/// cells).
[[nodiscard]] LUPAUS_DECL advice_explained explain_advice(std::span<advice_record const> log,
                                                          double confidence = 0.95);

[[nodiscard]] LUPAUS_DECL std::string to_text(advice_finding const& f);
[[nodiscard]] LUPAUS_DECL std::string to_text(advice_explained const& x);

}  // namespace lupaus::inline v0

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/journey/advice.hpp"
#endif
