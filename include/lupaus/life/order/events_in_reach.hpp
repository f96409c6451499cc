// SPDX-License-Identifier: BSL-1.0
//
// Which events can come about without one of them: rule E5 of docs/explanation/semantics.md.
#pragma once

#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/view.hpp"

#include <cstddef>
#include <vector>

namespace lupaus::inline v0::detail {

/// By chains of ways and by precedence. Refers to the model's columns.
/// O(events + ways + precedences) to make.
class events_in_reach {
 public:
  explicit events_in_reach(model_view const& m)
      : m_{m},
        completed_(m.parts.size()),
        waits_(m.parts.size()),
        follow_{m.events.size(),
                [&](auto&& f) {
                  for (auto t : m.transitions.ids())
                    if (auto const from = m.transitions[t].from; !begins(t))
                      f(from ? cause_of(m, from) : ordering, t);
                }},
        begin_{m.parts.size(),
               [&](auto&& f) {
                 for (auto t : m.transitions.ids())
                   if (auto const p = m.events[m.transitions[t].to].of; p && begins(t)) f(p, t);
               }},
        later_{m.parts.size(),
               [&](auto&& f) {
                 for (auto const& x : m.precedences) f(x.before, x.after);
               }},
        possession_{m.parts.size(), [&](auto&& f) {
                      for (auto e : m.events.ids())
                        if (m.events[e].kind == event_kind::possession && m.events[e].good)
                          f(m.events[e].good, e);
                    }} {
    for (auto e : m.events.ids()) {
      if (m.events[e].kind != event_kind::completed) continue;
      if (!is_hers(m, m.events[e].of)) ++all_completed_;
      if (auto& done = completed_[m.events[e].of.index()]; !done) done = e;
    }
    for (auto const& x : m.precedences)
      if (completed_[x.before.index()]) ++waits_[x.after.index()];
  }

  /// By event. O(events + ways + precedences).
  std::vector<bool> without(event_id one) const {
    walk w{*this, one};
    for (auto p : m_.parts.ids())
      if (waits_[p.index()] == 0) w.take_all(begin_[p]);
    for (auto e : m_.events.ids())
      if (auto const kind = m_.events[e].kind; is_of_order(kind) && kind != event_kind::kept)
        w.take_all(follow_[e]);
    for (auto t : m_.transitions.ids())  // of the order as a whole
      if (begins(t) && !m_.events[m_.transitions[t].to].of) w.take(t);
    if (all_completed_ == 0) w.keep();
    for (std::size_t i = 0; i < w.open.size(); ++i) w.go_on(w.open[i]);
    return w.reached;
  }

 private:
  struct walk {
    events_in_reach const& in;
    event_id without;
    std::vector<bool> reached = std::vector<bool>(in.m_.events.size());
    std::vector<event_id> open = {};
    std::vector<std::size_t> waits = in.waits_;
    std::size_t completed = 0;

    void take(transition_id t) {
      auto const to = in.m_.transitions[t].to;
      if (reached[to.index()] || to == without) return;
      reached[to.index()] = true;
      open.push_back(to);
    }
    void take_all(some_rows<transition_id> const& all) {
      for (auto const t : all) take(t);
    }
    // All that is bought is performed.
    void keep() {
      for (auto e : in.m_.events.ids())
        if (in.m_.events[e].kind == event_kind::kept) take_all(in.follow_[e]);
    }
    void go_on(event_id e) {
      auto const& x = in.m_.events[e];
      if (x.kind != event_kind::kept && !is_of_order(x.kind)) take_all(in.follow_[e]);
      if (x.good && x.holder == in.m_.customer)
        for (auto const hers : in.possession_[x.good]) take_all(in.follow_[hers]);
      if (x.kind != event_kind::completed) return;
      if (!is_hers(in.m_, x.of) && ++completed == in.all_completed_) keep();
      if (e != in.completed_[x.of.index()]) return;
      for (auto const next : in.later_[x.of])
        if (--waits[next.index()] == 0) take_all(in.begin_[next]);
    }
  };

  bool begins(transition_id t) const {
    auto const& x = m_.transitions[t];
    return (!x.from || x.from == ordering) && !is_time_out(m_.events[x.to].kind);
  }

  model_view m_;
  std::vector<event_id> completed_;  // by part
  std::vector<std::size_t> waits_;   // by part: for how many others
  std::size_t all_completed_ = 0;
  rows_by<event_id, transition_id> follow_;  // ways, by what they follow
  rows_by<part_id, transition_id> begin_;    // ways, by the part that they begin
  rows_by<part_id, part_id> later_;
  rows_by<part_id, event_id> possession_;  // by good
};

}  // namespace lupaus::inline v0::detail
