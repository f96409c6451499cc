// SPDX-License-Identifier: BSL-1.0
//
// recovery: can she get out?
//   no-exit   ordered or paid ahead, and a situation before possession or performance in which she
//             can neither cancel nor be refunded
#pragma once

#include "lupaus/check/brief.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gaps/recovery/misapplied_rule.hpp"
#include "lupaus/check/gaps/recovery/remedy.hpp"
#include "lupaus/detail/sparse_set.hpp"
#include "lupaus/life/assurances.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// What each situation before possession or performance offers to a customer who wants out.
/// O(elements + situations) to make, and for every rule the situations in which it may apply, as
/// long as it can still change an answer.
class exits {
 public:
  using node = situations::node;
  enum answer : unsigned char { not_asked, none, refused, granted };

  constexpr explicit exits(model_view const& m)
      : m_{&m},
        s_{m},
        certain_{m, s_},
        assured_{m, s_, certain_},
        scopes_{m, s_, certain_},
        answers_{s_.size(), not_asked},
        by_{s_.size()},
        here_{s_.size()} {
    if (m.paid == payment::on_the_spot) return;
    ask();
    for (auto i : m.rules.ids()) answer_by(i);
  }

  constexpr situations const& graph() const { return s_; }
  /// Calls `f(node, part, rule)` for the situations that offer no way out, and the rule that
  /// refuses it, if one does: those before a part has begun first, then events in their order.
  template <class F>
  constexpr void for_each_closed(F&& f) const {
    auto const events = m_->events.size();
    for (std::size_t i = 0; i < s_.size(); ++i)
      if (auto const n = (i + events) % s_.size(); answers_[n] == none || answers_[n] == refused)
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
      if (is_leaf(m_->parts[p]) && certain_.is_reachable(s_.before(p))) here_.insert(s_.before(p));
    s_.spread(here_, [&](node from, node n) {
      return is_event(n) && part_of(n) == part_of(from) &&
             m_->events[event_id{n}].kind != event_kind::completed && !s_.gives_possession(n) &&
             !s_.ends_attempt(n);
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
    if (!is_refusal && r.gate && !assured_.of(r.gate, beginning_of(*m_, r)).is_assured) return;
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
  situations s_;
  certainty certain_;
  assurances assured_;
  rule_scopes scopes_;
  scratch<answer> answers_;
  scratch<rule_id> by_;
  sparse_set here_;                        // where she may want out
  std::size_t open_ = 0, unanswered_ = 0;  // of those: not granted, and not even refused
};

inline void evidence_of_no_exit(model_view const& m, finding const& f, std::vector<element>& seen) {
  seen.push_back(f.where);
  if (m.digest)
    if (brief const b{m}; b.has_few_events() && b.is_without_exit())
      return b.add_life(static_cast<part_id>(f.where), seen);
  exits const exit{m};
  exit.for_each_closed(f, [&](std::size_t n) {
    auto const at = exit.graph().at(n);
    seen.push_back(at.after ? element{at.after} : element{at.pending});
  });
}

inline explanation explain_no_exit(model_view const& m, finding const& f) {
  exits const exit{m};
  explanation x;
  std::vector<std::string> cases;
  auto const is_rule = f.where.kind == element_kind::rule;
  exit.for_each_closed(f, [&](std::size_t n) { cases.push_back(phrase(m, exit.graph().at(n))); });
  auto const her = the(m, m.customer);
  x.what = sentence(her + " can neither cancel nor get her money back in " +
                    (cases.size() == 1 ? "this situation: " : "these situations: ") +
                    listed(cases) + ".");
  if (is_rule) {
    auto const& r = m.rules[static_cast<rule_id>(f.where)];
    x.where = "the rule on '" + name_of(m, r.on) + "'" +
              (r.since ? ", from '" + name_of(m, r.since) + "'" : "") +
              (r.until ? " until '" + name_of(m, r.until) + "'" : "");
    x.why = sentence(the(m, r.debtor) + " refuses there, and nothing else lets her out");
  } else {
    x.where = name_of(m, static_cast<part_id>(f.where));
    x.why = "No rule answers a request to cancel there, and no rule refunds her on a failure";
  }
  x.why += ". She has paid ahead, and has not got what she bought.";
  x.mend = sentence(the(m, m.seller) + " accepts a cancellation, with the money back, in " +
                    (cases.size() == 1 ? "that situation." : "each of them."));
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap no_exit{"no-exit",
                             severity::error,
                             boundary::recovery,
                             service_gap::perception_specification,
                             detail::explain_no_exit,
                             detail::evidence_of_no_exit};
}  // namespace gaps

namespace checks {

/// One finding a refusing rule, then one a part for which no rule answers. O(elements +
/// situations), and for every rule that lets her out or refuses to, the situations in which it
/// applies.
inline constexpr struct no_exit_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::exits const x{m};
    detail::scratch<element> of_rule{m.rules.size()}, of_part{m.parts.size()};
    x.for_each_closed([&](std::size_t n, part_id p, rule_id by) {
      auto& first = by ? of_rule[by.index()] : of_part[p.index()];
      auto const at = x.graph().at(n);
      if (!first) first = at.after ? element{at.after} : element{at.pending};
    });
    auto const tell = [&](element where, element first, part_id part, party_id performing) {
      if (first)
        sink(finding{.what = &gaps::no_exit,
                     .where = where,
                     .other = first,
                     .part = part,
                     .accountable = m.seller,
                     .performing = performing});
    };
    for (auto i : m.rules.ids()) tell(i, of_rule[i.index()], whole, m.rules[i].debtor);
    for (auto p : m.parts.ids()) tell(p, of_part[p.index()], p, m.parts[p].performer);
  }
} no_exit{};

}  // namespace checks

}  // namespace lupaus::inline v0
