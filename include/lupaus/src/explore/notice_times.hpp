// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: when parties have word of events, and failures of which she is not told in
// time.
#pragma once

#include "lupaus/detail/lazy.hpp"
#include "lupaus/explore/answers/notice_times.hpp"
#include "lupaus/explore/answers/trace_times.hpp"
#include "lupaus/explore/answers/verdict.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/near_at_hand.hpp"
#include "lupaus/life/parties/firm_set.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// When parties have word of events. O(1) to make; how word comes about is found when it is first
/// asked for, and kept.
class notice_times {
 public:
  explicit notice_times(model_view const& m) : m_{m} {}

  /// As `told_within`. O(parties + rounds · notices of the event), where a round passes the word
  /// one hop on; for what rests on other events, theirs besides.
  std::optional<seconds_t> of(party_id who, event_id e) {
    return who ? times_of(e)[firm_of(m_, who).index()] : std::nullopt;
  }
  near_at_hand const& at_hand() { return word().at_hand(); }

 private:
  using times = std::vector<std::optional<seconds_t>>;  // by party; of a firm once

  word_of_events const& word() {
    return word_.get([&] { return word_of_events{m_}; });
  }
  bool hears(times& when, party_id p, seconds_t at) const {
    if (!p) return false;
    auto& known = when[firm_of(m_, p).index()];
    if (known && *known <= at) return false;
    known = at;
    return true;
  }

  times times_of(event_id id) {
    auto when = without_telling(id);
    auto const tell = [&](party_id from, party_id to, bound const& within) {
      auto const& start = when[firm_of(m_, from).index()];
      return start && is_length(within) &&
             hears(when, to, (std::max)(*start, worst_case(length_of(within))));
    };
    for (bool news = true; news;) {
      news = false;
      word().for_each(id, [&](notice const& n) { news |= tell(n.from, n.to, n.within); });
      for (auto const i : word().told_by_contract(id)) {
        auto const& c = m_.contract_ends[i];
        news |= tell(c.creditor, c.debtor, c.within);
      }
    }
    return when;
  }

  // The same cases as in `find_who_knows`.
  times without_telling(event_id id) {
    auto const& e = m_.events[id];
    times when(m_.parties.size());
    if (e.kind == event_kind::possession) {
      auto is_first = true;
      for (auto const given : word().handing_over(e.of)) {
        if (given == id) continue;
        auto const other = times_of(given);
        for (auto const p : m_.parties.ids()) {
          auto& t = when[p.index()];
          t = is_first ? other[p.index()] : later(t, other[p.index()]);
        }
        is_first = false;
      }
      hears(when, m_.customer, 0);
    } else if (e.kind == event_kind::reported) {
      if (of(m_.seller, e.subject)) hears(when, m_.seller, 0);
    } else {
      // Whoever would see it completed sees that it is late.
      if (auto const done = word().completion_of(e.of); done && e.kind == event_kind::late)
        when = times_of(done);
      firm_set knows{m_};
      find_who_needs_no_telling(word(), id, knows);
      for (auto const p : knows) hears(when, p, 0);
    }
    return when;
  }

  /// None, unless both are some.
  static std::optional<seconds_t> later(std::optional<seconds_t> a, std::optional<seconds_t> b) {
    return a && b ? (std::max)(a, b) : std::nullopt;
  }

  model_view m_;
  lazy<word_of_events> word_;
};

}  // namespace detail

LUPAUS_DECL std::optional<seconds_t> told_within(model_view const& m, party_id who, event_id e) {
  return detail::notice_times{m}.of(who, e);
}

LUPAUS_DECL detail::notice_times& trace_plan::notices() const {
  if (!notices_) notices_ = std::make_shared<detail::notice_times>(m_);
  return *notices_;
}

LUPAUS_DECL std::optional<seconds_t> trace_plan::told_within(party_id who, event_id e) const {
  return notices().of(who, e);
}

LUPAUS_DECL bool trace_plan::is_in_her_hands(event_id e) const {
  return notices().at_hand().is_in_her_hands(e);
}

LUPAUS_DECL bool trace_plan::is_maybe_in_her_hands(event_id e) const {
  return notices().at_hand().is_maybe_in_her_hands(e);
}

namespace detail {

/// The shortest time in which she was let to expect word of what happens to a part.
inline std::optional<seconds_t> notice_time_promised(model_view const& m, part_id p) {
  std::optional<seconds_t> best;
  for (auto const& c : m.claims)
    for_each_term(m, c, [&](term const& t) {
      if (t.quality != &quality_of<informed> || !is_within(m, p, c.about) || !is_length(t.limit))
        return;
      auto const s = best_case(length_of(t.limit));
      if (!best || s < *best) best = s;
    });
  return best;
}

/// The failures that can happen and of which she is not told in time: never, or later than claimed.
inline void find_missed_notices(verdict& v) {
  auto const& m = v.model();
  notice_times times{m};
  for (auto e : m.events.ids()) {
    if (!is_failure(m.events[e].kind)) continue;
    missed_notice const s{e, times.of(m.customer, e), notice_time_promised(m, m.events[e].of)};
    if (!s.told_within || (s.promised && *s.told_within > *s.promised))
      v.missed_notices.push_back(s);
  }
}

}  // namespace detail

}  // namespace lupaus::inline v0
