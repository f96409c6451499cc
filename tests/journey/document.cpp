// SPDX-License-Identifier: BSL-1.0
//
// Journeys in JSON with all that stands beside the path, and logs in lines: what is read is what
// the engines take, and what is wrong is told with its place.
#include "lupaus/journey_json.hpp"

#include "lupaus/check/gaps.hpp"
#include "lupaus/journey.hpp"
#include "lupaus/json.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace lupaus;

namespace {

constexpr std::string_view promise = R"({
  "lupaus": 1, "title": "shoes", "paid": "on_the_spot",
  "qualities": [{"name": "welcome", "levels": ["a glance", "a greeting", "a smile"]}],
  "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"},
              {"name": "staff", "role": "department"}],
  "capabilities": ["sellers enough", {"backstage": "morning meeting"}],
  "parts": [{"name": "greeting", "kind": "service", "performed_by": "staff"}],
  "claims": [{"by": "shop", "about": "greeting", "words": "you are welcome",
              "terms": ["fits-need", {"quality": "welcome", "value": "a greeting"}]}],
  "commitments": [
    {"by": "shop", "to": "customer", "about": "greeting",
     "terms": ["fits-need", {"quality": "welcome", "value": "a smile"}],
     "rests_on": ["sellers enough", "morning meeting"]}],
  "provisions": [{"by": "shop", "capability": "sellers enough"},
                 {"by": "staff", "capability": "morning meeting"}]})";

constexpr std::string_view journey = R"({
  "lupaus_journey": 1, "promise": "shoes.json", "title": "a visit",
  "qualities": [{"name": "screen", "at_least": "inches"}, {"name": "tuner"}],
  "steps": [
    {"name": "entrance", "met_by": "staff", "part": "greeting", "purpose": "delights",
     "standard": {"quality": "welcome", "value": "a greeting", "agreed_by": ["shop", "staff"]}},
    {"name": "shelf", "purpose": "informs"}],
  "receipt": {"base": {"minor_units": 1000, "currency": "EUR"},
              "effects": [{"what": "smile", "rate": {"per_cent": 20}, "on": "either",
                           "source": "somebody"}]},
  "flows": [{"name": "weekday", "arrivals_per_hour": {"num": 15, "den": 2}, "service_time": "PT8M",
             "on_duty": 2, "level": {"share": {"num": 3, "den": 4}, "within": "PT5M"},
             "condition": "sellers enough"}],
  "needs": [{"name": "films", "asks": [{"quality": "screen", "value": 55}, "tuner"]}],
  "products": [{"name": "Aava", "has": [{"quality": "screen", "value": 65}, "tuner"]},
               {"name": "Koto", "has": [{"quality": "screen", "value": 32}]}],
  "exposure": {"parameters": [{"name": "leave", "value": {"per_cent": 32}, "source": "a survey"}],
               "findings": [{"finding": "a", "per_case": {"minor_units": 500, "currency": "EUR"},
                             "source": "made up", "factors": ["leave"]}]}})";

model shoes() { return read_model(promise).value(); }

/// The journey with one text, which must stand in it once, replaced by another.
std::string journey_with(std::string_view from, std::string_view to) {
  std::string text{journey};
  auto const at = text.find(from);
  BOOST_TEST_REQUIRE(at != text.npos, std::string{from});
  BOOST_TEST_REQUIRE(text.find(from, at + 1) == text.npos, std::string{from});
  return text.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document)

BOOST_AUTO_TEST_CASE(all_of_it_is_read) {
  auto const m = shoes();
  auto const d = read_journey(m, journey);
  BOOST_TEST_REQUIRE(d.has_value(), to_string(d.error()));
  BOOST_TEST(d->journey.steps.size() == 2U);
  BOOST_TEST_REQUIRE(d->receipt.has_value());
  BOOST_TEST(d->receipt->base.minor_units == 1000);
  BOOST_TEST((d->receipt->effects[0].rate == fraction::per_cent(20)));
  BOOST_TEST((d->receipt->effects[0].on == effect_on::either));
  BOOST_TEST_REQUIRE(d->flows.size() == 1U);
  BOOST_TEST(d->flows[0].flow.arrivals_per_hour == 7.5);
  BOOST_TEST(d->flows[0].flow.load() == 1.0);
  BOOST_TEST((d->flows[0].condition == capability_id{0}));
  BOOST_TEST(is_kept(d->flows[0]));
  BOOST_TEST_REQUIRE(d->products.size() == 2U);
  BOOST_TEST(unmet_asks(d->needs[0], d->products[0]).empty());
  BOOST_TEST(unmet_asks(d->needs[0], d->products[1]).size() == 2U);
  BOOST_TEST_REQUIRE(d->exposure.has_value());
  BOOST_TEST(
      rank_exposures(d->exposure->parameters, d->exposure->findings)[0].exposure.minor_units ==
      160);
}

BOOST_AUTO_TEST_CASE(a_level_is_kept_or_not) {
  auto const m = shoes();
  auto f = read_journey(m, journey).value().flows[0];
  f.level.share = 0.99;
  BOOST_TEST(!is_kept(f));
  f.on_duty = 1;  // as busy as can be: the queue grows without end
  BOOST_TEST(!is_kept(f));
  f.on_duty = 20;
  BOOST_TEST(is_kept(f));
}

BOOST_AUTO_TEST_CASE(what_stands_behind_a_step_is_shown) {
  auto const m = shoes();
  auto const d = read_journey(m, journey);
  BOOST_TEST_REQUIRE(d.has_value());
  BOOST_TEST((backstage_of(m, d->journey.steps[0]) == std::vector{capability_id{1}}));
  BOOST_TEST(backstage_of(m, d->journey.steps[1]).empty());
  auto const text = to_text(m, d->journey);
  BOOST_TEST(text.find("     rests on: morning meeting\n") != text.npos);
  BOOST_TEST(text.find("  morning meeting: the staff performs it\n") != text.npos);
  BOOST_TEST(text.find("sellers enough") == text.npos);  // no step
}

BOOST_AUTO_TEST_CASE(a_step_backstage_that_nobody_performs_is_shown) {
  std::string without{promise};
  auto const at = without.find("\"staff\", \"capability\"");
  BOOST_TEST_REQUIRE(at != without.npos);
  without.replace(at, 7, "\"shop\"");  // another party performs it
  auto const other = read_model(without).value();
  auto const j = read_journey(other, journey).value().journey;
  BOOST_TEST(to_text(other, j).find("  morning meeting: the shop performs it\n") !=
             std::string::npos);
  auto const list = without.find("{\"by\": \"shop\", \"capability\": \"morning meeting\"}");
  auto const comma = without.rfind(',', list);
  without.erase(comma, without.find('}', list) - comma + 1);
  auto const nobody = read_model(without).value();
  auto const k = read_journey(nobody, journey).value().journey;
  BOOST_TEST(to_text(nobody, k).find("  morning meeting: nobody performs it\n") !=
             std::string::npos);
  auto const found = validate(nobody);
  BOOST_TEST(found.count(gaps::missing_enabler) == 1U);
}

BOOST_AUTO_TEST_CASE(the_qualities_outlive_the_text) {
  auto const m = shoes();
  auto text = std::make_unique<std::string>(journey);
  auto const d = read_journey(m, *text);
  text->assign(text->size(), 'x');
  text.reset();
  BOOST_TEST_REQUIRE(d.has_value());
  auto const& asks = d->needs[0].asks;
  BOOST_TEST(asks[0].quality->phrase(asks[0].limit) == "screen at least 55 inches");
  auto const& s = *d->journey.steps[0].standard;
  BOOST_TEST(s.quality->phrase(s.level) == "a greeting");
}

BOOST_AUTO_TEST_CASE(a_promise_has_needs_and_facts) {
  auto const m = shoes();
  auto const need = need_of(m, claim_id{0});
  BOOST_TEST(need.name == "you are welcome");
  BOOST_TEST_REQUIRE(need.asks.size() == 1U);  // fits-need is no property
  auto const facts = facts_of(m, part_id{1});
  BOOST_TEST(facts.name == "greeting");
  BOOST_TEST(unmet_asks(need, facts).empty());
  BOOST_TEST(unmet_asks(need, facts_of(m, whole)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(logs_are_read_line_by_line) {
  auto const m = shoes();
  auto const d = read_journey(m, journey).value();
  auto const logs =
      read_journey_logs(d.journey, R"({"visit": "v1", "step": "entrance", "friction": -2,
 "observed": {"value": "a glance"}})");
  BOOST_TEST(!logs.has_value());  // a record is on one line
  auto const right = read_journey_logs(
      d.journey,
      "\n"
      R"({"visit": "v1", "step": "entrance", "friction": -2, "observed": {"value": "a glance"}})"
      "\r\n"
      R"({"advised": "Aava", "need": "films", "seller": "s1", "week": "w1", "store": "1", "campaign": "Koto"})"
      "\n   \n"
      R"({"visit": "v1", "step": "shelf", "surprise": "a chair"})");
  BOOST_TEST_REQUIRE(right.has_value(), to_string(right.error()));
  BOOST_TEST_REQUIRE(right->visits.size() == 2U);
  BOOST_TEST(right->visits[0].friction == -2);
  BOOST_TEST(right->visits[1].step == 1U);
  BOOST_TEST(right->visits[1].surprise == "a chair");
  BOOST_TEST_REQUIRE(right->advice.size() == 1U);
  BOOST_TEST(right->advice[0].campaign == "Koto");
  auto const seen = observed_standards(m, d.journey, right->visits);
  BOOST_TEST_REQUIRE(seen.below.size() == 1U);
  BOOST_TEST(seen.below[0].what.id == "below-standard");
  BOOST_TEST(seen.exceeded.size() == 1U);
}

BOOST_AUTO_TEST_CASE(faults_of_lines_have_their_line) {
  auto const m = shoes();
  auto const d = read_journey(m, journey).value();
  auto const says = [&](std::string_view line, std::string_view what) {
    auto const logs =
        read_journey_logs(d.journey, "\n" + std::string{line} + "\n", {.file = "log"});
    BOOST_TEST_REQUIRE(!logs.has_value(), std::string{line});
    auto const text = to_string(logs.error());
    BOOST_TEST(text.find("log:2:") == 0U, text);
    BOOST_TEST(text.find(what) != text.npos, text);
  };
  says(R"({"visit": "v1", "step": "entrence"})", "did you mean 'entrance'?");
  says(R"({"visit": "", "step": "entrance"})", "the text is empty");
  says(R"({"visit": "v1"})", "'step' is missing");
  says(R"({"visit": "v1", "step": "shelf", "observed": {}})", "has no standard");
  says(R"({"visit": "v1", "step": "entrance", "observed": {"value": "a hum"}})", "a hum");
  says(R"({"visit": "v1", "step": "entrance", "observed": {}})", "welcome takes 'value'");
  says(R"({"visit": "v1", "step": "entrance", "observed": {"text": "x"}})", "text");
  says(R"({"visit": "v1", "step": "entrance", "frction": 1})", "did you mean 'friction'?");
  says(R"({"visit": "v1", "step": "entrance", "friction": 1.5})", "a whole number");
  says(R"({"need": "films", "seller": "s1"})", "'advised'");
  says(R"({"advised": "Aava", "need": "films"})", "'seller' is missing");
  says(R"({"advised": "Aava", "need": "films", "seller": "s1", "visit": "v"})", "/advised");
  says("[]", "a record");
  says("{", "the text ends in the middle");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_with_its_place) {
  auto const m = shoes();
  auto const says = [&](std::string_view from, std::string_view to, std::string_view where,
                        std::string_view what) {
    auto const d = read_journey(m, journey_with(from, to));
    BOOST_TEST_REQUIRE(!d.has_value(), std::string{to});
    auto const text = to_string(d.error());
    BOOST_TEST(text.find(where) != text.npos, text);
    BOOST_TEST(text.find(what) != text.npos, text);
  };
  says(R"("source": "somebody")", R"("source": "")", "/receipt/effects/0/source", "empty");
  says(R"(, "source": "a survey")", "", "/exposure/parameters/0", "'source' is missing");
  says(R"("factors": ["leave"])", R"("factors": ["leav"])", "exposure", "did you mean 'leave'?");
  says(R"({"per_cent": 20})", R"({"per_cent": -101})", "/receipt/effects/0/rate", "-1 or more");
  says(R"({"per_cent": 20})", "0.2", "/receipt/effects/0/rate", "a whole number");
  says(R"({"num": 15, "den": 2})", "0", "/flows/0/arrivals_per_hour", "above 0");
  says(R"({"num": 15, "den": 2})", R"({"num": 15, "den": 0})", "/flows/0/arrivals_per_hour/den",
       "1");
  says("PT8M", "PT0S", "/flows/0/service_time", "above 0");
  says(R"("PT8M")", R"({"business_days": 1})", "/flows/0/service_time", "PT10M");
  says(R"({"num": 3, "den": 4})", "1", "/flows/0/level/share", "below 1");
  says(R"("condition": "sellers enough")", R"("condition": "selers enough")", "/flows/0/condition",
       "did you mean 'sellers enough'?");
  says(R"({"name": "Koto")", R"({"name": "Aava")", "/products/1/name", "the same name");
  says(R"({"quality": "screen", "value": 55})",
       R"({"quality": "deadline", "within": "PT1H", "after": "ordered"})", "/needs/0/asks/0",
       "counted from no event");
  says(R"({"quality": "screen", "value": 55})", R"({"quality": "screan", "value": 55})",
       "/needs/0/asks/0/quality", "did you mean 'screen'?");
  says(R"({"name": "tuner"})", R"({"name": "welcome"})", "/qualities/1", "'welcome' already");
}

BOOST_AUTO_TEST_CASE(work_has_a_limit) {
  auto const m = shoes();
  auto const read = [&](std::uint64_t work) {
    return read_journey(m, journey, {.limits = {.work = work}});
  };
  BOOST_TEST(read(3).has_value());  // two on duty, for a load of one
  BOOST_TEST_REQUIRE(!read(2).has_value());
  BOOST_TEST(to_string(read(2).error()).find("to staff these flows") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_thing_measured_in_two_populations_is_refused) {
  auto const m = shoes();
  auto const text = journey_with(
      R"([{"name": "leave", "value": {"per_cent": 32}, "source": "a survey"}])",
      R"([{"name": "leave", "value": {"per_cent": 32}, "source": "s", "measures": "x", "population": "all"},
          {"name": "us", "value": {"per_cent": 17}, "source": "s", "measures": "x", "population": "US"}])");
  BOOST_TEST(read_journey(m, text).has_value());  // the second is not used
  auto const used = [&] {
    std::string t = text;
    auto const at = t.find(R"(["leave"])");
    return t.replace(at, 9, R"(["leave", "us"])");
  }();
  auto const d = read_journey(m, used);
  BOOST_TEST_REQUIRE(!d.has_value());
  BOOST_TEST(to_string(d.error()).find("the two are not mixed") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
