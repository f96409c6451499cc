// SPDX-License-Identifier: BSL-1.0
//
// Where the validator finds no error, the explorer finds nobody doomed or trapped under the
// promise's own rules: theorem T1 of docs/explanation/semantics.md, on random promises.
#include "support/print.hpp"
#include "support/runs.hpp"
#include "support/shrink.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"
#include "theorems/other_terms.hpp"

#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/report/story.hpp"
#include "lupaus/validate.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <type_traits>

namespace {

using namespace lupaus;

/// One in three is sound as it was made; most others are not.
proof::description promise_of(std::uint64_t seed) {
  if (seed % 3 == 0) return proof::sound_promise(seed);
  return seed % 12 == 1 ? proof::wild_promise(seed) : proof::other_terms{seed}.run();
}

explore_options const& with_failures(std::size_t n) {
  static explore_options options[4];
  options[n] = {.failures = n, .limits = {.states = 20'000}, .times = false};
  return options[n];
}

bool is_doomed_though_sound(proof::description const& d, std::size_t failures) {
  auto const m = proof::to_model(d);
  return m && validate(*m).is_sound() && !explore(*m, with_failures(failures)).stories.empty();
}

bool can_fail(model_view const& m) {
  situations const s{m};
  detail::flags reached{s.size()};
  s.find_reachable(reached);
  for (auto e : m.events.ids())
    if (is_failure(m.events[e].kind) && reached[s.of(e)]) return true;
  return false;
}

/// In how many promises each column, kind of part and event, and action stands.
struct coverage {
  std::map<std::string, std::size_t> seen;

  void count(model_view const& m) {
    std::map<std::string, bool> has;
    std::size_t column = 0;
    detail::for_each_column(
        [&](auto const& c) {
          // A quality that a document declares is one like any other, and the builder has none.
          using row = std::remove_cvref_t<decltype(*c.begin())>;
          if constexpr (!std::is_same_v<row, declared_quality>)
            has["column " + std::to_string(column++)] = !c.empty();
        },
        m);
    for (auto const kind :
         {event_kind::ordered, event_kind::started, event_kind::completed, event_kind::failed,
          event_kind::late, event_kind::step, event_kind::timed_out, event_kind::possession,
          event_kind::reported, event_kind::cancel_requested, event_kind::replacement_requested,
          event_kind::cancelled, event_kind::refunded, event_kind::kept}) {
      auto& some = has["event " + std::string{to_string(kind)}];
      for (auto const& e : m.events) some = some || e.kind == kind;
    }
    for (auto const action : {action_kind::replace, action_kind::perform_again, action_kind::repair,
                              action_kind::reduce_price, action_kind::refund, action_kind::accept,
                              action_kind::refuse, action_kind::act}) {
      auto& some = has["action " + std::string{to_string(action)}];
      for (auto const& r : m.rules) some = some || r.action == action;
    }
    for (auto const kind :
         {part_kind::good, part_kind::service, part_kind::composite, part_kind::instalment}) {
      auto& some = has["part " + std::string{to_string(kind)}];
      for (auto const& p : m.parts) some = some || p.kind == kind;
    }
    for (auto p : m.parts.ids()) {
      auto const is_work = is_hers(m, p) && !is_instalment(m.parts[p]);
      has["her own work"] = has["her own work"] || is_work;
    }
    for (auto const& e : m.events) {
      auto const fails = is_failure(e.kind) && is_instalment(m.parts[e.of]);
      has["a payment fails"] = has["a payment fails"] || fails;
    }
    for (auto const& r : m.rules) {
      has["since"] = has["since"] || r.since;
      has["until"] = has["until"] || r.until;
      has["gate"] = has["gate"] || r.gate;
      has["counted"] = has["counted"] || is_counted(r);
    }
    for (auto const& p : m.parts) has["severable"] = has["severable"] || p.severable;
    for (auto const& e : m.events)
      has["failure that ends"] = has["failure that ends"] || (is_failure(e.kind) && e.until);
    for (auto const& [what, is_there] : has) seen[what] += is_there ? 1U : 0U;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sound_promises)

BOOST_AUTO_TEST_CASE(trap_nobody) {
  coverage covered;
  std::size_t sound = 0, incomplete = 0;
  auto const runs = proof::runs(5'000);
  for (std::size_t i = 0; i < runs; ++i) {
    auto const seed = proof::first_seed() + i;
    auto const failures = seed / 12 % 4;  // in each kind of promise
    auto const d = promise_of(seed);
    auto const m = proof::to_model(d);
    if (!m || !validate(*m).is_sound() || !can_fail(*m)) continue;
    auto const v = explore(*m, with_failures(failures));
    ++sound;
    incomplete += v.seen.is_complete() ? 0U : 1U;
    covered.count(*m);
    if (v.stories.empty()) continue;
    auto const small = proof::shrink(
        d, [&](proof::description const& x) { return is_doomed_though_sound(x, failures); });
    auto const shown = proof::to_model(small);
    BOOST_ERROR("LUPAUS_SEED=" << seed << " LUPAUS_RUNS=1 shows it again; shrunk:\n"
                               << proof::to_string(small) << "\n"
                               << to_text(explore(*shown, with_failures(failures))));
    return;
  }
  BOOST_TEST_MESSAGE(sound << " sound promises in which something can fail, of " << runs);
  if (runs < 5'000) return;
  BOOST_TEST(sound >= 2'000U);
  auto const most_are_complete = incomplete * 20 < sound;
  BOOST_TEST(most_are_complete);
  for (auto const& [what, n] : covered.seen) {
    auto const is_often = n * 100 >= sound;
    BOOST_TEST(is_often, what << ": in " << n << " of " << sound);
  }
}

BOOST_AUTO_TEST_SUITE_END()
