// SPDX-License-Identifier: BSL-1.0
//
// cyclic-delegation, fulfilment / delivery: delegation comes back to a party.
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/check/analysis/delegation_cycles.hpp"
#include "lupaus/check/analysis/model_analysis.hpp"
#include "lupaus/check/check_list.hpp"
#include "lupaus/check/finding_sink.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/check/gap_type.hpp"
#include "lupaus/check/sentences.hpp"
#include "lupaus/config.hpp"
#include "lupaus/model/element_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

/// Calls `f(party)` for those who pass the part on to one another; of the seller and its
/// departments, for the seller.
template <class F>
void for_each_member(model_view const& m, components const& c, std::size_t leader, F&& f) {
  for (auto p : m.parties.ids())
    if (c.leader(p.index()) == leader && (p == m.seller || !is_sellers(m, p))) f(p);
}

/// One finding a component, though it be of several parts: the first of them is named.
/// O(parts + parties + commitments) where nothing comes back; else also O(firms and commitments on
/// rings) for every part, or composite, on which there are some.
constexpr void find_cyclic_delegation(model_analysis& analysis, gap const& what,
                                      finding_sink& sink) {
  auto const& m = analysis.model();
  auto const comes_back = has_cycle(m.parties.size(), [&](auto&& f) {
    for_each_contract_of_work(m, [&](commitment_id, std::size_t x, std::size_t y) { f(x, y); });
  });
  if (!comes_back) return;
  auto const of_anything = delegation_of_anything(m);
  ring_hops const hops{m, of_anything};
  known_sets found{hops.firms()};
  flags done{m.parts.size()};
  for (auto p : m.parts.ids()) {
    auto const like = is_leaf(m.parts[p]) ? hops.like(p) : part_id{};
    if (!like || done[like.index()]) continue;
    done[like.index()] = true;
    auto const here = hops.of(p);
    here.for_each_cycle([&](std::size_t leader) {
      if (!found.is_new(here, leader)) return;
      sink(finding{.what = &what,
                   .where = hops.firm(leader),
                   .other = hops.firm(here.after(leader)),
                   .part = p,
                   .accountable = m.seller,
                   .performing = hops.firm(leader)});
    });
  }
}

inline void evidence_of_cyclic_delegation(model_view const& m, finding const& f,
                                          std::vector<element>& seen) {
  auto const c = delegation_of(m, f.part);
  auto const leader = static_cast<party_id>(f.where).index();
  for_each_member(m, c, leader, [&](party_id p) { seen.push_back(p); });
  for (auto i : m.commitments.ids()) {
    auto const& k = m.commitments[i];
    if (is_hop(m, k, f.part) && c.leader(firm_of(m, k.debtor).index()) == leader &&
        c.leader(firm_of(m, k.creditor).index()) == leader)
      seen.push_back(i);
  }
}

LUPAUS_COLD inline explanation explain_cyclic_delegation(model_view const& m, finding const& f) {
  std::vector<std::string> members;
  for_each_member(m, delegation_of(m, f.part), static_cast<party_id>(f.where).index(),
                  [&](party_id p) { members.push_back(the(m, p)); });
  auto const are_two = members.size() == 2;
  sentences say{m};
  say.with("members", listed(members)).with("part", the(m, f.part));
  explanation x;
  x.what = say(are_two ? "{members} pass {part} on to each other."
                       : "{members} pass {part} on to one another, in a ring.");
  x.where = name_of(m, f.part);
  x.why =
      "The work comes back to whoever has passed it on. Each can point at the next, and nobody "
      "has to begin.";
  x.mend = say(are_two ? "one of the two performs {part}, and the other commits to it no longer."
                       : "one of them performs {part}, and none of the others commits to it any "
                         "longer.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap cyclic_delegation{.id = "cyclic-delegation",
                                       .severity = severity::error,
                                       .between = boundary::fulfilment_delivery,
                                       .service = service_gap::specification_delivery,
                                       .words = detail::explain_cyclic_delegation,
                                       .rests_on = detail::evidence_of_cyclic_delegation,
                                       .find = detail::find_cyclic_delegation};
}

namespace checks {
inline constexpr check_for<gaps::cyclic_delegation> cyclic_delegation{};
}

/// The gap as a type, in the user's words.
template <class Party, class Next>
struct cyclic_delegation {};

namespace detail {
template <>
struct gap_type<gaps::cyclic_delegation> {
  template <class Words>
  using in = cyclic_delegation<its_place_in<Words>, its_other_in<Words>>;
};

// What the compiler says where this gap stands.
template <class Party, class Next>
inline constexpr bool the_work_does_not_come_back = false;
template <class Party, class Next>
constexpr bool explain(cyclic_delegation<Party, Next>*) {
  static_assert(the_work_does_not_come_back<Party, Next>,
                "lupaus: work that is passed on does not come back. Here these parties pass it on "
                "to each other. To mend: take out one `party.commits_to(other, part, term)`.");
  return true;
}
}  // namespace detail

}  // namespace lupaus::inline v0
