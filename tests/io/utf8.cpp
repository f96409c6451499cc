// SPDX-License-Identifier: BSL-1.0
//
// What is UTF-8, at every border of RFC 3629, and what is shown for the rest.
#include "lupaus/detail/utf8.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

using namespace lupaus;
using detail::io::character_length;

static_assert(character_length("") == 0);
static_assert(character_length("a\x80") == 1);
static_assert(character_length({"\0", 1}) == 1);
static_assert(character_length("\x7f") == 1);
static_assert(character_length("\xc2\x80") == 2);
static_assert(character_length("\xdf\xbf") == 2);
static_assert(character_length("\xe0\xa0\x80") == 3);
static_assert(character_length("\xed\x9f\xbf") == 3);
static_assert(character_length("\xef\xbf\xbf") == 3);
static_assert(character_length("\xf0\x90\x80\x80") == 4);
static_assert(character_length("\xf4\x8f\xbf\xbf") == 4);

static_assert(character_length("\x80") == 0, "continues nothing");
static_assert(character_length("\xc1\xbf") == 0, "longer than needed");
static_assert(character_length("\xe0\x9f\xbf") == 0, "longer than needed");
static_assert(character_length("\xf0\x8f\xbf\xbf") == 0, "longer than needed");
static_assert(character_length("\xed\xa0\x80") == 0, "half of a pair of surrogates");
static_assert(character_length("\xf4\x90\x80\x80") == 0, "beyond U+10FFFF");
static_assert(character_length("\xf5\x80\x80\x80") == 0, "beyond U+10FFFF");
static_assert(character_length("\xc3") == 0, "ends too early");
static_assert(character_length("\xe2\x82") == 0, "ends too early");
static_assert(character_length("\xf0\x9f\x98") == 0, "ends too early");

BOOST_AUTO_TEST_SUITE(utf8)

BOOST_AUTO_TEST_CASE(text_stays_as_it_is) {
  BOOST_TEST(as_utf8("").empty());
  BOOST_TEST(as_utf8("K\xc3\xbc"
                     "che, 5 \xe2\x82\xac") ==
             "K\xc3\xbc"
             "che, 5 \xe2\x82\xac");
}

BOOST_AUTO_TEST_CASE(each_byte_that_is_none_is_replaced) {
  BOOST_TEST(as_utf8("a\xff"
                     "b") ==
             "a\xef\xbf\xbd"
             "b");
  BOOST_TEST(as_utf8("\xed\xa0\x80") == "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  BOOST_TEST(as_utf8("\xe2\x82") == "\xef\xbf\xbd\xef\xbf\xbd");
}

BOOST_AUTO_TEST_SUITE_END()
