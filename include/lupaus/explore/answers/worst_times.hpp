// SPDX-License-Identifier: BSL-1.0
//
// How long it can take until all is well, and how long a customer can be left hanging, when every
// party takes all the time that it has.
#pragma once

#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/explore/order/order_space.hpp"
#include "lupaus/explore/search/work_meter.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

using order_ticks = order_times::ticks;

inline void longer(std::optional<order_ticks>& a, std::optional<order_ticks> b) {
  if (b && (!a || *b > *a)) a = b;
}

/// The longest times of a set of parts, in seconds since the order; of states in which nobody has
/// waited for what nobody has bound.
struct set_times {
  using by_failures = std::vector<std::optional<order_ticks>>;

  explicit set_times(std::size_t failures)
      : kept(failures + 1), settled(failures + 1), going_on(failures + 1), ended(failures + 1) {}

  /// While the order goes on; and when it is ended: cancelled, refunded, left.
  by_failures kept, settled, going_on, ended;
  std::optional<order_ticks> limbo, recovery;  // lengths
  bool has_unbound_waits = false;

  /// The longer of each.
  void take(set_times const& other) {
    for (auto which :
         {&set_times::kept, &set_times::settled, &set_times::going_on, &set_times::ended})
      for (std::size_t f = 0; f < (this->*which).size(); ++f)
        longer((this->*which)[f], (other.*which)[f]);
    longer(limbo, other.limbo);
    longer(recovery, other.recovery);
    has_unbound_waits = has_unbound_waits || other.has_unbound_waits;
  }
  /// Somebody waits in both for what nobody has bound, or in neither; and it ends in both, or in
  /// neither.
  bool waits_like(set_times const& other) const {
    auto const is_known = [](by_failures const& a, by_failures const& b) {
      return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto const& x, auto const& y) {
        return x.has_value() == y.has_value();
      });
    };
    return has_unbound_waits == other.has_unbound_waits && is_known(kept, other.kept) &&
           is_known(settled, other.settled);
  }
};

/// The times of a space whose states keep them. O(states + moves).
class worst_times {
 public:
  using ticks = order_ticks;

  /// `others`: when all is performed that the space does not follow, and that nothing in it waits
  /// for.
  worst_times(order_space const& space, work_meter& meter, ticks others = 0)
      : space_{space}, meter_{meter}, others_{others} {}

  /// As far as the meter lets it.
  void find(set_times& found) const {
    for (std::size_t n = 0; n < space_.expanded() && meter_.has_time(); ++n) {
      auto const x = space_[n];
      if (x.phase() != order_phase::open) continue;
      auto const before = clock(space_.bytes(n));
      found.has_unbound_waits = found.has_unbound_waits || before.has_waited();
      if (before.has_waited()) continue;
      auto const now = (std::max)(before.now(), others_);
      auto const failures = (std::min)(x.failures(), found.ended.size() - 1);
      longer(found.going_on[failures], now);
      auto const done = (std::max)(before.last_work(), others_);
      if (x.is_settled()) longer(found.settled[failures], done);
      if (x.is_kept()) longer(found.kept[failures], done);
      space_.for_each_successor(n, [&](std::uint8_t const* to, order_move const& m) {
        auto const after = clock(to);
        auto const phase = space_.moves().read(to).phase();
        if (phase != order_phase::open && phase != order_phase::broken && !after.has_waited())
          longer(found.ended[failures], (std::max)(after.now(), others_));
        find_limbo(before, after, m, found);
      });
    }
  }

 private:
  order_times clock(std::uint8_t const* state) const { return {space_.moves().plan(), state}; }

  // From a failure until the remedy for it is decided, and until the part is performed after all.
  void find_limbo(order_times const& before, order_times const& after, order_move const& m,
                  set_times& found) const {
    if (!m.is_dependable || !m.part) return;
    auto const& plan = space_.moves().plan();
    auto const unit = plan.of(m.part)->first_unit + m.unit;
    auto const is_answer = m.kind == move_kind::acts || m.kind == move_kind::asks;
    if (is_answer && is_granted(m.says) && before.failed(unit) != order_times::never)
      longer(found.limbo, before.last(unit) - before.failed(unit));
    auto const is_over = m.kind == move_kind::happens
                             ? plan.model().events[m.event].kind == event_kind::completed
                             : is_answer && mends_in_place(m.says);
    if (is_over && before.known_failed(unit) != order_times::never)
      longer(found.recovery, after.last(unit) - before.known_failed(unit));
  }

  order_space const& space_;
  work_meter& meter_;
  ticks others_;
};

/// When all sets are as one of them is, with so many failures in all at most.
inline std::optional<order_ticks> of_all(std::vector<set_times> const& sets,
                                         set_times::by_failures set_times::*which) {
  auto const most = sets.front().ended.size();
  set_times::by_failures all(most);
  all[0] = 0;
  for (auto const& s : sets) {
    set_times::by_failures with(most);
    for (std::size_t f = 0; f < most; ++f)
      for (std::size_t g = 0; all[f] && f + g < most; ++g)
        if (auto const& one = (s.*which)[g]) longer(with[f + g], (std::max)(*all[f], *one));
    all = std::move(with);
  }
  std::optional<order_ticks> last;
  for (auto const& t : all) longer(last, t);
  return last;
}

/// The times of the whole, from those of sets of parts that do not touch each other but in that all
/// must be settled, that the end of one ends all, and in how many failures may happen.
/// O(sets² · failures²).
inline void find_whole(std::vector<set_times> const& sets, worst_case_times& found) {
  std::optional<order_ticks> acceptable, limbo, recovery;
  for (auto const& s : sets) {
    longer(limbo, s.limbo);
    longer(recovery, s.recovery);
    found.has_unbound_waits = found.has_unbound_waits || s.has_unbound_waits;
    for (std::size_t f = 0; f < s.ended.size(); ++f) {
      if (!s.ended[f]) continue;
      longer(acceptable, s.ended[f]);
      for (auto const& other : sets)
        for (std::size_t g = 0; &other != &s && g + f < other.going_on.size(); ++g)
          longer(acceptable, other.going_on[g]);
    }
  }
  longer(acceptable, of_all(sets, &set_times::settled));
  auto const tell = [](std::optional<order_ticks> t) {
    return t ? std::optional<seconds_t>{*t} : std::nullopt;
  };
  found.until_acceptable = tell(acceptable);
  found.until_kept = tell(of_all(sets, &set_times::kept));
  found.longest_limbo = tell(limbo);
  found.longest_recovery = tell(recovery);
}

/// By when the whole was to be kept, as claimed: the last of the parts' deadlines, one after the
/// other where they are counted so; none where no part has one.
inline std::optional<seconds_t> time_promised(model_view const& m) {
  std::vector<std::optional<seconds_t>> due(m.parts.size());
  auto is_new = true;
  for (std::size_t round = 0; is_new && round <= m.parts.size(); ++round) {
    is_new = false;
    for (auto const& c : m.claims)
      for (std::size_t i = 0; i < c.terms; ++i) {
        auto const& t = m.terms[term_id{c.first_term.index() + i}];
        if (t.quality != &quality_of<deadline> || !is_length(t.limit)) continue;
        std::optional<seconds_t> from = 0;
        if (t.anchor && t.anchor != ordering)
          from = m.events[t.anchor].kind == event_kind::completed
                     ? due[m.events[t.anchor].of.index()]
                     : std::nullopt;
        if (!from) continue;
        auto const by = *from + worst_case(length_of(t.limit));
        auto& known = due[c.about.index()];
        if (!known || by < *known) known = by, is_new = true;
      }
  }
  // Of a part alone it says nothing of the whole: all that the product ends with must have one.
  auto const due_of = [&](part_id p) {
    std::optional<seconds_t> by;
    for (; p; p = outer_of(m, p))
      if (auto const& d = due[p.index()]; d && (!by || *d < *by)) by = d;
    return by;
  };
  flags goes_on{m.parts.size()};
  for (auto const& x : m.precedences)
    if (!is_hers(m, x.after)) goes_on[x.before.index()] = true;
  std::optional<seconds_t> last;
  for (auto p : m.parts.ids()) {
    if (!is_leaf(m.parts[p]) || is_hers(m, p)) continue;
    auto const by = due_of(p);
    if (!by && !goes_on[p.index()]) return {};
    if (by && (!last || *by > *last)) last = by;
  }
  return last;
}

}  // namespace detail

}  // namespace lupaus::inline v0
