// SPDX-License-Identifier: BSL-1.0
//
// The distance between names against its recursive definition, and what is near enough to suggest.
#include "lupaus/detail/nearest_name.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

using lupaus::edit_distance;
using lupaus::nearest_name;

namespace {

// The definition, word for word: no table, no sharing.
std::size_t by_definition(std::string_view a, std::string_view b) {
  if (a.empty()) return b.size();
  if (b.empty()) return a.size();
  auto const a1 = a.substr(0, a.size() - 1), b1 = b.substr(0, b.size() - 1);
  auto best = std::min({by_definition(a1, b) + 1, by_definition(a, b1) + 1,
                        by_definition(a1, b1) + (a.back() != b.back())});
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && a[a.size() - 2] == b.back())
    best = std::min(best, by_definition(a.substr(0, a.size() - 2), b.substr(0, b.size() - 2)) + 1);
  return best;
}

using names = std::vector<std::string_view>;

}  // namespace

BOOST_AUTO_TEST_SUITE(suggest)

BOOST_AUTO_TEST_CASE(one_edit_of_each_kind) {
  BOOST_TEST(edit_distance("delivery", "delivery") == 0u);
  BOOST_TEST(edit_distance("delivry", "delivery") == 1u);
  BOOST_TEST(edit_distance("deliverry", "delivery") == 1u);
  BOOST_TEST(edit_distance("delifery", "delivery") == 1u);
  BOOST_TEST(edit_distance("delievry", "delivery") == 1u);
  BOOST_TEST(edit_distance("", "abc") == 3u);
  BOOST_TEST(edit_distance("abc", "") == 3u);
  BOOST_TEST(edit_distance("", "") == 0u);
}

BOOST_AUTO_TEST_CASE(a_swapped_pair_is_not_edited_again) {
  BOOST_TEST(edit_distance("ca", "abc") == 3u);  // 2 if it were: optimal string alignment
}

BOOST_AUTO_TEST_CASE(it_is_the_recursive_definition) {
  std::mt19937 random{2026};
  std::uniform_int_distribution<std::size_t> length{0, 6};
  std::uniform_int_distribution<int> letter{'a', 'c'};
  auto const word = [&] {
    std::string w(length(random), ' ');
    for (auto& c : w) c = static_cast<char>(letter(random));
    return w;
  };
  for (int i = 0; i < 400; ++i) {
    auto const a = word(), b = word();
    BOOST_TEST_CONTEXT("'" << a << "' and '" << b << "'") {
      BOOST_TEST(edit_distance(a, b) == by_definition(a, b));
      BOOST_TEST(edit_distance(a, b) == edit_distance(b, a));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_nearest_is_suggested) {
  names const known{"machine", "delivery", "installation"};
  BOOST_TEST(nearest_name("delivry", known) == "delivery");
  BOOST_TEST(nearest_name("instalation", known) == "installation");
  BOOST_TEST(nearest_name("delivery", known) == "delivery");
}

BOOST_AUTO_TEST_CASE(the_first_of_equals_is_suggested) {
  BOOST_TEST(nearest_name("cat", names{"bat", "rat"}) == "bat");
  BOOST_TEST(nearest_name("cat", names{"dog", "rat", "bat"}) == "rat");
}

BOOST_AUTO_TEST_CASE(a_third_of_the_letters_may_differ_and_no_more) {
  BOOST_TEST(nearest_name("abcdef", names{"abcdxy"}) == "abcdxy");
  BOOST_TEST(nearest_name("abcdef", names{"abcxyz"}) == "");
  BOOST_TEST(nearest_name("ab", names{"ax"}) == "ax");  // one letter always
  BOOST_TEST(nearest_name("ab", names{"xy"}) == "");
}

BOOST_AUTO_TEST_CASE(nothing_is_suggested_where_nothing_is_near) {
  BOOST_TEST(nearest_name("plumber", names{"carrier", "installer"}) == "");
  BOOST_TEST(nearest_name("plumber", names{}) == "");
  BOOST_TEST(nearest_name("a", names{""}) == "");
}

BOOST_AUTO_TEST_CASE(an_overlong_name_is_not_searched_for) {
  std::string const long_name(65, 'x');
  BOOST_TEST(nearest_name(long_name, names{long_name}) == "");
  BOOST_TEST(nearest_name(std::string(64, 'x'), names{long_name}) == "");
  auto const just = std::string(64, 'x');
  BOOST_TEST(nearest_name(just, names{just}) == just);
}

BOOST_AUTO_TEST_SUITE_END()
