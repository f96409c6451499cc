// SPDX-License-Identifier: BSL-1.0
//
// Where she can get out: what each situation offers to a customer who wants out.
#pragma once

#include "lupaus/check/analysis/remedies.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/rule_scopes.hpp"
#include "lupaus/life/situations.hpp"

#include <cstddef>

namespace lupaus::inline v0 {

namespace detail {

/// What each situation before possession or performance offers to a customer who wants out.
/// O(elements + situations) to make, and for every rule the situations in which it may apply, as
/// long as it can still change an answer.
class exits {
 public:
  using node = situations::node;
  enum answer : unsigned char { not_asked, none, refused, granted };

  /// What it is given must outlive this.
  constexpr exits(model_view const& m, situations const& s, certainty& certain, assurances& assured)
      : m_{&m},
        s_{&s},
        certain_{&certain},
        assured_{&assured},
        scopes_{m, s, certain},
        answers_{s.size(), not_asked},
        by_{s.size()},
        here_{s.size()} {
    if (m.paid == payment::on_the_spot) return;
    ask();
    for (auto i : m.rules.ids()) answer_by(i);
  }

  constexpr situations const& graph() const { return *s_; }
  /// Calls `f(node, part, rule)` for the situations that offer no way out, and the rule that
  /// refuses it, if one does: those before a part has begun first, then events in their order.
  template <class F>
  constexpr void for_each_closed(F&& f) const {
    auto const events = m_->events.size();
    for (std::size_t i = 0; i < s_->size(); ++i)
      if (auto const n = (i + events) % s_->size(); answers_[n] == none || answers_[n] == refused)
        f(n, part_of(n), answers_[n] == refused ? by_[n] : rule_id{});
  }
  /// The same for those that a finding lists.
  template <class F>
  constexpr void for_each_closed(finding const& f, F&& call) const {
    for_each_closed([&](node n, part_id p, rule_id by) {
      if (f.where == (by ? element{by} : element{p})) call(n);
    });
  }

 private:
  constexpr bool is_event(node n) const { return n < m_->events.size(); }
  constexpr part_id part_of(node n) const {
    return is_event(n) ? m_->events[event_id{n}].of : part_id{n - m_->events.size()};
  }

  /// The situations before she has each part: its life, as far as the goods are not hers, the part
  /// is not completed, and the attempt is not over. No two parts share any.
  constexpr void ask() {
    for (auto p : m_->parts.ids())
      if (is_leaf(m_->parts[p]) && certain_->is_reachable(s_->before(p)))
        here_.insert(s_->before(p));
    s_->spread(here_, [&](node from, node n) {
      return is_event(n) && part_of(n) == part_of(from) &&
             m_->events[event_id{n}].kind != event_kind::completed && !s_->gives_possession(n) &&
             !s_->ends_attempt(n);
    });
    for (auto const n : here_) answers_[n] = none;
    open_ = unanswered_ = here_.size();
  }

  constexpr void answer_by(rule_id i) {
    auto const& r = m_->rules[i];
    if (r.creditor != m_->customer) return;
    auto const is_refusal = r.action == action_kind::refuse;
    if (!is_refusal && r.action != action_kind::accept && r.action != action_kind::refund) return;
    if ((is_refusal ? unanswered_ : open_) == 0) return;  // nothing is left for it to change
    auto const asked = m_->events[r.on].kind == event_kind::cancel_requested;
    // Money back on a failure is an exit too; a refusal of anything but to cancel is none.
    if (!asked && (r.action != action_kind::refund || !failure_of(*m_, r))) return;
    if (!is_refusal && r.gate && !assured_->of(r.gate, beginning_of(*m_, r)).is_assured) return;
    for (auto const n : asked ? scopes_.scope_of(r) : scopes_.firing_of(r)) {
      if (answers_[n] == not_asked || answers_[n] == granted) continue;
      if (is_refusal && answers_[n] == refused) continue;
      if (answers_[n] == none) --unanswered_;
      if (is_refusal) {
        answers_[n] = refused, by_[n] = i;
      } else {
        answers_[n] = granted;
        --open_;
      }
    }
  }

  model_view const* m_;
  situations const* s_;
  certainty* certain_;
  assurances* assured_;
  rule_scopes scopes_;
  scratch<answer> answers_;
  scratch<rule_id> by_;
  sparse_set here_;                        // where she may want out
  std::size_t open_ = 0, unanswered_ = 0;  // of those: not granted, and not even refused
};

}  // namespace detail

}  // namespace lupaus::inline v0
