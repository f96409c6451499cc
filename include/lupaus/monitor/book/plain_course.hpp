// SPDX-License-Identifier: BSL-1.0
//
// What happens to an order that goes a plain way, and what is found of it: the same as
// `order_watch` finds, from what `plain_promise` has ready. Where that does not suffice it says so,
// before anything is told, and `order_watch` goes on from the records.
#pragma once

#include "lupaus/monitor/book/plain_findings.hpp"
#include "lupaus/monitor/contracted_end.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// `Tell` is called with each breach, and with each remark. Its functions that give a truth give
/// false where the order is no plain one any more, and have changed nothing then.
template <class Tell>
class plain_course : public plain_findings {
 public:
  plain_course(plain_promise const& p, due_time const& due, order_slots const& slots, order_slot& s,
               Tell tell)
      : plain_findings{p, slots, s}, due_{&due}, tell_{std::move(tell)} {}

  bool place(seconds_t at) {
    s_->placed_at = at;
    auto const& terms = p_->terms();
    if (p_->keeps_due())
      for (std::size_t i = 0; i < terms.size(); ++i)
        kept_dues()[i] = (*due_)(terms[i].term->limit, at);
    if (p_->has_hers()) {
      slots_->times(*s_)[0] = 0;
      std::fill_n(jeopardies(), terms.size(), never);
    }
    s_->owed_terms = p_->all_terms();
    find_news({}, 0);
    if (!can_add()) return false;
    add_all(0);
    // A limit that was past already has passed, also where its term is met in that second.
    for (std::size_t i = 0; i < terms.size(); ++i)
      if (!is_owed(i) && due_of(i) < at) return false;
    s_->taken = 1;
    look_for_jeopardy(at);
    return true;
  }
  bool happen(event_id e, std::uint32_t seconds) {
    if (!p_->of(e).is_plain || happened(e)) return false;
    find_news(e, s_->done);
    if (!can_add()) return false;
    auto const at = s_->placed_at + seconds;
    if (!fits(e))
      remark_ = {
          std::string{s_->number.view()}, remark_kind::does_not_fit, at, e, 0, wanted_for(e)};
    add_all(seconds, e);
    note_taken(seconds);
    look_for_jeopardy(at);
    return true;
  }
  bool hear(event_id e, party_id who, std::uint32_t seconds) {
    if (s_->records + std::size_t{1} > order_slots::most_records) return false;
    auto const at = s_->placed_at + seconds;
    auto const firm = firm_of(model(), who);
    auto const is_first = (s_->owed_words | s_->broken_words) != 0 && !told(firm, e);
    add({seconds, e, static_cast<std::uint8_t>(who.value)});
    if (is_first)
      for_each_word([&](plain_record const& r, plain_word const& w, std::uint32_t number) {
        if (r.of() != e || w.to != firm) return;
        s_->owed_words &= ~(std::uint32_t{1} << number);
        if ((s_->broken_words >> number & 1U) == 0) return;
        auto b = of_word({0, 0, number, &w, r.seconds(), e}, breach_kind::late_notice, at);
        b.late_by = at - b.due;  // W4
        tell(std::move(b));
      });
    note_taken(seconds);
    look_for_jeopardy(at);
    return true;
  }
  /// All limits have passed that pass by then. False: the rest of them are not told.
  bool pass_until(seconds_t t) {
    for (;;) {
      // Mostly there is no more to see than which term is due next.
      if (p_->is_sorted() && s_->owed_words == 0) {
        next_.at = first_term();
        if (next_.at == never || next_.at > t) return true;
      }
      next_ = first_limit();
      if (next_.at == never || next_.at > t) return true;
      if (!pass(next_)) return false;
    }
  }
  /// Remarks are told after the breaches.
  void tell_remark() {
    if (!remark_) return;
    ++s_->remarks;
    tell_(*remark_);
  }
  /// When the next limit passes, as `pass_until` left it.
  seconds_t next() const { return next_.at; }
  /// When there is something to do next, as of `order_log`; not before now, but to retire it.
  seconds_t next_time(seconds_t keeps_ended) const {
    if (next_.at != never || !is_settled()) return next_.at;
    return s_->placed_at + s_->seen + keeps_ended;
  }

 private:
  // ---- what happens

  // What is in stock follows at once, as soon as all before it is done (E8).
  void find_news(event_id e, plain_set done) {
    news_size_ = 0;
    if (e) {
      news_[news_size_++] = number(e);
      set_done(done, p_->of(e));
    }
    if (p_->in_stock().empty()) return;
    for (auto again = true; again;) {
      again = false;
      for (auto const i : p_->in_stock()) {
        auto const bit = plain_set{1} << i;
        if ((done & bit) != 0 || (p_->before(i) & ~done) != 0) continue;
        done |= bit;
        again = true;
        news_[news_size_++] = number(p_->part(i).completed);
      }
    }
    // What is news at once is so in the order of the parts.
    std::sort(news_, news_ + news_size_, [&](std::uint8_t a, std::uint8_t b) {
      return p_->of(event_id{a}).part < p_->of(event_id{b}).part;
    });
  }
  bool can_add() const {
    std::size_t words = s_->words;
    for (std::size_t i = 0; i < news_size_; ++i) {
      event_id const e{news_[i]};
      if (!p_->of(e).is_plain) return false;
      if (p_->of(e).has_words) words += p_->words_of(e).size();
    }
    return words <= 32 && s_->records + news_size_ <= order_slots::most_records;
  }
  void add_all(std::uint32_t seconds, event_id record = {}) {
    for (std::size_t i = 0; i < news_size_; ++i) {
      event_id const e{news_[i]};
      add({seconds, e, e == record ? plain_record::nobody : plain_record::followed});
    }
  }
  static std::uint8_t number(event_id e) { return static_cast<std::uint8_t>(e.value); }
  void note_taken(std::uint32_t seconds) {
    ++s_->taken;
    s_->seen = seconds;
  }

  // ---- limits

  bool pass(plain_limit const& x) {
    if (x.word) {
      if (x.word->is_between_firms && !can_revise()) return false;
      auto b = of_word(x, breach_kind::untold, x.at);
      auto const is_hers = x.word->to == model().customer;
      if (x.word->is_between_firms) break_between_firms(x.at);
      s_->owed_words &= ~(std::uint32_t{1} << x.number);
      s_->broken_words |= std::uint32_t{1} << x.number;
      tell(b);
      if (is_hers) break_promise(std::move(b), static_cast<std::uint8_t>(x.number));
      return true;
    }
    auto const& t = p_->terms()[x.number];
    if (t.is_hers && jeopardies()[x.number] == x.at && x.at <= due_of(x.number)) {
      tell_jeopardy(x.number, x.at);
      return true;
    }
    if (t.term->is_between_firms && !can_revise()) return false;
    auto const p = t.term->leaves.front();
    auto const late = t.makes_late ? promise().late_event(p) : event_id{};
    auto const is_late = late && !is_done(p) && !happened(late);
    news_size_ = 0;
    if (is_late) news_[news_size_++] = number(late);
    auto const since = x.at - s_->placed_at;
    if (!can_add() || since >= seconds_t{~std::uint32_t{0}}) return false;
    auto b = of_term(x.number, breach_kind::broken_term, x.at);
    count_units(*t.term, b);
    s_->owed_terms &= ~(plain_set{1} << x.number);
    s_->broken_terms |= plain_set{1} << x.number;
    if (t.term->is_between_firms) break_between_firms(x.at);
    tell(b);
    if (t.term->where != layer::delivery) break_promise(std::move(b));
    if (!t.makes_late) return true;
    add_all(static_cast<std::uint32_t>(since));  // F5
    look_for_jeopardy(x.at);
    return true;
  }
  // What broke the promise is told again when a watermelon is revised: of a term, that is left to
  // `order_watch`.
  bool can_revise() const {
    return !s_->is_watermelon || s_->is_firm_broken || s_->broken_by != order_slot::by_term;
  }
  // C5.
  void break_between_firms(seconds_t at) {
    if (s_->is_firm_broken) return;
    s_->is_firm_broken = true;
    if (!s_->is_watermelon) return;
    s_->is_watermelon = false;
    s_->is_revised = true;
    breach b;
    for_each_word([&](plain_record const& r, plain_word const& w, std::uint32_t number) {
      if (number != s_->broken_by) return;
      auto const since = s_->placed_at + r.seconds();
      auto const then = (std::max)(since + w.within + 1, since);
      b = of_word({then, 0, number, &w, r.seconds(), r.of()}, breach_kind::untold, then);
    });
    b.key = {breach_kind::revised, whole};
    b.revises = {breach_kind::watermelon, whole};
    b.answers = model().seller;
    b.at = at;
    tell(std::move(b));
  }
  // C4, C5.
  void break_promise(breach b, std::uint8_t by = order_slot::by_term) {
    if (s_->is_promise_broken) return;
    s_->is_promise_broken = true;
    s_->broken_by = by;
    b.key = {breach_kind::broken_promise, whole};
    b.answers = model().seller;
    tell(b);
    if (s_->is_firm_broken) return;
    s_->is_watermelon = true;
    b.key.kind = breach_kind::watermelon;
    tell(std::move(b));
  }
  void look_for_jeopardy(seconds_t at) {
    if (!p_->has_hers()) return;
    for (std::uint32_t i = 0; i < p_->terms().size(); ++i)
      if (p_->terms()[i].is_hers && find_jeopardy(i, at) == at) tell_jeopardy(i, at);
  }
  void tell_jeopardy(std::uint32_t term, seconds_t at) {
    jeopardies()[term] = never;
    slots_->times(*s_)[0] |= seconds_t{1} << term;
    auto b = of_term(term, breach_kind::jeopardy, at);
    b.late_by = end_at(term, at) - b.due;
    tell(std::move(b));
  }
  seconds_t end_at(std::uint32_t term, seconds_t now) const {
    return contracted_end<plain_standing>{*this, *due_, now}.of(p_->terms()[term].term->leaves);
  }
  // C6.
  seconds_t find_jeopardy(std::uint32_t term, seconds_t now) {
    auto& found = jeopardies()[term];
    found = never;
    auto const due = due_of(term);
    if (!is_owed(term) || was_in_jeopardy(term) || now > due) return never;
    auto const is_lost_at = [&](seconds_t t) { return end_at(term, t) > due; };
    if (is_lost_at(now)) return found = now;
    if (!is_lost_at(due)) return never;
    auto before = now, at = due;
    while (at - before > 1) {
      auto const middle = before + (at - before) / 2;
      (is_lost_at(middle) ? at : before) = middle;
    }
    return found = at;
  }

  // ---- what is told

  void tell(breach b) {
    ++s_->breaches;
    b.order = s_->number.view();
    tell_(b);
  }

  due_time const* due_;
  Tell tell_;
  plain_limit next_;
  std::optional<remark> remark_;
  std::uint8_t news_[plain_promise::most_parts + 1];  // events
  std::size_t news_size_ = 0;
};

}  // namespace lupaus::inline v0::detail
