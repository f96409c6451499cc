// SPDX-License-Identifier: BSL-1.0
//
// Parts that meet, explored in small searches: so many failures happen in so many clusters at most,
// and all other parts are performed in the end, whatever happens to these.
#pragma once

#include "lupaus/explore/explore_options.hpp"
#include "lupaus/explore/joins/earlier_work.hpp"
#include "lupaus/explore/joins/part_clusters.hpp"
#include "lupaus/explore/joins/quiet_parts.hpp"
#include "lupaus/explore/order/policy_ref.hpp"
#include "lupaus/life/order/order_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// Which searches take the place of one search of a set of parts. Why they may, in
/// docs/explanation/parts-that-meet.md.
class small_searches {
 public:
  /// Beyond so many searches, one is made.
  static constexpr std::size_t most_searches = 20'000;
  /// Beyond so many lines of clusters, all are followed in one search for times.
  static constexpr std::size_t most_lines = 100;

  /// One of them.
  struct search {
    std::vector<bool> followed;      ///< by part; all else is performed
    std::vector<std::size_t> units;  ///< by part: so many of its units are followed
    std::vector<event_id> failures;  ///< that may happen; with none, none may
    std::vector<event_id> taken;     ///< events of what is not followed that count as happened
    std::vector<bool> later = {};    ///< by part: it comes after what is followed, and is not
  };

  /// `asked`: what a policy in code looked at so far; notes what it looks at.
  small_searches(order_plan const& plan, std::vector<bool> const& set, policy_ref const& p,
                 explore_options const& options, asked_parts& asked)
      : plan_{plan}, policy_{p}, options_{options}, asked_{asked}, clusters_{plan, set, asked} {
    if (!may_be_apart()) return;
    quiet_.emplace(plan_, clusters_, policy_, options_, asked_);
    find_failing();
    is_possible_ = quiet_->any() && number_of_sets(failing_.size(), together()) <= most_searches;
    if (is_possible_)
      for_each([&](search const& s) { return is_possible_ = find_earlier(s).has_value(); });
  }

  /// The policy looked at no more than was known: else it takes other searches.
  bool agree() const {
    auto const& m = model();
    for (auto q : m.parts.ids()) {
      auto const c = clusters_.of(q);
      if (c == part_clusters::none) continue;
      if (asked_.has({}, q) && quiet_->has(c)) return false;
      for (auto p : m.parts.ids())
        if (asked_.has(p, q) && clusters_.of(p) != c) return false;
    }
    return true;
  }
  /// False where they cannot take its place.
  bool are_possible() const { return is_possible_; }
  /// What the parts of one of them need, and it does not follow.
  earlier_work earlier_than(search const& s) const { return *find_earlier(s); }
  /// Calls `f(search)` for each, as long as it says true.
  template <class F>
  void for_each(F&& f) const {
    for_each_set([](std::size_t, std::size_t) { return true; },
                 [&](std::vector<std::size_t> const& set) { return f(search_of(set)); });
  }

  part_clusters const& clusters() const { return clusters_; }
  quiet_parts const& quiet() const { return *quiet_; }
  /// One that follows these clusters, and one unit more of those that are alike; none where what
  /// comes before cannot be told.
  std::optional<search> following(std::vector<std::size_t> const& some) const {
    auto s = search_of(some);
    for (auto c : some)
      for (auto p : clusters_[c])
        if (quiet_->are_alike(c)) ++s.units[p.index()];
    return find_earlier(s) ? std::optional{s} : std::nullopt;
  }

  // ---- times -----------------------------------------------------------------------------------

  /// The same for times: what comes after the parts that may fail is followed too. `chains`: only
  /// those that come one after the other fail in one search; enough where all that fails is put
  /// right in the end. `f` is given the searches of one set of parts that may fail, each with one
  /// line of what comes after them.
  template <class F>
  void for_each_timed(bool chains, F&& f) const {
    auto const may_meet = [&](std::size_t a, std::size_t b) {
      return !chains || clusters_.comes_after(a, b) || clusters_.comes_after(b, a);
    };
    for_each_set(may_meet, [&](std::vector<std::size_t> const& set) {
      auto const s = search_of(set);
      std::vector<search> lines;
      for (auto const& line : lines_after(s)) {
        auto with = s;
        for (auto c : line) follow(with, c);
        // One unit more does for those that wait for one that fails.
        for (std::size_t c = 0; c < clusters_.size(); ++c)
          for (auto p : clusters_[c])
            if (quiet_->are_alike(c)) ++with.units[p.index()];
        with.later.assign(s.followed.size(), false);
        for (std::size_t c = 0; c < clusters_.size(); ++c)
          for (auto p : clusters_[c])
            with.later[p.index()] = !with.followed[p.index()] && is_after_followed(s, c);
        lines.push_back(std::move(with));
      }
      return f(lines);
    });
  }
  /// When what is not followed is performed: see `quiet_parts`.
  std::optional<std::vector<std::uint32_t>> times_without_failures() const {
    return quiet_->times_without_failures();
  }
  /// Something may end the time in which she may cancel that some search does not follow.
  bool are_closed_elsewhere() const {
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      if (quiet_->has(c) && !clusters_.closing(c).empty()) return true;
    return false;
  }

 private:
  model_view const& model() const { return plan_.model(); }
  std::optional<earlier_work> find_earlier(search const& s) const {
    std::vector<std::size_t> all(s.followed.size()), followed(s.followed.size());
    for (std::size_t p = 0; p < all.size(); ++p) {
      all[p] = plan_.of(part_id{p}) ? plan_.of(part_id{p})->units : 0;
      if (s.followed[p]) followed[p] = (std::min)(all[p], s.units[p]);
    }
    return earlier_work::find(clusters_, followed, all, quiet_->searched());
  }
  /// How many clusters may fail in one search.
  std::size_t together() const { return (std::min)(options_.failures, failing_.size()); }

  // Money for some parts makes that they need not be performed, and that the whole is kept is no
  // matter of any cluster.
  bool may_be_apart() const {
    auto const& m = model();
    for (auto const& r : m.rules)
      if (r.action == action_kind::refund && !plan_.returned_by_refund(r.object).empty())
        return false;
    auto const asks_of_all = [&](event_id e) {
      return e && m.events[cause_of(m, e)].kind == event_kind::kept;
    };
    for (auto const& r : m.rules)
      if (asks_of_all(r.since) || asks_of_all(r.until) || asks_of_all(r.gate)) return false;
    for (auto const& t : m.transitions)
      if (asks_of_all(t.from)) return false;
    for (auto const& c : m.commitments)
      if (asks_of_all(c.antecedent) || asks_of_all(c.consequent.anchor)) return false;
    return true;
  }
  bool may_happen(event_id failure) const {
    auto const& only = options_.only;
    return is_failure(model().events[failure].kind) &&
           (only.empty() || std::find(only.begin(), only.end(), failure) != only.end());
  }
  void find_failing() {
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      for (auto e : model().events.ids())
        if (quiet_->has(c) && may_happen(e) && clusters_.of(model().events[e].of) == c) {
          failing_.push_back(c);
          break;
        }
  }
  static std::size_t number_of_sets(std::size_t n, std::size_t k) {
    std::size_t many = 1;
    for (std::size_t i = 0; i < k && many <= most_searches; ++i) many = many * (n - i) / (i + 1);
    return many;
  }

  bool is_after_followed(search const& s, std::size_t cluster) const {
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      if (is_followed(s, c) && !is_followed(s, cluster) && clusters_.comes_after(cluster, c))
        return true;
    return false;
  }
  // A part is ready when the last before it is performed, so the worst is on one line of clusters,
  // each right before the next, and the others on the way may be as they are without failures. But
  // where a deadline counts from one of several, the first of these ends: then all are followed.
  std::vector<std::vector<std::size_t>> lines_after(search const& s) const {
    std::vector<std::size_t> later;
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      if (is_after_followed(s, c)) later.push_back(c);
    std::vector<std::vector<std::size_t>> lines;
    auto const go_on = [&](auto const& self, std::vector<std::size_t>& line) -> void {
      auto is_last = true;
      for (auto c : later) {
        if (!line.empty() && !clusters_.comes_after(c, line.back())) continue;
        auto const is_next = std::none_of(later.begin(), later.end(), [&](std::size_t d) {
          return clusters_.comes_after(c, d) &&
                 (line.empty() || clusters_.comes_after(d, line.back()));
        });
        if (!is_next || lines.size() > most_lines) continue;
        is_last = false;
        line.push_back(c);
        self(self, line);
        line.pop_back();
      }
      if (is_last) lines.push_back(line);
    };
    std::vector<std::size_t> line;
    if (!counts_from(later)) go_on(go_on, line);
    if (lines.empty() || lines.size() > most_lines) lines.assign(1, later);
    return lines;
  }
  // A deadline outside of one of these clusters counts from what happens in it.
  bool counts_from(std::vector<std::size_t> const& later) const {
    auto const is_in = [&](event_id e, part_id about) {
      if (!e || !model().events[e].of) return false;
      auto const c = clusters_.of(model().events[e].of);
      auto const is_own = is_leaf(model().parts[about]) && clusters_.of(about) == c;
      return !is_own && std::find(later.begin(), later.end(), c) != later.end();
    };
    for (auto const& c : model().commitments)
      if (is_in(c.antecedent, c.about) || is_in(c.consequent.anchor, c.about)) return true;
    return false;
  }

  void follow(search& s, std::size_t cluster) const {
    for (auto p : clusters_[cluster]) s.followed[p.index()] = true;
  }
  search search_of(std::vector<std::size_t> const& failing) const {
    search s{std::vector<bool>(model().parts.size()),
             std::vector<std::size_t>(model().parts.size(), options_.units),
             {},
             {}};
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      if (!quiet_->are_alike(c)) continue;
      for (auto p : clusters_[c]) s.units[p.index()] = quiet_->most_alike();
      s.taken.insert(s.taken.end(), quiet_->happen_always(c).begin(),
                     quiet_->happen_always(c).end());
    }
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      if (!quiet_->has(c)) follow(s, c);
    for (auto c : failing) follow(s, c);
    follow_what_closes_later(s);
    for (auto e : model().events.ids())
      if (may_happen(e) && model().events[e].of && s.followed[model().events[e].of.index()])
        s.failures.push_back(e);
    return s;
  }
  // What has not begun yet keeps her time to cancel open: it is followed, where it comes after what
  // is.
  void follow_what_closes_later(search& s) const {
    for (auto again = true; std::exchange(again, false);)
      for (std::size_t c = 0; c < clusters_.size(); ++c)
        for (std::size_t d = 0; d < clusters_.size(); ++d)
          if (clusters_.comes_after(d, c) && !clusters_.closing(d).empty() && is_followed(s, c) &&
              !is_followed(s, d))
            follow(s, d), again = true;
    for (std::size_t c = 0; c < clusters_.size(); ++c)
      if (!is_followed(s, c))
        s.taken.insert(s.taken.end(), clusters_.closing(c).begin(), clusters_.closing(c).end());
  }
  bool is_followed(search const& s, std::size_t cluster) const {
    return s.followed[clusters_[cluster][0].index()];
  }
  /// Every set of clusters that may fail together and to which none can be added.
  template <class MayMeet, class F>
  void for_each_set(MayMeet const& may_meet, F&& f) const {
    std::vector<std::size_t> set;
    auto goes_on = true;
    auto const add = [&](auto const& self, std::size_t from) -> void {
      if (set.size() == together()) return void(goes_on = f(set));
      auto is_whole = true;
      for (std::size_t i = 0; i < failing_.size() && goes_on; ++i) {
        auto const c = failing_[i];
        if (std::find(set.begin(), set.end(), c) != set.end() ||
            !std::all_of(set.begin(), set.end(), [&](std::size_t d) { return may_meet(c, d); }))
          continue;
        is_whole = false;
        if (i < from) continue;
        set.push_back(c);
        self(self, i + 1);
        set.pop_back();
      }
      if (is_whole) goes_on = f(set);
    };
    add(add, 0);
  }

  order_plan const& plan_;
  policy_ref policy_;
  explore_options const& options_;
  asked_parts& asked_;
  part_clusters clusters_;
  std::optional<quiet_parts> quiet_;
  std::vector<std::size_t> failing_;  // clusters that need not be followed
  bool is_possible_ = false;
};

}  // namespace lupaus::inline v0::detail
