// SPDX-License-Identifier: BSL-1.0
//
// Who knows of what, over masks: of every event the firms that see it, are told of it in the course
// of their duties, or are owed notice of it. What `lupaus/life/knowledge.hpp` says in full.
#pragma once

#include "lupaus/screen/screened.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

class knowledge {
 public:
  void begin() { has_begun_ = false; }

  /// The firms that know of an event when it happens. Found once for each event.
  /// O(rounds · (its notices + coordinations)).
  mask knowing(screened const& s, std::size_t e) {
    start(s);
    if (is_found_[e]) return known_[e];
    auto const known = find(s, e);
    is_found_[e] = 1;
    return known_[e] = known;
  }

  /// The firms that are owed notice of an event, by whomever.
  mask owed_notice(screened const& s, std::size_t e) {
    if (s.d.notices.empty()) return 0;
    start(s);
    mask owed = 0;
    for_each_notice(e, [&](std::size_t i) { owed |= bit(s.in.firm(s.d.notices[i].to)); });
    return owed;
  }

  /// The parts that come after a part, directly or not, and not that part itself.
  mask later_than(screened const& s, std::size_t part) {
    mask later = 0;
    for (auto open = s.d.after[part]; open != 0;) {
      later |= open;
      mask next = 0;
      for_each_bit(open, [&](std::size_t p) { next |= s.d.after[p]; });
      open = next & ~later;
    }
    return later & ~bit(part);
  }

 private:
  void start(screened const& s) {
    if (has_begun_) return;
    has_begun_ = true;
    auto const events = s.d.events.size(), notices = s.d.notices.size();
    is_found_.assign(events, 0);
    if (known_.size() < events) known_.resize(events);
    if (notices == 0) {
      first_.clear();
      return;
    }
    first_.assign(events, notice_id::none);
    if (next_.size() < notices) next_.resize(notices);
    for (auto i = notices; i-- > 0;) {
      auto& first = first_[s.d.notices[i].of];
      next_[i] = first;
      first = static_cast<std::uint16_t>(i);
    }
  }

  template <class F>
  void for_each_notice(std::size_t e, F f) const {
    if (first_.empty()) return;
    for (auto i = first_[e]; i != notice_id::none; i = next_[i]) f(std::size_t{i});
  }

  mask find(screened const& s, std::size_t id) {
    auto const& d = s.d;
    auto const e = d.events[id];
    auto const kind = static_cast<event_kind>(e.kind);
    mask known = 0;
    if (kind == event_kind::possession) {
      // She knows what she holds; others, if they know of every event that may give it to her.
      auto is_handed_over = false;
      auto all = ~mask{0};
      for (std::size_t other = 0; other < d.events.size(); ++other) {
        auto const x = d.events[other];
        if (other == id || x.good == digest_row::none || x.good != e.good || x.holder != d.customer)
          continue;
        is_handed_over = true;
        all &= knowing(s, other);
      }
      known = (is_handed_over ? all : 0) | bit(d.customer);
    } else if (kind == event_kind::reported) {
      known = knowing(s, e.subject) & bit(d.seller);
    } else if (is_of_order(kind)) {
      known = bit(d.customer) | bit(d.seller);
      if (kind == event_kind::ordered || kind == event_kind::cancelled) known |= s.in.contractors();
    } else {
      for (auto const who : {e.holder, e.actor})
        if (who != digest_row::none) known |= bit(s.in.firm(who));
      // No word by the deadline is word: whoever is told of completion sees that it is late.
      auto const done = d.parts[e.of].completion;
      if (kind == event_kind::late && done != event_id::none) known |= knowing(s, done);
    }
    return spread(s, id, known);
  }

  /// Passes the word on, as long as somebody hears of it who owes it to others.
  mask spread(screened const& s, std::size_t id, mask known) const {
    auto const& d = s.d;
    auto const e = d.events[id];
    auto const kind = static_cast<event_kind>(e.kind);
    auto const ends_part = kind == event_kind::completed || kind == event_kind::late;
    if (first_.empty() && (!ends_part || d.coordinations.empty())) return known;
    for (auto before = ~known; before != known;) {
      before = known;
      auto const tell = [&](std::uint8_t from, std::size_t to) {
        if (to != masks::nobody && has(known, s.in.firm(from))) known |= bit(to);
      };
      for_each_notice(id,
                      [&](std::size_t i) { tell(d.notices[i].from, s.in.firm(d.notices[i].to)); });
      for (std::size_t i = 0; ends_part && i < d.coordinations.size(); ++i) {
        auto const c = d.coordinations[i];
        if (c.b != e.of) continue;
        tell(c.a, s.in.performer(c.b));
        tell(c.a, s.in.performer(c.c));
      }
    }
    return known;
  }

  bool has_begun_ = false;
  std::vector<unsigned char> is_found_;  // of each event
  std::vector<mask> known_;
  std::vector<std::uint16_t> first_,
      next_;  // the notices of each event; empty where there are none
};

}  // namespace lupaus::inline v0::detail
