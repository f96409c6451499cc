// SPDX-License-Identifier: BSL-1.0
//
// How an order that goes a plain way stands, from its records: what is done, met and known, and
// which limit passes first.
#pragma once

#include "lupaus/monitor/book/order_slots.hpp"
#include "lupaus/monitor/book/plain_promise.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
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

/// Answers for an order as `order_life` does. O(its records) to make, and for each answer.
class plain_standing {
 public:
  static constexpr seconds_t never = due_time::never;
  static constexpr std::uint32_t not_yet = ~std::uint32_t{0};

  plain_standing(plain_promise const& p, order_slots const& slots, order_slot& s)
      : p_{&p}, slots_{&slots}, s_{&s} {
    std::fill_n(met_, p.terms().size(), not_yet);
    for (auto const& r : records()) count(r);
  }

  // ---- as order_life does

  watched_promise const& promise() const { return p_->promise(); }
  model_view const& model() const { return p_->model(); }
  order_plan const& plan() const { return promise().plan(); }
  seconds_t ordered_at() const { return s_->placed_at; }
  bool is_done(part_id p, std::size_t = 0) const { return (done_ & p_->bit_of(p)) != 0; }
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

  /// When a term was met, since the order; `not_yet` where it was not.
  std::uint32_t met(std::size_t term) const { return met_[term]; }
  seconds_t due_of(std::size_t term) const {
    auto const& t = p_->terms()[term];
    if (t.is_elapsed) return s_->placed_at + t.length;
    return t.is_kept ? kept_dues()[term] : t.due;
  }
  bool is_owed(std::size_t term) const {
    return met_[term] == not_yet && (s_->broken_terms >> term & 1U) == 0;
  }
  /// Which limit passes first; at `never` where nothing is owed.
  plain_limit first_limit() const {
    plain_limit first;
    for (std::uint32_t i = 0; i < p_->terms().size(); ++i) {
      if (!is_owed(i)) continue;
      auto const& t = p_->terms()[i];
      auto at = (std::max)(due_of(i) + 1, s_->placed_at);
      if (t.is_hers) at = (std::min)(at, jeopardies()[i]);
      auto const rank = t.term->is_between_firms ? 0 : 2;
      if (at < first.at || (at == first.at && rank < first.rank)) first = {at, rank, i};
    }
    if (owes_words_)
      for_each_word([&](plain_record const& r, plain_word const& w, std::uint32_t number) {
        if ((s_->broken_words >> number & 1U) != 0 || told(w.to, r.of())) return;
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
      if (r.is_word()) continue;
      for (auto const& w : p_->of(r.of()).words) f(r, w, number++);
    }
  }
  /// All is done, and goods are where they belong (O2).
  bool is_settled() const {
    if (done_ != p_->all()) return false;
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
    return std::any_of(x.ways.begin(), x.ways.end(), [&](plain_way const& w) {
      if (gives_result && result && p_->of(result).kind != event_kind::late &&
          std::find(w.may_replace.begin(), w.may_replace.end(), result) == w.may_replace.end())
        return false;
      if (w.from ? !happened(w.from) : (w.before & ~done_) != 0) return false;
      return !w.needs || !plan().of(w.needs) || same_firm(model(), holder_of(w.needs), w.holder);
    });
  }
  std::vector<event_id> wanted_for(event_id e) const {
    auto const& x = p_->of(e);
    std::vector<event_id> wanted;
    for (auto const& w : x.ways) {
      if (w.from && !happened(w.from)) wanted.push_back(w.from);
      if (w.from) continue;
      for (auto before : p_->part(x.part).before)
        if (!is_done(before)) wanted.push_back(plan().of(before)->completed);
    }
    return wanted;
  }

  /// One record further.
  void count(plain_record const& r) {
    if (r.is_word()) return;
    auto const& x = p_->of(r.of());
    owes_words_ = owes_words_ || !x.words.empty();
    auto const bit = plain_set{1} << x.part;
    if (x.kind == event_kind::completed) done_ |= bit;
    if (x.kind == event_kind::failed) done_ &= ~bit;
    if (x.meets == 0) return;
    for (std::size_t i = 0; i < p_->terms().size(); ++i)
      if ((x.meets >> i & 1U) != 0 && met_[i] == not_yet &&
          (p_->terms()[i].term->to || (p_->terms()[i].leaves & ~done_) == 0))
        met_[i] = r.seconds();
  }
  seconds_t* jeopardies() const { return slots_->times(*s_); }
  seconds_t* kept_dues() const {
    return slots_->times(*s_) + (p_->has_hers() ? p_->terms().size() : 0);
  }

  plain_promise const* p_;
  order_slots const* slots_;
  order_slot* s_;
  plain_set done_ = 0;
  bool owes_words_ = false;

 private:
  std::uint32_t met_[plain_promise::most_terms];
};

}  // namespace lupaus::inline v0::detail
