// SPDX-License-Identifier: BSL-1.0
//
// A promise as plain text: what one would tell the builder, and nothing derived from it. Everything
// is named, so that clauses can be dropped, reordered and renamed without any bookkeeping; a
// description in which a name means nothing simply does not build.
#pragma once

#include "lupaus/model/builder.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace proof {

/// A length of time, or a date, as small numbers: what is told does not need more.
struct amount {
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
  lupaus::event_kind kind;  ///< failed, late or step
  std::vector<way_says> ways = {};
  std::string good = {}, holder = {};  ///< it hands the good to the holder

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
};
struct commitment_says {
  std::string debtor, creditor, about;
  std::vector<term_says> term = {};  ///< one, or none
  mention given = {}, brings_about = {};
  bool on_request = false;
  std::vector<quality_name> overrides = {};  ///< one, or none
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
};
struct risk_says {
  std::string bearer, of;
  mention from = {}, until = {};
  std::string covers = {};  ///< none: he bears it for good
};
struct presumption_says {
  std::string holder, good;  ///< either these
  mention happened;          ///< or this
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
};
struct notice_says {
  std::string from, to;
  mention of;
  amount within;
};
struct change_notice_says {
  std::string from, to, part;
  amount within;
};
struct coordination_says {
  std::string owner, before, after;
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
  std::vector<time_says> abilities = {};
  std::vector<event_says> events = {};
  std::vector<claim_says> claims = {};
  std::vector<commitment_says> commitments = {};
  std::vector<rule_says> rules = {};
  std::vector<notice_says> notices = {};
  std::vector<change_notice_says> change_notices = {};
  std::vector<coordination_says> coordinations = {};
  std::vector<pair_says> part_needs = {}, party_needs = {};
  std::vector<pair_says> channels = {};
  std::vector<mandate_says> mandates = {};
  std::vector<name_says> capabilities = {};
  std::vector<pair_says> provides = {};  ///< party, capability
  std::vector<recourse_says> recourses = {};
  std::vector<end_says> ends = {};
  std::vector<risk_says> risks = {};
  std::uint64_t telling = 0;  ///< in which order the kinds of clauses are told; 0: as above
  std::uint64_t seed = 0;     ///< what it was made from, for further choices that stay the same
};

// ---- walks over all of a description, for renaming, shrinking and reordering
// ---------------------

/// Calls `f` on every list of clauses, and on the lists inside the clauses.
template <class F>
void for_each_list(description& d, F f) {
  f(d.risks), f(d.ends), f(d.recourses), f(d.provides), f(d.mandates);
  f(d.channels), f(d.party_needs), f(d.part_needs), f(d.coordinations), f(d.change_notices);
  f(d.notices);
  f(d.rules);
  for (auto& r : d.rules) f(r.presumes);
  f(d.commitments);
  for (auto& c : d.commitments) f(c.rests_on), f(c.overrides), f(c.term);
  f(d.claims);
  for (auto& c : d.claims) f(c.terms);
  f(d.events);
  for (auto& e : d.events) f(e.ways);
  f(d.abilities), f(d.answers), f(d.performers), f(d.carries), f(d.before);
  f(d.capabilities), f(d.parts), f(d.parties);
}

template <class F>
void for_each_shape(std::vector<shape>& list, F f) {
  for (auto& s : list) {
    f(s);
    for_each_shape(s.inside, f);
  }
}

/// Calls `f` on every mention that may be left out.
template <class F>
void for_each_optional_mention(description& d, F f) {
  for (auto& e : d.events)
    for (auto& w : e.ways) f(w.from);
  for (auto& c : d.claims)
    for (auto& t : c.terms) f(t.anchor);
  for (auto& c : d.commitments) {
    for (auto& t : c.term) f(t.anchor);
    f(c.given), f(c.brings_about);
  }
  for (auto& r : d.rules) f(r.since), f(r.until), f(r.gate);
  for (auto& r : d.risks) f(r.from), f(r.until);
}

template <class F>
void for_each_mention(description& d, F f) {
  for_each_optional_mention(d, f);
  for (auto& r : d.rules) {
    f(r.on);
    for (auto& p : r.presumes) f(p.happened);
  }
  for (auto& n : d.notices) f(n.of);
  for (auto& r : d.recourses) f(r.failure);
}

/// Calls `f` on every name, wherever it stands; also on empty ones, which name nothing.
template <class F>
void for_each_name(description& d, F f) {
  f(d.title), f(d.customer), f(d.seller);
  for (auto& p : d.parties) f(p.name);
  for (auto& p : d.parts) f(p.name);
  for_each_shape(d.product, [&](shape& s) { f(s.name); });
  for (auto* list : {&d.before, &d.carries, &d.performers, &d.answers, &d.part_needs,
                     &d.party_needs, &d.channels, &d.provides})
    for (auto& p : *list) f(p.a), f(p.b);
  for (auto& p : d.mandates) f(p.who);
  for (auto& c : d.capabilities) f(c.name);
  for (auto& r : d.recourses) f(r.debtor), f(r.creditor);
  for (auto& e : d.ends) f(e.debtor), f(e.creditor);
  for (auto& r : d.risks) f(r.bearer), f(r.of), f(r.covers);
  for (auto& a : d.abilities) f(a.who), f(a.what);
  for (auto& e : d.events) {
    f(e.part), f(e.name), f(e.good), f(e.holder);
    for (auto& w : e.ways) f(w.by);
  }
  for (auto& c : d.claims) f(c.who), f(c.about);
  for (auto& c : d.commitments) {
    f(c.debtor), f(c.creditor), f(c.about);
    for (auto& k : c.rests_on) f(k.name);
  }
  for (auto& r : d.rules) {
    f(r.debtor), f(r.creditor), f(r.object);
    for (auto& p : r.presumes) f(p.holder), f(p.good);
  }
  for (auto& n : d.notices) f(n.from), f(n.to);
  for (auto& n : d.change_notices) f(n.from), f(n.to), f(n.part);
  for (auto& c : d.coordinations) f(c.owner), f(c.before), f(c.after);
  for_each_mention(d, [&](mention& e) { f(e.part), f(e.name); });
}

/// Gives every commitment that has none a tag of its own.
inline void number_commitments(description& d) {
  int last = 0;
  for (auto const& c : d.commitments) last = std::max(last, c.tag);
  for (auto& c : d.commitments)
    if (c.tag == 0) c.tag = ++last;
}

// ---- into a model ------------------------------------------------------------------------------

/// Tells a description to a builder.
class teller {
 public:
  explicit teller(description const& d) : d_{d}, b_{d.title} {}

  lupaus::result<lupaus::model> run() {
    b_.paid(d_.on_the_spot ? lupaus::payment::on_the_spot : lupaus::payment::ahead);
    b_.customer(d_.customer);
    b_.seller(d_.seller);
    for (auto const& p : d_.parties)
      p.is_department ? b_.department(p.name) : b_.subcontractor(p.name);
    for (auto const& x : d_.mandates)
      x.granted ? b_.grants_mandate(x.who) : b_.denies_mandate(x.who);
    for (auto const& c : d_.capabilities) b_.capability(c.name);
    for (auto const& p : d_.parts) p.is_good ? b_.good(p.name, p.quantity) : b_.service(p.name, p.quantity);
    if (!d_.product.empty() && !d_.product.front().inside.empty())
      b_.product(expression(d_.product.front()));
    tell_events();
    // The order of what follows is free; `telling` says which one it is.
    std::vector<void (teller::*)()> acts{&teller::tell_work,        &teller::tell_claims,
                                         &teller::tell_commitments, &teller::tell_rules,
                                         &teller::tell_notices,     &teller::tell_coordination,
                                         &teller::tell_answers,     &teller::tell_risks};
    if (d_.telling) {
      std::mt19937_64 random{d_.telling};
      for (auto i = acts.size(); i > 1; --i) std::swap(acts[i - 1], acts[random() % i]);
    }
    for (auto act : acts) (this->*act)();
    return b_.build();
  }

 private:
  lupaus::product expression(shape const& s) {
    lupaus::product all;
    for (std::size_t i = 0; i < s.inside.size(); ++i) {
      auto const one = operand(s.inside[i]);
      all = i == 0 ? one : s.in_order ? all >> one : all_of(all, one);
    }
    return all;
  }
  lupaus::product operand(shape const& s) {
    if (s.inside.empty()) return lupaus::part_ref{s.name};
    if (s.name.empty()) return expression(s);
    return b_.composite(s.name, expression(s));
  }

  /// The name stands for a part; none for the whole.
  lupaus::part_ref part(std::string const& name) const {
    return name.empty() ? lupaus::part_ref{lupaus::whole} : lupaus::part_ref{name};
  }
  lupaus::event_ref event(mention const& e) const {
    if (!e) return {};
    using lupaus::event_kind;
    lupaus::event_ref r = e.kind >= event_kind::cancel_requested || e.kind == event_kind::ordered
                              ? lupaus::event_ref{e.kind}
                              : lupaus::event_ref{e.kind, part(e.part), e.name};
    return e.reported ? lupaus::reported(r) : r;
  }
  static lupaus::time_limit limit(amount const& t) {
    if (t.kind == amount::workdays) return lupaus::lasting(lupaus::business_days{t.n});
    if (t.kind == amount::date) return lupaus::lasting(lupaus::calendar_day{t.n});
    return lupaus::lasting(std::chrono::minutes{t.n});
  }
  /// The builder takes lengths of time by their types.
  template <class F>
  static void with_length(amount const& t, F f) {
    if (t.kind == amount::workdays)
      f(lupaus::business_days{t.n});
    else
      f(std::chrono::minutes{t.n});
  }
  lupaus::term_spec term(term_says const& t) const {
    auto const spec = [&]() -> lupaus::term_spec {
      switch (t.quality) {
        case quality_name::deadline: return lupaus::term_of<lupaus::deadline>(limit(t.limit));
        case quality_name::informed: return lupaus::term_of<lupaus::informed>(limit(t.limit));
        case quality_name::recovery: return lupaus::term_of<lupaus::recovery>(limit(t.limit));
        case quality_name::cancellable: return lupaus::term_of<lupaus::cancellable>(limit(t.limit));
        case quality_name::condition: return lupaus::undamaged;
        case quality_name::single_contact: return lupaus::single_contact;
        case quality_name::price: return lupaus::priced_at({100 * t.limit.n, "EUR"});
        case quality_name::installed: return lupaus::installed;
        case quality_name::window: {
          using std::chrono::hours;
          return lupaus::in_window(hours{t.limit.n / 100}, hours{t.limit.n % 100});
        }
      }
      return {};
    }();
    return t.anchor ? spec.after(event(t.anchor)) : spec;
  }

  void tell_events() {
    for (auto const& p : d_.before) b_.before(p.a, p.b);
    for (auto const& p : d_.carries) b_.carries(p.a, p.b);
    for (auto const& p : d_.performers) b_.performed_by(p.a, p.b);
    // All are declared before any way is told, because a way may lead from any of them.
    std::vector<lupaus::step_clause> clauses;
    for (auto const& e : d_.events)
      clauses.push_back(e.kind == lupaus::event_kind::failed ? b_.fails(e.part, e.name)
                        : e.kind == lupaus::event_kind::late ? b_.may_be_late(e.part)
                                                             : b_.step(e.part, e.name));
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      auto const& e = d_.events[i];
      for (auto const& w : e.ways) {
        if (w.from) clauses[i].after(event(w.from));
        if (!w.by.empty()) clauses[i].by(w.by);
      }
      if (!e.good.empty()) clauses[i].hands(e.good, e.holder);
    }
  }
  void tell_work() {
    for (auto const& a : d_.abilities)
      with_length(a.time, [&](auto t) { b_.able(a.who, a.what, t); });
  }
  void tell_answers() {
    for (auto const& a : d_.answers) b_.answers(a.a, a.b);
  }
  void tell_claims() {
    for (auto const& c : d_.claims) {
      lupaus::term_list terms;
      for (auto const& t : c.terms) terms.items.push_back(term(t));
      if (terms.items.empty())
        b_.says(c.who, part(c.about), "splendid");
      else if (c.implied)
        b_.implies(c.who, part(c.about), terms);
      else
        b_.claims(c.who, part(c.about), terms);
    }
  }
  void tell_commitments() {
    for (auto const& c : d_.commitments) {
      auto const terms = c.term.empty() ? lupaus::term_list{} : lupaus::term_list{term(c.term[0])};
      auto clause = c.creditor == d_.customer ? b_.commits(c.debtor, part(c.about), terms)
                                              : b_.subcontract(c.debtor, part(c.about), terms);
      if (c.creditor != d_.customer) clause.to(c.creditor);
      if (c.given) clause.given(event(c.given));
      if (c.brings_about) clause.brings_about(event(c.brings_about));
      if (c.on_request) clause.on_request();
      for (auto q : c.overrides)
        clause.overrides(term({q, minutes(q == quality_name::window ? 1'012 : 60), {}}));
      for (auto const& k : c.rests_on) clause.rests_on(k.name);
    }
  }
  void tell_rules() {
    for (auto const& r : d_.rules) {
      auto clause = b_.on(event(r.on));
      if (r.since) clause.since(event(r.since));
      if (r.until) clause.until(event(r.until));
      lupaus::action const what{r.action,
                                r.object.empty() ? lupaus::part_ref{} : lupaus::part_ref{r.object},
                                0, r.action == lupaus::action_kind::act ? "makes amends" : ""};
      clause.owes(r.debtor, what, r.creditor);
      if (r.gate) clause.after(event(r.gate));
      if (r.within.kind != amount::none) with_length(r.within, [&](auto t) { clause.within(t); });
      for (auto const& p : r.presumes)
        clause.presumes(p.happened ? lupaus::happened(event(p.happened))
                                   : lupaus::held_by(p.holder, p.good));
    }
  }
  void tell_notices() {
    for (auto const& n : d_.notices)
      with_length(n.within, [&](auto t) { b_.notice(n.from, n.to, event(n.of), t); });
    for (auto const& n : d_.change_notices)
      with_length(n.within,
                  [&](auto t) { b_.notice_of_any_change(n.from, n.to, part(n.part), t); });
  }
  void tell_coordination() {
    for (auto const& c : d_.coordinations) b_.coordinates(c.owner, c.before, c.after);
    for (auto const& n : d_.part_needs) b_.must_coordinate(n.a, n.b);
    for (auto const& n : d_.party_needs) b_.must_coordinate_parties(n.a, n.b);
    for (auto const& c : d_.channels) b_.channel(c.a, c.b);
  }

  void tell_risks() {
    for (auto const& p : d_.provides) b_.provides(p.a, p.b);
    for (auto const& r : d_.recourses)
      b_.recourse_against(
          r.debtor, event(r.failure),
          r.within.kind == amount::none
              ? lupaus::term_list{}
              : lupaus::term_list{lupaus::term_of<lupaus::deadline>(limit(r.within))},
          r.creditor);
    for (auto const& e : d_.ends) b_.ends(e.debtor, {lupaus::event_ref{e.when}}, e.creditor);
    for (auto const& r : d_.risks) {
      if (r.covers.empty())
        b_.bears_risk(r.bearer, part(r.of), event(r.from), event(r.until));
      else
        b_.covers_loss(r.bearer, part(r.of), r.covers, event(r.from), event(r.until));
    }
  }

  description const& d_;
  lupaus::builder b_;
};

/// The model that the description tells of; none when it makes no sense.
inline std::optional<lupaus::model> to_model(description const& d) {
  auto built = teller{d}.run();
  if (!built) return {};
  return *built;
}

/// What the builder has against the description; empty when it builds.
inline std::string faults_of(description const& d) {
  auto const built = teller{d}.run();
  return built ? std::string{} : to_string(built.error());
}

}  // namespace proof
