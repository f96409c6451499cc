// SPDX-License-Identifier: BSL-1.0
//
// What is told of an order that goes a plain way, and what it counts: the same as of any other, by
// `order_findings` and `order_log`.
#pragma once

#include "lupaus/monitor/book/plain_standing.hpp"
#include "lupaus/monitor/breach.hpp"
#include "lupaus/monitor/scorecard.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

class plain_findings : public plain_standing {
 public:
  using plain_standing::plain_standing;

  void add_to(scorecard& s) const {
    s.remarks[static_cast<std::size_t>(remark_kind::does_not_fit)] += s_->remarks;
    ++s.placed;
    auto const count = [&](breach_kind k) -> auto& {
      return s.breaches[static_cast<std::size_t>(k)];
    };
    ++(is_settled() ? s.kept : s.open);
    if (is_settled() && s_->breaches == 0) ++s.perfect;
    s.revised += s_->is_revised;
    count(breach_kind::broken_promise) += s_->is_promise_broken;
    count(breach_kind::watermelon) += s_->is_watermelon;
    std::array<std::uint32_t, plain_promise::most_terms> met;
    find_met(met.data());
    for (std::size_t i = 0; i < p_->terms().size(); ++i) {
      auto const of = p_->terms()[i].term->of;
      auto& terms = of.kind == element_kind::claim ? s.claims[of.index] : s.commitments[of.index];
      count(breach_kind::jeopardy) += was_in_jeopardy(i);
      if ((s_->broken_terms >> i & 1U) == 0) {
        if (met[i] == not_yet) continue;
        ++terms.kept;
        auto const at = s_->placed_at + met[i];
        if (due_of(i) != never && at < due_of(i)) ++terms.early, terms.early_by += due_of(i) - at;
        continue;
      }
      ++count(breach_kind::broken_term), ++terms.broken;
      if (met[i] == not_yet) continue;
      auto const by = s_->placed_at + met[i] - due_of(i);
      ++terms.met_late, terms.late_by += by, terms.lateness.add(by);
    }
    for_each_word([&](plain_record const& r, plain_word const& w, std::uint32_t number) {
      auto const is_broken = (s_->broken_words >> number & 1U) != 0;
      auto const* const word = told(w.to, r.of());
      if (!is_broken && !word) return;
      ++s.words_owed;
      count(breach_kind::untold) += is_broken;
      if (!is_broken) ++s.words_in_time;
      if (!word) return;
      if (is_broken) ++s.words_late, ++count(breach_kind::late_notice);
      auto const delay = static_cast<seconds_t>((std::max)(word->seconds(), r.seconds())) -
                         static_cast<seconds_t>(r.seconds());
      s.word_latency += delay;
      s.word_delays.add(delay);
    });
  }

 private:
  static constexpr std::uint32_t not_yet = ~std::uint32_t{0};
  // When each term was met, since the order.
  void find_met(std::uint32_t* met) const {
    std::fill_n(met, p_->terms().size(), not_yet);
    plain_set done = 0;
    for (auto const& r : records()) {
      if (r.is_word()) continue;
      auto const& x = p_->of(r.of());
      set_done(done, x);
      if (x.meets == 0) continue;
      for (std::size_t i = 0; i < p_->terms().size(); ++i)
        if ((x.meets >> i & 1U) != 0 && met[i] == not_yet && is_met(p_->terms()[i], done))
          met[i] = r.seconds();
    }
  }

 protected:
  breach of_term(std::uint32_t term, breach_kind kind, seconds_t at) const {
    auto const& t = *p_->terms()[term].term;
    breach b{.key = {kind, t.of}, .at = at, .where = t.where};
    b.part = t.about;
    b.due = due_of(term);
    b.answers = answerable_for(model(), t.about);
    b.caused_by = model().parts[earliest_missing(t)].performer;
    return b;
  }
  // As of `order_findings`.
  part_id earliest_missing(watched_term const& t) const {
    auto const is_missing = [&](part_id p) { return !is_done(p); };
    auto p = t.to ? model().events[t.to].of : t.leaves.front();
    if (!t.to)
      if (auto const at = std::find_if(t.leaves.begin(), t.leaves.end(), is_missing);
          at != t.leaves.end())
        p = *at;
    for (std::size_t steps = 0; steps < p_->parts(); ++steps) {
      auto const& before = plan().of(p)->before;
      auto const earlier = std::find_if(before.begin(), before.end(), is_missing);
      if (earlier == before.end()) break;
      p = *earlier;
    }
    return p;
  }
  void count_units(watched_term const& t, breach& b) const {
    if (t.to) {
      b.of_units = 1;
      b.units = happened(t.to) ? 1U : 0U;
      return;
    }
    for (auto p : t.leaves) ++b.of_units, b.units += is_done(p) ? 1U : 0U;
  }
  bool is_told_before(party_id firm, event_id e, seconds_t until) const {
    auto const* const word = told(firm, e);
    return word && s_->placed_at + word->seconds() < until;
  }
  breach of_word(plain_limit const& x, breach_kind kind, seconds_t at) const {
    auto const& e = model().events[x.event];
    breach b{.key = {kind, x.event, x.word->to}, .at = at, .part = e.of};
    b.event = x.event;
    b.due = s_->placed_at + x.since + x.word->within;
    b.answers = answerable_for(model(), e.of);
    b.caused_by = is_failure(e.kind) ? model().parts[e.of].performer : party_id{};
    // It may be told again later: what is told in the second of a limit is told after it.
    auto const until = kind == breach_kind::untold ? at : at + 1;
    auto who = x.word->from;
    for (std::size_t hops = 0; hops < model().parties.size(); ++hops) {
      auto const firm = firm_of(model(), who);
      auto const& words = promise().words();
      auto const owed = std::find_if(words.begin(), words.end(), [&](watched_word const& w) {
        return w.of == x.event && w.to == firm && w.while_unfinished.empty() &&
               firm_of(model(), w.from) != firm;
      });
      if (owed == words.end() || is_told_before(firm, x.event, until)) break;
      who = owed->from;
    }
    b.failed_to_tell = who;
    return b;
  }
};

}  // namespace lupaus::inline v0::detail
