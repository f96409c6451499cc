// SPDX-License-Identifier: BSL-1.0
//
// Steps of an encounter: what they give, at which level, and what no step can be.
#include "model/support.hpp"

#include "lupaus/json.hpp"

#include <string>
#include <string_view>

using namespace lupaus;
using model_test::check_fault;
using model_test::small_shop;

namespace {

std::string refusal(std::string_view what) {
  auto const read = read_model(
      R"({"lupaus": 1, "title": "a visit",
  "parties": [{"name": "customer", "role": "customer"}, {"name": "shop", "role": "seller"}],
  "parts": [{"name": "greeting", "kind": )" +
      std::string{what} + "}]}");
  return read ? std::string{} : read.error()[0].message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(steps_of_encounters)

BOOST_AUTO_TEST_CASE(what_a_step_gives_and_its_level) {
  small_shop s;
  auto const bow = s.b.service("bow"), call = s.b.service("call");
  s.b.gives(bow, greeted, experience_level::meaning).gives(call, thanked);
  s.b.product(part_ref{s.lamp} >> s.delivery >> bow >> call);
  auto const m = s.b.build().value();
  BOOST_TEST(is_step(m->parts[bow]));
  BOOST_TEST((m->parts[bow].gives == &quality_of<greeting>));
  BOOST_TEST((m->parts[bow].level == experience_level::meaning));
  BOOST_TEST((m->parts[call].level == experience_level::unsaid));
  BOOST_TEST(!is_step(m->parts[s.lamp]));
  BOOST_TEST(describe(m, bow) == "bow (service, greeted, level of meaning)");
  BOOST_TEST(describe(m, call) == "call (service, thanked)");
  BOOST_TEST(to_string(experience_level::emotion) == "emotion");
  // Going on from a finished model, nothing of it is lost.
  builder again{m};
  auto const same = again.build().value();
  BOOST_TEST((same->parts[bow].gives == m->parts[bow].gives));
  BOOST_TEST((same->parts[bow].level == m->parts[bow].level));
}

BOOST_AUTO_TEST_CASE(what_no_step_can_be) {
  small_shop s;
  auto line = __LINE__ + 1;
  s.b.gives(s.lamp, greeted);
  check_fault(s.b, error_code::contradiction, line, "the step of an encounter lamp",
              "a step is a service; 'lamp' is a good");
  small_shop t;
  auto const bow = t.b.service("bow");
  line = __LINE__ + 1;
  t.b.gives(bow, within(lupaus::business_days{1}));
  check_fault(t.b, error_code::unit_mismatch, line, "the step of an encounter bow",
              "a step gives a quality without a bound, and 'deadline' has one");
  small_shop u;
  auto const nod = u.b.service("nod");
  u.b.gives(nod, greeted);
  line = __LINE__ + 1;
  u.b.gives(nod, thanked);
  check_fault(u.b, error_code::contradiction, line, "the step of an encounter nod",
              "the part gives 'greeted' already; it gives one quality");
}

BOOST_AUTO_TEST_CASE(in_json) {
  BOOST_TEST(refusal(R"("service", "gives": "greeted", "level": "action")") == "");
  BOOST_TEST(refusal(R"("service", "gives": "greted")") == "there is no quality named 'greted'");
  BOOST_TEST(refusal(R"("service", "level": "action")") == "a level is of what the part 'gives'");
  BOOST_TEST(refusal(R"("service", "gives": "deadline")") ==
             "deadline was given no bound, which is not a bound that it takes");
  BOOST_TEST(refusal(R"("good", "gives": "greeted")") ==
             "a step is a service; 'greeting' is a good");
  BOOST_TEST(refusal(R"("service", "gives": "greeted", "level": "deep")").find("level") !=
             std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
