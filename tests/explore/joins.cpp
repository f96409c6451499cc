// SPDX-License-Identifier: BSL-1.0
//
// Parts that meet, explored in small searches: the same as in one space, wherever that ends.
#include "support/chooser.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include "lupaus/builder.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/explore/order/independent_parts.hpp"
#include "lupaus/report/story.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

namespace {

using namespace lupaus;
using namespace std::chrono_literals;

explore_options apart(std::size_t failures) {
  return {.failures = failures, .limits = {.states = 300'000}, .states_together = 0};
}
explore_options together(std::size_t failures) {
  return {.failures = failures, .limits = {.states = 300'000}, .together = true};
}

std::string in_words(std::optional<seconds_t> const& t) { return t ? std::to_string(*t) : "none"; }

/// What is said of traps, and of times: of stories, but for ties among the shortest, all. Where she
/// is doomed before anything has failed, every story in one space begins in doom; apart, only those
/// of the part that cannot be counted on do.
std::string said(verdict const& v) {
  std::ostringstream text;
  text << (v.is_clean() ? "clean\n" : "not clean\n");
  std::vector<std::string> lines;
  for (auto const& s : v.stories) {
    std::ostringstream line;
    line << to_string(s.ends) << " by " << s.failure.value << " in " << s.moves.size();
    if (s.is_released_by_nothing) line << " for ever";
    lines.push_back(line.str());
  }
  std::sort(lines.begin(), lines.end());
  for (auto const& line : lines) text << line << "\n";
  if (v.times.why == stop_reason::complete)
    text << "acceptable " << in_words(v.times.until_acceptable) << ", kept "
         << in_words(v.times.until_kept) << ", limbo " << in_words(v.times.longest_limbo)
         << ", recovery " << in_words(v.times.longest_recovery)
         << (v.times.has_unbound_waits ? ", waits" : "") << "\n";
  if (v.most_contacts && independent_parts(v.model()).size() == 1) text << *v.most_contacts << " contacts\n";
  return text.str();
}


/// Tells a story to the whole order, move by move: what is wrong with it, if anything.
template <class Policy>
std::string retold(model const& m, std::size_t failures, Policy p, story const& s) {
  auto const is_code = !std::is_same_v<Policy, rules_policy>;
  detail::order_plan const plan{m.view(), 2, is_code};
  detail::order_moves const moves{plan, detail::policy_ref{p}, failures};
  std::vector<std::uint8_t> state(plan.bytes()), next(detail::order_plan::most_bytes);
  auto const is_doomed = [&] { return !detail::can_reach_acceptable(moves, state.data()); };
  for (std::size_t i = 0; i < s.moves.size(); ++i) {
    if (i == s.doomed_after && is_doomed()) return "doomed too early";
    auto is_found = false;
    std::vector<std::uint8_t> to(plan.bytes());
    auto const look = [&](std::uint8_t const* bytes, order_move const& x) {
      if (!is_found && x == s.moves[i]) std::copy(bytes, bytes + to.size(), to.begin()), is_found = true;
    };
    moves.for_each(state.data(), next.data(), detail::move_sink{look});
    if (!is_found) return "move " + std::to_string(i + 1) + " cannot happen";
    state = to;
    if (i >= s.doomed_after && !is_doomed()) return "not doomed after move " + std::to_string(i + 1);
  }
  return {};
}

/// The rules as a shop's own code, which looks at what it needs.
decision rules_in_code(circumstances const& c) { return rules_policy{}.decide(c); }

std::size_t tried = 0, dirty = 0;

/// `p`: the rules, or code.
template <class Policy>
std::string disagreement(model const& m, std::size_t failures, Policy p) {
  auto const a = explore(m, p, apart(failures));
  if (!a.is_apart || !a.seen.is_complete()) return {};
  auto const b = explore(m, p, together(failures));
  if (!b.seen.is_complete() || a.times.why != b.times.why) return {};
  ++tried;
  dirty += a.is_clean() ? 0u : 1u;
  auto const is_hopeless =
      std::any_of(a.stories.begin(), a.stories.end(), [](story const& s) { return !s.failure; });
  for (auto const& s : a.stories)
    if (auto const wrong = retold(m, failures, p, s); !wrong.empty() && !is_hopeless)
      return "the story of " + std::to_string(s.failure.value) + ": " + wrong;
  auto const one = said(a), other = said(b);
  return one == other ? std::string{} : "apart:\n" + one + "together:\n" + other;
}

/// Works of two or three kinds that meet in many ways: each a service, or a good and what brings it.
class works {
 public:
  explicit works(std::uint64_t seed) : pick_{seed} {
    if (pick_.chance(15)) b_.paid(payment::on_the_spot);
    auto const many = pick_.between(3, 5);
    for (int i = 0; i < many; ++i) add_work(std::to_string(i));
    b_.product(meet(0, last_.size()));
    for (std::size_t i = 0; i < last_.size(); ++i) add_life(i);
    add_cancellation();
  }
  result<model> build() const { return b_.build(); }

 private:
  void add_work(std::string const& number) {
    firm_.push_back(pick_.chance(80) ? b_.subcontractor("firm " + number) : shop_);
    if (pick_.chance(60)) b_.reaches(customer_, firm_.back());
    last_.push_back(b_.service("work " + number, pick_.chance(10) ? 2 : 1));
    goods_.push_back({});
    made_of_.push_back(last_.back());
    if (!pick_.chance(40)) return;
    auto const good = goods_.back() = b_.good("good " + number);
    b_.carries(last_.back(), good);
    if (pick_.chance(90)) b_.can_do(shop_, good, pick_.chance(70) ? 0h : 24h);
    made_of_.back() = good >> last_.back();
  }
  product meet(std::size_t begin, std::size_t end) {
    if (end - begin == 1) return made_of_[begin];
    auto const middle = begin + 1 + pick_.below(end - begin - 1);
    auto const a = meet(begin, middle), b = meet(middle, end);
    return pick_.chance(50) ? a >> b : all_of(a, b);
  }

  void add_life(std::size_t i) {
    auto const what = last_[i];
    auto const firm = firm_[i];
    if (pick_.chance(92)) {
      auto const hours = std::chrono::hours{pick_.between(1, 4) * 12};
      auto const from = pick_.chance(75) ? 0 : pick_.below(last_.size());
      if (firm == shop_)
        b_.can_do(shop_, what, hours);
      else if (from > 0 && from != i && pick_.chance(50))
        b_.commits_to(firm, shop_, what, within(hours).after(completed(last_[from])));
      else
        b_.commits_to(firm, shop_, what, within(hours));
    }
    if (pick_.chance(25)) b_.step(what, "noted").follows(started(what)).by(firm);
    for (int n = pick_.between(0, 2); n-- > 0;) add_failure(i, n == 0 ? "lost" : "damaged");
    if (pick_.chance(15)) b_.may_be_late(what);
  }
  void add_failure(std::size_t i, char const* name) {
    auto const what = last_[i];
    auto failure = b_.fails(what, name);
    if (pick_.chance(20)) failure.follows(pick_.chance(50) ? completed(what) : started(what));
    auto const id = failure.id();
    if (firm_[i] != shop_ && pick_.chance(75)) b_.tells(firm_[i], shop_, id, 2h);
    event_ref on = id;
    if (pick_.chance(25)) on = reported(id);
    event_id back;
    if (pick_.chance(30)) {
      auto step = b_.step(what, std::string{"back after "} + name).follows(id).by(firm_[i]);
      if (goods_[i]) step.hands(goods_[i], shop_);
      back = step.id();
      if (firm_[i] != shop_ && pick_.chance(70))
        b_.commits_to(firm_[i], shop_, what, within(24h).after(id)).brings_about(back);
    }
    if (pick_.chance(12)) return;
    auto const others = pick_.chance(20) ? pick_.below(last_.size()) : i;
    auto rule = b_.on(on);
    switch (pick_.below(6)) {
      case 0: rule.owes(shop_, refund); break;
      case 1: rule.owes(shop_, repair(goods_[i] ? goods_[i] : what)); break;
      case 2:
        if (goods_[i]) {
          rule.owes(shop_, replace(goods_[i]));
          break;
        }
        [[fallthrough]];
      default: rule.owes(shop_, perform_again(last_[others])); break;
    }
    if (back && pick_.chance(60)) rule.waits_for(back);
    if (pick_.chance(20)) rule.until(completed(what));
    if (pick_.chance(60)) rule.within(24h);
  }
  void add_cancellation() {
    auto const i = pick_.below(last_.size());
    switch (pick_.below(6)) {
      case 0: b_.on(cancel_requested).owes(shop_, accept); break;
      case 1: b_.on(cancel_requested).until(started(last_[i])).owes(shop_, accept); break;
      case 2: b_.on(cancel_requested).since(completed(last_[i])).owes(shop_, accept); break;
      case 3: b_.on(cancel_requested).owes(shop_, refuse); break;
      case 4:
        for (auto what : last_)
          if (pick_.chance(80)) b_.on(cancel_requested).until(started(what)).owes(shop_, accept);
        break;
      default: break;
    }
  }

  proof::chooser pick_;
  builder b_{"works"};
  party_id customer_ = b_.customer("customer"), shop_ = b_.seller("shop");
  std::vector<party_id> firm_;
  std::vector<part_id> last_, goods_;
  std::vector<product> made_of_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(parts_that_meet)

BOOST_AUTO_TEST_CASE(works_that_meet) {
  std::size_t made = 0;
  for (std::size_t i = 0; i < proof::runs(400); ++i) {
    auto const seed = proof::first_seed() + i;
    auto const m = works{seed}.build();
    if (!m) continue;
    ++made;
    auto const wrong = i % 8 < 4 ? disagreement(*m, i % 4, rules_policy{})
                                 : disagreement(*m, i % 4, rules_in_code);
    BOOST_TEST(wrong == "", "seed " << seed << ", failures " << i % 4 << "\n" << wrong);
  }
  BOOST_TEST_MESSAGE(made << " works, " << tried << " apart, " << dirty << " not clean");
  BOOST_TEST(tried > 0u);
}

BOOST_AUTO_TEST_CASE(random_promises) {
  for (auto const make : {proof::sound_promise, proof::wild_promise})
    for (std::size_t failures = 0; failures <= 3; ++failures)
      proof::hold_on_random(proof::runs(300), make, [&](proof::description const& d) {
        auto const m = proof::to_model(d);
        return m ? disagreement(*m, failures, rules_policy{}) : std::string{};
      });
  BOOST_TEST_MESSAGE(tried << " promises, " << dirty << " not clean");
  BOOST_TEST(tried > 0u);
}

BOOST_AUTO_TEST_SUITE_END()
