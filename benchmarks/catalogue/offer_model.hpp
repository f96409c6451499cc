// SPDX-License-Identifier: BSL-1.0
//
// An offer of the catalogue as a model, and the nine rules that are counted on it.
#pragma once

#include "facts.hpp"

#include "lupaus/check/standard_checks.hpp"
#include "lupaus/model/builder/builder.hpp"
#include "lupaus/validate.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

/// The kinds of the facts: qualities with a limit in hours of which less is more. As many as a
/// column needs; each is a quality of its own.
template <int Kind>
struct kind {
  static constexpr char text[] = {'k', 'i', 'n', 'd', ' ', static_cast<char>('0' + Kind)};
  static constexpr std::string_view name{text, sizeof text};
  using bound_type = std::int64_t;
  static constexpr auto order = lupaus::value_order::less_entails_more;
  static constexpr bool entails(bound_type a, bound_type b) { return a <= b; }
  static std::string phrase(bound_type b) {
    return std::string{name} + " within " + std::to_string(b) + " h";
  }
};

inline lupaus::term_spec kind_within(number k, number hours) {
  using lupaus::term_of;
  switch (k) {
    case 0: return term_of<kind<0>>(hours);
    case 1: return term_of<kind<1>>(hours);
    case 2: return term_of<kind<2>>(hours);
    case 3: return term_of<kind<3>>(hours);
    case 4: return term_of<kind<4>>(hours);
    case 5: return term_of<kind<5>>(hours);
    case 6: return term_of<kind<6>>(hours);
    case 7: return term_of<kind<7>>(hours);
    default:
      throw std::runtime_error{"kind " + std::to_string(k) + " is unknown; there are 0 to 7"};
  }
}

/// The model of an offer.
///
///   deadline   claimed for the whole by the merchant, who commits to it
///   part       a service; its performer is able to do it in its duration
///   commit     a commitment of the merchant to the customer, by that performer
///   deleg      a contract for the whole, without a term
///   need       two parties that must coordinate
///   remedy     a rule on the failure: the party does it again
///   wait       the merchant does the part given that the other is completed
inline lupaus::result<lupaus::model> model_of(offer const& o, number at) {
  using namespace lupaus;
  builder b{"offer " + std::to_string(at)};
  std::array<party_id, per_offer> parties;
  std::array<part_id, per_offer> parts;
  auto const local = [](number id) { return static_cast<std::size_t>(id % per_offer); };
  auto const party = [&](number id) -> party_id {
    auto& p = parties[local(id)];
    if (!p) p = b.subcontractor("party " + std::to_string(id));
    return p;
  };
  auto const shop = parties[local(o.merchant)] = b.seller("party " + std::to_string(o.merchant));
  parties[local(o.customer)] = b.customer("party " + std::to_string(o.customer));

  auto const hours = [](number n) { return std::chrono::hours{n}; };
  for (auto const& [id, performer, duration] : o.parts) {
    auto const p = parts[local(id)] = b.service("part " + std::to_string(id));
    b.performs(party(performer), p);
    b.can_do(party(performer), p, hours(duration));
  }
  auto const part = [&](number id) { return parts[local(id)]; };
  for (auto const& [before, after] : o.prec) b.before(part(before), part(after));
  b.claims(shop, b.whole(), within(hours(o.deadline)));
  b.commits(shop, b.whole(), within(hours(o.deadline)));
  for (auto const& [id, k, limit] : o.claims) b.claims(shop, part(id), kind_within(k, limit));
  for (auto const& [id, k, limit] : o.commits) b.commits(shop, part(id), kind_within(k, limit));
  for (auto const& [id, other] : o.waits)
    b.commits(shop, part(id), term_list{}).given(completed(part(other)));
  for (auto const& [who, whom] : o.deleg) b.commits_to(party(whom), party(who), b.whole());
  for (auto const& [x, y] : o.channels) b.reaches(party(x), party(y));
  for (auto const& [x, y] : o.needs) b.must_coordinate_parties(party(x), party(y));
  auto const mode = [](number m) { return "mode " + std::to_string(m); };
  for (auto const& [id, m] : o.failures) b.fails(part(id), mode(m));
  for (auto const& [id, m, who] : o.remedies)
    b.on(failed(part(id), mode(m))).owes(party(who), perform_again(part(id)));
  return b.build();
}

/// The checks behind the nine rules.
inline constexpr lupaus::check_list nine_checks{
    lupaus::checks::unbacked_claim,         lupaus::checks::overclaimed_term,
    lupaus::checks::unperformed_commitment, lupaus::checks::cyclic_delegation,
    lupaus::checks::late_by_design,         lupaus::checks::customer_in_the_middle,
    lupaus::checks::uncovered_failure,      lupaus::checks::blocked_remedy,
    lupaus::checks::circular_wait};

using counts = std::array<std::size_t, 9>;

/// "R1=… R9=…".
inline std::string to_string(counts const& rules) {
  std::string text;
  for (std::size_t i = 0; i < rules.size(); ++i)
    text += (i > 0 ? " R" : "R") + std::to_string(i + 1) + "=" + std::to_string(rules[i]);
  return text;
}

/// Counts findings as the facts do: raw, before one cause is told from what follows from it; of
/// cycles the members; of customers in the middle the needs that are facts. What finds them is the
/// nine checks, or a validator of them.
template <class Checks>
void count(lupaus::model_view const& m, Checks&& nine, counts& rules) {
  using namespace lupaus;
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<element> evidence;
  auto const members = [&](finding const& f, auto is_counted) {
    std::vector<std::size_t> seen;
    evidence.clear();
    f.what->evidence(m, f, evidence);
    for (auto const& e : evidence) {
      auto const id = is_counted(e);
      if (id == none) continue;
      auto is_new = true;
      for (auto const known : seen) is_new = is_new && known != id;
      if (is_new) seen.push_back(id);
    }
    return seen.size();
  };
  nine(m, [&](finding const& f) {
    if (f.is(gaps::unbacked_claim)) ++rules[0];
    if (f.is(gaps::overclaimed_term)) ++rules[1];
    if (f.is(gaps::unperformed_commitment)) ++rules[2];
    if (f.is(gaps::cyclic_delegation))
      rules[3] += members(
          f, [](element e) { return e.kind == element_kind::party ? std::size_t{e.index} : none; });
    if (f.is(gaps::late_by_design)) ++rules[4];
    if (f.is(gaps::customer_in_the_middle) && f.where.kind == element_kind::party) ++rules[5];
    if (f.is(gaps::uncovered_failure)) ++rules[6];
    if (f.is(gaps::blocked_remedy)) ++rules[7];
    if (f.is(gaps::circular_wait))
      rules[8] += members(f, [&](element e) {
        return e.kind == element_kind::event ? m.events[static_cast<event_id>(e)].of.index() : none;
      });
  });
}

}  // namespace catalogue
