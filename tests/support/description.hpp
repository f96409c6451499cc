// SPDX-License-Identifier: BSL-1.0
//
// A promise as plain text: what one would tell the builder, and nothing derived from it. Everything
// is named, so that clauses can be dropped, reordered and renamed without any bookkeeping; a
// description in which a name means nothing simply does not build.
#pragma once

#include "lupaus/model/event.hpp"
#include "lupaus/model/rule.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace proof {

/// A length of time, or a date, as small numbers: what is told does not need more.
struct amount {
  /// Of business days, 100 for each holiday that may come between.
  enum kind_type { none, minutes, workdays, date } kind = none;
  int n = 0;
  friend bool operator==(amount const&, amount const&) = default;
};
inline amount minutes(int n) { return {amount::minutes, n}; }
inline amount hours(int n) { return {amount::minutes, 60 * n}; }

/// An event as one says it: "the delivery is completed", "the seller is told of the damage".
struct mention {
  bool given = false;
  lupaus::event_kind kind = lupaus::event_kind::step;
  std::string part = {};  ///< none: the whole promise
  std::string name = {};  ///< of a failure mode or a step
  bool reported = false;
  /// Of a time-out: so many minutes after `since_...` it has not happened; or, with `only_time`, so
  /// many have passed. None: -1.
  int minutes = -1;
  bool only_time = false;
  lupaus::event_kind since_kind = lupaus::event_kind::ordered;
  std::string since_part = {}, since_name = {};

  explicit operator bool() const { return given; }
  auto operator<=>(mention const&) const = default;
};
inline mention of_order(lupaus::event_kind k) { return {true, k}; }
inline mention completed(std::string part) {
  return {true, lupaus::event_kind::completed, std::move(part)};
}
inline mention started(std::string part) {
  return {true, lupaus::event_kind::started, std::move(part)};
}
inline mention possession(std::string good) {
  return {true, lupaus::event_kind::possession, std::move(good)};
}
inline mention late(std::string part) { return {true, lupaus::event_kind::late, std::move(part)}; }
/// That the event has not happened so many minutes after the other one.
inline mention not_by(mention e, int minutes, mention const& since) {
  e.minutes = minutes;
  e.since_kind = since.kind, e.since_part = since.part, e.since_name = since.name;
  return e;
}
/// That so many minutes have passed since the event.
inline mention passed(int minutes, mention const& since) {
  auto e = not_by(of_order(lupaus::event_kind::ordered), minutes, since);
  e.only_time = true;
  return e;
}
inline mention reported(mention e) {
  e.reported = true;
  return e;
}

/// The product as it is composed. A node with a name and nothing inside is a part; with parts
/// inside it is a composite; without a name it is only an expression.
struct shape {
  std::string name = {};
  bool in_order = true;  ///< one after the other (>>), or together (all_of)
  std::vector<shape> inside = {};
};

enum class quality_name {
  deadline,
  informed,
  recovery,
  cancellable,
  condition,
  single_contact,
  price,
  installed,
  window,  ///< the hours from and until, as 100 * from + until minutes
  step,    ///< of an encounter: which, as 1 to 5 minutes
};

/// The order of the fields of these structs is the order of the builder's arguments.
struct party_says {
  std::string name;
  bool is_department;
};
struct part_says {
  std::string name;
  bool is_good;
  int quantity = 1;
  int gives = 0;  ///< of a step of an encounter: which quality, from 1 on
  int level = 0;  ///< of a step
  bool is_instalment = false;
};
struct severable_says {
  std::string part;
};
struct pair_says {
  std::string a, b;
};
struct time_says {
  std::string who, what;
  amount time;
};
struct way_says {
  mention from;    ///< none: not said
  std::string by;  ///< none: not said
};
struct event_says {
  std::string part, name;
  lupaus::event_kind kind;  ///< failed, late or step; of a turning point, started or completed
  std::vector<way_says> ways = {};
  std::string good = {}, holder = {};  ///< it hands the good to the holder
  mention until = {};                  ///< a time-out; of a failure

  mention said() const { return {true, kind, part, kind == lupaus::event_kind::late ? "" : name}; }
};
struct term_says {
  quality_name quality;
  amount limit = {};
  mention anchor = {};
};
struct claim_says {
  int tag;  ///< tells claims apart however they are ordered
  std::string who, about;
  std::vector<term_says> terms;
  bool implied = false;
};
struct name_says {
  std::string name;
  bool is_backstage = false;  ///< of a capability: a step below the line of visibility
};
struct commitment_says {
  std::string debtor, creditor, about;
  std::vector<term_says> term = {};  ///< one, or none
  mention given = {}, brings_about = {};
  bool on_request = false;
  std::vector<quality_name> overrides = {};  ///< one, or none
  std::string interest = {};                 ///< what an incentive is called; may be empty
  std::vector<name_says> rests_on = {};
  int tag = 0;  ///< as of claims; given by `number_commitments`
};
struct recourse_says {
  std::string debtor, creditor;
  mention failure;
  amount within = {};  ///< none: no time is stated
};
struct end_says {
  std::string debtor, creditor;
  lupaus::event_kind when;
  amount within = {};  ///< in which the debtor is told; none: not by the contract
};
struct risk_says {
  std::string bearer, of;
  mention from = {}, until = {};
  std::string covers = {};  ///< none: he bears it for good
};
struct presumption_says {
  std::string holder, good;  ///< either these
  mention happened;          ///< or this
  bool is_not = false;       ///< it has not
};
struct rule_says {
  int tag;
  mention on;
  std::string debtor, creditor;
  lupaus::action_kind action = lupaus::action_kind::act;
  std::string object = {};
  mention since = {}, until = {}, gate = {};
  amount within = {};
  std::vector<presumption_says> presumes = {};
  int fee_cents = 0;                  ///< kept of what is paid back
  int from_time = 0, up_to_time = 0;  ///< of those that it fails
  int off_cents = 0;                  ///< taken off a price, where the action does that

  /// What it takes off the price of a part.
  int takes_off() const {
    return action == lupaus::action_kind::reduce_price && !object.empty() ? off_cents : 0;
  }
};
struct notice_says {
  std::string from, to;
  mention of;
  amount within;
};
struct sighting_says {
  std::string by;
  mention of;
};
struct change_notice_says {
  std::string from, to, part;
  amount within;
};
struct coordination_says {
  std::string owner, before, after;
};
struct price_says {
  std::string part;  ///< none: the whole
  int cents = 0;     ///< of one unit
};
struct mandate_says {
  std::string who;
  bool granted;  ///< or denied
};

/// A whole promise, told.
struct description {
  std::string title = "the promise", customer = "customer", seller = "shop";
  bool on_the_spot = false;
  std::vector<party_says> parties = {};  ///< departments and subcontractors
  std::vector<part_says> parts = {};     ///< goods and services
  std::vector<shape> product = {};       ///< one
  std::vector<pair_says> before = {};    ///< besides what the product says
  std::vector<pair_says> carries = {};
  std::vector<pair_says> performers = {};  ///< part, party
  std::vector<pair_says> answers = {};     ///< party, part
  std::vector<severable_says> severable = {};
  std::vector<time_says> abilities = {};
  std::vector<price_says> prices = {};  ///< of instalments, how much they are
  std::vector<event_says> events = {};
  std::vector<event_says> turning_points = {};  ///< ways to begin a part, or to complete it
  std::vector<claim_says> claims = {};
  std::vector<commitment_says> commitments = {};
  std::vector<rule_says> rules = {};
  std::vector<notice_says> notices = {};
  std::vector<change_notice_says> change_notices = {};
  std::vector<coordination_says> coordinations = {};
  std::vector<pair_says> part_needs = {}, party_needs = {};
  std::vector<pair_says> channels = {};
  std::vector<sighting_says> sightings = {};
  std::vector<mandate_says> mandates = {};
  std::vector<name_says> capabilities = {};
  std::vector<pair_says> provides = {};  ///< party, capability
  std::vector<recourse_says> recourses = {};
  std::vector<end_says> ends = {};
  std::vector<risk_says> risks = {};
  std::uint64_t telling = 0;  ///< in which order the kinds of clauses are told; 0: as above
  std::uint64_t seed = 0;     ///< what it was made from, for further choices that stay the same
};

/// She pays it.
inline bool is_instalment(description const& d, std::string const& part) {
  for (auto const& p : d.parts)
    if (p.name == part) return p.is_instalment;
  return false;
}
/// What the part carries; nothing where it carries nothing.
inline std::string carried_by(description const& d, std::string const& part) {
  for (auto const& c : d.carries)
    if (c.a == part) return c.b;
  return {};
}
/// It is no part of what she buys: she pays it, or does it and answers for it.
inline bool is_hers(description const& d, std::string const& part) {
  for (auto const& a : d.answers)
    if (a.a == d.customer && a.b == part) return true;
  return is_instalment(d, part);
}

}  // namespace proof
