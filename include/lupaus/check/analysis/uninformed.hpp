// SPDX-License-Identifier: BSL-1.0
//
// Who is not told of a failure: of every failure the first, for all failures at once.
#pragma once

#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/parallel_search.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/model/view.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace lupaus::inline v0::detail {

/// True when the work on the part is sure to be over once the failure happens: it is found later.
template <class Analysis>
constexpr bool has_no_work_left(Analysis& analysis, part_id p, event_id failure) {
  auto const done = analysis.word().completion_of(p);
  return done && analysis.word().at_hand().is_found_later(failure) &&
         analysis.happened().is_sure_before(done, failure);
}

/// For every failure, the first of those who are left untold: the customer, then the performers of
/// that part and of later ones with work still to do, in the order of the parts.
template <class Analysis>
class first_untold {
 public:
  /// The analysis must outlive this.
  constexpr explicit first_untold(Analysis& analysis)
      : analysis_{&analysis},
        word_{&analysis.word()},
        m_{&analysis.model()},
        first_{m_->events.size()},
        is_told_{m_->parties.size()} {
    find_told();
    if (open_.size() > 0) find_later();
  }

  /// None for what is no failure, and where all are told.
  constexpr party_id of(event_id e) const { return first_[e.index()]; }

 private:
  /// A failure of which the customer is told, and those who are: so many of told_.
  struct failure {
    event_id e = {};
    std::size_t first = 0, told = 0;
  };

  constexpr void find_told() {
    auto some_fail = false;
    for (auto const& e : m_->events) some_fail = some_fail || is_failure(e.kind);
    if (!some_fail) return;
    auto const& word = *word_;
    firm_set told{*m_};
    for (auto e : m_->events.ids()) {
      // A payment that fails is between her and the seller.
      if (!is_failure(m_->events[e].kind) || is_instalment(m_->parts[m_->events[e].of])) continue;
      find_who_knows(word, e, told);
      word.for_each(e, [&](notice const& n) { told.add(n.to); });  // owed it, by whom it may be
      if (!told.contains(m_->customer)) {
        first_[e.index()] = m_->customer;
        continue;
      }
      failure f{e, told_.size(), 0};
      for (auto const p : told) told_.push_back(p), ++f.told;
      open_.push_back(f);
    }
  }

  /// Asks for so many later parts at a time as a set holds.
  constexpr void find_later() {
    auto const n = m_->parts.size();
    sweep const walk{n,
                     [&](auto&& f) {
                       for (auto const& x : m_->precedences) f(x.after.index(), x.before.index());
                     },
                     analysis_->work()};
    for (std::size_t begin = 0; begin < n; begin += most_questions) {
      if (!analysis_->goes_on(n + open_.size())) return;
      scratch<questions> later{n};
      for (auto p = begin; p < n && p < begin + most_questions; ++p)
        if (m_->parts[part_id{p}].performer) later[p] = question(p);
      walk.spread(later, [](std::size_t) { return ~questions{0}; });
      for (std::size_t i = 0; i < open_.size(); ++i) {
        auto const part = m_->events[open_[i].e].of.index();
        auto const asked = later[part];
        if (asked != 0 && !first_[open_[i].e.index()]) ask(open_[i], begin, asked);
      }
    }
  }

  constexpr void ask(failure const& f, std::size_t begin, questions asked) {
    ++round_;
    for (std::size_t i = 0; i < f.told; ++i) is_told_[told_[f.first + i].index()] = round_;
    for (; asked != 0; asked &= asked - 1) {
      auto const p = begin + static_cast<std::size_t>(std::countr_zero(asked));
      auto const who = firm_of(*m_, m_->parts[part_id{p}].performer);
      if (is_told_[who.index()] == round_ || has_no_work_left(*analysis_, part_id{p}, f.e))
        continue;
      first_[f.e.index()] = who;
      return;
    }
  }

  Analysis* analysis_;
  word_of_events const* word_;
  model_view const* m_;
  scratch<party_id> first_;  // of each event
  growing<failure> open_;
  growing<party_id> told_;
  scratch<std::uint32_t> is_told_;  // in which round
  std::uint32_t round_ = 0;
};

}  // namespace lupaus::inline v0::detail
