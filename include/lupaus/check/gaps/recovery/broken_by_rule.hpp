// SPDX-License-Identifier: BSL-1.0
//
// broken-by-rule, recovery: a rule refuses a cancellation that the customer was promised, puts it
// off until her time is over, or gives her something else.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/analysis/rules/histories.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/scratch_array.hpp"
#include "lupaus/life/service_recovery.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// What the customer is told of until when she may cancel, or is owed.
struct right_to_cancel {
  element said = {};
  part_id about = {};
  term until = {};

  /// What is promised for a time lasts in every situation, for nothing says how soon the order
  /// comes there.
  constexpr bool ends_with_event() const {
    return is_length(until.limit) && worst_case(length_of(until.limit)) == 0;
  }
};

/// Which promises of a right to cancel are broken by which answers to a request.
class broken_rights {
 public:
  /// The analysis must outlive this.
  constexpr explicit broken_rights(model_analysis& analysis)
      : m_{&analysis.model()}, at_{analysis}, last_{m_->events.size()} {
    auto const add = [&](element said, part_id about, term const& t) {
      right_to_cancel const x{said, about, t};
      if (t.quality == &quality_of<cancellable> && (!x.ends_with_event() || at_.bounds(t.anchor)))
        add_new(x);
    };
    for (auto i : m_->rules.ids()) {
      auto const& r = m_->rules[i];
      if (r.creditor != m_->customer ||
          m_->events[cause_of(*m_, r.on)].kind != event_kind::cancel_requested)
        continue;
      answers_.push_back(i);
      if (r.action == action_kind::accept || r.action == action_kind::refund) letting_.push_back(i);
      is_of_parts_ = is_of_parts_ || (r.action == action_kind::refund && r.object &&
                                      !is_all_she_buys(*m_, r.object));
    }
    if (answers_.size() == 0) return;
    for (auto i : m_->claims.ids()) {
      auto const& c = m_->claims[i];
      for_each_term(*m_, c, [&](term const& t) { add(i, c.about, t); });
    }
    for (auto i : m_->commitments.ids())
      if (auto const& c = m_->commitments[i]; c.creditor == m_->customer && !c.overrides)
        add(i, c.about, c.consequent);
  }

  constexpr growing<rule_id> const& answers() const { return answers_; }

  /// What the customer is told or owed that the answer breaks first; nothing where it breaks
  /// nothing.
  constexpr element by(rule_id i) {
    for (auto const& x : rights_)
      if (at_.goes_on() && denies(m_->rules[i], x) && applies_alone(m_->rules[i], x)) return x.said;
    return {};
  }
  /// After which events that is, if it is not from the order on: of the last answer that was asked
  /// about.
  constexpr growing<event_id> const& after() const { return after_; }

 private:
  struct kept_right : right_to_cancel {
    std::size_t before = 0;  ///< the one before that ends with the same event, and 1
  };
  /// What any answer breaks of those that are alike it breaks of the first.
  constexpr void add_new(right_to_cancel const& x) {
    auto& last = last_[x.ends_with_event() ? x.until.anchor.index() : 0];
    for (auto i = last; i != 0; i = rights_[i - 1].before)
      if (!is_of_parts_ || rights_[i - 1].about == x.about) return;
    rights_.push_back({x, last});
    last = rights_.size();
  }

  /// She gets out by it: out of all that she buys, or of what she was promised to get out of.
  constexpr bool lets_her_cancel(rule const& r, right_to_cancel const& x) const {
    if (r.action == action_kind::accept) return true;
    return r.action == action_kind::refund &&
           (!r.object || is_within(*m_, x.about, r.object) || is_all_she_buys(*m_, r.object));
  }
  /// She has to wait for what cannot come before her time is over.
  constexpr bool puts_off(rule const& r, right_to_cancel const& x) {
    return r.gate && x.ends_with_event() && at_.is_sure(x.until.anchor, r.gate);
  }
  constexpr bool denies(rule const& r, right_to_cancel const& x) {
    switch (r.action) {
      case action_kind::refuse:
      case action_kind::replace:
      case action_kind::perform_again:
      case action_kind::repair:
      case action_kind::reduce_price: return true;
      case action_kind::refund:
      case action_kind::accept: return lets_her_cancel(r, x) && puts_off(r, x);
      case action_kind::act: break;
    }
    return false;
  }
  /// It comes before a refusal, even if she has to wait.
  constexpr bool comes_before(rule const& other, rule const& r, right_to_cancel const& x) {
    return lets_her_cancel(other, x) && (r.action == action_kind::refuse || !puts_off(other, x));
  }
  constexpr bool add(event_id e) {
    auto const kind = m_->events[at_.known(e)].kind;  // she asks while the order stands
    after_.push_back(e);
    return kind != event_kind::cancelled && kind != event_kind::refunded &&
           kind != event_kind::kept && at_.add(e);
  }

  /// True when some situation has the rule apply while the right lasts, and none that lets her
  /// cancel. Looks for the least: what has to have happened, and no more. O(answers) for each event
  /// that ends one of them, and a walk of the situations.
  constexpr bool applies_alone(rule const& r, right_to_cancel const& x) {
    at_.clear(), after_.clear();
    if (at_.bounds(r.since) && !add(r.since)) return false;
    growing<event_id> not_yet;
    for (auto news = true; news;) {
      news = false;
      if (!at_.goes_on(1 + letting_.size())) return false;
      not_yet.clear();
      for (auto const i : letting_) {
        auto const& other = m_->rules[i];
        if (!comes_before(other, r, x)) continue;
        if (at_.bounds(other.since) && !at_.includes(other.since)) {
          not_yet.push_back(other.since);
        } else if (!at_.bounds(other.until)) {
          return false;
        } else if (!at_.includes(other.until)) {
          if (!add(other.until)) return false;
          news = true;
        }
      }
    }
    if (at_.bounds(r.until)) not_yet.push_back(r.until);
    if (x.ends_with_event()) not_yet.push_back(x.until.anchor);
    return at_.can_come_before(not_yet);
  }

  model_view const* m_;
  history at_;
  growing<event_id> after_;   // what is in it, as the rules call it
  growing<rule_id> answers_;  // to her request to cancel
  growing<rule_id> letting_;  // those of them by which she may get out
  bool is_of_parts_ = false;  // she may get out of a part alone
  growing<kept_right> rights_;
  scratch<std::size_t> last_;  // of those that end with each event, or with none, and 1
};

/// One finding a rule. O(model), and where a right to cancel is promised, for every rule on a
/// request to cancel the others, and a walk of the situations.
constexpr void find_broken_by_rule(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  auto some = false;  // else there is nothing to read
  for (auto const& r : m.rules)
    some = some || m.events[cause_of(m, r.on)].kind == event_kind::cancel_requested;
  if (!some) return;
  broken_rights rights{analysis};
  for (auto const i : rights.answers())
    if (auto const broken = rights.by(i))
      sink(finding{.what = &what,
                   .where = i,
                   .other = broken,
                   .part = whole,
                   .accountable = m.seller,
                   .performing = m.rules[i].debtor});
}

inline void evidence_of_broken_by_rule(model_analysis& analysis, finding const& f,
                                       std::vector<element>& seen) {
  seen.insert(seen.end(), {f.where, f.other});
  broken_rights rights{analysis};
  rights.by(static_cast<rule_id>(f.where));
  for (auto const e : rights.after()) seen.push_back(e);
}

LUPAUS_COLD inline explanation explain_broken_by_rule(model_analysis& analysis, finding const& f) {
  auto const& m = analysis.model();
  auto const& r = m.rules[static_cast<rule_id>(f.where)];
  broken_rights rights{analysis};
  rights.by(static_cast<rule_id>(f.where));
  std::vector<std::string> events;
  for (auto const e : rights.after()) events.push_back("'" + name_of(m, e) + "'");
  sentences say{m};
  say.with("who", the(m, r.debtor)).with("word", describe(m, f.other));
  say.with("when", events.empty() ? "from the order on" : "after " + listed(events));
  say.with("does it", phrase_action(m, r));
  explanation x;
  x.where = "the rule on '" + name_of(m, r.on) + "'";
  if (r.action == action_kind::refuse) {
    x.what = say("{who} refuses a cancellation that {customer} was promised.");
    x.why =
        say("{word}. By this rule {who} refuses it all the same, {when}, and nothing else lets her "
            "cancel there.");
  } else if (r.action == action_kind::accept || r.action == action_kind::refund) {
    say.with("gate", "'" + name_of(m, r.gate) + "'");
    x.what =
        say("{who} puts off a cancellation that {customer} was promised, until it is too "
            "late.");
    x.why =
        say("{word}. By this rule she has to wait for {gate}, {when}, and that does not come "
            "before her time is over.");
  } else {
    x.what =
        say("{who} gives {customer} something else than the cancellation that she was "
            "promised.");
    x.why =
        say("{word}. By this rule {who} {does it} when she asks for it, {when}, and nothing "
            "lets her cancel there.");
  }
  x.mend =
      say("{who} accepts the cancellation there, at once; or what {customer} is told and "
          "owed ends before that.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap broken_by_rule{.id = "broken-by-rule",
                                    .severity = severity::error,
                                    .between = boundary::recovery,
                                    .service = service_gap::delivery_communication,
                                    .words = detail::explain_broken_by_rule,
                                    .rests_on = detail::evidence_of_broken_by_rule,
                                    .find = detail::find_broken_by_rule};
}

namespace checks {
inline constexpr check_for<gaps::broken_by_rule> broken_by_rule{};
}

/// The gap as a type, in the user's words.
template <class Refusing>
struct broken_by_rule {};

namespace detail {
template <>
struct gap_type<gaps::broken_by_rule> {
  template <class Words>
  using in = broken_by_rule<its_performer_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Refusing>
inline constexpr bool the_rules_keep_what_is_promised = false;
template <class Refusing>
constexpr bool explain(broken_by_rule<Refusing>*) {
  static_assert(the_rules_keep_what_is_promised<Refusing>,
                "lupaus: no rule breaks what is claimed or committed to the customer. Here a "
                "cancellation is refused or put off that she was promised. To mend: "
                "`on(cancel_requested).since(event).owes(seller, accept)` there, or promise less.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
