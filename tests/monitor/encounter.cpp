// SPDX-License-Identifier: BSL-1.0
//
// Encounters in logs: the visit to the furniture shop, worked out by hand; a step that she begins,
// one that is interrupted and taken up again or not, one that is left out; what she leaves behind;
// and more than was promised.
#include "lupaus/builder.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

constexpr seconds_t entered = 1'772'881'200;  // 2026-03-07T11:00Z
constexpr seconds_t minute(int n) { return entered + n * 60; }

enum class said { nothing, claimed, committed, both };

/// Greeting, then attention beside the question for her needs, then thanks; all the salesman's.
struct visit {
  builder b{"a visit"};
  party_id customer = b.customer("customer"), shop = b.seller("shop"),
           salesman = b.department("salesman");
  part_id greeting = b.service("greeting"), attention = b.service("attention"),
          needs = b.service("needs"), thanks = b.service("thanks");
  model m;
  std::vector<std::string> told;
  std::vector<breach> breaches;
  std::vector<std::string> remarks;
  monitor watch;

  explicit visit(said what, seconds_t lateness = 0)
      : m{made(what)},
        watch{m,
              [this](breach const& x) {
                breaches.push_back(x);
                auto text = std::string{id_of(x.key.kind)} + " ";
                if (x.key.of.kind == element_kind::part && x.key.of != whole)
                  text += m.view().parts[x.part].name;
                told.push_back(text);
              },
              [this](remark const& r) { remarks.emplace_back(id_of(r.kind)); },
              {.lateness = lateness}} {}

  model made(said what) {
    b.product(greeting >> all_of(attention, needs) >> thanks).paid(payment::on_the_spot);
    for (auto p : {greeting, attention, needs, thanks}) b.performs(salesman, p);
    b.gives(greeting, greeted, experience_level::action);
    b.gives(attention, undivided_attention, experience_level::emotion);
    b.gives(needs, needs_asked, experience_level::meaning);
    b.gives(thanks, thanked);
    b.happens(started(greeting)), b.happens(started(attention));
    b.fails(attention, "interrupted").by(salesman);
    if (what == said::claimed || what == said::both)
      b.claims(shop, b.whole(), {undivided_attention, thanked}, "expert sellers");
    if (what == said::committed || what == said::both)
      b.commits(shop, b.whole(), {greeted, undivided_attention});
    return b.build().value();
  }
  void begin() { watch.orders("1", entered); }
  void tell(char const* who, char const* part, char const* event, int at) {
    watch.does("1", who, part, event, minute(at));
  }
  scorecard end() {
    watch.finish();
    return watch.score();
  }
  breach const& of(std::size_t i) const { return breaches.at(i); }
};

using list = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(encounters)

BOOST_AUTO_TEST_CASE(the_visit_to_the_furniture_shop) {
  visit v{said::claimed};
  v.begin();
  v.tell("customer", "greeting", "started", 6);
  v.tell("salesman", "greeting", "completed", 7);
  v.tell("salesman", "attention", "started", 8);
  v.tell("salesman", "attention", "interrupted", 10);
  v.watch.leaves("1", minute(18));
  auto const score = v.end();

  BOOST_TEST(v.told == (list{"broken-term greeting", "broken-term attention", "broken-term needs",
                             "broken-term thanks", "broken-promise "}),
             boost::test_tools::per_element());
  // She greeted first, and it was broken then; nobody had claimed it.
  BOOST_TEST(v.of(0).at == minute(6));
  BOOST_TEST((v.of(0).where == layer::fulfilment));
  // Of the rest she could hope until she left.
  for (std::size_t i = 1; i < 5; ++i) BOOST_TEST(v.of(i).at == minute(18));
  BOOST_TEST(v.of(1).interrupted_at == minute(10));
  BOOST_TEST((v.of(1).where == layer::marketing));
  BOOST_TEST(v.of(2).interrupted_at == 0);
  for (std::size_t i = 0; i < 4; ++i) {
    BOOST_TEST((v.of(i).answers == v.shop));
    BOOST_TEST((v.of(i).caused_by == v.salesman));
  }
  BOOST_TEST((v.of(4).steps == std::vector{v.greeting, v.attention, v.needs, v.thanks}));
  BOOST_TEST((v.of(4).part == v.attention));  // the first that the claim rests on

  BOOST_TEST(score.left == 1U);
  BOOST_TEST(score.left_after_breach == 1U);
  BOOST_TEST(score.kept == 0U);
  BOOST_TEST(score.claims[0].broken == 1U);
  BOOST_TEST(score.count(breach_kind::broken_term) == 4U);
  BOOST_TEST(score.count(breach_kind::watermelon) == 0U);
}

BOOST_AUTO_TEST_CASE(in_words) {
  visit v{said::claimed};
  v.begin();
  v.tell("customer", "greeting", "completed", 6);
  v.tell("salesman", "attention", "interrupted", 10);
  v.watch.leaves("1", minute(18));
  auto const& m = v.m.view();
  BOOST_TEST(to_text(m, v.of(0)) ==
             "2026-03-07T11:06Z order 1: broken-term: the greeting (level of action) was begun by "
             "the customer herself. The shop answers for it. It lies with the salesman.");
  BOOST_TEST(to_text(m, v.of(1)) ==
             "2026-03-07T11:18Z order 1: broken-term: the attention (level of emotion) was "
             "interrupted at 2026-03-07T11:10Z ('interrupted') and not taken up again. Promised: "
             "shop claims for a visit: \"expert sellers\", given undivided attention and thanked. "
             "The shop answers for it. It lies with the salesman.");
  BOOST_TEST(
      to_text(m, v.of(3)) ==
      "2026-03-07T11:18Z order 1: broken-term: the thanks was left out. Promised: shop claims "
      "for a visit: \"expert sellers\", given undivided attention and thanked. The shop "
      "answers for it. It lies with the salesman.");
  BOOST_TEST(
      to_text(m, v.of(4)) ==
      "2026-03-07T11:18Z order 1: broken-promise: the promise is broken to the customer: she "
      "was not given the greeting, the attention, the needs and the thanks as she should be. "
      "Promised: shop claims for a visit: \"expert sellers\", given undivided attention and "
      "thanked. The shop answers for it. It lies with the salesman.");
}

BOOST_AUTO_TEST_CASE(a_step_that_is_committed_to_breaks_the_promise_as_she_begins_it) {
  visit v{said::committed};
  v.begin();
  v.tell("customer", "greeting", "started", 6);
  BOOST_TEST(v.told == (list{"broken-term greeting", "broken-promise "}),
             boost::test_tools::per_element());
  BOOST_TEST((v.of(1).steps == std::vector{v.greeting}));
  BOOST_TEST((v.of(0).where == layer::fulfilment));
}

BOOST_AUTO_TEST_CASE(she_may_do_what_somebody_else_began) {
  visit v{said::both};
  v.begin();
  v.tell("salesman", "greeting", "started", 1);
  v.tell("customer", "greeting", "completed", 2);  // she greets back
  BOOST_TEST(v.told.empty());
}

BOOST_AUTO_TEST_CASE(without_a_name_nobody_is_said_to_have_begun_it) {
  visit v{said::both};
  v.begin();
  v.watch.happens("1", "greeting", "started", minute(1));
  BOOST_TEST(v.told.empty());
}

BOOST_AUTO_TEST_CASE(interrupted_and_taken_up_again) {
  visit v{said::both};
  v.begin();
  v.tell("salesman", "greeting", "started", 0);
  v.tell("salesman", "greeting", "completed", 1);
  v.tell("salesman", "attention", "started", 1);
  v.tell("salesman", "attention", "interrupted", 3);
  v.watch.remedies("1", "attention", answer::performs_again, minute(5));
  v.tell("salesman", "attention", "started", 6);
  v.tell("salesman", "attention", "completed", 9);
  v.tell("salesman", "needs", "completed", 10);
  v.tell("salesman", "thanks", "completed", 11);
  BOOST_TEST(v.watch.score().kept == 1U);
  // She has got everything, and buys nothing: that is no kept promise.
  v.watch.leaves("1", minute(12));
  auto const score = v.end();
  BOOST_TEST(v.told.empty());
  BOOST_TEST(v.remarks.empty());
  BOOST_TEST(score.kept == 0U);
  BOOST_TEST(score.left == 1U);
  BOOST_TEST(score.left_after_breach == 0U);
  BOOST_TEST(score.claims[0].kept == 1U);
  BOOST_TEST(score.commitments[0].kept == 1U);
  BOOST_TEST(
      to_text(v.m.view(), score)
          .find("Lost sales: 1 customer left without having bought, 0 of them after a broken "
                "promise.\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(taken_up_again_and_not_completed) {
  visit v{said::claimed};
  v.begin();
  v.tell("salesman", "attention", "interrupted", 3);
  v.watch.remedies("1", "attention", answer::performs_again, minute(5));
  v.watch.leaves("1", minute(6));
  BOOST_TEST(v.told[1] == "broken-term attention");
  BOOST_TEST(v.of(1).interrupted_at == 0);  // in the new attempt it was not
}

BOOST_AUTO_TEST_CASE(an_order_that_is_cancelled_ends_what_is_not_kept) {
  visit v{said::both};
  v.begin();
  v.tell("salesman", "greeting", "completed", 1);
  v.watch.cancels("1", minute(2));
  auto const score = v.end();
  BOOST_TEST(v.told.empty());
  BOOST_TEST(score.commitments[0].kept == 1U);        // greeted
  BOOST_TEST(score.commitments[1].terminated == 1U);  // attention
  BOOST_TEST(score.claims[0].terminated == 1U);
}

BOOST_AUTO_TEST_CASE(a_step_of_which_nothing_was_said_breaks_no_promise) {
  visit v{said::nothing};
  v.begin();
  v.watch.leaves("1", minute(5));
  BOOST_TEST(v.told == (list{"broken-term greeting", "broken-term attention", "broken-term needs",
                             "broken-term thanks"}),
             boost::test_tools::per_element());
  BOOST_TEST(v.end().left_after_breach == 0U);
}

BOOST_AUTO_TEST_CASE(a_limit_of_one_order_is_none_of_its_steps) {
  visit v{said::both};
  order_event placed{.order = "1", .at = entered, .kind = order_event_kind::placed};
  for (element const of : {element{claim_id{0}}, element{commitment_id{0}}})
    placed.promised.push_back({of, {bound_kind::elapsed, 60, 0, {}}});
  v.watch.observe(placed);
  v.watch.advance(minute(600));
  BOOST_TEST(v.told.empty());
}

BOOST_AUTO_TEST_CASE(a_late_record_changes_what_was_found) {
  visit v{said::claimed};
  v.begin();
  v.tell("salesman", "greeting", "completed", 1);
  v.tell("salesman", "needs", "completed", 3);
  v.tell("salesman", "thanks", "completed", 5);
  v.watch.leaves("1", minute(6));
  BOOST_TEST(v.told == (list{"broken-term attention", "broken-promise "}),
             boost::test_tools::per_element());
  v.tell("salesman", "attention", "completed", 4);
  BOOST_REQUIRE(v.told.size() == 4U);
  for (std::size_t i = 2; i < 4; ++i) BOOST_TEST((v.of(i).key.kind == breach_kind::revised));
  BOOST_TEST(v.watch.breaches("1").empty());
}

BOOST_AUTO_TEST_CASE(more_than_was_promised_is_counted) {
  visit v{said::both};
  v.begin();
  v.watch.exceeds("1", "needs", minute(2));
  v.watch.exceeds("1", "needs", minute(3));
  v.watch.leaves("1", minute(4));
  v.watch.exceeds("1", "thanks", minute(5));  // he runs after her with her umbrella
  auto const score = v.end();
  BOOST_TEST(score.extra_steps == 3U);
  BOOST_TEST(v.remarks.empty());
  auto const text = to_text(v.m.view(), score);
  BOOST_TEST(text.find("Positive friction: 3 extra steps, more than was promised.\n") !=
             std::string::npos);
  auto sum = score;
  sum += score;
  BOOST_TEST(sum.extra_steps == 6U);
  BOOST_TEST(sum.left_after_breach == 2U);
}

BOOST_AUTO_TEST_CASE(what_comes_before_its_time_is_counted) {
  builder b{"a lamp, sent"};
  b.customer("customer");
  auto const shop = b.seller("shop"), carrier = b.subcontractor("carrier");
  auto const sending = b.service("sending");
  b.product(sending);
  b.commits(shop, sending, within(48h)), b.commits_to(carrier, shop, sending, within(24h));
  auto const m = b.build().value();
  // Records with ids are judged in the long way, those without in the short one.
  for (std::string const id : {"", "record "}) {
    monitor watch{m};
    auto const deliver = [&](std::string const& order, seconds_t at) {
      watch.orders(order, entered);
      order_event e{.order = order, .at = at};
      e.event = find_event(m.view(), event_kind::completed, sending);
      if (!id.empty()) e.id = id + order;
      watch.observe(e);
    };
    deliver("1", entered + 24 * 3'600);
    deliver("2", entered + 20 * 3'600);
    watch.finish();
    auto const score = watch.score();
    BOOST_TEST(score.commitments[0].early == 2U);
    BOOST_TEST(score.commitments[0].early_by == (24 + 28) * 3'600);
    BOOST_TEST(score.commitments[1].kept == 2U);
    BOOST_TEST(score.commitments[1].early == 1U);  // one came in the very second
    BOOST_TEST(score.commitments[1].early_by == 4 * 3'600);
    auto const text = to_text(m.view(), score);
    BOOST_TEST(text.find("2 kept (1 ahead of time, by 4 h in all), 0 broken") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(over_the_end_of_a_process) {
  visit v{said::both};
  v.begin();
  v.tell("customer", "greeting", "started", 6);
  v.watch.exceeds("1", "needs", minute(7));
  auto const bytes = v.watch.snapshot();
  visit w{said::both};
  BOOST_REQUIRE(w.watch.restore(bytes));
  BOOST_TEST((w.watch.snapshot() == bytes));
  for (auto* x : {&v, &w}) x->watch.leaves("1", minute(9));
  BOOST_TEST((v.end() == w.end()));
  BOOST_TEST(w.watch.score().extra_steps == 1U);
  // What had been told before is not told again.
  BOOST_TEST(w.told == (list{"broken-term attention", "broken-term needs", "broken-term thanks"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nobody_of_another_promise_does_anything) {
  visit v{said::both};
  order_event e{.order = "1", .at = entered};
  e.event = find_event(v.m.view(), event_kind::started, v.greeting);
  e.who = party_id{99};
  BOOST_TEST(fault_of(v.m.view(), e) == std::string{"a party of the promise is expected"});
  order_event more{.order = "1", .at = entered, .kind = order_event_kind::exceeded};
  BOOST_TEST(fault_of(v.m.view(), more) == std::string{"a part of the promise is expected"});
}

BOOST_AUTO_TEST_SUITE_END()
