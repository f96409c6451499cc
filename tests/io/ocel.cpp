// SPDX-License-Identifier: BSL-1.0
//
// Logs in OCEL: which events are of which order, by the objects that they are related to; the
// counts of everything; and what is refused, with its place.
#include "io/foreign_logs.hpp"
#include "support/chooser.hpp"
#include "support/runs.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace lupaus;
using foreign_test::column;

namespace {

model const& lamp() {
  static model const m = foreign_test::lamps_model();
  return m;
}

std::string read(std::string const& log, ocel_mapping const& mapping, ocel_counts* counts = nullptr,
                 json_options options = {}) {
  std::istringstream in{log};
  std::string text;
  options.file = "log";
  auto const c = for_each_ocel_event(
      in, [&](foreign_event const& e) { text += foreign_test::said(lamp(), e); }, mapping, options);
  auto skipped = std::size_t{0};
  for (auto const n : c.skipped) skipped += n;
  BOOST_TEST(c.events == c.read + c.refused + skipped);
  if (counts) *counts = c;
  return text;
}

ocel_mapping mapping_of(std::string const& more = "") {
  auto const made =
      read_ocel_mapping(lamp(), R"({"lupaus_mapping": 1, "log": "ocel", "order": "Order",
        "through": ["Parcel", "Item"], "without": ["o:"], "events": [)" +
                                    more +
                                    R"({"type": "Place", "is": "ordered"},
        {"type": "Ship", "is": {"shipped": "delivery"}}, {"type": "Print", "is": "nothing"}]})");
  BOOST_TEST_REQUIRE(made.has_value(), to_string(made.error()));
  return made.value();
}

std::string related(std::vector<std::string> const& objects) {
  std::string list, comma;
  for (auto const& o : objects)
    list += std::exchange(comma, ", ") + R"({"objectId": ")" + o + R"(", "qualifier": "q"})";
  return "\"relationships\": [" + list + "]";
}
std::string object(std::string const& id, std::string const& type,
                   std::vector<std::string> const& to = {}) {
  return R"({"id": ")" + id + R"(", "type": ")" + type + "\", " + related(to) + "}";
}
std::string happening(std::string const& id, std::string const& type,
                      std::vector<std::string> const& of, std::string const& more = "") {
  return R"({"id": ")" + id + R"(", "type": ")" + type +
         R"(", "time": "1970-01-01T00:00:00+00:00", )" + more + related(of) + "}";
}
constexpr auto object_types = R"("objectTypes": [{"name": "Order", "attributes": []},
  {"name": "Parcel", "attributes": []}, {"name": "Item", "attributes": []},
  {"name": "Customer", "attributes": []}])";
constexpr auto event_types = R"("eventTypes": [{"name": "Place", "attributes": []},
  {"name": "Ship", "attributes": []}, {"name": "Print", "attributes": []},
  {"name": "Talk", "attributes": []}])";
std::string log_of(std::string const& objects, std::string const& events) {
  return "{" + std::string{object_types} + ",\n" + event_types + ",\n\"objects\": [\n" + objects +
         "\n],\n\"events\": [\n" + events + "\n]}";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ocel_logs)

BOOST_AUTO_TEST_CASE(of_which_order) {
  auto const objects = object("o:1", "Order", {"p1", "c"}) + ",\n" +
                       object("o:2", "Order", {"p2", "c"}) + ",\n" + object("p1", "Parcel") +
                       ",\n" + object("p2", "Parcel") + ",\n" + object("i1", "Item", {"p1"}) +
                       ",\n" + object("c", "Customer", {"i1"});
  auto const says = [&](std::string const& event) {
    return read(log_of(objects, event), mapping_of());
  };
  BOOST_TEST(says(happening("e", "Place", {"o:1"})) == "1: 1@0 ordered id e\n");
  BOOST_TEST(says(happening("e", "Ship", {"p1"})) == "1: 1@0 delivery started id e\n");
  BOOST_TEST(says(happening("e", "Ship", {"i1"})) == "1: 1@0 delivery started id e\n");
  BOOST_TEST(says(happening("e", "Ship", {"p1", "o:1", "i1"})) == "1: 1@0 delivery started id e\n");
  BOOST_TEST(says(happening("e", "Ship", {"p2", "i1"})) ==
             "1: 1@0 delivery started id e; 2@0 delivery started id e\n");
  // By way of the customer everything would be of every order; it leads nowhere.
  BOOST_TEST(says(happening("e", "Ship", {"c"})) == "1: no order\n");
  BOOST_TEST(says(happening("e", "Ship", {})) == "1: no order\n");
  BOOST_TEST(says(happening("e", "Talk", {"o:1"})) == "1: no meaning\n");
  BOOST_TEST(says(happening("e", "Print", {"o:1"})) == "1: set aside by the mapping\n");
  auto direct = mapping_of();
  direct.through.clear();
  BOOST_TEST(read(log_of(objects, happening("e", "Ship", {"p1"})), direct) == "1: no order\n");
}

BOOST_AUTO_TEST_CASE(rules) {
  auto const objects = object("o:1", "Order");
  auto const says = [&](std::string const& rule, std::string const& more) {
    return read(log_of(objects, happening("e", "Ship", {"o:1"}, more)), mapping_of(rule + ","));
  };
  std::string const fits = "1: 1@0 contacted id e\n", table = "1: 1@0 delivery started id e\n";
  std::string const attributes =
      R"("attributes": [{"name": "a", "value": "x"}, {"name": "n", "value": 7},
        {"name": "t", "value": true}, {"name": "a", "value": "y"}], )";
  for (auto const* one :
       {R"("qualifier": "q")", R"("attributes": {"a": "x"})", R"("type": "Ship")",
        R"("attributes": {"n": "7", "t": "true", "a": "y"})", R"("attributes": {})"})
    BOOST_TEST(says("{" + std::string{one} + R"(, "is": "contacted"})", attributes) == fits, one);
  for (auto const* one :
       {R"("qualifier": "r")", R"("attributes": {"a": "z"})", R"("type": "Place")",
        R"("attributes": {"n": "7", "t": "false"})", R"("attributes": {"b": "x"})"})
    BOOST_TEST(says("{" + std::string{one} + R"(, "is": "contacted"})", attributes) == table, one);
}

BOOST_AUTO_TEST_CASE(everything_is_counted) {
  auto const objects = object("o:1", "Order", {"p1"}) + "," + object("p1", "Parcel") + "," +
                       object("p1", "Parcel") + "," + object("p2", "Parcel");
  auto const events = happening("e1", "Place", {"o:1"}) + "," +
                      happening("e2", "Talk", {"o:1", "p1"}) + "," +
                      happening("e3", "Ship", {"nowhere"}) + ", 7";
  ocel_counts c;
  auto const text = read(log_of(objects, events), mapping_of(), &c);
  BOOST_TEST(c.object_types == 4U);
  BOOST_TEST(c.event_types == 4U);
  BOOST_TEST(c.objects == 4U);
  BOOST_TEST(c.refused_objects == 1U);
  BOOST_TEST(c.object_relationships == 1U);
  BOOST_TEST(c.event_relationships == 4U);
  BOOST_TEST(c.events == 4U);
  BOOST_TEST(c.read == 1U);
  BOOST_TEST(c.records == 1U);
  BOOST_TEST(c.refused == 2U);
  BOOST_TEST(c.faults == 1U);
  BOOST_TEST(
      (c.objects_of_type == std::map<std::string, std::size_t>{{"Order", 1}, {"Parcel", 2}}));
  BOOST_TEST((c.events_of_type == std::map<std::string, std::size_t>{{"Place", 1}, {"Talk", 1}}));
}

BOOST_AUTO_TEST_CASE(what_is_wrong) {
  auto const good = happening("e", "Place", {"o:1"});
  auto const order = object("o:1", "Order");
  std::string const read_well = "1: 1@0 ordered id e\n";
  auto const of_event = [&](std::string const& bad) {
    auto const text = read(log_of(order, good + ",\n" + bad + ",\n" + good), mapping_of());
    BOOST_TEST(text.starts_with(read_well), text);
    BOOST_TEST(text.ends_with("3: 1@0 ordered id e\n"), text);
    return text.substr(read_well.size(), text.size() - 2 * read_well.size());
  };
  BOOST_TEST(
      of_event(happening("e", "Place", {"o:9"})) ==
      "2: log:12:1: at /events/1: there is no object 'o:9', to which this event is related\n");
  BOOST_TEST(of_event("{}") ==
             "2: log:12:1: at /events/1: the member 'id' is missing\n"
             "log:12:1: at /events/1: the member 'type' is missing\n"
             "log:12:1: at /events/1: the member 'time' is missing\n");
  auto timeless = good;
  timeless.replace(timeless.find("+00:00"), 6, "");
  BOOST_TEST(of_event(timeless) ==
             "2: log:12:" + column(timeless, "\"1970") +
                 ": at /events/1/time: a moment with its zone is expected, as "
                 "2026-12-24T18:00:00.000Z or 2026-12-24T18:00:00+02:00, and "
                 "'1970-01-01T00:00:00' was found\n");
  BOOST_TEST(of_event("[1, tru]") == "2: log:12:5: at /events/1: 't' is not expected here\n");
  BOOST_TEST(of_event(R"({"id": "e", "type": "Place", "time": "1970-01-01T00:00:00Z",)"
                      R"("relationships": [{"qualifier": "q"}]})")
                 .ends_with(": at /events/1/relationships/0: the member 'objectId' is missing\n"));
  auto const of_object = [&](std::string const& bad) {
    auto const text = read(log_of(order + ",\n" + bad, good), mapping_of());
    BOOST_TEST(text.ends_with(read_well), text);
    return text.substr(0, text.size() - read_well.size());
  };
  BOOST_TEST(of_object(order) == "0: log:9:8: at /objects/1/id: the object 'o:1' is there twice\n");
  BOOST_TEST(of_object(R"({"type": "Order"})") ==
             "0: log:9:1: at /objects/1: the member 'id' is missing\n");
  BOOST_TEST(of_object("[]") ==
             "0: log:9:1: at /objects/1: an object is expected, and a list was found\n");
  BOOST_TEST(read(log_of(object("x", "Ordr") + "," + order, good), mapping_of()) ==
             read_well +
                 "0: log:1:1: the log does not declare the object type 'Ordr', of which 1 "
                 "are there; did you mean 'Order'?\n");
  BOOST_TEST(read(log_of(order, good + "," + happening("f", "Plce", {})), mapping_of()) ==
             read_well +
                 "2: no meaning\n0: log:1:1: the log does not declare the event type 'Plce', "
                 "of which 1 are there; did you mean 'Place'?\n");
  BOOST_TEST(read("{}", mapping_of()) ==
             "0: log:1:1: the member 'objectTypes' is missing\n"
             "log:1:1: the member 'eventTypes' is missing\n"
             "log:1:1: the member 'objects' is missing\n"
             "log:1:1: the member 'events' is missing\n");
  BOOST_TEST(read("", mapping_of()) ==
             "0: log:1:1: the text is empty, and an OCEL log is expected\n");
  BOOST_TEST(read(log_of(order, good) + "\n{}", mapping_of()) ==
             read_well + "0: log:13:1: something follows the end of the log\n");
  BOOST_TEST(read("{\"events\": 7, " + log_of(order, "").substr(1), mapping_of())
                 .find("the member 'events' is there twice") != std::string::npos);
  auto twice = log_of(order, good);
  twice.replace(twice.find("\"Parcel\""), 8, "\"Order\"");
  BOOST_TEST(read(twice, mapping_of()) ==
             "0: log:2:12: at /objectTypes/1/name: the type 'Order' is there twice\n" + read_well);
}

BOOST_AUTO_TEST_CASE(limits) {
  auto mapping = mapping_of();
  mapping.most_objects = 6;  // and types; three objects, two relationships, and an order of two
  auto const two = object("o:1", "Order", {"p1"}) + ",\n" + object("p1", "Parcel");
  auto const good = happening("e", "Ship", {"p1"});
  BOOST_TEST(read(log_of(two, good), mapping) == "1: 1@0 delivery started id e\n");
  mapping.most_objects = 4;
  auto const text = read(log_of(two + ",\n" + object("o:2", "Order", {"p1"}), good), mapping);
  BOOST_TEST((text.find("log:10:1: at /objects/2: objects, and relationships of those that lead to "
                        "orders, are at most 4, as the mapping says") != text.npos),
             text);
  json_options options;
  options.limits.bytes = 600;
  std::string held;
  for (int i = 0; i < 200; ++i) held += (i ? ",\n" : "") + happening("e", "Place", {"o:1"});
  auto const late = "{\"events\": [\n" + held + "], " + object_types + "," + event_types +
                    ", \"objects\": [" + object("o:1", "Order") + "]}";
  ocel_counts c;
  auto const told = read(late, mapping_of(), &c, options);
  BOOST_TEST((told.find("it stands before the objects, and at most 9600 bytes of such events are "
                        "held") != told.npos));
  BOOST_TEST(c.read > 0U);
  BOOST_TEST(c.refused > 0U);
  BOOST_TEST(c.read + c.refused == 200U);
}

// Which list stands first does not matter, nor does the order of the objects.
BOOST_AUTO_TEST_CASE(any_order_of_a_file) {
  for (std::uint64_t seed = proof::first_seed(); seed < proof::first_seed() + proof::runs(60);
       ++seed) {
    proof::chooser pick{seed};
    std::vector<std::string> objects, events;
    for (int i = 0; i < 6; ++i)
      objects.push_back(
          object("o:" + std::to_string(i), "Order",
                 {"p" + std::to_string(pick.below(6)), "i" + std::to_string(pick.below(6))}));
    for (int i = 0; i < 6; ++i)
      objects.push_back(
          object("p" + std::to_string(i), "Parcel", {"i" + std::to_string(pick.below(6))}));
    for (int i = 0; i < 6; ++i) objects.push_back(object("i" + std::to_string(i), "Item"));
    for (int i = 0; i < 8; ++i)
      events.push_back(
          happening("e" + std::to_string(i), pick.chance(50) ? "Ship" : "Place",
                    {"oip"[pick.below(3)] == 'o' ? "o:" + std::to_string(pick.below(6))
                                                 : "i" + std::to_string(pick.below(6))}));
    auto const joined = [](std::vector<std::string> const& all) {
      std::string text, comma;
      for (auto const& x : all) text += std::exchange(comma, ",\n") + x;
      return text;
    };
    ocel_counts expected_counts, counts;
    auto const expected =
        read(log_of(joined(objects), joined(events)), mapping_of(), &expected_counts);
    pick.shuffle(objects);
    std::vector<std::string> lists{object_types, event_types,
                                   "\"objects\": [" + joined(objects) + "]",
                                   "\"events\": [" + joined(events) + "]"};
    pick.shuffle(lists);
    auto sorted = [](std::string text) {  // the orders of an event come by their objects' places
      std::vector<std::string> lines;
      std::istringstream in{text};
      for (std::string line; std::getline(in, line);) {
        std::vector<std::string> records;
        auto const colon = line.find(": ") + 2;
        std::string rest = line.substr(colon) + "; ";
        for (std::size_t end; (end = rest.find("; ")) != rest.npos; rest.erase(0, end + 2))
          records.push_back(rest.substr(0, end));
        std::sort(records.begin(), records.end());
        lines.push_back(line.substr(0, colon));
        for (auto const& r : records) lines.back() += r + "; ";
      }
      return lines;
    };
    BOOST_TEST(sorted(read("{" + joined(lists) + "}", mapping_of(), &counts)) == sorted(expected),
               boost::test_tools::per_element());
    BOOST_TEST((counts == expected_counts), "LUPAUS_SEED=" << seed);
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_mapping) {
  auto const says = [](std::string const& json) {
    auto const made = read_ocel_mapping(lamp(), json);
    return made ? "nothing" : to_string(made.error());
  };
  BOOST_TEST(says(R"({"lupaus_mapping": 1, "log": "ocel"})") ==
             "1:1: the member 'order' is missing");
  BOOST_TEST(says(R"({"lupaus_mapping": 1, "log": "ocel", "order": ""})") ==
             "1:47: at /order: a text is expected, and this one is empty");
  BOOST_TEST(says(R"({"lupaus_mapping": 1, "log": "ocel", "order": "O", "events": [{"is": 7}]})") ==
             "1:70: at /events/0/is: an event is expected, and a number was found");
}

BOOST_AUTO_TEST_SUITE_END()
