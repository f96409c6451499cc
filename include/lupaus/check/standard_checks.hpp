// SPDX-License-Identifier: BSL-1.0
//
// All checks of the library in a row, and the quickest question: is the promise sound?
#pragma once

#include "lupaus/check/gap.hpp"
#include "lupaus/check/gaps/delivery/coordination.hpp"
#include "lupaus/check/gaps/delivery/duties.hpp"
#include "lupaus/check/gaps/delivery/impossible_order.hpp"
#include "lupaus/check/gaps/delivery/late_by_design.hpp"
#include "lupaus/check/gaps/delivery/missing_recourse.hpp"
#include "lupaus/check/gaps/delivery/performance.hpp"
#include "lupaus/check/gaps/delivery/uninsured_leg.hpp"
#include "lupaus/check/gaps/delivery/weaker_subcontract.hpp"
#include "lupaus/check/gaps/marketing/accountability.hpp"
#include "lupaus/check/gaps/marketing/claims.hpp"
#include "lupaus/check/gaps/marketing/overclaim.hpp"
#include "lupaus/check/gaps/recovery/blocked_remedy.hpp"
#include "lupaus/check/gaps/recovery/circular_wait.hpp"
#include "lupaus/check/gaps/recovery/information.hpp"
#include "lupaus/check/gaps/recovery/misapplied_rule.hpp"
#include "lupaus/check/gaps/recovery/no_exit.hpp"
#include "lupaus/check/gaps/recovery/remedy.hpp"
#include "lupaus/check/gaps/recovery/reversed_remedy.hpp"
#include "lupaus/check/gaps/recovery/surviving_subcontract.hpp"

#include <type_traits>

namespace lupaus::inline v0 {

/// Checks in a row: itself a check.
template <check... Checks>
struct check_list : Checks... {
  constexpr check_list() = default;
  constexpr explicit(sizeof...(Checks) == 1)
      check_list(Checks const&... c) requires(sizeof...(Checks) > 0)
      : Checks{c}... {}

  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    (static_cast<Checks const&>(*this)(m, sink), ...);
  }
  /// The same and one more.
  template <check Another>
  constexpr check_list<Checks..., Another> with(Another const& another) const {
    return {static_cast<Checks const&>(*this)..., another};
  }
};

/// The checks of the library: causes before what follows from them.
inline constexpr check_list standard_checks{checks::disowned_part,
                                            checks::unmandated_claim,
                                            checks::unmeasurable_claim,
                                            checks::unbacked_claim,
                                            checks::overclaimed_term,
                                            checks::conflicting_commitments,
                                            checks::split_accountability,
                                            checks::impossible_order,
                                            checks::cyclic_delegation,
                                            checks::missing_enabler,
                                            checks::unperformed_commitment,
                                            checks::weaker_subcontract,
                                            checks::missing_recourse,
                                            checks::late_by_design,
                                            checks::unowned_handoff,
                                            checks::customer_in_the_middle,
                                            checks::imposed_duty,
                                            checks::dangling_antecedent,
                                            checks::uninsured_leg,
                                            checks::uncovered_failure,
                                            checks::blocked_remedy,
                                            checks::circular_wait,
                                            checks::late_remedy,
                                            checks::misapplied_rule,
                                            checks::reversed_remedy,
                                            checks::silent_failure,
                                            checks::no_exit,
                                            checks::uninformed_party,
                                            checks::surviving_subcontract};

/// No gap of severity error; nothing is kept. Usable in constant evaluation.
template <check C = std::remove_const_t<decltype(standard_checks)>>
constexpr bool is_sound(model_view const& m, C const& all = standard_checks) {
  bool sound = true;  // a consequence has a cause, so no need to tell them apart
  all(m, [&](finding const& f) { sound = sound && f.what->severity != severity::error; });
  return sound;
}

}  // namespace lupaus::inline v0
