// SPDX-License-Identifier: BSL-1.0
//
// Whatever is read, the answer is a model or errors: no crash, no hang, no unbounded memory, no
// model of half a document. The sanitizers run this too.
#include "io/support.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"

#include "lupaus/io/json_lines.hpp"

#include <random>
#include <sstream>
#include <vector>

using namespace lupaus;
using io_test::errors_of;
using io_test::lamp;
using io_test::lamp_with;

namespace {

/// Errors that say where; or a model that can be written and read again.
void check_answer(std::string_view json, json_options const& options = {}) {
  auto const read = read_document(json, options);
  if (!read) {
    BOOST_TEST(!read.error().empty());
    BOOST_TEST(read.error().size() <= options.limits.errors + 1);
    for (auto const& e : read.error()) {
      BOOST_TEST(!e.message.empty());
      BOOST_TEST((e.line >= 1 && e.column >= 1) ==
                 (e.message != "there are more errors than these"));
    }
    return;
  }
  auto const text = write_model(read->model);
  auto const again = read_document(text);
  BOOST_TEST_REQUIRE(again.has_value(), to_string(again.error()) << "\n" << text);
  BOOST_TEST(io_test::dump(again->model) == io_test::dump(read->model));
}

std::string times(std::size_t n, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i) all += text;
  return all;
}

std::string numbered(std::size_t n, std::string_view before, std::string_view after) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i)
    all += (i ? "," : "") + std::string{before} + std::to_string(i) + std::string{after};
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile)

BOOST_AUTO_TEST_CASE(what_is_no_document) {
  BOOST_TEST(errors_of("") == "offer.json:1:1: the text is empty");
  BOOST_TEST(errors_of(" \n\t ") == "offer.json:1:1: the text is empty");
  BOOST_TEST(errors_of("[]") == "offer.json:1:1: an object is expected, and a list was found");
  BOOST_TEST(errors_of("\xef\xbb\xbf{}") ==
             "offer.json:1:1: the text begins with a byte order mark, which JSON does not have "
             "(RFC 8259, 8.1)");
  BOOST_TEST(errors_of("nul") == "offer.json:1:4: the text ends in the middle");
  BOOST_TEST(errors_of(std::string_view{"{\0}", 3}) ==
             "offer.json:1:2: a control character stands here; in a text it is written as an "
             "escape");
  BOOST_TEST(errors_of(std::string_view{"{}\0", 3}) ==
             "offer.json:1:3: something follows the end of the document");
}

BOOST_AUTO_TEST_CASE(truncated_at_every_byte) {
  std::string const all{lamp};
  auto const end = all.find_last_of('}');
  for (std::size_t n = 0; n <= end; ++n) {
    auto const read = read_document(std::string_view{all}.substr(0, n));
    BOOST_TEST(!read.has_value(), "cut after " << n << " bytes");
    BOOST_TEST(read.error().size() == 1u);
  }
  BOOST_TEST(read_document(std::string_view{all}.substr(0, end + 1)).has_value());
}

BOOST_AUTO_TEST_CASE(nested_without_end) {
  json_options const deep{.file = "offer.json", .limits = {.depth = 100'000}};
  auto const bomb = times(1'000'000, "[");
  BOOST_TEST(errors_of(bomb).find("arrays and objects are nested too deep") != std::string::npos);
  BOOST_TEST(errors_of(times(200'000, "{\"a\":")).find("nested too deep") != std::string::npos);
  auto const depth = [](std::size_t n) {
    return errors_of("{\"lupaus\":1,\"title\":\"x\",\"product\":" + times(n, "{\"then\":[") +
                     "\"x\"" + times(n, "]}") + "}");
  };
  BOOST_TEST(depth(15).find("nested") == std::string::npos);
  BOOST_TEST(depth(16).find("arrays and objects are nested too deep") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(numbers_of_any_size) {
  for (std::string const number :
       {"1e308", "1e-308", "1e309", "-1e400", "0e999999999", "1e2147483648", "0.0000000000001e13",
        "999999999999999999", "1000000000000000000", "-0", "-0.0e5", "18446744073709551616",
        "9223372036854775808", "1.0", "10e-1", "100e-2", "1.0000000000000000000000000001"})
    check_answer(lamp_with("\"quantity\": 2", "\"quantity\": " + number));
  check_answer(lamp_with("\"quantity\": 2", "\"quantity\": 1" + times(100'000, "0")));
  check_answer(lamp_with("\"quantity\": 2", "\"quantity\": 0." + times(100'000, "0") + "1"));
  for (char const* two : {"2.0", "20e-1", "0.2e1", "2e0", "200000000000000000000000e-23"}) {
    auto const read =
        read_document(lamp_with("\"quantity\": 2", std::string{"\"quantity\": "} + two));
    BOOST_TEST_REQUIRE(read.has_value(), two << ": " << to_string(read.error()));
    BOOST_TEST(read->model->parts[part_id{1}].quantity == 2u);
  }
}

BOOST_AUTO_TEST_CASE(texts_of_any_kind) {
  BOOST_TEST(errors_of(lamp_with("a lamp, delivered", times(10'001, "x"))) ==
             "offer.json:3:12: a text has at most 10000 bytes");
  BOOST_TEST(errors_of(lamp_with("\"title\"", "\"" + times(10'001, "x") + "\"")) ==
             "offer.json:3:3: a text has at most 10000 bytes");
  for (std::string const text :
       {"\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud83d\\ude00", "\\u00e9", "\\u0000", "\xc3\xa9",
        "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "\\x", "\\u12", "\\\\\\\"\\/",
        "\x7f", "\\u007f"})
    check_answer(lamp_with("a lamp, delivered", text));
  auto const read = read_document(lamp_with("a lamp, delivered", "\\ud83d\\ude00 \\u00e9\\\""));
  BOOST_TEST_REQUIRE(read.has_value());
  BOOST_TEST(read->model->parts[whole].name == "\xf0\x9f\x98\x80 \xc3\xa9\"");
}

BOOST_AUTO_TEST_CASE(a_column_counts_characters) {
  BOOST_TEST(errors_of("{\"t\xc3\xa9\xc3\xa9\": 1, \"lupaus\": 2}") ==
             "offer.json:1:22: at /lupaus: this is version 2 of the format, and version 1 is read "
             "here");
}

BOOST_AUTO_TEST_CASE(a_pointer_escapes_what_it_must) {
  BOOST_TEST(errors_of(lamp_with("\"title\"", "\"a/b~c\": 1, \"title\"")) ==
             "offer.json:3:3: at /a~1b~0c: there is no member 'a/b~c' here");
}

BOOST_AUTO_TEST_CASE(every_limit_is_kept_and_can_be_moved) {
  auto const at = [](auto member, std::size_t n) {
    json_options o{.file = "offer.json"};
    o.limits.*member = n;
    return errors_of(lamp, o);
  };
  BOOST_TEST(at(&json_limits::bytes, lamp.size()) == "nothing");
  BOOST_TEST(at(&json_limits::bytes, lamp.size() - 1) ==
             "offer.json:1:1: a document has at most " + std::to_string(lamp.size() - 1) +
                 " bytes, and this " + std::to_string(lamp.size()));
  BOOST_TEST(at(&json_limits::values, 20) ==
             "offer.json:11:50: at /parts/0: a document holds at most 20 values");
  BOOST_TEST(at(&json_limits::members, 10) == "offer.json:31:3: an object has at most 10 members");
  BOOST_TEST(at(&json_limits::parties, 3) ==
             "offer.json:4:14: at /parties: a document has at most 3 parties, and this 4");
  BOOST_TEST(at(&json_limits::work, 10) ==
             "offer.json:1:1: to complete this promise can take 18 steps, and the limit is 10");
  BOOST_TEST(at(&json_limits::elements, 0)
                 .find("at /events: a document has at most 0 of a kind, and "
                       "this 2\n") != std::string::npos);
  BOOST_TEST(at(&json_limits::parts, 1) ==
             "offer.json:10:12: at /parts: a document has at most 1 parts, and this 2");
  BOOST_TEST(at(&json_limits::depth, 4) != "nothing");
}

BOOST_AUTO_TEST_CASE(more_errors_than_anybody_reads) {
  auto const json =
      lamp_with("[[\"customer\", \"shop\"]]", "[" + times(8'000, "[\"nobody\", 1],") + "[]]");
  auto const read = read_document(json);
  BOOST_TEST_REQUIRE(!read.has_value());
  BOOST_TEST(read.error().size() == 101u);
  BOOST_TEST(read.error().back().message == "there are more errors than these");
}

// Documents within every limit on size that would cost far more than their length.
BOOST_AUTO_TEST_CASE(small_documents_that_cost_much) {
  std::string const head =
      R"({"lupaus":1,"title":"t","parties":[{"name":"c","role":"customer"},{"name":"s","role":"seller"})";
  auto const services = numbered(1'000, R"({"kind":"service","name":"p)", "\"}");
  auto const names = numbered(1'000, "\"p", "\"");
  // Every end before every beginning: 250 000 steps.
  std::string halves[2];
  for (std::size_t i = 0; i < 1'000; ++i)
    halves[i % 2] += (i < 2 ? "\"p" : ",\"p") + std::to_string(i) + "\"";
  check_answer(head + "],\"parts\":[" + services + R"(],"product":{"then":[{"together":[)" +
               halves[0] + R"(]},{"together":[)" + halves[1] + "]}]}}");
  // The same between composites, which the completion of the model spells out.
  check_answer(head + "],\"parts\":[" + services +
               R"(,{"name":"x","kind":"composite","product":{"together":[)" + halves[0] +
               R"(]}},{"name":"y","kind":"composite","product":{"together":[)" + halves[1] +
               R"(]}}],"product":{"then":["x","y"]}})");
  check_answer(head + "],\"parts\":[" + services + "],\"product\":{\"then\":[" + names + "]}}");
  // Long chains of subcontracts for many parts.
  auto const firms = numbered(254, R"({"role":"subcontractor","name":"f)", "\"}");
  std::string chain = R"({"by":"f0","to":"s","about":"whole"})";
  for (std::size_t i = 1; i < 8'000; ++i)
    chain += R"(,{"about":"whole","by":"f)" + std::to_string(i % 254) + R"(","to":"f)" +
             std::to_string((i - 1) % 254) + "\"}";
  BOOST_TEST(errors_of(head + "," + firms + "],\"parts\":[" + services + "],\"commitments\":[" +
                       chain + "]}") ==
             "offer.json:1:1: to complete this promise can take 2058056000 steps, and the limit "
             "is 500000000");
  // Names that nobody has, among many.
  check_answer(head + "],\"parts\":[" + services + "],\"channels\":[" +
               times(8'000, R"(["cc","ss"],)") + "[]]}");
  check_answer(head + "],\"parts\":[" + services + "],\"before\":[" +
               times(8'000, R"(["pp1","q2"],)") + "[]]}");
}

BOOST_AUTO_TEST_CASE(mutated_at_random) {
  std::mt19937_64 random{20'261'122};
  std::vector<std::string> seeds{std::string{lamp}};
  for (std::uint64_t i = 0; i < 5; ++i)
    if (auto const m = proof::to_model(proof::sound_promise(i)))
      seeds.push_back(write_model(*m, json_layout::compact));
  constexpr std::string_view bytes = "{}[]\",:0123456789-+.eE\\u truefalsn\n\x01\x80\xff";
  constexpr std::string_view words[] = {"null",      "{}",          "[]",
                                        "\"whole\"", "\"ordered\"", "-1",
                                        "1e400",     "\"\"",        "{\"reported\":\"ordered\"}",
                                        "\"PT1S\"",  "true"};
  std::size_t right = 0;
  for (std::size_t run = 0; run < proof::runs(4'000); ++run) {
    auto text = seeds[random() % seeds.size()];
    for (auto n = 1 + random() % 4; n > 0; --n) {
      auto const at = random() % text.size();
      switch (random() % 5) {
        case 0: text[at] = bytes[random() % bytes.size()]; break;
        case 1: text.erase(at, 1 + random() % 8); break;
        case 2: text.insert(at, 1, bytes[random() % bytes.size()]); break;
        case 3: text.insert(at, text.substr(random() % text.size(), random() % 40)); break;
        case 4: {  // a value for another
          auto const quote = text.find('"', at);
          auto const end = quote == text.npos ? text.npos : text.find('"', quote + 1);
          if (end != text.npos)
            text.replace(quote, end + 1 - quote, words[random() % std::size(words)]);
        }
      }
      if (text.empty()) text = "x";
    }
    right += read_document(text).has_value();
    check_answer(text);
  }
  BOOST_TEST(right > 0u);
}

BOOST_AUTO_TEST_CASE(lines_of_which_some_are_wrong) {
  std::string line{lamp};
  std::erase(line, '\n');
  auto const text = line + "\n\n  \r\n{\"lupaus\": 1\n" + times(300, "x") + line + "\n" + line;
  json_options options{.file = "offers.jsonl"};
  options.limits.bytes = line.size() + 10;
  std::string told;
  std::istringstream in{text};
  auto const right = for_each_model(
      in,
      [&](json_line const& l) {
        told += std::to_string(l.number) + ' ' +
                (l.document ? "right" : to_string(l.document.error())) + '\n';
      },
      options);
  BOOST_TEST(right == 2u);
  BOOST_TEST(told ==
             "1 right\n"
             "4 offers.jsonl:4:13: the text ends in the middle\n"
             "5 offers.jsonl:5:1: a line has at most " +
                 std::to_string(line.size() + 10) +
                 " bytes, and this more\n"
                 "6 right\n");
  // A byte at a time, and stopped after the second.
  std::size_t at = 0, seen = 0;
  for_each_model(
      [&](char* buffer, std::size_t) -> std::size_t {
        if (at == text.size()) return 0;
        *buffer = text[at++];
        return 1;
      },
      [&](json_line const&) { return ++seen < 2; }, options);
  BOOST_TEST(seen == 2u);
  BOOST_TEST(at < text.size());
}

BOOST_AUTO_TEST_SUITE_END()
