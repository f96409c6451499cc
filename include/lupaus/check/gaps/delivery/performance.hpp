// SPDX-License-Identifier: BSL-1.0
//
// fulfilment / delivery: does anybody do it?
//   unperformed-commitment   the seller owes a part, and no chain reaches who performs it
//   cyclic-delegation        delegation comes back to a party
//   missing-enabler          a commitment rests on a capability that nobody provides
#pragma once

#include "lupaus/check/analysis/delegation.hpp"
#include "lupaus/check/analysis/delegation_cycles.hpp"
#include "lupaus/check/gap.hpp"
#include "lupaus/detail/index_by.hpp"
#include "lupaus/model/element_text.hpp"

namespace lupaus::inline v0 {

namespace detail {

/// True when the two components have the same members.
constexpr bool same_members(components const& a, std::size_t leader_a, components const& b,
                            std::size_t leader_b) {
  for (std::size_t v = 0; v < a.size(); ++v)
    if ((a.leader(v) == leader_a) != (b.leader(v) == leader_b)) return false;
  return true;
}

/// Calls `f(capability)`, for each once, for what the part lacks.
template <class F>
void for_each_lack(model_view const& m, part_id p, F&& f) {
  flags known{m.capabilities.size()};
  for_each_lacking(m, p, [&](capability_id c, commitment_id) {
    if (!known[c.index()]) f(c);
    known[c.index()] = true;
  });
}

inline void evidence_of_unperformed_commitment(model_view const& m, finding const& f,
                                               std::vector<element>& seen) {
  seen.push_back(f.part);
  for (auto i : m.commitments.ids())
    if (!m.commitments[i].overrides && is_within(m, f.part, m.commitments[i].about))
      seen.push_back(i);
  if (is_passed_on_to_performer(m, f.part))
    for_each_lack(m, f.part, [&](capability_id c) { seen.push_back(c); });
}

inline explanation explain_unperformed_commitment(model_view const& m, finding const& f) {
  auto const part = the(m, f.part), shop = the(m, m.seller);
  auto const who = m.parts[f.part].performer;
  explanation x;
  x.where = name_of(m, f.part);
  if (is_passed_on_to_performer(m, f.part)) {
    std::vector<std::string> lacking;
    for_each_lack(m, f.part, [&](capability_id c) {
      lacking.push_back("'" + std::string{m.capabilities[c].name} + "'");
    });
    x.what = sentence(shop + " owes " + part +
                      ", and whoever performs it lacks what it takes: " + listed(lacking) + ".");
    x.why = "What is owed rests on it. Without it, whoever comes cannot do the work.";
    x.mend = sentence("somebody provides " + listed(lacking) + "; or " + shop +
                      " does not promise " + part + ".");
    return x;
  }
  x.what = sentence(shop + " owes " + part + ", and " +
                    (who ? "no chain of subcontracts leads from " + shop + " to " + the(m, who) +
                               ", who is to perform it."
                         : "nobody performs it."));
  x.why = who ? sentence(the(m, who)) + " owes it neither to " + shop + " nor to anybody whom " +
                    shop + " has contracted for it: when it is not done, no contract is broken."
              : "No subcontract passes it on, no own capability stands behind it, and no performer "
                "is declared.";
  if (who && who == m.customer) {
    x.why = sentence(shop + " has promised it to " + the(m, who) + ", and leaves it to her.");
    x.mend = sentence(shop + " performs " + part +
                      ", or has it performed; or it does not promise " + "it.");
    return x;
  }
  x.mend = sentence((who ? the(m, who) : std::string{"somebody"}) + " owes " + part + " to " +
                    shop + ", or to somebody whom " + shop + " has contracted for it; or " + shop +
                    " performs it itself.");
  return x;
}

/// Calls `f(party)` for those who pass the part on to one another; of the seller and its
/// departments, for the seller.
template <class F>
void for_each_member(model_view const& m, components const& c, std::size_t leader, F&& f) {
  for (auto p : m.parties.ids())
    if (c.leader(p.index()) == leader && (p == m.seller || !is_sellers(m, p))) f(p);
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

inline explanation explain_cyclic_delegation(model_view const& m, finding const& f) {
  explanation x;
  std::vector<std::string> members;
  for_each_member(m, delegation_of(m, f.part), static_cast<party_id>(f.where).index(),
                  [&](party_id p) { members.push_back(the(m, p)); });
  x.what = sentence(listed(members) + " pass " + the(m, f.part) + " on " +
                    (members.size() == 2 ? "to each other." : "to one another, in a ring."));
  x.where = name_of(m, f.part);
  x.why =
      "The work comes back to whoever has passed it on. Each can point at the next, and nobody "
      "has to begin.";
  x.mend = members.size() == 2 ? "One of the two performs it, and does not pass it on to the other."
                               : "One of them performs it, and passes it on to none of the others.";
  return x;
}

inline void evidence_of_missing_enabler(model_view const& m, finding const& f,
                                        std::vector<element>& seen) {
  seen.push_back(f.where);
  for (auto const& r : m.requirements)
    if (f.where == r.on) seen.push_back(r.of);
}

inline explanation explain_missing_enabler(model_view const& m, finding const& f) {
  auto const id = static_cast<capability_id>(f.where);
  auto const name = "'" + std::string{m.capabilities[id].name} + "'";
  explanation x;
  std::vector<std::string> owed;
  for (auto const& r : m.requirements)
    if (r.on == id) owed.push_back(describe(m, r.of));
  x.what = sentence("nobody provides " + name + ", and " +
                    (owed.size() == 1 ? "a commitment rests" : "commitments rest") + " on it.");
  x.where = name_of(m, f.part);
  x.why = "What rests on it: " + listed(owed, "; and ") + ". Without " + name + " " +
          (owed.size() == 1 ? "it cannot be kept, however well it is meant."
                            : "none of it can be kept, however well it is meant.");
  x.mend = sentence(the(m, f.performing) + " provides " + name + ", or has somebody provide it; " +
                    "or " + the(m, m.seller) + " does not promise what rests on it.");
  return x;
}

}  // namespace detail

namespace gaps {
inline constexpr gap unperformed_commitment{"unperformed-commitment",
                                            severity::error,
                                            boundary::fulfilment_delivery,
                                            service_gap::specification_delivery,
                                            detail::explain_unperformed_commitment,
                                            detail::evidence_of_unperformed_commitment};
inline constexpr gap cyclic_delegation{"cyclic-delegation",
                                       severity::error,
                                       boundary::fulfilment_delivery,
                                       service_gap::specification_delivery,
                                       detail::explain_cyclic_delegation,
                                       detail::evidence_of_cyclic_delegation};
inline constexpr gap missing_enabler{"missing-enabler",
                                     severity::error,
                                     boundary::fulfilment_delivery,
                                     service_gap::specification_delivery,
                                     detail::explain_missing_enabler,
                                     detail::evidence_of_missing_enabler};
}  // namespace gaps

namespace checks {

/// One finding a leaf part. O(parts + commitments + requirements), and for each part the chain from
/// its performer back to the seller, and what rests on capabilities that nobody provides.
inline constexpr struct unperformed_commitment_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    detail::passed_on_parts passed_on{m};
    detail::flags owed{m.parts.size()}, provided{m.capabilities.size()};
    for (auto const& c : m.commitments)
      if (c.creditor == m.customer && is_sellers(m, c.debtor) && !c.overrides)
        owed[c.about.index()] = true;
    detail::find_provided(m, provided);
    detail::rows_by<part_id, party_id> const lacking{
        m.parts.size(), [&](auto&& f) {
          for (auto const& r : m.requirements) {
            auto const& c = m.commitments[r.of];
            if (!c.overrides && !provided[r.on.index()]) f(c.about, c.debtor);
          }
        }};
    for (auto p : m.parts.ids()) {
      if (!is_leaf(m.parts[p])) continue;
      auto is_owed = is_sellers(m, answerable_for(m, p)), is_lacking = false;
      for (auto outer = p; outer && !is_owed; outer = m.parts[outer].within)
        is_owed = owed[outer.index()];
      if (!is_owed) continue;
      for (auto outer = p; outer && !is_lacking; outer = m.parts[outer].within)
        for (auto const debtor : lacking[outer])
          is_lacking = is_lacking || is_sellers(m, debtor) ||
                       detail::same_firm(m, debtor, m.parts[p].performer);
      if (is_lacking || !passed_on.reach_performer(p))
        sink(finding{.what = &gaps::unperformed_commitment,
                     .where = p,
                     .part = p,
                     .accountable = m.seller,
                     .performing = m.parts[p].performer});
    }
  }
} unperformed_commitment{};

/// One finding a component, though it be of several parts: the first of them is named.
/// O(parts + parties + commitments) where nothing comes back; else also O(firms and commitments on
/// rings) for every part, or composite, on which there are some.
inline constexpr struct cyclic_delegation_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    auto const of_anything = detail::delegation_of_anything(m);
    auto comes_back = false;
    of_anything.for_each_cycle([&](std::size_t) { comes_back = true; });
    if (!comes_back) return;
    detail::ring_hops const hops{m, of_anything};
    detail::known_sets found{hops.firms()};
    detail::flags done{m.parts.size()};
    for (auto p : m.parts.ids()) {
      auto const like = is_leaf(m.parts[p]) ? hops.like(p) : part_id{};
      if (!like || done[like.index()]) continue;
      done[like.index()] = true;
      auto const here = hops.of(p);
      here.for_each_cycle([&](std::size_t leader) {
        if (!found.is_new(here, leader)) return;
        sink(finding{.what = &gaps::cyclic_delegation,
                     .where = hops.firm(leader),
                     .other = hops.firm(here.after(leader)),
                     .part = p,
                     .accountable = m.seller,
                     .performing = hops.firm(leader)});
      });
    }
  }
} cyclic_delegation{};

/// One finding a capability, naming all commitments on it. O(capabilities + requirements +
/// provisions).
inline constexpr struct missing_enabler_fn {
  template <class Sink>
  constexpr void operator()(model_view const& m, Sink&& sink) const {
    if (m.capabilities.empty()) return;
    detail::flags provided{m.capabilities.size()};
    detail::find_provided(m, provided);
    detail::scratch<commitment_id> first{m.capabilities.size()};
    for (auto const& r : m.requirements)
      if (auto& known = first[r.on.index()]; !known) known = r.of;
    for (auto i : m.capabilities.ids()) {
      auto const c = first[i.index()];
      if (!c || provided[i.index()]) continue;
      sink(finding{.what = &gaps::missing_enabler,
                   .where = i,
                   .other = c,
                   .part = m.commitments[c].about,
                   .accountable = m.seller,
                   .performing = m.commitments[c].debtor});
    }
  }
} missing_enabler{};

}  // namespace checks

}  // namespace lupaus::inline v0
