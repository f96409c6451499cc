// SPDX-License-Identifier: BSL-1.0
//
// recovery: can she get out?
//   no-exit   ordered or paid ahead, and a situation before possession or performance in which she
//             can neither cancel nor be refunded
#pragma once

#include "lupaus/check/assurance.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/misapplied.hpp"
#include "lupaus/check/remedy.hpp"
#include "lupaus/model/situation.hpp"
#include "lupaus/model/words.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// What each situation before possession or performance offers to a customer who wants out.
class exits {
 public:
  enum answer : unsigned char { not_asked, none, refused, granted };

  constexpr explicit exits(model_view const& m)
      : m_{&m}, s_{m}, answers_{s_.size(), not_asked}, by_{s_.size()}, part_{s_.size()} {
    if (m.paid == payment::on_the_spot) return;
    flags reachable{s_.size()};
    s_.find_reachable(reachable);
    for (auto p : m.parts.ids())
      if (is_leaf(m.parts[p]) && reachable[s_.before(p)]) ask_before(p);
    for (auto i : m.rules.ids()) answer_by(i);
  }

  constexpr situations const& graph() const { return s_; }
  constexpr answer at(std::size_t n) const { return answers_[n]; }
  constexpr rule_id refused_by(std::size_t n) const { return by_[n]; }
  constexpr part_id part_of(std::size_t n) const { return part_[n]; }

 private:
  /// The situations of a part before she has it: its life, as far as the goods are not hers, the
  /// part is not completed, and the attempt is not over.
  constexpr void ask_before(part_id p) {
    flags here{s_.size()};
    here[s_.before(p)] = true;
    s_.spread(here, [&](std::size_t n) {
      if (n >= m_->events.size()) return false;
      auto const& e = m_->events[event_id{n}];
      return e.of == p && e.kind != event_kind::completed && !s_.gives_possession(n) &&
             !s_.ends_attempt(n);
    });
    for (std::size_t n = 0; n < s_.size(); ++n)
      if (here[n]) answers_[n] = none, part_[n] = p;
  }

  constexpr void answer_by(rule_id i) {
    auto const& r = m_->rules[i];
    if (r.creditor != m_->customer) return;
    auto const is_refusal = r.action == action_kind::refuse;
    if (!is_refusal && r.action != action_kind::accept && r.action != action_kind::refund) return;
    auto const asked = m_->events[r.on].kind == event_kind::cancel_requested;
    // Money back on a failure is an exit too; a refusal of anything but to cancel is none.
    if (!asked && (r.action != action_kind::refund || !failure_of(*m_, r))) return;
    if (!is_refusal && r.gate && !assurance_of(*m_, r.gate, beginning_of(*m_, r)).is_assured)
      return;
    flags covered{s_.size()};
    asked ? s_.find_scope(r, covered) : s_.find_firing(r, covered);
    for (std::size_t n = 0; n < s_.size(); ++n) {
      if (!covered[n] || answers_[n] == not_asked || answers_[n] == granted) continue;
      if (!is_refusal)
        answers_[n] = granted;
      else if (answers_[n] == none)
        answers_[n] = refused, by_[n] = i;
    }
  }

  model_view const* m_;
  situations s_;
  scratch<answer> answers_;
  scratch<rule_id> by_;
  scratch<part_id> part_;
};

/// Calls `f(node)` for the situations that a finding of `no-exit` lists: those before a part has
/// begun first, then events in their order.
template <class F>
constexpr void for_each_closed(model_view const& m, exits const& x, finding const& f, F&& call) {
  auto const nodes = x.graph().size(), events = m.events.size();
  for (std::size_t i = 0; i < nodes; ++i) {
    auto const n = (i + events) % nodes;
    auto const listed = f.where.kind == element_kind::rule
                            ? x.at(n) == exits::refused && element{x.refused_by(n)} == f.where
                            : x.at(n) == exits::none && element{x.part_of(n)} == f.where;
    if (listed) call(n);
  }
}

inline explanation explain_no_exit(model_view const& m, finding const& f) {
  exits const exit{m};
  explanation x;
  std::vector<std::string> cases;
  auto const is_rule = f.where.kind == element_kind::rule;
  x.evidence = {f.where};
  for_each_closed(m, exit, f, [&](std::size_t n) {
    auto const at = exit.graph().at(n);
    cases.push_back(phrase(m, at));
    x.evidence.push_back(at.after ? element{at.after} : element{at.pending});
  });
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
inline constexpr gap no_exit{"no-exit", severity::error, boundary::recovery,
                             service_gap::perception_specification, detail::explain_no_exit};
}  // namespace gaps

namespace checks {

/// One finding a refusing rule, then one a part for which no rule answers.
/// O(rules · steps · situations) at worst.
inline constexpr struct no_exit_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::exits const x{m};
    auto const tell = [&](element where, part_id part, party_id performing) {
      finding const f{.what = &gaps::no_exit,
                      .where = where,
                      .part = part,
                      .accountable = m.seller,
                      .performing = performing};
      element first;
      detail::for_each_closed(m, x, f, [&](std::size_t n) {
        auto const at = x.graph().at(n);
        if (!first) first = at.after ? element{at.after} : element{at.pending};
      });
      if (!first) return;
      auto with_case = f;
      with_case.other = first;
      sink(with_case);
    };
    for (auto i : m.rules.ids()) tell(i, whole, m.rules[i].debtor);
    for (auto p : m.parts.ids()) tell(p, p, m.parts[p].performer);
  }
} no_exit{};

}  // namespace checks

}  // namespace lupaus::inline v0
