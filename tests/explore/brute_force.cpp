// SPDX-License-Identifier: BSL-1.0
//
// The explorer against brute force: a second interpreter of promises, with maps for states, and
// plain recursion through every sequence of events.
#include "support/naive_order.hpp"
#include "support/runs.hpp"
#include "support/small_model.hpp"
#include "support/table_policy.hpp"
#include "support/teller.hpp"

#include "lupaus/explore.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <type_traits>

namespace {

using namespace lupaus;
using proof::description, proof::naive_state;

constexpr std::size_t most_states = 400;

/// What both have to say.
struct findings {
  std::size_t states = 0, trapped = 0, doomed = 0, by_nothing = 0, shortest = 0, broken = 0;
  friend bool operator==(findings const&, findings const&) = default;
};
std::string told(findings const& f) {
  std::ostringstream out;
  out << f.states << " states, " << f.trapped << " trapped, " << f.doomed << " doomed, "
      << f.by_nothing << " released by nothing, shortest trap " << f.shortest << ", broken after "
      << f.broken;
  return out.str();
}

// ---- by brute force ----------------------------------------------------------------------------

template <class Order>
class recursion {
 public:
  explicit recursion(Order const& order) : order_{order} {}

  findings run() {
    visit({}, 0);
    findings f;
    f.states = depth_.size();
    for (auto const& [s, depth] : depth_) {
      auto const phase = Order::get(s, proof::fact::phase);
      if (phase == proof::is_broken) f.broken = depth;
      if (phase == proof::is_before_order || can_end(s, true)) continue;
      ++f.doomed;
      f.by_nothing += can_end(s, false) ? 0U : 1U;
      if (!order_.has_asked_in_vain(s)) continue;
      ++f.trapped;
      if (f.shortest == 0 || depth < f.shortest) f.shortest = depth;
    }
    return f;
  }

 private:
  // Again whenever a shorter way was found.
  void visit(naive_state const& s, std::size_t depth) {
    auto const [known, is_new] = depth_.try_emplace(s, depth);
    if (!is_new && known->second <= depth) return;
    known->second = depth;
    for (auto const& next : order_.moves(s)) visit(next.to, depth + 1);
  }
  bool can_end(naive_state const& s, bool only_dependable) {
    std::set<naive_state> seen;
    return can_end(s, only_dependable, seen);
  }
  bool can_end(naive_state const& s, bool only_dependable, std::set<naive_state>& seen) {
    if (order_.is_good(s) || Order::get(s, proof::fact::phase) == proof::is_broken) return true;
    if (!seen.insert(s).second) return false;
    for (auto const& next : order_.moves(s))
      if ((next.is_dependable || !only_dependable) && can_end(next.to, only_dependable, seen))
        return true;
    return false;
  }

  Order const& order_;
  std::map<naive_state, std::size_t> depth_;
};

// ---- by the explorer ---------------------------------------------------------------------------

findings findings_of(verdict const& v) {
  findings f{v.seen.states, v.trapped, v.doomed, v.released_by_nothing, 0, 0};
  for (auto const& s : v.stories)
    if (s.ends == ending::trapped && (f.shortest == 0 || s.moves.size() < f.shortest))
      f.shortest = s.moves.size();
  for (auto const& s : v.broken) f.broken = s.moves.size();
  return f;
}

/// What the policy asked the explorer of earlier attempts.
template <class Policy>
proof::naive_memory asked_by(Policy const& p) {
  if constexpr (std::is_same_v<Policy, proof::table_policy>)
    if (p.asked) return {p.asked->events, p.asked->replacements, p.asked->cancellations};
  return {};
}

template <class Policy>
std::string differently(model const& m, Policy p, std::size_t budget) {
  auto const v = explore(
      m, p,
      {.failures = budget, .limits = {.states = most_states}, .together = true, .times = false});
  if (!v.seen.is_complete()) return {};
  auto const ours = findings_of(v);
  proof::naive_order const order{m.view(), p, budget, asked_by(p)};
  auto const theirs = recursion{order}.run();
  if (ours == theirs) return {};
  return "with at most " + std::to_string(budget) + " failures the explorer finds\n  " +
         told(ours) + "\nand brute force\n  " + told(theirs);
}

std::string rules_differ(description const& d) {
  auto const m = proof::to_model(d);
  return m ? differently(*m, rules_policy{}, d.seed / 3 % 3) : std::string{};
}
std::string policies_differ(description const& d) {
  auto const m = proof::to_model(d);
  return m ? differently(*m, proof::random_policy(m->view(), d.seed), d.seed / 3 % 3)
           : std::string{};
}

std::string counting_policies_differ(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  return differently(*m, proof::random_policy_that_counts(m->view(), d.seed), d.seed / 3 % 3 + 1);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(against_brute_force)

BOOST_AUTO_TEST_CASE(under_the_rules) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, rules_differ);
}

BOOST_AUTO_TEST_CASE(under_any_policy) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, policies_differ);
}

BOOST_AUTO_TEST_CASE(under_any_policy_that_counts) {
  proof::hold_on_random(proof::runs(400), proof::small_promise, counting_policies_differ);
}

BOOST_AUTO_TEST_SUITE_END()
