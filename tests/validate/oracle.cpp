// SPDX-License-Identifier: BSL-1.0
//
// The checks against their definitions, written down a second time by other means.
#include "support/findings.hpp"
#include "support/random_model.hpp"
#include "support/runs.hpp"
#include "support/teller.hpp"
#include "support/wild_model.hpp"

#include <boost/test/unit_test.hpp>

#include <map>
#include <set>
#include <string>

namespace {

using proof::description;

/// What the checks and the definitions disagree on; empty when they agree.
std::string disagreement(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  auto const& view = m->view();
  std::multiset<std::string> found, expected;
  proof::namer const in_words{view, d};
  for (auto const& f : proof::raw_findings(view)) found.insert(in_words(f));
  for (auto const& v : proof::oracle{view}.verdicts()) expected.insert(in_words(v));
  return proof::difference(found, expected);
}

/// How often the random models have each gap, and how many have none.
struct occurrences {
  std::map<std::string, int> of_gap;
  int sound = 0;

  void count(description const& d) {
    auto const m = proof::to_model(d);
    if (!m) return;
    auto const verdicts = proof::oracle{*m}.verdicts();
    sound += verdicts.empty();
    std::set<std::string> gaps;
    for (auto const& v : verdicts) gaps.insert(v.gap);
    for (auto const& g : gaps) ++of_gap[g];
  }
};

/// Walks every path without a loop from the order on, and keeps for each situation what has
/// happened on all of them.
class path_walker {
 public:
  explicit path_walker(lupaus::model_view const& m, proof::oracle const& o) : steps_{o.steps()} {
    for (auto e : m.events.ids())
      for (auto n : o.meant(e)) means_[n].insert(e);
    walk(lupaus::ordering, {});
  }
  /// There were too many paths to walk them all.
  bool gave_up() const { return left_ < 0; }
  std::map<lupaus::element, std::set<lupaus::event_id>> const& on_all() const { return on_all_; }

 private:
  void walk(lupaus::element n, std::set<lupaus::event_id> happened) {
    if (--left_ < 0 || !on_path_.insert(n).second) return;
    auto const& here = means_[n];
    happened.insert(here.begin(), here.end());
    if (auto const [at, first] = on_all_.emplace(n, happened); !first)
      std::erase_if(at->second, [&](lupaus::event_id e) { return !happened.contains(e); });
    if (auto const next = steps_.find(n); next != steps_.end())
      for (auto const& to : next->second) walk(to, happened);
    on_path_.erase(n);
  }

  std::map<lupaus::element, std::set<lupaus::element>> const& steps_;
  std::map<lupaus::element, std::set<lupaus::event_id>> means_, on_all_;
  std::set<lupaus::element> on_path_;
  int left_ = 2'000;
};

/// What the oracle itself takes for certain, against all paths one by one.
std::string certain_by_mistake(description const& d) {
  auto const m = proof::to_model(d);
  if (!m) return {};
  proof::oracle const oracle{*m};
  path_walker const paths{*m, oracle};
  if (paths.gave_up()) return {};
  return paths.on_all() == oracle.certain() ? "" : "the oracle is wrong about what is certain";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(the_checks_against_their_definitions)

BOOST_AUTO_TEST_CASE(they_agree_on_sound_promises) {
  proof::hold_on_random(proof::runs(300), proof::sound_promise, disagreement);
}

BOOST_AUTO_TEST_CASE(they_agree_on_whatever_the_builder_accepts) {
  proof::hold_on_random(proof::runs(2500), proof::wild_promise, disagreement);
}

BOOST_AUTO_TEST_CASE(every_gap_and_soundness_occur_among_the_random_models) {
  occurrences all;
  auto const n = proof::runs(1200);
  for (std::size_t i = 0; i < n; ++i) {
    all.count(proof::wild_promise(proof::first_seed() + i));
    all.count(proof::sound_promise(proof::first_seed() + i));
  }
  if (n < 1000) return;  // too few to ask it of
  BOOST_TEST(all.sound > 1000);
  BOOST_TEST(all.of_gap.size() == 31u);
  for (auto const& [gap, models] : all.of_gap) BOOST_TEST(models >= 10, gap << ": " << models);
}

BOOST_AUTO_TEST_CASE(the_oracle_itself_agrees_with_every_path_walked) {
  proof::hold_on_random(proof::runs(500), proof::wild_promise, certain_by_mistake);
}

BOOST_AUTO_TEST_SUITE_END()
