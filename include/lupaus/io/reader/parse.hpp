// SPDX-License-Identifier: BSL-1.0
//
// From a JSON text (RFC 8259) to a tree, by the parser of Boost.JSON, and in words what is wrong
// with a text that is none.
//
// Needs the implementation of Boost.JSON. In the compiled form, lupaus/src/json.hpp brings it;
// header- only, one translation unit of the program includes <boost/json/src.hpp>, or it is linked
// with it.
#pragma once

#include "lupaus/io/reader/handler.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace lupaus::inline v0::detail::io {

/// What the parser found wrong at an offset, in words.
LUPAUS_COLD inline std::string syntax_fault(std::string_view json, std::size_t at,
                                            std::size_t deepest,
                                            boost::json::error_code const& ec) {
  using boost::json::error;
  if (ec == error::incomplete || at >= json.size()) return "the text ends in the middle";
  if (ec == error::too_deep)
    return "arrays and objects are nested too deep: the limit is " + std::to_string(deepest);
  if (ec == error::exponent_overflow) return "the number is out of range";
  auto const c = static_cast<unsigned char>(json[at]);
  auto const is_after_escape = at >= 6 && json.substr(at - 6, 2) == "\\u";
  if (is_after_escape || ec == error::illegal_leading_surrogate ||
      ec == error::illegal_trailing_surrogate || ec == error::expected_hex_digit ||
      ec == error::expected_utf16_escape)
    return "an escape \\u is followed by four hexadecimal digits, and is no half of a pair of "
           "surrogates";
  if (c >= 0x80) return "this is no UTF-8, or a character outside of a text";
  if (ec == error::extra_data) return "something follows the end of the document";
  if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
    return "a control character stands here; in a text it is written as an escape";
  if (c == '\'') return "a text stands in double quotes";
  if (c < 0x20) return "a text ends in the line that it begins in";
  return std::string{"'"} + static_cast<char>(c) + "' is not expected here";
}

/// Reads the text into the source's tree. False, with at least one fault, when it is no JSON or
/// exceeds a limit; a tree with duplicate members is whole, and has faults. O(bytes) time and
/// memory, the latter bounded by the limits.
inline bool parse_json(json_source& s) {
  auto const json = s.text();
  auto const fail = [&](std::size_t at, std::string pointer, error_code code, std::string message) {
    s.fail_at(at, std::move(pointer), code, std::move(message), {}, {});
    return false;
  };
  if (json.size() > s.limits().bytes || json.size() >= no_place)
    return fail(0, {}, error_code::too_large,
                "a document has at most " + std::to_string(s.limits().bytes) + " bytes, and this " +
                    std::to_string(json.size()));
  if (json.substr(0, 3) == "\xef\xbb\xbf")
    return fail(0, {}, error_code::bad_value,
                "the text begins with a byte order mark, which JSON does not have (RFC 8259, 8.1)");
  if (json.find_first_not_of(" \t\r\n") == json.npos)
    return fail(0, {}, error_code::missing, "the text is empty");
  boost::json::parse_options options;
  options.max_depth = s.limits().depth;
  boost::json::basic_parser<json_handler> parser{options, s};
  boost::json::error_code ec;
  auto const faults = s.faults.size();
  auto const end = parser.write_some(false, json.data(), json.size(), ec);
  if (!ec && end < json.size()) ec = boost::json::make_error_code(boost::json::error::extra_data);
  if (!ec) return true;
  if (s.faults.size() > faults && s.faults.back().code == error_code::too_large &&
      ec == boost::json::error::input_error)
    return false;  // the handler has said it
  auto const inside = parser.handler().inside();
  return fail(end, inside == no_place ? std::string{} : s.tree.pointer(inside),
              ec == boost::json::error::too_deep ? error_code::too_large : error_code::bad_value,
              syntax_fault(json, end, s.limits().depth, ec));
}

}  // namespace lupaus::inline v0::detail::io
