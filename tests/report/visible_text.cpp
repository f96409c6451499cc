// SPDX-License-Identifier: BSL-1.0
//
// A name can neither begin a line of a log nor turn its words around.
#include "lupaus/detail/visible_text.hpp"
#include "lupaus/model/error.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <cstdio>
#include <string>

using lupaus::detail::has_control_character;
using lupaus::detail::visible;
using lupaus::detail::visible_lines;

namespace {

std::string utf8(std::uint32_t code) {
  std::string s;
  if (code < 0x80) return std::string(1, static_cast<char>(code));
  if (code < 0x800) {
    s += static_cast<char>(0xC0U | code >> 6U);
  } else {
    s += static_cast<char>(0xE0U | code >> 12U);
    s += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
  }
  return s + static_cast<char>(0x80U | (code & 0x3FU));
}

std::string hex(std::uint32_t code) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(code));
  return text;
}

bool is_control(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}
// The twelve characters of the property Bidi_Control.
bool is_of_direction(std::uint32_t c) {
  for (auto one : {0x061CU, 0x200EU, 0x200FU, 0x202AU, 0x202BU, 0x202CU, 0x202DU, 0x202EU, 0x2066U,
                   0x2067U, 0x2068U, 0x2069U})
    if (c == one) return true;
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(visible_text)

BOOST_AUTO_TEST_CASE(every_character_of_the_basic_plane) {
  for (std::uint32_t c = 0; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    // In the midst of eight bytes, and at their end.
    for (auto const* around : {"", "abc", "abcdefg"}) {
      auto const text = around + utf8(c) + "z";
      auto const is_hidden = is_control(c) || is_of_direction(c);
      BOOST_TEST_REQUIRE(visible(text) == around + (is_hidden ? hex(c) : utf8(c)) + "z");
      BOOST_TEST_REQUIRE(has_control_character(text) == is_control(c));
    }
  }
}

BOOST_AUTO_TEST_CASE(lines_stay_where_they_are_meant) {
  BOOST_TEST(visible_lines("one\ntwo\r\n") == "one\ntwo\\u000d\n");
  BOOST_TEST(visible("one\ntwo") == "one\\u000atwo");
}

BOOST_AUTO_TEST_CASE(what_is_no_character_stays_as_it_is) {
  BOOST_TEST(visible("a\xff\xe2\x80") == "a\xff\xe2\x80");
}

BOOST_AUTO_TEST_CASE(no_part_of_an_error_forges_a_line) {
  lupaus::error e;
  e.file = "offer\n.json";
  e.line = 3;
  e.pointer = "/x\ny";
  e.where = "the part a\u2028b";
  e.message = "there is no \u202etrap";
  e.suggestion = "c\x1b[1m";
  BOOST_TEST(e.to_string() ==
             "offer\\u000a.json:3: at /x\\u000ay: the part a\\u2028b: there is no \\u202etrap; did "
             "you mean 'c\\u001b[1m'?");
}

BOOST_AUTO_TEST_SUITE_END()
