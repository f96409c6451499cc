// SPDX-License-Identifier: BSL-1.0
//
// Logs in EPCIS: what each event says of an order, by the table, by a mapping, by the objects that
// were seen before; which unit; and what is refused, with its place.
#include "io/foreign_logs.hpp"

#include "lupaus/explore/event_names.hpp"
#include "lupaus/io/log/epcis_words.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

using namespace lupaus;
using foreign_test::column;
using foreign_test::document;
using foreign_test::epcis;
using foreign_test::lamps_model;

namespace {

model const& lamp() {
  static model const m = lamps_model();
  return m;
}
model const& one_lamp() {
  static model const m = [] {
    std::string text{foreign_test::lamps};
    for (std::string const two = ", \"quantity\": 2"; text.find(two) != text.npos;)
      text.erase(text.find(two), two.size());
    return read_model(text).value();
  }();
  return m;
}

/// An object event at second 0 of an order, with other members.
std::string object_event(std::string const& more, std::string const& order = "4711") {
  return R"({"type": "ObjectEvent", "eventTime": "1970-01-01T00:00:00Z", )"
         R"("eventTimeZoneOffset": "+00:00", "action": "OBSERVE", )" +
         (order.empty()
              ? std::string{}
              : R"("bizTransactionList": [{"type": "po", "bizTransaction": ")" + order + "\"}], ") +
         more + "}";
}
std::string business_step(std::string const& name, std::string const& more = {}) {
  return object_event("\"bizStep\": \"" + name + "\"" + (more.empty() ? "" : ", " + more));
}
std::string disposition(std::string const& name) {
  return object_event("\"disposition\": \"" + name + "\"");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(epcis_logs)

// ---- the table ---------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_page_shows_the_table) {
  std::ifstream in{"docs/reference/epcis.md"};
  std::string const page{std::istreambuf_iterator<char>{in}, {}};
  std::string rows = "| business step | disposition | means |\n|---|---|---|\n";
  auto const word = [](std::string_view w) {
    return w.empty() ? std::string{"any"} : "`" + std::string{w} + "`";
  };
  for (auto const& m : detail::io::epcis_meanings) {
    using detail::io::epcis_sense;
    auto const means = [&]() -> std::string {
      switch (m.sense) {
        case epcis_sense::ordered: return "the order is placed";
        case epcis_sense::shipped: return "the service that carries goods begins";
        case epcis_sense::delivered: return "the service that carries goods is completed";
        case epcis_sense::performed: return "the service that carries nothing is completed";
        case epcis_sense::fails: return "the failure mode " + word(m.name);
        case epcis_sense::step: return "the step " + word(m.name);
        case epcis_sense::refused: return "refused: it does not say which event did not occur";
      }
      return {};
    };
    rows += "| " + word(m.step) + " | " + word(m.disposition) + " | " + means() + " |\n";
  }
  BOOST_TEST((page.find(rows + "\n") != page.npos), "the page has not this table:\n" << rows);
}

BOOST_AUTO_TEST_CASE(the_words_of_the_table_are_those_of_the_standard) {
  auto const is_in = [](std::string_view word, auto const& words) {
    return word.empty() || std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  for (auto const& m : detail::io::epcis_meanings) {
    BOOST_TEST(is_in(m.step, detail::io::epcis_steps), m.step);
    BOOST_TEST(is_in(m.disposition, detail::io::epcis_dispositions), m.disposition);
  }
  BOOST_TEST(std::size(detail::io::epcis_steps) == 41U);  // CBV 2.0
  BOOST_TEST(std::size(detail::io::epcis_dispositions) == 33U);
  BOOST_TEST(std::size(detail::io::epcis_transactions) == 13U);
}

BOOST_AUTO_TEST_CASE(each_row) {
  auto const says = [](std::string const& e) { return epcis(one_lamp(), e); };
  BOOST_TEST(says(business_step("shipping")) == "1: 4711@0 delivery started\n");
  BOOST_TEST(says(business_step("departing")) == "1: 4711@0 delivery started\n");
  BOOST_TEST(says(business_step("consigning")) == "1: 4711@0 delivery started\n");
  BOOST_TEST(says(business_step("receiving")) == "1: 4711@0 delivery completed\n");
  BOOST_TEST(says(business_step("dispensing")) == "1: 4711@0 delivery completed\n");
  BOOST_TEST(says(business_step("installing")) == "1: 4711@0 fitting completed\n");
  BOOST_TEST(says(business_step("retail_selling")) == "1: 4711@0 ordered\n");
  BOOST_TEST(says(disposition("damaged")) == "1: 4711@0 delivery damaged\n");
  BOOST_TEST(says(disposition("mismatch_class")) == "1: 4711@0 delivery mismatch_class\n");
  BOOST_TEST(says(disposition("returned")) == "1: 4711@0 delivery returned\n");
  BOOST_TEST(says(business_step("receiving", R"("disposition": "returned")")) ==
             "1: 4711@0 delivery received back\n");
  BOOST_TEST(says(business_step("receiving", R"("disposition": "damaged")")) ==
             "1: 4711@0 delivery damaged\n");
  BOOST_TEST(says(business_step("receiving", R"("disposition": "in_progress")")) ==
             "1: 4711@0 delivery completed\n");
  BOOST_TEST(says(disposition("stolen")) == "1: not in the promise\n");
  for (auto const word : {"accepting", "arriving", "transporting", "packing", "inspecting"})
    BOOST_TEST(says(business_step(word)) == "1: no meaning\n", word);
  BOOST_TEST(says(object_event(R"("readPoint": {"id": "urn:x:1"})")) == "1: no meaning\n");
  BOOST_TEST(says(business_step("void_shipping")) ==
             "1: log:1:1: 'void_shipping' does not say which event did not occur; an error "
             "declaration of that event does\n");
  BOOST_TEST(says(disposition("recalled")) ==
             "1: log:1:1: this may be of several parts: 'lamp', 'fitting'; the mapping says which, "
             "by a rule or by the goods\n");
}

BOOST_AUTO_TEST_CASE(a_word_in_each_of_its_forms) {
  for (auto const* word : {"shipping", "urn:epcglobal:cbv:bizstep:shipping",
                           "https://ref.gs1.org/cbv/BizStep-shipping",
                           "http://ns.gs1.org/cbv/BizStep-shipping", "cbv:BizStep-shipping"})
    BOOST_TEST(epcis(one_lamp(), business_step(word)) == "1: 4711@0 delivery started\n", word);
  for (auto const* word :
       {"urn:epcglobal:cbv:disp:damaged", "https://ref.gs1.org/cbv/Disp-damaged"})
    BOOST_TEST(epcis(one_lamp(), disposition(word)) == "1: 4711@0 delivery damaged\n", word);
  for (auto const* word : {"urn:epcglobal:cbv:btt:po", "https://ref.gs1.org/cbv/BTT-po"}) {
    auto text = business_step("shipping");
    text.replace(text.find("\"po\""), 4, "\"" + std::string{word} + "\"");
    BOOST_TEST(epcis(one_lamp(), text) == "1: 4711@0 delivery started\n", word);
  }
  BOOST_TEST(epcis(one_lamp(), business_step("https://carrier.example/left")) == "1: no meaning\n");
  BOOST_TEST(epcis(one_lamp(), business_step("shiping")) ==
             "1: log:1:" + column(business_step("shiping"), "\"shiping") +
                 ": at /bizStep: 'shiping' is no business step of CBV; a word of another "
                 "vocabulary is a URI; did you mean 'shipping'?\n");
  BOOST_TEST(epcis(one_lamp(), disposition("urn:epcglobal:cbv:disp:damagd")) ==
             "1: log:1:" + column(disposition("urn"), "\"urn") +
                 ": at /disposition: 'urn:epcglobal:cbv:disp:damagd' is no disposition of "
                 "CBV; a word of another vocabulary is a URI; did you mean 'damaged'?\n");
}

BOOST_AUTO_TEST_CASE(times) {
  auto const at = [](std::string const& time) {
    auto text = business_step("shipping");
    text.replace(text.find("1970-01-01T00:00:00Z"), 20, time);
    return epcis(one_lamp(), text);
  };
  BOOST_TEST(at("1970-01-02T02:00:01+02:00") == "1: 4711@86401 delivery started\n");
  BOOST_TEST(at("1970-01-01T00:00:01.999Z") == "1: 4711@1 delivery started\n");
  BOOST_TEST(at("1969-12-31T23:59:59.5Z") == "1: 4711@-1 delivery started\n");
  BOOST_TEST(at("1970-01-01T00:00:01.116000-06:00") == "1: 4711@21601 delivery started\n");
  for (auto const* bad : {"1970-01-01T00:00:01", "1970-01-01T00:00:01.Z", "1970-01-01T00:00.5Z",
                          "1970-01-01", "1970-02-30T00:00:00Z", "1970-01-01T00:00:00.5"})
    BOOST_TEST(at(bad) == "1: log:1:" + column(business_step("shipping"), "\"1970") +
                              ": at /eventTime: a moment with its zone is expected, as "
                              "2026-12-24T18:00:00.000Z or 2026-12-24T18:00:00+02:00, and '" +
                              std::string{bad} + "' was found\n",
               bad);
}

// ---- documents ---------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(all_forms_of_a_log) {
  auto const a = business_step("shipping", R"("eventID": "a")"),
             b = business_step("receiving", R"("eventID": "b")");
  std::string const both = "1: 4711@0 delivery started id a\n2: 4711@0 delivery completed id b\n";
  BOOST_TEST(epcis(one_lamp(), document(a + ", " + b)) == both);
  BOOST_TEST(epcis(one_lamp(), R"({"epcisBody": {"queryResults": {"queryName": "q", "resultsBody":
    {"eventList": [)" + a + "\n,\n" +
                                   b + R"(]}}}, "type": "EPCISQueryDocument"})") == both);
  BOOST_TEST(epcis(one_lamp(), "[" + a + "," + b + "]") == both);
  BOOST_TEST(epcis(one_lamp(), a + b) == both);
  BOOST_TEST(epcis(one_lamp(), a + "\n" + b + "\n") == both);
  BOOST_TEST(epcis(one_lamp(), document(a) + document("") + document(b)) ==
             "1: 4711@0 delivery started id a\n2: 4711@0 delivery completed id b\n");
  BOOST_TEST(epcis(one_lamp(), "") == "");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_document) {
  auto const a = business_step("shipping");
  std::string const read = "1: 4711@0 delivery started\n";
  auto const says = [&](std::string const& text) { return epcis(one_lamp(), text); };
  BOOST_TEST(says("{\"epcisBody\": {\"eventList\": [\n" + a + "\n]}}") ==
             read + "0: log:1:1: the member 'type' is missing\n");
  BOOST_TEST(
      says("{\"epcisBody\": {\"eventList\": [\n" + a + "\n]}, \"type\":\n  \"EPCISDokument\"}") ==
      read +
          "0: log:4:3: at /type: 'EPCISDokument' is no type of document; "
          "'EPCISDocument', 'EPCISQueryDocument' are known; did you mean "
          "'EPCISDocument'?\n");
  BOOST_TEST(says("{\"epcisBody\": {\"eventList\": [\n" + a +
                  "\n]}, \"type\": \"EPCISDocument\", \"schemaVersion\": \"1.2\"}") ==
             read + "0: log:3:" +
                 column("]}, \"type\": \"EPCISDocument\", \"schemaVersion\": \"1.2\"}", "\"1.2") +
                 ": at /schemaVersion: EPCIS 2.0 is expected, and '1.2' was found\n");
  BOOST_TEST(says(R"({"type": "EPCISDocument", "epcisBody": {"eventlist": []}})") ==
             "0: log:1:1: there is no list of events: /epcisBody/eventList, or "
             "/epcisBody/queryResults/resultsBody/eventList\n");
  BOOST_TEST(
      says("{\"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": [" + a) ==
      read + "0: log:1:" +
          std::to_string(
              std::string{"{\"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": ["}.size() +
              a.size() + 1) +
          ": at /epcisBody/eventList: the text ends in the middle\n");
  BOOST_TEST(says("nonsense") == "1: log:1:1: 'n' is not expected here\n");
}

BOOST_AUTO_TEST_CASE(a_bad_event_costs_no_other_one) {
  auto const good = business_step("shipping");
  auto const says = [&](std::string const& bad) {
    auto const text = epcis(one_lamp(), document(good + ",\n" + bad + ",\n" + good));
    std::string const first = "1: 4711@0 delivery started\n", last = "3: 4711@0 delivery started\n";
    BOOST_TEST(text.starts_with(first + "2: log:2:"), bad << "\n" << text);
    BOOST_TEST(text.ends_with(last), bad << "\n" << text);
    return text.substr(first.size() + 3, text.size() - first.size() - 4 - last.size());
  };
  BOOST_TEST(says("{\"a\": tru}") ==
             "log:2:7: at /epcisBody/eventList/1: 't' is not expected here");
  BOOST_TEST(says("{\"a\": [}]}") ==
             "log:2:8: at /epcisBody/eventList/1/a: '}' is not expected here");
  BOOST_TEST(says("7") ==
             "log:2:1: at /epcisBody/eventList/1: an event is expected, and a number was found");
  BOOST_TEST(says("null") ==
             "log:2:1: at /epcisBody/eventList/1: an event is expected, and null "
             "was found; what is not there is left out");
  BOOST_TEST(says("\"]}\\\"\"") ==
             "log:2:1: at /epcisBody/eventList/1: an event is expected, and a text was found");
  BOOST_TEST(says("{}") ==
             "log:2:1: at /epcisBody/eventList/1: the member 'type' is missing\n"
             "log:2:1: at /epcisBody/eventList/1: the member 'eventTime' is missing\n"
             "log:2:1: at /epcisBody/eventList/1: the member 'eventTimeZoneOffset' is missing");
  BOOST_TEST(says(business_step("shipping", R"("eventID": "a", "eventID": "a")")) ==
             "log:2:" +
                 std::to_string(business_step("shipping").size() +
                                std::string{R"(, "eventID": "a",)"}.size() + 1) +
                 ": at /epcisBody/eventList/1/eventID: the member 'eventID' is there twice");
  auto text = business_step("shipping");
  text.replace(text.find("+00:00"), 6, "+14:01");
  BOOST_TEST(says(text) == "log:2:" + column(text, "\"+14:01") +
                               ": at /epcisBody/eventList/1/eventTimeZoneOffset: an offset as "
                               "+02:00 is expected, of at most 14 hours");
  text = business_step("shipping");
  text.replace(text.find("OBSERVE"), 7, "WATCH");
  BOOST_TEST(says(text) == "log:2:" + column(text, "\"WATCH") +
                               ": at /epcisBody/eventList/1/action: 'WATCH' is no action; "
                               "'ADD', 'DELETE', 'OBSERVE' are known");
  text = business_step("shipping");
  text.replace(text.find("ObjectEvent"), 11, "ObjectEvnt");
  BOOST_TEST(
      says(text).starts_with("log:2:10: at /epcisBody/eventList/1/type: 'ObjectEvnt' is no "
                             "type of event; "));
  text = business_step("shipping");
  text.replace(text.find("ObjectEvent"), 11, "AggregationEvent");
  text.replace(text.find("OBSERVE"), 7, "ADD");
  BOOST_TEST(says(text) ==
             "log:2:1: at /epcisBody/eventList/1: the member 'parentID' is missing, "
             "to which something is added or from which it is taken");
  text = object_event(R"("bizStep": "shipping")", "");
  text.replace(text.find("ObjectEvent"), 11, "TransactionEvent");
  BOOST_TEST(says(text) ==
             "log:2:1: at /epcisBody/eventList/1: the member 'bizTransactionList' is "
             "missing, of which a TransactionEvent is");
  BOOST_TEST(says(object_event(R"("epcList": ["urn:a", 7])")) ==
             "log:2:" + column(object_event(R"("epcList": ["urn:a", 7])"), "7]") +
                 ": at /epcisBody/eventList/1/epcList/1: an id is expected, and a number was "
                 "found");
  BOOST_TEST(says(object_event("\"eventID\": \"" + std::string(1'001, 'x') + "\""))
                 .ends_with("an id of 1 to 1000 bytes is expected"));
}

BOOST_AUTO_TEST_CASE(a_bracket_between_two_events) {
  auto const a = business_step("shipping");
  std::string const one = "1: 4711@0 delivery started\n", two = "2: 4711@0 delivery started\n";
  std::string const stray = ": at /epcisBody/eventList: '}' stands where the list would end\n";
  BOOST_TEST(epcis(one_lamp(), document("\n" + a + "}\n," + a)) ==
             one + "0: log:2:" + std::to_string(a.size() + 1) + stray + two);
  BOOST_TEST(epcis(one_lamp(), document("\n}" + a + ",7}")) ==
             "0: log:2:1" + stray + one + "2: log:2:" + std::to_string(a.size() + 3) +
                 ": at /epcisBody/eventList/1: an event is expected, and a number was found\n" +
                 "0: log:2:" + std::to_string(a.size() + 4) + stray);
}

BOOST_AUTO_TEST_CASE(commas) {
  auto const a = business_step("shipping");
  std::string const one = "1: 4711@0 delivery started\n", two = "2: 4711@0 delivery started\n";
  BOOST_TEST(epcis(one_lamp(), document("\n" + a + ",")) ==
             one + "0: log:2:" + std::to_string(a.size() + 2) +
                 ": at /epcisBody/eventList: a comma stands after the last element\n");
  BOOST_TEST(epcis(one_lamp(), document("\n" + a + "\n" + a)) ==
             one +
                 "0: log:3:1: at /epcisBody/eventList: a comma is expected between two elements\n" +
                 two);
  BOOST_TEST(epcis(one_lamp(), document("\n,\n" + a)) ==
             "0: log:2:1: at /epcisBody/eventList: a comma stands where an element is expected\n" +
                 one);
}

BOOST_AUTO_TEST_CASE(limits) {
  auto const good = business_step("shipping");
  json_options options;
  options.limits.bytes = 1'000;
  auto const large = business_step("shipping", "\"x\": \"" + std::string(2'000, 'y') + "\"");
  BOOST_TEST(epcis(one_lamp(), document(good + ",\n" + large + ",\n" + good), {}, options) ==
             "1: 4711@0 delivery started\n"
             "2: log:2:1: at /epcisBody/eventList/1: an event has at most 1000 bytes\n"
             "3: 4711@0 delivery started\n");
  BOOST_TEST(epcis(one_lamp(), large, {}, options) ==
             "1: log:1:1: an event has at most 1000 bytes\n");
  BOOST_TEST(epcis(one_lamp(),
                   "{\"x\": \"" + std::string(2'000, 'y') +
                       "\", \"type\": \"EPCISDocument\", \"epcisBody\": {\"eventList\": [" + good +
                       "]}}",
                   {}, options) ==
             "1: 4711@0 delivery started\n"
             "0: log:1:1: a document has at most 1000 bytes besides its events\n");
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "[{\"a\":";
  auto const text = epcis(one_lamp(), document(good + ",\n" + deep));
  BOOST_TEST(text.starts_with("1: 4711@0 delivery started\n2: log:2:"));
  BOOST_TEST((text.find("arrays and objects are nested too deep: the limit is 32") != text.npos));
  std::string objects;
  for (int i = 0; i < 10'001; ++i) objects += (i ? ",\"" : "\"") + std::to_string(i) + "\"";
  BOOST_TEST(epcis(one_lamp(), business_step("shipping", "\"epcList\": [" + objects + "]")) ==
             "1: log:1:1: an event is about at most 10000 objects\n");
  std::string orders;
  for (int i = 0; i < 1'001; ++i)
    orders +=
        (i ? "," : "") + (R"({"type": "po", "bizTransaction": ")" + std::to_string(i)) + "\"}";
  BOOST_TEST(epcis(one_lamp(),
                   object_event(R"("bizStep": "shipping", "bizTransactionList": [)" + orders + "]",
                                "")) == "1: log:1:1: an event is about at most 1000 orders\n");
}

// ---- orders and units --------------------------------------------------------------------------

namespace {

std::string with_objects(std::string const& name, std::string const& objects,
                         std::string const& order = {}, std::string const& id = {}) {
  return object_event("\"bizStep\": \"" + name + "\", \"epcList\": [" + objects + "]" +
                          (id.empty() ? "" : ", \"eventID\": \"" + id + "\""),
                      order);
}
std::string packed(std::string const& parent, std::string const& objects, std::string const& order,
                   std::string const& action = "ADD") {
  auto text = object_event("\"bizStep\": \"packing\", \"parentID\": \"" + parent +
                               "\", \"childEPCs\": [" + objects + "]",
                           order);
  text.replace(text.find("ObjectEvent"), 11, "AggregationEvent");
  return text.replace(text.find("OBSERVE"), 7, action);
}
std::string quantity(std::string const& name, std::string const& number,
                     std::string const& id = {}) {
  return object_event("\"bizStep\": \"" + name +
                      "\", \"quantityList\": [{\"epcClass\": \"urn:c:lamp\"" +
                      (number.empty() ? "" : ", \"quantity\": " + number) + "}]" +
                      (id.empty() ? "" : ", \"eventID\": \"" + id + "\""));
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_order_is_the_first_of_the_types) {
  auto const of = [](std::string const& list) {
    return object_event("\"bizStep\": \"shipping\", \"bizTransactionList\": [" + list + "]", "");
  };
  std::string const po = R"({"type": "po", "bizTransaction": "shop:po:1"})",
                    desadv = R"({"type": "desadv", "bizTransaction": "d2"})",
                    inv = R"({"type": "inv", "bizTransaction": "i3"})",
                    untyped = R"({"bizTransaction": "u4"})";
  BOOST_TEST(epcis(one_lamp(), of(inv + "," + desadv + "," + po)) ==
             "1: shop:po:1@0 delivery started\n");
  BOOST_TEST(epcis(one_lamp(), of(inv + "," + desadv)) == "1: d2@0 delivery started\n");
  BOOST_TEST(epcis(one_lamp(), of(inv + "," + untyped)) == "1: no order\n");
  BOOST_TEST(epcis(one_lamp(), of("")) == "1: no order\n");
  epcis_mapping mapping;
  mapping.orders = {"https://ref.gs1.org/cbv/BTT-inv", "po"};
  mapping.without = {"", "nowhere:", "shop:po:"};
  BOOST_TEST(epcis(one_lamp(), of(inv + "," + po), mapping) == "1: i3@0 delivery started\n");
  BOOST_TEST(epcis(one_lamp(), of(po), mapping) == "1: 1@0 delivery started\n");
  auto const other = R"({"type": "po", "bizTransaction": "shop:po:2"})";
  BOOST_TEST(epcis(one_lamp(), of(po + "," + other + "," + po), mapping) ==
             "1: 1@0 delivery started; 2@0 delivery started\n");
  BOOST_TEST(epcis(one_lamp(), R"({"type": "ObjectEvent", "action": "ADD", "eventTime":
    "1970-01-01T00:00:00Z", "eventTimeZoneOffset": "+00:00", "bizStep": "shipping",
    "bizTransactionList": [{"type": "pos", "bizTransaction": "1"}]})") ==
             "1: log:3:37: at /bizTransactionList/0/type: 'pos' is no type of business transaction "
             "of CBV; a word of another vocabulary is a URI; did you mean 'po'?\n");
}

BOOST_AUTO_TEST_CASE(an_object_is_of_the_order_with_which_it_was_seen) {
  auto const a = with_objects("picking", "\"urn:1\"", "4711"),
             shipped = with_objects("shipping", "\"urn:1\"");
  std::string const seen = "1: no meaning\n";
  BOOST_TEST(epcis(one_lamp(), document(shipped)) == "1: no order\n");
  BOOST_TEST(epcis(one_lamp(), document(a + "," + shipped)) ==
             seen + "2: 4711@0 delivery started\n");
  auto const b = with_objects("picking", "\"urn:1\"", "4712");
  BOOST_TEST(epcis(one_lamp(), document(a + "," + b + "," + shipped)) ==
             seen + "2: no meaning\n3: 4712@0 delivery started\n");
  auto gone = with_objects("picking", "\"urn:1\"", "4711");
  gone.replace(gone.find("ObjectEvent"), 11, "TransactionEvent");
  gone.replace(gone.find("OBSERVE"), 7, "DELETE");
  BOOST_TEST(epcis(one_lamp(), document(a + "," + gone + "," + shipped)) ==
             seen + "2: taken from a transaction\n3: no order\n");
  epcis_mapping mapping;
  mapping.most_objects = 0;
  BOOST_TEST(epcis(one_lamp(), document(a + "," + shipped), mapping) == seen + "2: no order\n");
}

BOOST_AUTO_TEST_CASE(a_parcel_stands_for_what_is_in_it) {
  auto const in = packed("urn:epc:id:sscc:1", "\"urn:1\", \"urn:2\"", "4711"),
             shipped = with_objects("shipping", "\"urn:epc:id:sscc:1\"");
  BOOST_TEST(epcis(lamp(), document(in + "," + shipped)) ==
             "1: no meaning\n2: 4711@0 delivery started; 4711@0 delivery started no. 2\n");
  auto const pallet = packed("urn:epc:id:sscc:9", "\"urn:epc:id:sscc:1\"", ""),
             left = with_objects("shipping", "\"urn:epc:id:sscc:9\"");
  BOOST_TEST(epcis(lamp(), document(in + "," + pallet + "," + left)) ==
             "1: no meaning\n2: no meaning\n"
             "3: 4711@0 delivery started; 4711@0 delivery started no. 2\n");
  auto const out = packed("urn:epc:id:sscc:1", "\"urn:1\"", "", "DELETE");
  BOOST_TEST(epcis(lamp(), document(in + "," + out + "," + shipped)) ==
             "1: no meaning\n2: no meaning\n3: 4711@0 delivery started\n");
  auto const all_out = packed("urn:epc:id:sscc:1", "", "", "DELETE");
  BOOST_TEST(epcis(lamp(), document(in + "," + all_out + "," + shipped)) ==
             "1: no meaning\n2: no meaning\n"
             "3: log:1:" +
                 column(document(in + "," + all_out + ",@"), "@") +
                 ": at /epcisBody/eventList/2: 'delivery' has 2 units, and no object of this event "
                 "is known to be one of order '4711'\n");
  // Boxes that are in each other are no way without an end.
  auto const circle = packed("urn:a", "\"urn:b\"", "4711") + "," + packed("urn:b", "\"urn:a\"", "");
  BOOST_TEST(epcis(one_lamp(), document(circle + "," + with_objects("shipping", "\"urn:a\""))) ==
             "1: no meaning\n2: no meaning\n3: 4711@0 delivery started\n");
}

BOOST_AUTO_TEST_CASE(a_pallet_of_two_orders) {
  auto const events = packed("urn:p:1", "\"urn:1\", \"urn:2\"", "A") + "," +
                      packed("urn:p:2", "\"urn:3\"", "B") + "," +
                      packed("urn:p:3", "\"urn:p:1\", \"urn:p:2\"", "") + "," +
                      with_objects("shipping", "\"urn:p:3\"");
  BOOST_TEST(epcis(lamp(), document(events)) ==
             "1: no meaning\n2: no meaning\n3: no meaning\n"
             "4: A@0 delivery started; A@0 delivery started no. 2; B@0 delivery started\n");
}

BOOST_AUTO_TEST_CASE(units_by_their_objects) {
  auto const events = with_objects("shipping", "\"urn:2\"", "4711", "a") + "," +
                      with_objects("shipping", "\"urn:1\"", "4711", "b") + "," +
                      with_objects("receiving", "\"urn:1\", \"urn:2\"", "4711", "c") + "," +
                      with_objects("receiving", "\"urn:3\"", "4711", "d");
  auto const text = epcis(lamp(), document(events));
  BOOST_TEST(text.starts_with("1: 4711@0 delivery started id a\n"
                              "2: 4711@0 delivery started no. 2 id b\n"
                              "3: 4711@0 delivery completed no. 2 id c; 4711@0 delivery completed "
                              "id c#2\n4: log:1:"),
             text);
  BOOST_TEST(
      (text.find("order '4711' has 2 units of 'delivery', and this is one more") != text.npos));
  BOOST_TEST(epcis(lamp(), business_step("shipping")) ==
             "1: 4711@0 delivery started; 4711@0 delivery started no. 2\n");
}

BOOST_AUTO_TEST_CASE(objects_of_another_order_are_no_units) {
  // What an event names is of the order that it names; what lies beside it in a box may not be.
  auto const seen =
      packed("urn:p:1", "\"urn:1\"", "A") + "," + packed("urn:p:1", "\"urn:2\"", "B") + ",";
  BOOST_TEST(epcis(lamp(), document(seen + with_objects("shipping", "\"urn:2\"", "A", "a"))) ==
             "1: no meaning\n2: no meaning\n3: A@0 delivery started id a\n");
  BOOST_TEST(epcis(lamp(), document(seen + with_objects("shipping", "\"urn:p:1\"", "A", "a"))) ==
             "1: no meaning\n2: no meaning\n3: A@0 delivery started id a\n");
  BOOST_TEST(epcis(lamp(), document(seen + with_objects("shipping", "\"urn:p:1\"", "B", "a"))) ==
             "1: no meaning\n2: no meaning\n3: B@0 delivery started id a\n");
  // Two orders in one event: each has what was seen with it.
  auto both = with_objects("shipping", "\"urn:1\", \"urn:2\"", "A", "a");
  both.replace(both.find("}], "), 4, R"(}, {"type": "po", "bizTransaction": "B"}], )");
  BOOST_TEST(epcis(lamp(), document(seen + both)) ==
             "1: no meaning\n2: no meaning\n"
             "3: A@0 delivery started id a; B@0 delivery started id a\n");
  BOOST_TEST(epcis(lamp(), both)
                 .ends_with("and no object of this event is known to be one of order "
                            "'A'\nlog:1:1: 'delivery' has 2 units, and no object of "
                            "this event is known to be one of order 'B'\n"));
}

BOOST_AUTO_TEST_CASE(units_by_their_number) {
  BOOST_TEST(
      epcis(lamp(),
            document(quantity("shipping", "1", "a") + "," + quantity("shipping", "1.0", "b") + "," +
                     quantity("shipping", "1", "a") + "," + quantity("receiving", "2", "c"))) ==
      "1: 4711@0 delivery started id a\n2: 4711@0 delivery started no. 2 id b\n"
      "3: 4711@0 delivery started id a\n"
      "4: 4711@0 delivery completed id c; 4711@0 delivery completed no. 2 id c#2\n");
  BOOST_TEST(epcis(lamp(), quantity("shipping", "")) ==
             "1: 4711@0 delivery started; 4711@0 delivery started no. 2\n");
  for (auto const* bad : {"0", "3", "-1"})
    BOOST_TEST(epcis(lamp(), quantity("shipping", bad)) ==
               "1: log:1:" + column(quantity("shipping", "9"), "9}") +
                   ": at /quantityList/0/quantity: a number of 1 to 2 is expected, and " +
                   std::string{bad} + " was found\n");
  BOOST_TEST(epcis(lamp(), quantity("shipping", "1.5")) ==
             "1: log:1:" + column(quantity("shipping", "9"), "9}") +
                 ": at /quantityList/0/quantity: a whole number is expected, and 1.5 was "
                 "found\n");
  auto text = quantity("shipping", "2");
  text.replace(text.find("\"quantity\": 2"), 13, "\"quantity\": 2, \"uom\": \"KGM\"");
  BOOST_TEST(epcis(lamp(), text) ==
             "1: log:1:" + column(quantity("shipping", "9"), "9}") +
                 ": at /quantityList/0/quantity: a number of units is expected, and a "
                 "measured quantity was found\n");
  BOOST_TEST(epcis(one_lamp(), text) == "1: 4711@0 delivery started\n");  // one, whatever it weighs
  BOOST_TEST(
      epcis(lamp(), document(with_objects("shipping", "\"urn:1\"", "4711") + ",\n" +
                             quantity("receiving", "1"))) ==
      "1: 4711@0 delivery started\n"
      "2: log:2:1: at /epcisBody/eventList/1: the units of order '4711' go by their objects, "
      "and a quantity does not say which they are\n");
}

BOOST_AUTO_TEST_CASE(goods_that_are_told_apart) {
  epcis_mapping mapping;
  mapping.goods = {{part_called(lamp(), "lamp"), "urn:lamp:"}};
  BOOST_TEST(epcis(lamp(), with_objects("shipping", "\"urn:shade:1\", \"urn:lamp:1\"", "4711"),
                   mapping) == "1: 4711@0 delivery started\n");
  BOOST_TEST(epcis(lamp(), object_event(R"("disposition": "recalled", "epcList": ["urn:lamp:1"])"),
                   mapping) == "1: 4711@0 lamp recalled\n");
  BOOST_TEST(epcis(lamp(), object_event(R"("disposition": "recalled", "epcList": ["urn:shade:1"])"),
                   mapping)
                 .starts_with("1: log:1:1: this may be of several parts: 'lamp', 'fitting'"));
}

// ---- corrections -------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(an_error_declaration) {
  std::string const wrong = R"(, "errorDeclaration": {"declarationTime": "1970-01-01T00:01:00Z", )";
  auto const declared = [&](std::string text, std::string const& more) {
    text.pop_back();
    return text + wrong + more + "}}";
  };
  auto const one = business_step("shipping", R"("eventID": "a")");
  for (auto const* reason :
       {"did_not_occur", "incorrect_data", "urn:epcglobal:cbv:er:did_not_occur",
        "https://ref.gs1.org/cbv/ER-incorrect_data", "urn:own:reason"})
    BOOST_TEST(epcis(one_lamp(), declared(one, R"("reason": ")" + std::string{reason} + "\"")) ==
                   "1: 4711@60 withdrawn id a#error corrects a\n",
               reason);
  BOOST_TEST(epcis(one_lamp(),
                   declared(one, R"("reason": "incorrect_data", "correctiveEventIDs": ["b"])")) ==
             "1: 4711@60 withdrawn id a#error corrects a\n");
  BOOST_TEST(epcis(one_lamp(),
                   declared(one, R"("reason": "did_not_occur", "correctiveEventIDs": ["b"])")) ==
             "1: log:1:" +
                 column(declared(one, R"("reason": "did_not_occur", "correctiveEventIDs": ["b"])"),
                        "[\"b") +
                 ": at /errorDeclaration/correctiveEventIDs: what did not occur has no "
                 "corrective events (CBV 2.0, error reasons)\n");
  BOOST_TEST(
      epcis(one_lamp(), declared(business_step("shipping"), R"("reason": "did_not_occur")")) ==
      "1: log:1:" + column(declared(business_step("shipping"), ""), "{\"declarationTime") +
          ": at /errorDeclaration: an error declaration is of the event of this "
          "eventID, and there is none\n");
  BOOST_TEST(epcis(one_lamp(), declared(one, R"("reason": "did_not_ocur")"))
                 .find("did you mean 'did_not_occur'?") != std::string::npos);
  // Of each unit; those that go by a number are free again.
  auto const a = quantity("shipping", "1", "a"), b = quantity("shipping", "1", "b");
  BOOST_TEST(
      epcis(lamp(), document(a + "," + b + "," + declared(a, R"("reason": "incorrect_data")") +
                             "," + quantity("shipping", "1", "c"))) ==
      "1: 4711@0 delivery started id a\n2: 4711@0 delivery started no. 2 id b\n"
      "3: 4711@60 withdrawn id a#error corrects a\n4: 4711@0 delivery started id c\n");
  auto const both = with_objects("shipping", "\"urn:1\", \"urn:2\"", "4711", "d");
  BOOST_TEST(epcis(lamp(), document(both + "," + declared(both, R"("reason": "did_not_occur")"))) ==
             "1: 4711@0 delivery started id d; 4711@0 delivery started no. 2 id d#2\n"
             "2: 4711@60 withdrawn id d#error corrects d; 4711@60 withdrawn id d#2#error corrects "
             "d#2\n");
  // What an error says of objects is not remembered.
  auto const picked = with_objects("picking", "\"urn:1\"", "4711", "e");
  BOOST_TEST(epcis(one_lamp(), document(declared(picked, R"("reason": "did_not_occur")") + "," +
                                        with_objects("shipping", "\"urn:1\""))) ==
             "1: no meaning\n2: no order\n");
}

// ---- mappings ----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_rule_counts_before_the_table) {
  auto const reads = [](std::string const& rules, std::string const& e) {
    auto const mapping = read_epcis_mapping(
        one_lamp(), R"({"lupaus_mapping": 1, "log": "epcis", "events": [)" + rules + "]}");
    BOOST_TEST_REQUIRE(mapping.has_value(), to_string(mapping.error()));
    return epcis(one_lamp(), e, mapping.value());
  };
  auto const at = business_step("receiving", R"("readPoint": {"id": "urn:dock:7"}, "bizLocation":
    {"id": "urn:depot:7"}, "epcList": ["urn:1"], "disposition": "in_progress")");
  std::string const none = "1: set aside by the mapping\n",
                    table = "1: 4711@0 delivery completed\n";
  for (auto const* fits :
       {R"("step": "receiving")", R"("step": "urn:epcglobal:cbv:bizstep:receiving")",
        R"("location": "urn:depot:")", R"("read_point": "urn:dock:7")", R"("object": "urn:")",
        R"("type": "ObjectEvent")", R"("action": "OBSERVE")", R"("disposition": "in_progress")",
        R"("step": "receiving", "location": "urn:depot:7", "object": "urn:1")"})
    BOOST_TEST(reads("{" + std::string{fits} + R"(, "is": "nothing"})", at) == none, fits);
  for (auto const* not_fits :
       {R"("step": "shipping")", R"("location": "urn:depot:70")", R"("read_point": "urn:x")",
        R"("object": "urn:2")", R"("type": "TransactionEvent")", R"("action": "ADD")",
        R"("disposition": "damaged")", R"("step": "receiving", "location": "urn:x")"})
    BOOST_TEST(reads("{" + std::string{not_fits} + R"(, "is": "nothing"})", at) == table, not_fits);
  BOOST_TEST(
      reads(R"({"step": "shipping", "is": "ordered"}, {"step": "receiving", "is": "contacted"},
    {"is": "nothing"})",
            at) == "1: 4711@0 contacted\n");
  BOOST_TEST(reads(R"({"step": "https://own.example/asks", "is": "cancel_requested",
    "answer": "refuse"})",
                   business_step("https://own.example/asks")) == "1: 4711@0 asked to cancel\n");
  auto other = business_step("receiving");
  other.replace(other.find("ObjectEvent"), 11, "urn:own:event");
  BOOST_TEST(epcis(one_lamp(), other) == "1: another type of event\n");
  BOOST_TEST(reads(R"({"type": "urn:own:event", "is": "contacted"})", other) ==
             "1: 4711@0 contacted\n");
}

BOOST_AUTO_TEST_CASE(without_the_table) {
  epcis_mapping mapping;
  mapping.uses_table = false;
  BOOST_TEST(epcis(one_lamp(), business_step("shipping"), mapping) == "1: no meaning\n");
}

BOOST_AUTO_TEST_CASE(who_reads_the_log_is_told) {
  auto const mapping = read_epcis_mapping(
      one_lamp(), R"({"lupaus_mapping": 1, "log": "epcis", "tells": ["shop", "carrier"]})");
  BOOST_TEST_REQUIRE(mapping.has_value());
  BOOST_TEST(
      epcis(one_lamp(),
            business_step("shipping", R"("eventID": "a", "recordTime": "1970-01-01T00:00:09Z")"),
            mapping.value()) ==
      "1: 4711@0 delivery started id a; 4711@9 told shop of delivery started id a#told; "
      "4711@9 told "
      "carrier of delivery started id a#told2\n");
  BOOST_TEST(epcis(one_lamp(), business_step("retail_selling"), mapping.value()) ==
             "1: 4711@0 ordered\n");
  BOOST_TEST(epcis(one_lamp(), business_step("shipping", R"("eventID": "a", "errorDeclaration":
                     {"declarationTime": "1970-01-01T00:01:00Z"})"),
                   mapping.value()) ==
             "1: 4711@60 withdrawn id a#error corrects a; 4711@60 withdrawn id a#told#error "
             "corrects a#told; 4711@60 withdrawn id a#told2#error corrects a#told2\n");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_mapping) {
  auto const says = [](std::string const& json) {
    json_options options;
    options.file = "map";
    auto const read = read_epcis_mapping(lamp(), json, options);
    return read ? "nothing" : to_string(read.error());
  };
  auto const with = [&](std::string const& more) {
    return says(R"({"lupaus_mapping": 1, "log": "epcis", )" + more + "}");
  };
  BOOST_TEST(says("{}") ==
             "map:1:1: the member 'lupaus_mapping' is missing\n"
             "map:1:1: the member 'log' is missing");
  BOOST_TEST(says(R"({"lupaus_mapping": 2, "log": "ocel"})") ==
             "map:1:20: at /lupaus_mapping: a number of 1 to 1 is expected, and 2 was found\n"
             "map:1:30: at /log: a mapping of epcis is expected");
  BOOST_TEST(with(R"("orders": ["pp"])") ==
             "map:1:49: at /orders: 'pp' is no type of business transaction of CBV; a word of "
             "another vocabulary is a URI; did you mean 'po'?");
  BOOST_TEST(with(R"("orders": [])") ==
             "map:1:49: at /orders: at least one type of transaction is expected");
  BOOST_TEST(with(R"("event": [])") ==
             "map:1:39: at /event: there is no member 'event' here; did you mean 'events'?");
  BOOST_TEST(with(R"("events": [{"step": "shiping", "is": "nothing"}])") ==
             "map:1:59: at /events/0/step: 'shiping' is no business step of CBV; a word of another "
             "vocabulary is a URI; did you mean 'shipping'?");
  BOOST_TEST(with(R"("events": [{"step": "shipping"}])") ==
             "map:1:50: at /events/0: the member 'is' is missing");
  BOOST_TEST(with(R"("events": [{"is": {"shipped": "delivry"}}])") ==
             "map:1:69: at /events/0/is/shipped: there is no good or service named 'delivry'; did "
             "you mean 'delivery'?");
  BOOST_TEST(with(R"("events": [{"is": "cancel_requested"}])") ==
             "map:1:50: at /events/0: the member 'answer' is missing");
  BOOST_TEST(with(R"("goods": [{"good": "delivery", "object": "urn:x"}])") ==
             "map:1:58: at /goods/0/good: a good is expected, and 'delivery' is a service");
  BOOST_TEST(with(R"("tells": ["shp"])") ==
             "map:1:49: at /tells/0: there is no party named 'shp'; did you mean 'shop'?");
}

BOOST_AUTO_TEST_SUITE_END()
