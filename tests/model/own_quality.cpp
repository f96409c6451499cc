// SPDX-License-Identifier: BSL-1.0
//
// A quality of the user's own: one small type, and nothing of the library changes.
#include "lupaus/check/gaps/marketing/unbacked_claim.hpp"
#include "model/support.hpp"

#include <cstdint>
#include <string>

using namespace lupaus;

namespace {

struct noise_below {
  static constexpr std::string_view name = "noise-below";
  using bound_type = std::int64_t;  // decibels
  static constexpr bool entails(bound_type a, bound_type b) { return a <= b; }
  static std::string phrase(bound_type dB) {
    return "no louder than " + std::to_string(dB) + " dB";
  }
};
static_assert(quality<noise_below>);

enum class energy_class { d, c, b, a };
struct energy : noise_below {
  static constexpr std::string_view name = "energy-class";
  static constexpr bool covers_parts = false;
  static constexpr bool personal = true;
  static constexpr std::string_view from = "the purchase";
  using bound_type = energy_class;
  static constexpr bool entails(energy_class x, energy_class y) { return x >= y; }
  static std::string phrase(energy_class) { return "thrifty"; }
};
static_assert(quality<energy>);

struct colour {
  static constexpr std::string_view name = "colour";
  using bound_type = std::string_view;
  static constexpr bool entails(bound_type a, bound_type b) { return a == b; }
  static std::string phrase(bound_type c) { return "in " + std::string{c}; }
};
static_assert(quality<colour>);

// What lacks a part of the concept is no quality.
struct nameless : presence {
  static std::string phrase(nothing) { return ""; }
};
static_assert(!quality<nameless>);
struct wordless : presence {
  static constexpr std::string_view name = "wordless";
};
static_assert(!quality<wordless>);
struct unordered {
  static constexpr std::string_view name = "unordered";
  using bound_type = std::int64_t;
  static std::string phrase(bound_type) { return ""; }
};
static_assert(!quality<unordered>);

std::size_t unbacked(model const& m) {
  count_findings sink;
  checks::unbacked_claim(m, sink);
  return sink.count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(own_quality)

BOOST_AUTO_TEST_CASE(a_claim_of_it_is_unbacked_until_the_seller_commits_to_it) {
  model_test::small_shop s;
  s.b.claims(s.website, s.lamp, term_of<noise_below>(52));
  BOOST_TEST(unbacked(model_test::built(s.b)) == 1u);
  s.b.commits(s.shop, s.lamp, term_of<noise_below>(60));
  BOOST_TEST(unbacked(model_test::built(s.b)) == 0u);
}

BOOST_AUTO_TEST_CASE(it_carries_over_to_the_parts_unless_it_says_otherwise) {
  model_test::small_shop s;
  s.b.claims(s.website, s.lamp, {term_of<noise_below>(52), term_of<energy>(energy_class::a)});
  s.b.commits(s.shop, s.b.whole(), term_of<noise_below>(50));
  s.b.commits(s.shop, s.b.whole(), term_of<energy>(energy_class::a));
  BOOST_TEST(unbacked(model_test::built(s.b)) == 1u);
  s.b.commits(s.shop, s.lamp, term_of<energy>(energy_class::b));
  BOOST_TEST(unbacked(model_test::built(s.b)) == 0u);
}

BOOST_AUTO_TEST_CASE(its_traits_are_read) {
  BOOST_TEST(quality_of<noise_below>.covers_parts);
  BOOST_TEST(!quality_of<noise_below>.personal);
  BOOST_TEST(quality_of<noise_below>.from == "");
  BOOST_TEST(!quality_of<energy>.covers_parts);
  BOOST_TEST(quality_of<energy>.personal);
  BOOST_TEST(quality_of<energy>.from == "the purchase");
}

BOOST_AUTO_TEST_CASE(its_order_and_its_words_are_its_own) {
  auto const at = [](std::int64_t dB) {
    return term{&quality_of<noise_below>, {bound_kind::number, dB, 0, {}}, {}};
  };
  BOOST_TEST(entails(at(50), at(52)));
  BOOST_TEST(!entails(at(52), at(50)));
  BOOST_TEST(quality_of<noise_below>.phrase(at(52).limit) == "no louder than 52 dB");
  BOOST_TEST(
      quality_of<energy>.entails({bound_kind::number, 3, 0, {}}, {bound_kind::number, 0, 0, {}}));
}

BOOST_AUTO_TEST_CASE(it_is_found_by_name_once_the_builder_knows_it) {
  model_test::small_shop s;
  bound const quiet{bound_kind::number, 52, 0, {}};
  s.b.knows(quality_of<noise_below>);
  s.b.claims(s.website, s.lamp, named_term("noise-below", {quiet}));
  auto const made = model_test::built(s.b);
  BOOST_TEST(made->terms[term_id{0}].quality == &quality_of<noise_below>);
  BOOST_TEST(made->terms[term_id{0}].limit == quiet);
}

BOOST_AUTO_TEST_CASE(one_that_was_used_by_type_is_known_by_name) {
  model_test::small_shop s;
  s.b.commits(s.shop, s.lamp, term_of<noise_below>(60));
  s.b.claims(s.website, s.lamp, named_term("noise-below", {{bound_kind::number, 52, 0, {}}}));
  BOOST_TEST(unbacked(model_test::built(s.b)) == 0u);
}

BOOST_AUTO_TEST_CASE(an_unknown_one_is_refused_and_the_nearest_suggested) {
  model_test::small_shop s;
  s.b.knows(quality_of<noise_below>);
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.lamp, named_term("noise-bellow"));
  model_test::check_fault(s.b, error_code::unknown_name, line, "a claim of website on lamp",
                          "there is no quality named 'noise-bellow'", "noise-below");
}

BOOST_AUTO_TEST_CASE(a_bound_of_another_kind_is_refused) {
  model_test::small_shop s;
  s.b.knows(quality_of<noise_below>);
  bound const in_words{bound_kind::text, 0, 0, "low"};
  auto const line = __LINE__ + 1;
  s.b.claims(s.website, s.lamp, named_term("noise-below", {in_words}));
  model_test::check_fault(s.b, error_code::unit_mismatch, line, "a claim of website on lamp",
                          "noise-below was given a text, which is not a bound that it takes");
}

BOOST_AUTO_TEST_CASE(a_text_bound_outlives_what_it_was_written_in) {
  model_test::small_shop s;
  {
    std::string const passing = "anthracite grey, as on the picture";
    s.b.claims(s.website, s.lamp, term_of<colour>(passing));
    s.b.commits(s.shop, s.lamp, term_of<colour>(passing));
  }
  auto const made = model_test::built(s.b);
  BOOST_TEST(made->terms[term_id{0}].limit.text == "anthracite grey, as on the picture");
  BOOST_TEST(entails(made->commitments[commitment_id{0}].consequent, made->terms[term_id{0}]));
}

BOOST_AUTO_TEST_CASE(an_empty_text_and_an_overlong_number_are_refused) {
  BOOST_TEST(term_of<colour>("").limit.fault != nullptr);
  BOOST_TEST(bound_codec<std::uint64_t>::encode(~std::uint64_t{0}).fault != nullptr);
  BOOST_TEST(bound_codec<std::uint64_t>::encode(7).fault == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
