// SPDX-License-Identifier: BSL-1.0
//
// The washing machine at run time: exactly what its case asks for, with parties and times; and what
// the other shapes of the same order come to.
#include "check/flagship.hpp"

#include "lupaus/explore/event_names.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/monitor.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace lupaus;

namespace {

model promise_called(std::string const& name) {
  using flagship::variant;
  return flagship::washing_machine{name == "mended" ? variant::mended : variant::as_sold}
      .b.build()
      .value();
}

constexpr seconds_t placed = 1'772'442'000;  // 2026-03-02T09:00Z, a Monday
constexpr seconds_t hours(double h) { return placed + static_cast<seconds_t>(h * 3'600); }

/// Watches one order and remembers what is told.
struct watched {
  model m;
  std::vector<breach> told = {};
  std::vector<remark> remarks = {};
  monitor watch;

  explicit watched(std::string const& name, monitor_options options = {})
      : m{promise_called(name)},
        watch{m, [this](breach const& b) { told.push_back(b); },
              [this](remark const& r) { remarks.push_back(r); }, std::move(options)} {}
  watched(watched const&) = delete;
  watched& operator=(watched const&) = delete;

  /// "untold delivery customer; ..." in the order in which they were told.
  std::string said() const { return said(told); }
  std::string said(std::vector<breach> const& all) const {
    std::string text;
    for (auto const& b : all) {
      text += text.empty() ? "" : "; ";
      text += id_of(b.key.kind);
      if (b.key.kind == breach_kind::revised) text += " " + std::string{id_of(b.revises.kind)};
      if (b.key.kind == breach_kind::broken_term || b.key.kind == breach_kind::jeopardy)
        text += " " + name_of(m, b.part);
      if (b.key.told) text += " " + name_of(m, b.key.told);
    }
    return text;
  }
  std::string name(party_id p) const { return p ? name_of(m, p) : std::string{"nobody"}; }
  breach const& first(breach_kind k) const {
    for (auto const& b : told)
      if (b.key.kind == k) return b;
    BOOST_REQUIRE_MESSAGE(false, "nothing of that kind was told");
    return told.front();
  }

  void goes_wrong() {
    watch.orders("4711", placed);
    watch.happens("4711", "delivery", "shipped", hours(4));
    watch.is_told("4711", "shop", "delivery", "shipped", hours(4.5));
    watch.happens("4711", "delivery", "damaged", hours(20));
    watch.is_told("4711", "shop", "delivery", "damaged", hours(21));
    watch.happens("4711", "delivery", "returned", hours(22.5));
    watch.contacts("4711", hours(27));
    watch.asks_for_another("4711", "delivery", answer::waits, hours(28));
    watch.asks_to_cancel("4711", answer::refuses, hours(29));
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(as_sold_it_is_a_watermelon) {
  watched w{"as_sold"};
  w.goes_wrong();
  BOOST_TEST(w.said() ==
             "untold customer; broken-promise; watermelon; untold installer; customer-chased; "
             "customer-chased; customer-chased; refused-right");
  BOOST_TEST(w.remarks.empty());
  auto const& whole_of_it = w.first(breach_kind::broken_promise);
  BOOST_TEST(whole_of_it.at == hours(22) + 1);
  BOOST_TEST(w.name(whole_of_it.answers) == "shop");
  BOOST_TEST(w.name(whole_of_it.caused_by) == "carrier");
  BOOST_TEST(w.name(w.first(breach_kind::untold).failed_to_tell) == "shop");
  BOOST_TEST(w.first(breach_kind::refused_right).at == hours(29));
  BOOST_REQUIRE(!recourse_of(w.m, whole_of_it).empty());
  BOOST_TEST(w.name(recourse_of(w.m, whole_of_it)[0].creditor) == "shop");
  BOOST_TEST(w.name(recourse_of(w.m, whole_of_it)[0].debtor) == "carrier");
  auto const score = w.watch.score();
  BOOST_TEST(score.contacts == 3U);
  BOOST_TEST(score.count(breach_kind::customer_chased) == 3U);
  BOOST_TEST(w.name(w.watch.holder("4711", part_called(w.m, "machine"))) == "supplier");
}

BOOST_AUTO_TEST_CASE(once_the_carrier_is_late_it_is_none) {
  watched w{"as_sold"};
  w.goes_wrong();
  w.told.clear();
  w.watch.advance(hours(48));  // the last second of the limit
  BOOST_TEST(w.said() == "");
  w.watch.advance(hours(48) + 1);
  BOOST_TEST(w.said() == "revised watermelon; broken-term delivery; broken-term delivery");
  BOOST_TEST((w.told[1].where == layer::delivery));
  BOOST_TEST((w.told[2].where == layer::marketing));
  BOOST_TEST(w.watch.score().count(breach_kind::watermelon) == 0U);
  BOOST_TEST(w.watch.score().revised == 1U);
}

BOOST_AUTO_TEST_CASE(an_order_that_goes_well_is_perfect) {
  for (auto const* name : {"as_sold", "mended"}) {
    watched w{name};
    w.watch.orders("1", placed);
    w.watch.happens("1", "delivery", "shipped", hours(4));
    w.watch.is_told("1", "shop", "delivery", "shipped", hours(5));
    w.watch.happens("1", "delivery", "completed", hours(48));
    for (auto const* who : {"shop", "installer"})
      w.watch.is_told("1", who, "delivery", "completed", hours(49));
    w.watch.happens("1", "installation", "completed", hours(72));
    w.watch.advance(hours(1'000));
    BOOST_TEST(w.said() == "", name);
    BOOST_TEST(w.remarks.empty());
    auto const score = w.watch.score();
    BOOST_TEST(score.kept == 1U);
    BOOST_TEST(score.perfect == 1U);
    BOOST_TEST(w.watch.size() == 0U);  // retired; its counts stay
  }
}

BOOST_AUTO_TEST_CASE(a_second_later_is_late) {
  watched w{"as_sold"};
  w.watch.orders("1", placed);
  w.watch.happens("1", "delivery", "shipped", hours(4));
  w.watch.is_told("1", "shop", "delivery", "shipped", hours(4));
  w.watch.happens("1", "delivery", "completed", hours(48) + 1);
  BOOST_TEST(w.said() == "broken-term delivery; broken-term delivery; broken-promise");
  w.watch.finish();
  auto const score = w.watch.score();
  std::uint64_t broken = 0;
  seconds_t late = 0;
  for (auto const& c : score.claims) broken += c.broken, late += c.late_by;
  BOOST_TEST(broken == 1U);
  BOOST_TEST(late == 1);
}

BOOST_AUTO_TEST_CASE(a_remedy_that_fails_is_a_double_deviation) {
  watched w{"mended"};
  w.watch.orders("1", placed);
  w.watch.happens("1", "delivery", "shipped", hours(1));
  w.watch.happens("1", "delivery", "lost", hours(2));
  w.watch.remedies("1", "delivery", answer::replaces, hours(3));
  w.watch.happens("1", "delivery", "shipped", hours(4));
  w.watch.happens("1", "delivery", "damaged", hours(5));
  BOOST_TEST(w.remarks.empty());
  BOOST_TEST(w.first(breach_kind::double_deviation).key.attempt == 1U);
  BOOST_TEST(w.watch.score().count(breach_kind::double_deviation) == 1U);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_remarked_and_believed) {
  watched w{"as_sold"};
  w.watch.orders("1", placed);
  w.watch.happens("1", "installation", "completed", hours(1));
  BOOST_REQUIRE_EQUAL(w.remarks.size(), 1U);
  BOOST_TEST((w.remarks[0].kind == remark_kind::does_not_fit));
  BOOST_REQUIRE_EQUAL(w.remarks[0].wanted.size(), 1U);
  BOOST_TEST(place_of(w.m, w.remarks[0].wanted[0]) == "delivery completed");
  w.watch.happens("1", "installation", "completed", hours(2));
  BOOST_TEST((w.remarks.back().kind == remark_kind::repeated));
}

// The fourth of the carriers' scans says what the first three did not: the parcel is there.
BOOST_AUTO_TEST_CASE(it_comes_after_it_was_declared_lost) {
  watched w{"as_sold"};
  w.watch.orders("1", placed);
  w.watch.happens("1", "delivery", "shipped", hours(4));
  w.watch.is_told("1", "shop", "delivery", "shipped", hours(4));
  w.watch.happens("1", "delivery", "lost", hours(20));
  w.watch.happens("1", "delivery", "completed", hours(21));
  BOOST_REQUIRE_EQUAL(w.remarks.size(), 1U);
  BOOST_TEST((w.remarks[0].kind == remark_kind::does_not_fit));
  w.watch.contacts("1", hours(21.5));  // nothing is wrong any more
  w.watch.advance(hours(23));
  BOOST_TEST(w.watch.score().count(breach_kind::customer_chased) == 0U);
  BOOST_TEST(w.watch.score().count(breach_kind::broken_term) == 0U);
  // Refunded as lost, it is a parcel that comes after the end.
  watched paid_back{"as_sold"};
  paid_back.watch.orders("1", placed);
  paid_back.watch.happens("1", "delivery", "shipped", hours(4));
  paid_back.watch.happens("1", "delivery", "lost", hours(20));
  paid_back.watch.refunds("1", hours(21));
  paid_back.watch.happens("1", "delivery", "completed", hours(30));
  BOOST_TEST((paid_back.remarks.back().kind == remark_kind::after_the_end));
  BOOST_TEST(paid_back.watch.score().ended_in_failure == 1U);
  BOOST_TEST(paid_back.watch.score().count(breach_kind::broken_promise) == 1U);
}

BOOST_AUTO_TEST_CASE(a_correction_revises) {
  watched w{"as_sold"};
  auto record = [&](std::string const& part, std::string const& event, seconds_t at) {
    order_event e{.order = "1", .at = at, .id = event};
    e.event = event_called(w.m, part_called(w.m, part), event);
    return e;
  };
  w.watch.orders("1", placed);
  w.watch.observe(record("delivery", "shipped", hours(4)));
  w.watch.observe(record("delivery", "damaged", hours(20)));
  w.watch.advance(hours(23));
  BOOST_TEST(w.said() ==
             "untold shop; untold shop; untold customer; broken-promise; untold installer");
  w.told.clear();
  order_event gone{.order = "1", .at = hours(24), .kind = order_event_kind::withdrawn};
  gone.corrects = "damaged";
  w.watch.observe(gone);
  BOOST_TEST(w.said() ==
             "revised untold shop; revised untold customer; revised broken-promise; "
             "revised untold installer");
  BOOST_TEST(w.watch.breaches("1").size() == 1U);  // of the shipping, nobody told the shop
  w.watch.observe(record("delivery", "damaged", hours(20)));  // it stays withdrawn
  BOOST_TEST(w.watch.score().duplicates == 1U);
}

BOOST_AUTO_TEST_CASE(what_comes_in_late_is_judged_as_if_it_had_not) {
  watched in_time{"as_sold"}, late{"as_sold"}, patient{"as_sold", {.lateness = 6 * 3'600}};
  for (auto* w : {&in_time, &late, &patient}) {
    w->watch.orders("1", placed);
    w->watch.happens("1", "delivery", "shipped", hours(4));
    if (w == &in_time) w->watch.is_told("1", "shop", "delivery", "shipped", hours(5));
    w->watch.advance(hours(7));
    if (w != &in_time) w->watch.is_told("1", "shop", "delivery", "shipped", hours(5));
    w->watch.advance(hours(20));
  }
  BOOST_TEST(in_time.said() == "");
  BOOST_TEST(late.said() == "untold shop; revised untold shop");
  BOOST_TEST(late.watch.breaches("1").empty());
  BOOST_TEST(patient.said() == "");
}

BOOST_AUTO_TEST_CASE(each_order_has_limits_of_its_own) {
  watched w{"as_sold"};
  order_event e{.order = "1", .at = placed, .kind = order_event_kind::placed};
  // The claim of 48 h on the delivery: this customer was promised Friday.
  e.promised = {{claim_id{0}, {bound_kind::calendar_day, day(2026, 3, 6).since_epoch, 0, {}}}};
  w.watch.observe(e);
  w.watch.orders("2", placed);
  w.watch.advance(hours(48) + 1);
  std::string claims;
  for (auto const& b : w.told)
    if (b.key.of == element{claim_id{0}}) claims += b.order;
  BOOST_TEST(claims == "2");
  w.watch.advance(hours(24 * 4 + 15));  // midnight after Friday
  for (auto const& b : w.told)
    if (b.key.of == element{claim_id{0}} && b.order == "1") claims += b.order + "!";
  BOOST_TEST(claims == "21!");
}

BOOST_AUTO_TEST_CASE(scorecards_are_added) {
  watched a{"as_sold"}, b{"as_sold"}, both{"as_sold"};
  a.goes_wrong();
  both.goes_wrong();
  for (auto* w : {&b, &both}) {
    w->watch.orders("5", placed);
    w->watch.cancels("5", hours(1));
    w->watch.advance(hours(90));
  }
  a.watch.advance(hours(90));
  auto sum = a.watch.score();
  sum += b.watch.score();
  BOOST_TEST((sum == both.watch.score()));
  auto other = b.watch.score();
  other += a.watch.score();
  BOOST_TEST((sum == other));
  BOOST_TEST(sum.placed == 2U);
}

BOOST_AUTO_TEST_CASE(an_order_is_erased) {
  watched w{"as_sold"};
  w.goes_wrong();
  BOOST_TEST(w.watch.erase("4711"));
  BOOST_TEST(!w.watch.erase("4711"));
  BOOST_TEST(w.watch.size() == 0U);
  BOOST_TEST(w.watch.score().placed == 0U);
  w.watch.advance(hours(500));
  BOOST_TEST(w.watch.breaches("4711").empty());
}

BOOST_AUTO_TEST_CASE(an_order_takes_so_many_records) {
  watched w{"as_sold", {.most_records = 3}};
  order_event const withdrawal{
      .order = "4711", .at = hours(3), .kind = order_event_kind::withdrawn, .corrects = "none"};
  w.watch.observe({.order = "4711", .at = placed, .kind = order_event_kind::placed, .id = "first"});
  w.watch.contacts("4711", hours(1));
  w.watch.observe(withdrawal);
  BOOST_TEST(w.remarks.empty());
  w.watch.contacts("4711", hours(4));
  w.watch.observe(withdrawal);
  BOOST_TEST(w.remarks.size() == 2U);
  if (w.remarks.empty()) return;
  BOOST_TEST((w.remarks[0].kind == remark_kind::too_many_records && w.remarks[0].at == hours(4)));
  BOOST_TEST(to_text(w.m, w.remarks[0]) ==
             "2026-03-02T13:00Z order 4711: too-many-records: the order takes no more records.");
  // What it has is known all the same, and other orders have room.
  w.watch.observe({.order = "4711", .at = placed, .kind = order_event_kind::placed, .id = "first"});
  w.watch.contacts("4712", hours(4));
  BOOST_TEST(w.remarks.size() == 2U);
  auto const score = w.watch.score();
  BOOST_TEST(score.contacts == 1U);
  BOOST_TEST(score.duplicates == 1U);
  BOOST_TEST(score.remarks[static_cast<std::size_t>(remark_kind::too_many_records)] == 2U);
  monitor again{w.m, {}, {}, {.most_records = 3}};
  BOOST_TEST(again.restore(w.watch.snapshot()).has_value());
  BOOST_TEST((again.score() == score));
}

BOOST_AUTO_TEST_CASE(what_the_promise_does_not_have_is_bad_input) {
  watched w{"as_sold"};
  auto const fault = [&](auto&& call) -> std::string {
    try {
      call();
    } catch (bad_input const& e) {
      return e.what();
    }
    return "none";
  };
  BOOST_TEST(fault([&] { w.watch.happens("1", "delivry", "shipped", placed); }) ==
             "order '1': there is no good or service named 'delivry'; did you mean 'delivery'?");
  BOOST_TEST(fault([&] { w.watch.happens("1", "delivery", "damagd", placed); }) ==
             "order '1': 'delivery' has no event named 'damagd'; did you mean 'damaged'?");
  BOOST_TEST(fault([&] { w.watch.is_told("1", "custmer", "delivery", "lost", placed); }) ==
             "order '1': there is no party named 'custmer'; did you mean 'customer'?");
  order_event nothing{.order = "1", .at = placed};
  BOOST_TEST(fault([&] { w.watch.observe(nothing); }) ==
             "order '1': an event in the life of a part is expected");
  BOOST_TEST(w.watch.size() == 0U);
}
