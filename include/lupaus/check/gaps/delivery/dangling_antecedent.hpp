// SPDX-License-Identifier: BSL-1.0
//
// dangling-antecedent, fulfilment / delivery: a commitment waits for an event that nobody is
// committed to bring about.
#pragma once

#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/life/commitments_by_event.hpp"
#include "lupaus/model/element_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// True for conditions that nobody need be committed to: that something goes wrong, that she asks,
/// that the order ends. (Nor what she may do if she likes: see `her_options`.)
constexpr bool is_contingency(model_view const& m, event_id e) {
  auto const& x = m.events[e];
  if (x.kind == event_kind::reported) return is_contingency(m, x.subject);
  return is_of_order(x.kind) || is_failure(x.kind);
}

/// True when the commitment waits for something that somebody needs to be committed to.
constexpr bool is_conditional(model_view const& m, commitment const& c) {
  return c.antecedent && !c.overrides && !c.on_request && !is_contingency(m, c.antecedent);
}

/// The events that the customer may bring about by an act of her own, in some way.
/// O(events + transitions) to make.
class her_options {
 public:
  constexpr explicit her_options(model_view const& m) : m_{&m}, has_{m.events.size()} {
    for (auto const& t : m.transitions)
      if (t.by == m.customer) has_[t.to.index()] = true;
  }
  /// True of such an event, and of the report of one.
  constexpr bool contain(event_id e) const { return has_[cause_of(*m_, e).index()]; }

 private:
  model_view const* m_;
  flags has_;
};

/// Which events somebody is committed to bring about, or brings about in its own house.
/// O(model) to make.
class undertaken_events {
 public:
  constexpr explicit undertaken_events(model_view const& m)
      : m_{&m},
        commitments_{m},
        is_told_{m.events.size()},
        is_able_{m.parts.size()},
        completed_{m.parts.size()} {
    for (auto const& n : m.notices)
      if (is_sellers(m, n.to)) is_told_[n.of.index()] = true;
    for (auto const& a : m.abilities) is_able_[a.what.index()] = true;
    for (auto e : m.events.ids())
      if (auto& known = completed_[m.events[e].of.index()];
          m.events[e].kind == event_kind::completed && !known)
        known = e;
  }

  /// True when that does not rest on the one commitment alone.
  constexpr bool contain(event_id e, commitment_id but_for) const {
    auto const& x = m_->events[e];
    auto const is_another = [&](commitment_id i) { return i != but_for; };
    if (commitments_.any(e, is_another)) return true;
    auto const is_start = x.kind == event_kind::started;
    if (auto const done = completed_[x.of.index()]; is_start && done)
      if (commitments_.any(done, is_another)) return true;
    if (x.kind == event_kind::reported)
      return is_told_[x.subject.index()] && contain(x.subject, but_for);
    if (x.kind != event_kind::completed && !is_start) return false;
    auto const performer = m_->parts[x.of].performer;
    return (performer && is_sellers(*m_, performer)) || is_able_[x.of.index()];
  }

 private:
  model_view const* m_;
  commitments_by_event commitments_;
  flags is_told_;  // of each event, whether the seller is owed notice
  flags is_able_;  // of each part, whether somebody is able to perform it
  scratch<event_id> completed_;
};

/// What is owed without a condition. O(commitments · log commitments) to make.
class unconditional_commitments {
 public:
  constexpr explicit unconditional_commitments(model_view const& m) : m_{&m} {
    for (auto i : m.commitments.ids())
      if (auto const& c = m.commitments[i]; !c.antecedent && !c.overrides && !c.on_request)
        all_.push_back(i);
    if (all_.size() > 1) sort();
  }
  /// True when the same debtor owes the same creditor as much: that work, and in that quality where
  /// one is named. O(log commitments).
  constexpr bool contain(commitment const& c) const {
    std::size_t first = 0, end = all_.size();
    while (first != end) {
      auto const middle = first + (end - first) / 2;
      if (is_less(m_->commitments[all_[middle]], c))
        first = middle + 1;
      else
        end = middle;
    }
    if (first == all_.size()) return false;
    auto const& found = m_->commitments[all_[first]];
    auto const& quality = c.consequent.quality;
    return is_same_work(found, c) && (!quality || found.consequent.quality == quality);
  }

 private:
  static constexpr std::size_t place(commitment const& c, int i) {
    return i == 0   ? c.about.index()
           : i == 1 ? c.debtor.index()
           : i == 2 ? c.creditor.index()
                    : (c.brings_about ? c.brings_about.index() + 1 : 0);
  }
  static constexpr bool is_same_work(commitment const& a, commitment const& b) {
    return a.about == b.about && a.debtor == b.debtor && a.creditor == b.creditor &&
           a.brings_about == b.brings_about;
  }
  /// By the work, and that of one by the name of its quality; without one first.
  static constexpr bool is_less(commitment const& a, commitment const& b) {
    for (int i = 0; i < 4; ++i)
      if (place(a, i) != place(b, i)) return place(a, i) < place(b, i);
    auto const name = [](commitment const& c) {
      return c.consequent.quality ? c.consequent.quality->name : std::string_view{};
    };
    return name(a) < name(b);
  }
  constexpr void sort() {
    auto const is_before = [&](commitment_id a, commitment_id b) {
      return is_less(m_->commitments[a], m_->commitments[b]);
    };
    if (!std::is_constant_evaluated()) {
      std::sort(&all_[0], &all_[0] + all_.size(), is_before);
      return;
    }
    // Not every library's own can be evaluated by the compiler.
    for (std::size_t i = 1; i < all_.size(); ++i)
      for (auto k = i; k > 0 && is_before(all_[k], all_[k - 1]); --k) {
        auto const earlier = all_[k - 1];
        all_[k - 1] = all_[k];
        all_[k] = earlier;
      }
  }

  model_view const* m_;
  growing_array<commitment_id, 32> all_;
};

/// O(model · log model), and for every condition the commitments to bring it about.
constexpr void find_dangling_antecedent(model_analysis& analysis, gap const& what,
                                        finding_sink& sink) {
  auto const& m = analysis.model();
  auto some_wait = false;
  for (auto const& c : m.commitments) some_wait = some_wait || is_conditional(m, c);
  if (!some_wait) return;
  undertaken_events const undertaken{m};
  her_options const hers{m};
  unconditional_commitments const owed_anyway{m};
  for (auto i : m.commitments.ids()) {
    auto const& c = m.commitments[i];
    if (is_conditional(m, c) && !hers.contain(c.antecedent) &&
        !undertaken.contain(c.antecedent, i) && !owed_anyway.contain(c))
      sink(finding{.what = &what,
                   .where = i,
                   .other = c.antecedent,
                   .part = c.about,
                   .accountable = m.seller,
                   .performing = c.debtor});
  }
}

inline void evidence_of_dangling_antecedent(model_view const& m, finding const& f,
                                            std::vector<element>& seen) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  seen.insert(seen.end(), {f.where, c.antecedent});
}

LUPAUS_COLD inline explanation explain_dangling_antecedent(model_view const& m, finding const& f) {
  auto const& c = m.commitments[static_cast<commitment_id>(f.where)];
  auto const event = "'" + name_of(m, c.antecedent) + "'";
  explanation x;
  auto const owed = c.brings_about ? "'" + name_of(m, c.brings_about) + "'" : the(m, c.about);
  x.what = sentence(the(m, c.debtor) + " owes " + owed + " only if " + event +
                    " happens, and nobody is committed to bring that about.");
  x.where = heading_of(m, c.about) + ", at " + name_of(m, c.debtor);
  x.why = "As long as it does not happen, nothing is owed, and nobody has broken his word. " +
          sentence(the(m, c.creditor)) + " waits.";
  std::vector<std::string> actors;
  for (auto const& t : m.transitions)
    if (is_meant(m, t.to, c.antecedent) && t.by) actors.push_back(the(m, t.by));
  x.mend =
      sentence((actors.empty() ? std::string{"somebody"} : actors.front()) + " commits to bring " +
               event + " about; or " + the(m, c.debtor) + " gives up the condition.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap dangling_antecedent{.id = "dangling-antecedent",
                                         .severity = severity::error,
                                         .between = boundary::fulfilment_delivery,
                                         .service = service_gap::perception_specification,
                                         .words = detail::explain_dangling_antecedent,
                                         .rests_on = detail::evidence_of_dangling_antecedent,
                                         .find = detail::find_dangling_antecedent};
}

namespace checks {
inline constexpr check_for<gaps::dangling_antecedent> dangling_antecedent{};
}

/// The gap as a type, in the user's words.
template <class Debtor, class Event>
struct dangling_antecedent {};

namespace detail {
template <>
struct gap_type<gaps::dangling_antecedent> {
  template <class Words>
  using in = dangling_antecedent<its_performer_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Debtor, class Event>
inline constexpr bool somebody_is_committed_to_the_condition = false;
template <class Debtor, class Event>
constexpr bool explain(dangling_antecedent<Debtor, Event>*) {
  static_assert(somebody_is_committed_to_the_condition<Debtor, Event>,
                "lupaus: a condition is brought about by somebody who is committed to it. Here "
                "nobody is, and so nothing is ever owed. To mend: commit somebody to it by "
                "`.brings_about(event)`, or drop `.given(event)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
