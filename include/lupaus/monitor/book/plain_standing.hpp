// SPDX-License-Identifier: BSL-1.0
//
// How an order that goes a plain way stands, from its records: what is done, met and known, and
// which limit passes first.
#pragma once

#include "lupaus/monitor/book/order_slots.hpp"
#include "lupaus/monitor/book/plain_promise.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lupaus::inline v0::detail {

/// What an order owes: a term, or word of one of its records.
struct plain_limit {
  seconds_t at = due_time::never;    ///< the first second in which it has passed
  int rank = 0;                      ///< of equal times, as of `order_duties`
  std::uint32_t number = 0;          ///< of the term, or of the word among all that are owed
  plain_word const* word = nullptr;  ///< none: it is a term
  std::uint32_t since = 0;           ///< of word: when it happened, since the order
  event_id event = {};               ///< of word
};

/// Answers for an order as `order_life` does. O(its records) for each answer.
class plain_standing {
 public:
  static constexpr seconds_t never = due_time::never;
  static constexpr std::uint32_t not_yet = ~std::uint32_t{0};

  plain_standing(plain_promise const& p, order_slots const& slots, order_slot& s)
      : p_{&p}, slots_{&slots}, s_{&s} {}

  // ---- as order_life does

  watched_promise const& promise() const { return p_->promise(); }
  model_view const& model() const { return p_->model(); }
  order_plan const& plan() const { return promise().plan(); }
  seconds_t ordered_at() const { return s_->placed_at; }
  bool is_done(part_id p, std::size_t = 0) const { return (s_->done & p_->bit_of(p)) != 0; }
  seconds_t time_of(event_id e, std::size_t) const {
    auto const* const r = happened(e);
    return r ? s_->placed_at + r->seconds() : never;
  }
  seconds_t begin_of(part_id, std::size_t) const { return never; }
  event_id standing_failure(part_id p, std::size_t) const {
    auto const e = result_of(static_cast<std::uint8_t>(plan().of(p) - plan().parts().data()));
    return e && is_failure(p_->of(e).kind) ? e : event_id{};
  }
  bound const& limit_of(element, bound const& declared) const { return declared; }

  // ---- what it owes

  seconds_t due_of(std::size_t term) const {
    auto const& t = p_->terms()[term];
    if (t.is_elapsed) return s_->placed_at + t.length;
    return t.is_kept ? kept_dues()[term] : t.due;
  }
  bool is_owed(std::size_t term) const { return (s_->owed_terms >> term & 1U) != 0; }
  /// When the first term passes; the terms are sorted.
  seconds_t first_term() const {
    if (s_->owed_terms == 0) return never;
    auto const i = static_cast<std::size_t>(std::countr_zero(s_->owed_terms));
    return s_->placed_at + p_->terms()[i].length + 1;
  }
  /// Which limit passes first; at `never` where nothing is owed.
  plain_limit first_limit() const {
    plain_limit first;
    for (auto owed = s_->owed_terms; owed != 0; owed &= owed - 1) {
      auto const i = static_cast<std::uint32_t>(std::countr_zero(owed));
      auto const& t = p_->terms()[i];
      auto const due = due_of(i);
      if (due == never) continue;
      auto at = (std::max)(due + 1, s_->placed_at);
      if (t.is_hers) at = (std::min)(at, jeopardies()[i]);
      if (at < first.at || (at == first.at && t.rank < first.rank)) first = {at, t.rank, i};
      if (p_->is_sorted()) break;
    }
    if (s_->owed_words != 0)
      for_each_word([&](plain_record const& r, plain_word const& w, std::uint32_t number) {
        if ((s_->owed_words >> number & 1U) == 0) return;
        auto const since = s_->placed_at + r.seconds();
        auto const at = (std::max)(since + w.within + 1, since);
        auto const rank = w.is_between_firms ? 1 : 3;
        if (at < first.at || (at == first.at && rank < first.rank))
          first = {at, rank, number, &w, r.seconds(), r.of()};
      });
    return first;
  }
  /// Calls `f(record, word, number)` for all word that it owed, in the order in which it began.
  template <class F>
  void for_each_word(F&& f) const {
    std::uint32_t number = 0;
    for (auto const& r : records()) {
      if (r.is_word() || !p_->of(r.of()).has_words) continue;
      for (auto const& w : p_->words_of(r.of())) f(r, w, number++);
    }
  }
  /// All is done, and goods are where they belong (O2).
  bool is_settled() const {
    if (s_->done != p_->all()) return false;
    if (!p_->has_goods()) return true;
    auto const& m = model();
    auto const& parts = plan().parts();
    return std::all_of(parts.begin(), parts.end(), [&](part_plan const& p) {
      auto const& done = m.events[p.completed];
      if (!done.good || !done.holder || !plan().of(done.good)) return true;
      auto const who = holder_of(done.good);
      return who == m.customer || same_firm(m, who, done.holder);
    });
  }

 protected:
  struct record_range {
    plain_record const *first, *last;
    plain_record const* begin() const { return first; }
    plain_record const* end() const { return last; }
  };
  record_range records() const {
    auto const* const first = slots_->records(static_cast<order_slot const&>(*s_));
    return {first, first + s_->records};
  }
  plain_record const* happened(event_id e) const {
    for (auto const& r : records())
      if (!r.is_word() && r.of() == e) return &r;
    return nullptr;
  }
  /// The first word of an event to a firm.
  plain_record const* told(party_id firm, event_id e) const {
    for (auto const& r : records())
      if (r.is_word() && r.of() == e && firm_of(model(), party_id{r.who}) == firm) return &r;
    return nullptr;
  }
  event_id result_of(std::uint8_t part) const {
    event_id result;
    for (auto const& r : records()) {
      if (r.is_word()) continue;
      auto const& x = p_->of(r.of());
      if (x.part != part) continue;
      if (x.kind == event_kind::completed || x.kind == event_kind::failed ||
          (x.kind == event_kind::late && !result))
        result = r.of();
    }
    return result;
  }
  party_id holder_of(part_id good) const {
    auto who = supplier_of(model(), good);
    for (auto const& r : records())
      if (auto const& x = model().events[r.of()]; !r.is_word() && x.good == good) who = x.holder;
    return who;
  }
  /// E2 to E7.
  bool fits(event_id e) const {
    auto const& x = p_->of(e);
    auto const result = result_of(x.part);
    auto const is_completed = result == p_->part(x.part).completed && result;
    auto const gives_result = x.kind == event_kind::failed || x.kind == event_kind::completed;
    auto const is_of_work = x.kind != event_kind::failed && x.kind != event_kind::step;
    if (is_of_work && is_completed) return false;
    auto const& ways = p_->ways_to(e);
    return std::any_of(ways.begin(), ways.end(), [&](plain_way const& w) {
      if (gives_result && result && p_->of(result).kind != event_kind::late &&
          std::find(w.may_replace.begin(), w.may_replace.end(), result) == w.may_replace.end())
        return false;
      if (w.from ? !happened(w.from) : (w.before & ~s_->done) != 0) return false;
      return !w.needs || !plan().of(w.needs) || same_firm(model(), holder_of(w.needs), w.holder);
    });
  }
  std::vector<event_id> wanted_for(event_id e) const {
    auto const& x = p_->of(e);
    std::vector<event_id> wanted;
    for (auto const& w : p_->ways_to(e)) {
      if (w.from && !happened(w.from)) wanted.push_back(w.from);
      if (w.from) continue;
      for (auto before : p_->part(x.part).before)
        if (!is_done(before)) wanted.push_back(plan().of(before)->completed);
    }
    return wanted;
  }

  /// One record further.
  void add(plain_record r) {
    slots_->add(*s_, r);
    if (r.is_word()) return;
    auto const e = r.of();
    auto const& x = p_->of(e);
    set_done(s_->done, x);
    for (auto met = x.meets & s_->owed_terms; met != 0; met &= met - 1) {
      auto const i = std::countr_zero(met);
      if (is_met(p_->terms()[static_cast<std::size_t>(i)], s_->done))
        s_->owed_terms &= ~(plain_set{1} << i);
    }
    if (!x.has_words) return;
    for (auto const& w : p_->words_of(e)) {
      if (!told(w.to, e)) s_->owed_words |= std::uint32_t{1} << s_->words;  // W3
      ++s_->words;
    }
  }
  static void set_done(plain_set& done, plain_event const& x) {
    auto const bit = plain_set{1} << x.part;
    if (x.kind == event_kind::completed) done |= bit;
    if (x.kind == event_kind::failed) done &= ~bit;
  }
  /// By an event that may meet it.
  static bool is_met(plain_term const& t, plain_set done) {
    return t.term->to || (t.leaves & ~done) == 0;
  }
  seconds_t* jeopardies() const { return slots_->times(*s_) + 1; }
  bool was_in_jeopardy(std::size_t term) const {
    return p_->has_hers() && (slots_->times(*s_)[0] >> term & 1) != 0;
  }
  seconds_t* kept_dues() const {
    return slots_->times(*s_) + (p_->has_hers() ? p_->terms().size() + 1 : 0);
  }

  plain_promise const* p_;
  order_slots const* slots_;
  order_slot* s_;
};

}  // namespace lupaus::inline v0::detail
