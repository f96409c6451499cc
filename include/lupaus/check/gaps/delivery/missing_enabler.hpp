// SPDX-License-Identifier: BSL-1.0
//
// missing-enabler, fulfilment / delivery: a commitment rests on a capability that nobody provides.
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// One finding a capability, naming all commitments on it. O(capabilities + requirements +
/// provisions).
constexpr void find_missing_enabler(model_analysis& analysis, gap const& what, finding_sink& sink) {
  auto const& m = analysis.model();
  if (m.capabilities.empty()) return;
  flags provided{m.capabilities.size()};
  find_provided(m, provided);
  scratch<commitment_id> first{m.capabilities.size()};
  for (auto const& r : m.requirements)
    if (auto& known = first[r.on.index()]; !known) known = r.of;
  for (auto i : m.capabilities.ids()) {
    auto const c = first[i.index()];
    if (!c || provided[i.index()]) continue;
    sink(finding{.what = &what,
                 .where = i,
                 .other = c,
                 .part = m.commitments[c].about,
                 .accountable = m.seller,
                 .performing = m.commitments[c].debtor});
  }
}

inline void evidence_of_missing_enabler(model_view const& m, finding const& f,
                                        std::vector<element>& seen) {
  seen.push_back(f.where);
  for (auto const& r : m.requirements)
    if (f.where == r.on) seen.push_back(r.of);
}

LUPAUS_COLD inline explanation explain_missing_enabler(model_view const& m, finding const& f) {
  auto const id = static_cast<capability_id>(f.where);
  std::vector<std::string> owed;
  for (auto const& r : m.requirements)
    if (r.on == id) owed.push_back(describe(m, r.of));
  sentences say{m};
  say.with("it", "'" + std::string{m.capabilities[id].name} + "'")
      .with("owed", listed(owed, "; and "));
  say.with("who", the(m, f.performing));
  explanation x;
  auto const is_step = m.capabilities[id].is_backstage;
  say.with("does", is_step ? "performs" : "provides");
  say.with("kind", is_step ? ", a step backstage," : ",");
  x.what = say(by_number(owed.size(), "nobody {does} {it}{kind} and a commitment rests on it.",
                         "nobody {does} {it}{kind} and commitments rest on it."));
  x.where = name_of(m, f.part);
  x.why =
      say(by_number(owed.size(),
                    "what rests on it: {owed}. Without {it} it cannot be kept, however well it is "
                    "meant.",
                    "what rests on it: {owed}. Without {it} none of it can be kept, however well "
                    "it is meant."));
  x.mend =
      say("{who} {does} {it}, or somebody else does; or {shop} does not promise what rests on it.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap missing_enabler{.id = "missing-enabler",
                                     .severity = severity::error,
                                     .between = boundary::fulfilment_delivery,
                                     .service = service_gap::specification_delivery,
                                     .words = detail::explain_missing_enabler,
                                     .rests_on = detail::evidence_of_missing_enabler,
                                     .find = detail::find_missing_enabler};
}

namespace checks {
inline constexpr check_for<gaps::missing_enabler> missing_enabler{};
}

/// The gap as a type, in the user's words.
template <class Debtor, class Part>
struct missing_enabler {};

namespace detail {
template <>
struct gap_type<gaps::missing_enabler> {
  template <class Words>
  using in = missing_enabler<its_performer_in<Words>, its_part_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Debtor, class Part>
inline constexpr bool somebody_provides_what_it_rests_on = false;
template <class Debtor, class Part>
constexpr bool explain(missing_enabler<Debtor, Part>*) {
  static_assert(somebody_provides_what_it_rests_on<Debtor, Part>,
                "lupaus: what a commitment rests on is provided by somebody. Here a capability "
                "named in `.rests_on(…)` is not. To mend: `party.provides(capability)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
