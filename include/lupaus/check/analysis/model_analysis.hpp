// SPDX-License-Identifier: BSL-1.0
//
// What checks ask of a model, found once and shared between them.
#pragma once

#include "lupaus/check/analysis/claimed_times.hpp"
#include "lupaus/check/analysis/claims.hpp"
#include "lupaus/check/analysis/closed_by_failures.hpp"
#include "lupaus/check/analysis/consequences/never_begun.hpp"
#include "lupaus/check/analysis/consequences/waiting_rings.hpp"
#include "lupaus/check/analysis/consequences/work_passed_on.hpp"
#include "lupaus/check/analysis/critical_path.hpp"
#include "lupaus/check/analysis/ends_of_contracts.hpp"
#include "lupaus/check/analysis/exits.hpp"
#include "lupaus/check/analysis/remedy_times.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/config.hpp"
#include "lupaus/detail/growing_array.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/detail/lazy.hpp"
#include "lupaus/detail/work_budget.hpp"
#include "lupaus/life/answered_failures.hpp"
#include "lupaus/life/committed_actions.hpp"
#include "lupaus/life/dependable/assurances.hpp"
#include "lupaus/life/earlier_failures.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/leaf_parts.hpp"
#include "lupaus/life/order_of_events.hpp"
#include "lupaus/life/part_order.hpp"
#include "lupaus/life/precedes.hpp"
#include "lupaus/life/rules_by_failure.hpp"
#include "lupaus/life/situations.hpp"
#include "lupaus/model/event_names.hpp"
#include "lupaus/model/view.hpp"

namespace lupaus::inline v0::detail {

/// A model that is being checked. Each answer is found when it is asked for the first time. Usable
/// in constant evaluation.
class model_analysis {
 public:
  constexpr model_analysis() = default;
  /// The work is counted by `work`, if there is one, which must outlive this.
  constexpr explicit model_analysis(model_view const& m, work_budget* work = nullptr)
      : m_{&m}, work_{work} {}
  model_analysis(model_analysis const&) = delete;
  model_analysis& operator=(model_analysis const&) = delete;
  constexpr ~model_analysis() = default;

  /// Goes on to another model, and forgets this one.
  constexpr void read(model_view const& m) {
    forget();
    m_ = &m;
  }

  constexpr model_view const& model() const { return *m_; }
  /// So many more steps of work; false where what asks has to leave off.
  constexpr bool goes_on(std::size_t steps = 1) { return detail::goes_on(work_, steps); }
  constexpr work_budget* work() const { return work_; }

  /// Looks for the gap, unless the work has ended.
  constexpr void look_for(gap const& g, finding_sink& to) {
    if (work_ && work_->is_over()) {
      not_begun_.push_back(&g);
      return;
    }
    left_off_ = &g;
    g.find(*this, g, to);
    if (!work_ || !work_->is_over()) left_off_ = nullptr;
  }
  /// The gap in whose check the work ended: what it has told is of no use. Null where there is
  /// none.
  constexpr gap const* left_off() const { return left_off_; }
  constexpr auto const& not_begun() const { return not_begun_; }

  /// The leaf parts within each part.
  constexpr rows_by<part_id, part_id> const& leaves() {
    return leaves_.get([&] { return leaves_within(*m_); });
  }
  /// What comes right before each part.
  constexpr part_order const& earlier() {
    return earlier_.get([&] { return part_order{*m_, towards::earlier}; });
  }
  /// Which events have two names.
  constexpr event_names const& names() {
    return names_.get([&] { return event_names{*m_}; });
  }
  /// How long parts take by contract, and what comes after them.
  constexpr work_plan const& plan() {
    return plan_.get([&] { return work_plan{*m_, leaves()}; });
  }
  /// What can follow what.
  constexpr situations const& graph() {
    return graph_.get([&] { return situations{*m_, work_}; });
  }
  /// What is sure to have happened before what.
  constexpr certainty& certain() {
    return certain_.get([&] { return certainty{*m_, graph()}; });
  }
  /// What somebody is committed to bring about, and within what time.
  constexpr assurances& assured() {
    return assured_.get([&] { return assurances{*m_, graph(), certain(), happened(), word()}; });
  }
  /// Who is told of what.
  constexpr word_of_events const& word() {
    return word_.get([&] { return word_of_events{*m_, work_}; });
  }
  /// What stands behind each claimed term.
  constexpr backed_terms const& backed() {
    return backed_.get([&] { return backed_terms{*m_, names()}; });
  }
  /// Which rules are for which failure.
  constexpr rules_for const& rules() {
    return rules_.get([&] { return rules_for{*m_, work_}; });
  }
  /// Which failures are answered, whenever they happen.
  constexpr answered_failures& answered() {
    return answered_.get([&] { return answered_failures{*this}; });
  }
  /// What the rule is on may come as often as the rule asks for.
  constexpr bool may_apply(rule const& r) {
    return r.from_time <= 1 || r.from_time <= answered().times_of(cause_of(*m_, r.on));
  }
  /// The same, by the order of the parts too.
  constexpr order_of_events& happened() {
    return happened_.get([&] { return order_of_events{*m_, graph(), certain()}; });
  }
  /// Which rules lay a duty on somebody who never committed to it.
  constexpr rules_in_vain const& owed_in_vain() {
    return owed_in_vain_.get([&] { return rules_in_vain{*m_}; });
  }
  /// What claimed deadlines are held against.
  constexpr claimed_times const& times_claimed() {
    return times_claimed_.get([&] { return claimed_times{*this}; });
  }
  /// How long remedies take.
  constexpr remedy_times& times_of_remedies() {
    return times_of_remedies_.get([&] { return remedy_times{*this}; });
  }
  /// Which failures of a part are sure to have come before what.
  constexpr earlier_failures const& failures_before() {
    return failures_before_.get([&] { return earlier_failures{*m_, graph(), certain()}; });
  }
  /// Where she can get out, and where she cannot.
  constexpr exits& way_out() {
    return way_out_.get([&] { return exits{*this}; });
  }
  /// Of which ends of an order who has to know.
  constexpr ends_of_work const& work_that_ends() {
    return work_that_ends_.get([&] { return ends_of_work{*this}; });
  }
  /// Which circles of parts wait for each other as a whole.
  constexpr waiting_rings const& rings() {
    return rings_.get([&] {
      return waiting_rings{*m_, [&]() -> situations const& { return graph(); }};
    });
  }
  /// What is never performed because of such a circle.
  constexpr never_begun& after_rings() {
    return after_rings_.get([&] { return never_begun{*m_, plan().order}; });
  }
  /// Who passes which part on, and what they lack.
  constexpr work_passed_on& work_on_parts() {
    return work_on_parts_.get([&] { return work_passed_on{*m_}; });
  }
  /// Where she cannot because of a failure that nothing answers.
  constexpr closed_by_failures const& closed() {
    return closed_.get([&] { return closed_by_failures{*this}; });
  }

 private:
  constexpr void forget() {
    left_off_ = nullptr;
    not_begun_.clear();
    // What refers to others goes first.
    closed_.reset();
    work_on_parts_.reset();
    after_rings_.reset();
    rings_.reset();
    work_that_ends_.reset();
    way_out_.reset();
    failures_before_.reset();
    times_of_remedies_.reset();
    times_claimed_.reset();
    owed_in_vain_.reset();
    answered_.reset();
    rules_.reset();
    backed_.reset();
    word_.reset();
    assured_.reset();
    happened_.reset();
    certain_.reset();
    graph_.reset();
    plan_.reset();
    names_.reset();
    earlier_.reset();
    leaves_.reset();
  }

  model_view const* m_ = nullptr;
  work_budget* work_ = nullptr;
  gap const* left_off_ = nullptr;
  growing_array<gap const*, 32> not_begun_;
  lazy<rows_by<part_id, part_id>> leaves_;
  lazy<part_order> earlier_;
  lazy<event_names> names_;
  lazy<work_plan> plan_;
  lazy<situations> graph_;
  lazy<certainty> certain_;
  lazy<order_of_events> happened_;
  lazy<assurances> assured_;
  lazy<word_of_events> word_;
  lazy<backed_terms> backed_;
  lazy<rules_for> rules_;
  lazy<answered_failures> answered_;
  lazy<rules_in_vain> owed_in_vain_;
  lazy<claimed_times> times_claimed_;
  lazy<remedy_times> times_of_remedies_;
  lazy<earlier_failures> failures_before_;
  lazy<exits> way_out_;
  lazy<ends_of_work> work_that_ends_;
  lazy<waiting_rings> rings_;
  lazy<never_begun> after_rings_;
  lazy<work_passed_on> work_on_parts_;
  lazy<closed_by_failures> closed_;
};

}  // namespace lupaus::inline v0::detail

#if LUPAUS_IS_HEADER_ONLY
#include "lupaus/src/check/gap.hpp"
#endif
