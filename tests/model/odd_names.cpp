// SPDX-License-Identifier: BSL-1.0
//
// Names in which something is not seen, or changes what stands beside it.
#include "lupaus/model/odd_names.hpp"

#include "model/support.hpp"

#include <string>

using namespace lupaus;

namespace {

std::string oddities(char const* party, char const* part, char const* failure) {
  builder b{"a lamp"};
  b.customer("customer"), b.seller(party);
  auto const lamp = b.good(part);
  b.product(lamp);
  b.fails(lamp, failure);
  auto const m = model_test::built(b);
  std::string text;
  for (auto const& n : find_odd_names(m)) text += to_string(m, n) + '\n';
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(odd_names)

BOOST_AUTO_TEST_CASE(none_in_names_as_people_write_them) {
  BOOST_TEST(oddities("Küche & Söhne", "洗濯機 \U0001F600", "не работает") == "");
}

BOOST_AUTO_TEST_CASE(each_kind_is_told_once_a_name) {
  BOOST_TEST(
      oddities("Cafe\u0301 u\u0308", "lamp\u200B\u00AD", "\u202Etsol") ==
      "the name 'Cafe\\u0301 u\\u0308' of a party has a combining mark (U+0301): it can look "
      "like another name\n"
      "the name 'lamp\\u200b\\u00ad' of a part has a character that is not shown (U+200b): it "
      "can look like another name\n"
      "the name '\\u202etsol' of an event has a character that turns words around (U+202e): "
      "it can look like another name\n");
  BOOST_TEST(
      oddities("a\U000E0041", "b", "c") ==
      "the name 'a\\U000e0041' of a party has a character that is not shown (U+000e0041): it "
      "can look like another name\n");
}

BOOST_AUTO_TEST_CASE(the_ends_of_a_range_belong_to_it) {
  BOOST_TEST(oddities("a\u02FF", "b\u0370", "c") == "");
  BOOST_TEST(oddities("a\u0300", "b\u036F", "c").find("U+0300") != std::string::npos);
  BOOST_TEST(oddities("a\u0300", "b\u036F", "c").find("U+036f") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
