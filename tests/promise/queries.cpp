// SPDX-License-Identifier: BSL-1.0
//
// Queries of a promise as constant expressions: the schedule, against Boost.Graph's shortest paths
// and against walking every path; the responsibility matrix.
#include "lupaus/check/analysis/schedule.hpp"
#include "lupaus/model/responsibility_matrix.hpp"
#include "promise/agree.hpp"
#include "promise/shop.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dag_shortest_paths.hpp>
#include <functional>
#include <vector>

namespace shop_floor {
namespace {

inline constexpr struct survey_ : service<survey_> {
} survey;
inline constexpr struct painting_ : service<painting_> {
} painting;
inline constexpr struct cleaning_ : service<cleaning_> {
} cleaning;

//   machine (3 days) --> delivery (2 days) --+--> installation (1 day) --> cleaning (2 h)
//   survey (1 h) --> painting (4 days) ------+
static constexpr auto p = promise(
    "machine, installed in a painted room",
    all_of(machine >> delivery, survey >> painting) >> installation >> cleaning, basis,
    marketing(website.claims(delivery, within(96h)), website.implies(delivery, within(72h)),
              website.claims(delivery, by(calendar_day{20'000}))),
    fulfilment(shop.can_do(machine, 72h), shop.can_do(survey, 1h),
               shop.commits(delivery, within(48h), at(place::doorstep)), shop.can_do(painting, 96h),
               shop.can_do(cleaning, 2h)),
    subcontracts(carrier.commits_to(shop, delivery, within(48h)),
                 carrier.commits_to(shop, delivery, within(60h)),
                 installer.commits_to(shop, installation, within(24h).after(completed(delivery)))));

constexpr auto const& m = view_of<p>;
constexpr part_id part_named(std::string_view name) {
  for (auto i : m.parts.ids())
    if (m.parts[i].name == name) return i;
  return {};
}
constexpr part_times at(std::string_view part) { return schedule{m}[part_named(part)]; }
constexpr known_time hours(seconds_t h) { return known_time::of({3'600 * h, {}}); }

static_assert(schedule{m}.critical_path() == hours(72 + 48 + 24 + 2));
static_assert(schedule{m}.last() == part_named("cleaning"));
static_assert(at("machine").begins == hours(0) && at("machine").ends == hours(72));
static_assert(at("delivery").begins == hours(72) && at("delivery").ends == hours(120));
static_assert(at("survey").ends == hours(1));
static_assert(at("painting").begins == hours(1) && at("painting").ends == hours(97));
static_assert(at("installation").begins == hours(120) && at("installation").ends == hours(144));
static_assert(at("machine").is_critical && at("machine").slack == 0);
static_assert(at("delivery").is_critical && at("installation").is_critical);
static_assert(!at("survey").is_critical && at("survey").slack == 23 * 3'600);
static_assert(at("painting").slack == 23 * 3'600);

// ---- responsibility ----

constexpr auto cells(std::string_view part, quality_type const* q) {
  return responsibility_for(m, part_named(part), q);
}
constexpr auto by_deadline = cells("delivery", &quality_of<deadline>);
static_assert(by_deadline.claimed.strongest->limit.a == 72 * 3'600);  // the stronger of two
static_assert(by_deadline.claimed.is_implied && by_deadline.claimed.has_others);
static_assert(by_deadline.committed.strongest->limit.a == 48 * 3'600);
static_assert(!by_deadline.committed.is_implied && !by_deadline.committed.has_others);
static_assert(by_deadline.subcontracted.strongest->limit.a == 48 * 3'600);
constexpr auto to_where = cells("delivery", &quality_of<delivery_place>);
static_assert(!to_where.claimed && to_where.committed && !to_where.subcontracted);
static_assert(!cells("survey", &quality_of<deadline>).committed);
constexpr std::size_t rows = [] {
  std::size_t n = 0;
  for_each_responsibility(m, [&](matrix_row const&) { ++n; });
  return n;
}();
static_assert(rows == 3);  // delivery: deadline, place; installation: deadline

/// The longest path to the end of a part, by walking all of them.
seconds_t longest_to(model_view const& v, part_id part) {
  seconds_t before = 0;
  for (auto const& x : v.precedences)
    if (x.after == part) before = std::max(before, longest_to(v, x.before));
  return before + worst_case(contracted_time(v, part).length);
}
seconds_t longest_from(model_view const& v, part_id part) {
  seconds_t after = 0;
  for (auto const& x : v.precedences)
    if (x.before == part) after = std::max(after, longest_from(v, x.after));
  return after + worst_case(contracted_time(v, part).length);
}

/// The same by Boost.Graph: shortest paths over negated times, from a source before all parts.
std::vector<seconds_t> longest_by_boost(model_view const& v) {
  using graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                            boost::property<boost::edge_weight_t, seconds_t>>;
  auto const n = v.parts.size();
  graph g(n);
  auto const takes = [&](part_id part) { return worst_case(contracted_time(v, part).length); };
  for (auto part : v.parts.ids())
    if (is_leaf(v.parts[part])) add_edge(0, part.index(), -takes(part), g);
  for (auto const& x : v.precedences)
    add_edge(x.before.index(), x.after.index(), -takes(x.after), g);
  std::vector<seconds_t> d(n);
  boost::dag_shortest_paths(g, 0,
                            boost::distance_map(boost::make_iterator_property_map(
                                d.begin(), get(boost::vertex_index, g))));
  for (auto& x : d) x = -x;
  return d;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(queries)

BOOST_AUTO_TEST_CASE(the_schedule_is_that_of_the_longest_paths) {
  schedule const by_run_time{m};
  auto const by_boost = longest_by_boost(m);
  seconds_t whole_takes = 0;
  for (auto i : m.parts.ids()) {
    if (!is_leaf(m.parts[i])) continue;
    auto const ends = worst_case(by_run_time[i].ends.length);
    BOOST_TEST(ends == by_boost[i.index()]);
    BOOST_TEST(ends == longest_to(m, i));
    whole_takes = std::max(whole_takes, ends);
  }
  BOOST_TEST(worst_case(by_run_time.critical_path().length) == whole_takes);
  for (auto i : m.parts.ids()) {
    if (!is_leaf(m.parts[i])) continue;
    auto const through =
        longest_to(m, i) + longest_from(m, i) - worst_case(contracted_time(m, i).length);
    BOOST_TEST(by_run_time[i].slack == whole_takes - through);
    BOOST_TEST(by_run_time[i].is_critical == (whole_takes == through));
  }
}

BOOST_AUTO_TEST_CASE(run_time_and_compile_time_say_the_same) {
  schedule const by_run_time{m};
  constexpr auto by_compiler = [] {
    struct all {
      part_times of[16];
    } t{};
    schedule const s{m};
    for (auto i : m.parts.ids()) t.of[i.index()] = s[i];
    return t;
  }();
  for (auto i : m.parts.ids()) {
    auto const& a = by_compiler.of[i.index()];
    BOOST_TEST(bool(a.begins == by_run_time[i].begins && a.ends == by_run_time[i].ends));
    BOOST_TEST(a.slack == by_run_time[i].slack);
    BOOST_TEST(a.is_critical == by_run_time[i].is_critical);
  }
}

BOOST_AUTO_TEST_CASE(the_builder_has_the_same_schedule) {
  builder b{"machine, installed in a painted room"};
  b.customer("customer"), b.seller("shop"), b.department("website");
  b.subcontractor("carrier"), b.subcontractor("installer");
  auto const x = b.good("machine"), d = b.service("delivery"), s = b.service("survey"),
             c = b.service("painting"), i = b.service("installation"), l = b.service("cleaning");
  b.product(all_of(x >> d, s >> c) >> i >> l).reaches("customer", "shop");
  b.on(cancel_requested).owes("shop", accept);
  b.claims("website", d, within(96h));
  b.implies("website", d, within(72h));
  b.claims("website", d, by(calendar_day{20'000}));
  b.can_do("shop", x, 72h).can_do("shop", s, 1h).can_do("shop", c, 96h).can_do("shop", l, 2h);
  b.commits("shop", d, {within(48h), at(place::doorstep)});
  b.commits_to("carrier", "shop", d, within(48h));
  b.commits_to("carrier", "shop", d, within(60h));
  b.commits_to("installer", "shop", i, within(24h).after(completed(d)));
  BOOST_TEST(agree<p>(b));
  auto const built = b.build().value();
  schedule const of_built{built.view()};
  BOOST_TEST(bool(of_built.critical_path() == schedule{m}.critical_path()));
  for (auto k : m.parts.ids()) BOOST_TEST(of_built[k].slack == schedule{m}[k].slack);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace shop_floor
