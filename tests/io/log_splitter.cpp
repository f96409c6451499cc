// SPDX-License-Identifier: BSL-1.0
//
// A log is taken apart as a parser of whole documents would do it, wherever its pieces are cut; and
// what was written as EPCIS is read as it was told.
#include "io/foreign_logs.hpp"
#include "support/chooser.hpp"
#include "support/runs.hpp"

#include "lupaus/io/log/log_splitter.hpp"

#include "lupaus/io/time_text.hpp"
#include "lupaus/life/order/order_ways.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace lupaus;
namespace json = boost::json;

namespace {

// ---- random documents

std::string space(proof::chooser& pick) {
  constexpr char const* all[] = {"", "", "", " ", "\n", "\r\n\t", "  "};
  return all[pick.below(7)];
}
std::string text(proof::chooser& pick) {
  constexpr char const* all[] = {"a",    "]",       "}", "{\\\"[", "\\\\",      ",",
                                 "\\\"", "\\u00e4", "ä", "events", "epcisBody", ""};
  std::string made = "\"";
  for (auto n = pick.below(3); n-- > 0;) made += all[pick.below(12)];
  return made + "\"";
}
std::string value(proof::chooser& pick, std::size_t depth);
std::string joined(proof::chooser& pick, std::size_t depth, bool is_object) {
  std::string made = is_object ? "{" : "[";
  auto const n = pick.below(4);
  for (std::size_t i = 0; i < n; ++i) {
    made += (i ? "," : "") + space(pick);
    if (is_object) {
      auto const name = text(pick);
      made += "\"" + std::to_string(i) + name.substr(1) + space(pick) + ":" + space(pick);
    }
    made += value(pick, depth) + space(pick);
  }
  return made + (is_object ? "}" : "]");
}
std::string value(proof::chooser& pick, std::size_t depth) {
  constexpr char const* words[] = {"1", "-2.5e3", "true", "null", "\"x\""};
  if (depth == 0 || pick.chance(30)) return words[pick.below(5)];
  if (pick.chance(30)) return text(pick);
  return joined(pick, depth - 1, pick.chance(50));
}

using namespace lupaus::detail::io;

constexpr list_path lists[] = {{{"a", "list"}, 2, "/a/list"}, {{"more"}, 1, "/more"}};

/// What a splitter tells, and the places that it names.
class listener final : public log_listener {
 public:
  std::vector<std::pair<std::string, std::string>> elements;  // pointer and text
  std::vector<log_place> places;
  std::vector<std::string> rests;
  std::string faults;

  void element(log_element const& e) override {
    elements.emplace_back(lists[e.list].pointer + ("/" + std::to_string(e.number)), e.text);
    places.push_back(e.place);
  }
  void end_value(log_rest const& rest) override { rests.push_back(rest.text); }
  void misplaced(std::size_t, log_place, char const* message) override { faults += message; }
};

/// Where a place is in a text, by lines and then by characters.
std::size_t offset_of(std::string_view log, log_place at) {
  std::size_t i = 0;
  for (std::int64_t line = 1; line < at.line; ++line) i = log.find('\n', i) + 1;
  for (std::int64_t column = 1; column < at.column; ++column) do
      ++i;
    while (i < log.size() && (static_cast<unsigned char>(log[i]) & 0xc0) == 0x80);
  return i;
}

listener split(std::string_view log, std::size_t piece) {
  json_limits const limits;
  listener told;
  log_splitter splitter{lists, limits, told};
  for (std::size_t i = 0; i < log.size(); i += piece) splitter.take(log.substr(i, piece));
  splitter.finish();
  return told;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(log_splitter_)

BOOST_AUTO_TEST_CASE(as_a_parser_of_whole_documents) {
  std::size_t found = 0;
  for (std::uint64_t seed = proof::first_seed(); seed < proof::first_seed() + proof::runs(2'000);
       ++seed) {
    proof::chooser pick{seed};
    auto const list = [&] { return joined(pick, 3, false); };
    auto const member = [&](std::string const& name, std::string const& what) {
      return space(pick) + "\"" + name + "\"" + space(pick) + ":" + space(pick) + what;
    };
    // Besides the lists, others that bear their names elsewhere, or are no lists.
    std::vector<std::string> members{
        member("a", "{" + member("x", value(pick, 2)) + "," + member("list", list()) + "," +
                        member("more", list()) + "}"),
        member("more", pick.chance(80) ? list() : value(pick, 1)), member("list", list()),
        member("b", "[{" + member("list", list()) + "}]")};
    pick.shuffle(members);
    std::string log = space(pick) + "{", comma;
    for (auto const& m : members) log += std::exchange(comma, ",") + m + space(pick);
    log += "}" + space(pick);
    BOOST_TEST_CONTEXT("LUPAUS_SEED=" << seed << " LUPAUS_RUNS=1\n" << log) {
      auto whole = json::parse(log);
      std::vector<std::pair<std::string, std::string>> expected;
      auto const take = [&](json::value& in, std::string const& pointer) {
        if (!in.is_array()) return;
        std::size_t i = 0;
        for (auto const& x : in.get_array())
          expected.emplace_back(pointer + "/" + std::to_string(i++), json::serialize(x));
        in.get_array().clear();
      };
      // In the order of the file.
      for (auto& [name, of] : whole.get_object())
        if (name == "a")
          take(of.get_object()["list"], "/a/list");
        else if (name == "more")
          take(of, "/more");
      auto const told = split(log, log.size());
      BOOST_TEST(told.faults == "");
      BOOST_TEST_REQUIRE(told.elements.size() == expected.size());
      found += expected.size();
      for (std::size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST(told.elements[i].first == expected[i].first);
        BOOST_TEST(json::serialize(json::parse(told.elements[i].second)) == expected[i].second);
        BOOST_TEST(log.substr(offset_of(log, told.places[i]), told.elements[i].second.size()) ==
                   told.elements[i].second);
      }
      BOOST_TEST_REQUIRE(told.rests.size() == 1U);
      BOOST_TEST(json::serialize(json::parse(told.rests[0])) == json::serialize(whole));
      for (auto const piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
        auto const in_pieces = split(log, piece);
        BOOST_TEST((in_pieces.elements == told.elements && in_pieces.rests == told.rests));
      }
    }
  }
  BOOST_TEST(found > 0U);
}

// Any cut of a document is told of as one that ends in the middle, or is none; nothing is lost
// before.
BOOST_AUTO_TEST_CASE(a_log_that_ends_anywhere) {
  auto const m = foreign_test::lamps_model();
  auto const one = [](char id) {
    return std::string{R"({"type": "ObjectEvent", "eventTime": "1970-01-01T00:00:00Z",)"
                       R"("eventTimeZoneOffset": "+00:00", "action": "OBSERVE", "eventID": ")"} +
           id + "\"}";
  };
  auto const log = foreign_test::document(one('a') + ",\n" + one('b'));
  for (std::size_t n = 0; n <= log.size(); ++n) {
    auto const text = foreign_test::epcis(m, log.substr(0, n));
    auto const whole = log.find(",\n") <= n, both = log.find("]}}") <= n;
    BOOST_TEST(text.starts_with("1: no meaning\n") == whole, n << ": " << text);
    BOOST_TEST(text.ends_with("2: no meaning\n") == (n == log.size()), n << ": " << text);
    auto const is_told = text.find("the text ends in the middle") != text.npos;
    BOOST_TEST(is_told == (n > 0 && n < log.size()), n << ": " << text);
    if (both) BOOST_TEST((text.find("2: no meaning\n") != text.npos), n);
  }
}

// ---- written and read again --------------------------------------------------------------------

namespace {

/// A tiny writer of what the table can say: one event for each record.
std::string as_epcis(model_view const& m, order_event const& r, std::string const& object) {
  std::string step, disposition;
  if (r.kind == order_event_kind::placed) {
    step = "retail_selling";
  } else if (r.kind == order_event_kind::happened) {
    auto const& e = m.events[r.event];
    if (e.kind == event_kind::failed || e.name == "returned")
      disposition = e.name;
    else if (e.name == "received back")
      step = "receiving", disposition = "returned";
    else
      step = e.kind == event_kind::started ? "shipping"
             : m.parts[e.of].carries       ? "receiving"
                                           : "installing";
  }
  auto const is_wrong = r.kind == order_event_kind::withdrawn;
  if (is_wrong) step = "shipping";
  auto const member = [](std::string const& name, std::string const& text) {
    return text.empty() ? std::string{} : ", \"" + name + "\": \"" + text + "\"";
  };
  auto const time = write_instant(r.at) + (r.at % 60 == 0 ? ":00Z" : "Z");
  return R"({"type": "ObjectEvent", "eventTimeZoneOffset": "+00:00", "action": "OBSERVE")" +
         member("eventTime", time) + member("eventID", is_wrong ? r.corrects : r.id) +
         member("bizStep", step) + member("disposition", disposition) +
         (object.empty() ? "" : ", \"epcList\": [\"" + object + "\"]") +
         R"(, "bizTransactionList": [{"type": "po", "bizTransaction": ")" + r.order + "\"}]" +
         (is_wrong ? ", \"errorDeclaration\": {\"declarationTime\": \"" + time +
                         "\", \"reason\": \"did_not_occur\"}"
                   : "") +
         "}";
}

}  // namespace

BOOST_AUTO_TEST_CASE(written_and_read_again) {
  auto const m = foreign_test::lamps_model();
  std::vector<event_id> events;
  for (auto const i : m.view().events.ids()) {
    auto const& e = m.view().events[i];
    auto const of = e.of ? m.view().parts[e.of].name : std::string_view{};
    auto const is_ours = of == "delivery" || (of == "fitting" && e.kind == event_kind::completed);
    if (is_ours && detail::is_of_life(m.view(), i)) events.push_back(i);
  }
  BOOST_TEST_REQUIRE(events.size() == 7U);
  std::size_t records = 0;
  for (std::uint64_t seed = proof::first_seed(); seed < proof::first_seed() + proof::runs(500);
       ++seed) {
    proof::chooser pick{seed};
    std::vector<order_event> told;
    std::string written, comma;
    std::map<std::string, std::vector<std::string>> objects;  // of each order, as they come up
    for (auto n = 1 + pick.below(12); n-- > 0;) {
      order_event r;
      r.order = std::string{"o"} + static_cast<char>('1' + pick.below(3));
      r.at = 60 * pick.between(0, 1'000'000);
      r.id = "urn:event:" + std::to_string(told.size());
      std::string object;
      auto const kind = pick.below(8);
      if (kind == 0) {
        r.kind = order_event_kind::placed;
      } else if (kind == 1 && !told.empty() && !told.back().id.ends_with("#error")) {
        // That the one before did not occur.
        r = {.order = told.back().order,
             .at = r.at,
             .kind = order_event_kind::withdrawn,
             .corrects = told.back().id};
        r.id = r.corrects + "#error";
        object = "urn:lamp:" + std::to_string(pick.below(2));
      } else {
        r.event = pick.one_of(events);
        if (detail::units_of(m.view(), m.view().events[r.event].of) > 1) {
          object = "urn:lamp:" + std::to_string(pick.below(2));
          auto& all = objects[r.order];
          auto const known = std::find(all.begin(), all.end(), object);
          r.unit = static_cast<std::uint32_t>(known - all.begin());
          if (known == all.end()) all.push_back(object);
        }
      }
      written += std::exchange(comma, ",\n") + as_epcis(m.view(), r, object);
      told.push_back(r);
    }
    epcis_log reader{m.view()};
    std::istringstream in{foreign_test::document(written)};
    std::vector<order_event> read;
    reader.read(in, [&](foreign_event const& e) {
      BOOST_TEST(e.error.empty(), to_string(e.error));
      read.insert(read.end(), e.records.begin(), e.records.end());
    });
    BOOST_TEST((read == told), "LUPAUS_SEED=" << seed << " LUPAUS_RUNS=1\n" << written);
    records += read.size();
  }
  BOOST_TEST(records > 0U);
}

BOOST_AUTO_TEST_SUITE_END()
