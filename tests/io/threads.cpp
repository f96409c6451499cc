// SPDX-License-Identifier: BSL-1.0
//
// JSON lines read by several threads are told as one thread reads them: in their order, with the
// same errors, and no further than is asked for.
#include "io/support.hpp"

#include "lupaus/io/json_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace lupaus;

namespace {

/// Lines that are right, wrong in several ways, blank, and too long.
std::string some_lines() {
  std::string lamp{io_test::lamp};
  std::replace(lamp.begin(), lamp.end(), '\n', ' ');
  auto const misspelt = std::string{lamp}.replace(lamp.find("\"lamp\"}"), 6, "\"lump\"");
  std::string text;
  for (int i = 0; i < 300; ++i) {
    switch (i % 7) {
      case 1: text += "{\"lupaus\": 1"; break;
      case 2: text += misspelt; break;
      case 3: text += "  \t"; break;
      case 4: text.append(5'000, ' ') += "[]"; break;
      default: text += lamp; break;
    }
    if (i < 299) text += '\n';
  }
  return text;
}

json_options with_threads(std::size_t threads) {
  json_options options;
  options.file = "offers.jsonl";
  options.limits.bytes = 4'000;
  options.threads = threads;
  return options;
}

auto from(std::string_view& text, std::size_t most) {
  return [&text, most](char* buffer, std::size_t size) {
    auto const n = text.copy(buffer, std::min(size, most));
    text.remove_prefix(n);
    return n;
  };
}

/// All that is told of the lines, in its order.
std::string told(std::string_view text, std::size_t threads, std::size_t chunk) {
  std::string all;
  auto const right = for_each_model(
      from(text, chunk),
      [&](json_line const& line) {
        all += std::to_string(line.number) + ": " +
               (line.document
                    ? write_model(line.document->model) + line.document->places[commitment_id{0}]
                    : to_string(line.document.error())) +
               '\n';
      },
      with_threads(threads));
  return all + std::to_string(right) + " are right";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threads)

BOOST_AUTO_TEST_CASE(lines_come_in_their_order_however_many_read_them) {
  auto const text = some_lines();
  auto const by_one = told(text, 1, 16'384);
  BOOST_TEST(by_one.find("128 are right") != by_one.npos, by_one.substr(by_one.rfind('\n')));
  for (std::size_t const n : {0U, 2U, 3U, 8U})
    for (std::size_t const chunk : {1'000U, 100'000U}) BOOST_TEST(told(text, n, chunk) == by_one);
  BOOST_TEST(told(text, 1, 7) == by_one);
}

BOOST_AUTO_TEST_CASE(no_line_is_told_after_the_sink_has_enough) {
  auto const text = some_lines();
  for (std::size_t const n : {1U, 2U, 4U}) {
    std::string_view left = text;
    std::size_t lines = 0;
    for_each_model(
        from(left, 2'000), [&](json_line const&) { return ++lines < 5; }, with_threads(n));
    BOOST_TEST(lines == 5U);
  }
}

BOOST_AUTO_TEST_CASE(what_the_sink_throws_comes_out) {
  auto const text = some_lines();
  for (std::size_t const n : {1U, 2U, 4U}) {
    std::string_view left = text;
    BOOST_CHECK_THROW(for_each_model(
                          from(left, 2'000),
                          [](json_line const& line) {
                            if (line.number > 20) throw std::runtime_error{"enough"};
                          },
                          with_threads(n)),
                      std::runtime_error);
  }
}

BOOST_AUTO_TEST_CASE(a_text_without_lines_has_none) {
  for (std::size_t const n : {1U, 2U}) {
    std::string_view left = "\n \n\t\r\n";
    BOOST_TEST(for_each_model(
                   from(left, 100), [](json_line const&) { BOOST_ERROR("a line"); },
                   with_threads(n)) == 0U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
