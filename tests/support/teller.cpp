// SPDX-License-Identifier: BSL-1.0
#include "support/teller.hpp"

#include "lupaus/model/builder/builder.hpp"
#include "support/description.hpp"
#include "support/random_steps.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace proof {

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
    for (auto const& x : d_.mandates) x.granted ? b_.has_mandate(x.who) : b_.has_no_mandate(x.who);
    for (auto const& c : d_.capabilities)
      b_.capability(c.is_backstage ? lupaus::backstage(c.name) : lupaus::capability_name{c.name});
    for (auto const& p : d_.parts)
      p.is_instalment ? b_.instalment(p.name)
      : p.is_good     ? b_.good(p.name, p.quantity)
                      : b_.service(p.name, p.quantity);
    for (auto const& p : d_.parts)
      if (p.gives > 0)
        b_.gives(p.name, step_quality(p.gives), static_cast<lupaus::experience_level>(p.level));
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
    if (!e || e.minutes < 0) return plain_event(e);
    mention const from{true, e.since_kind, e.since_part, e.since_name};  // `since` looks into it
    auto const since = plain_event(from);
    std::chrono::minutes const time{e.minutes};
    return e.only_time ? b_.passed(time, since) : b_.not_by(plain_event(e), time, since);
  }
  lupaus::event_ref plain_event(mention const& e) const {
    if (!e) return {};
    using lupaus::event_kind;
    lupaus::event_ref r = e.kind >= event_kind::cancel_requested || e.kind == event_kind::ordered
                              ? lupaus::event_ref{e.kind}
                              : lupaus::event_ref{e.kind, part(e.part), e.name};
    return e.reported ? lupaus::reported(r) : r;
  }
  static lupaus::business_days workdays(amount const& t) { return {t.n % 100, t.n / 100}; }
  static lupaus::time_limit limit(amount const& t) {
    if (t.kind == amount::workdays) return lupaus::lasting(workdays(t));
    if (t.kind == amount::date) return lupaus::lasting(lupaus::calendar_day{t.n});
    return lupaus::lasting(std::chrono::minutes{t.n});
  }
  /// The builder takes lengths of time by their types.
  template <class F>
  static void with_length(amount const& t, F f) {
    if (t.kind == amount::workdays)
      f(workdays(t));
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
        case quality_name::step: return step_quality(t.limit.n);
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
    for (auto const& p : d_.performers) b_.performs(p.b, p.a);
    // All are declared before any way is told, because a way may lead from any of them.
    std::vector<lupaus::step_clause> clauses;
    for (auto const& e : d_.events)
      clauses.push_back(e.kind == lupaus::event_kind::failed ? b_.fails(e.part, e.name)
                        : e.kind == lupaus::event_kind::late ? b_.may_be_late(e.part)
                                                             : b_.step(e.part, e.name));
    for (std::size_t i = 0; i < clauses.size(); ++i) tell_ways(d_.events[i], clauses[i]);
    for (auto const& e : d_.turning_points) {
      auto clause = b_.happens(event(e.said()));
      tell_ways(e, clause);
    }
  }
  void tell_ways(event_says const& e, lupaus::step_clause& clause) {
    for (auto const& w : e.ways) {
      if (w.from) clause.follows(event(w.from));
      if (!w.by.empty()) clause.by(w.by);
    }
    if (!e.good.empty()) clause.hands(e.good, e.holder);
    if (e.until) clause.until(event(e.until));
  }
  void tell_work() {
    for (auto const& a : d_.abilities)
      with_length(a.time, [&](auto t) { b_.can_do(a.who, a.what, t); });
  }
  void tell_answers() {
    for (auto const& a : d_.answers) b_.answers(a.a, a.b);
    for (auto const& p : d_.severable) b_.severable(p.part);
    for (auto const& p : d_.prices)
      if (is_instalment(d_, p.part))
        b_.pays(d_.customer, p.part, {p.cents, "EUR"});
      else
        b_.charges(d_.seller, part(p.part), {p.cents, "EUR"});
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
      auto clause = c.creditor == d_.customer
                        ? b_.commits(c.debtor, part(c.about), terms)
                        : b_.commits_to(c.debtor, c.creditor, part(c.about), terms);
      if (c.given) clause.given(event(c.given));
      if (c.brings_about) clause.brings_about(event(c.brings_about));
      if (c.on_request) clause.on_request();
      for (auto q : c.overrides)
        clause.overrides(term({q, minutes(q == quality_name::window ? 1'012 : 60), {}}),
                         c.interest);
      for (auto const& k : c.rests_on) clause.rests_on(k.name);
    }
  }
  void tell_rules() {
    for (auto const& r : d_.rules) {
      auto clause = b_.on(event(r.on));
      if (r.since) clause.since(event(r.since));
      if (r.until) clause.until(event(r.until));
      lupaus::action const what{
          r.action, r.object.empty() ? lupaus::part_ref{} : lupaus::part_ref{r.object}, 0,
          r.action == lupaus::action_kind::act ? "makes amends" : "",
          r.takes_off() > 0 ? lupaus::money{r.takes_off(), "EUR"} : lupaus::money{}};
      clause.owes(r.debtor, what, r.creditor);
      if (r.gate) clause.waits_for(event(r.gate));
      if (r.within.kind != amount::none) with_length(r.within, [&](auto t) { clause.within(t); });
      for (auto const& p : r.presumes)
        clause.presumes(p.happened ? p.is_not ? lupaus::not_happened(event(p.happened))
                                              : lupaus::happened(event(p.happened))
                                   : lupaus::held_by(p.holder, p.good));
      if (r.fee_cents > 0) clause.keeps({r.fee_cents, "EUR"});
      if (r.from_time > 0) clause.from_time(static_cast<std::size_t>(r.from_time));
      if (r.up_to_time > 0) clause.up_to_time(static_cast<std::size_t>(r.up_to_time));
    }
  }
  void tell_notices() {
    for (auto const& n : d_.notices)
      with_length(n.within, [&](auto t) { b_.tells(n.from, n.to, event(n.of), t); });
    for (auto const& n : d_.change_notices)
      with_length(n.within, [&](auto t) { b_.tells_of_any_change(n.from, n.to, part(n.part), t); });
  }
  void tell_coordination() {
    for (auto const& c : d_.coordinations) b_.coordinates(c.owner, c.before, c.after);
    for (auto const& n : d_.part_needs) b_.must_coordinate(n.a, n.b);
    for (auto const& n : d_.party_needs) b_.must_coordinate_parties(n.a, n.b);
    for (auto const& c : d_.channels) b_.reaches(c.a, c.b);
    for (auto const& x : d_.sightings) b_.sees(x.by, event(x.of));
  }

  void tell_risks() {
    for (auto const& p : d_.provides) b_.provides(p.a, p.b);
    for (auto const& r : d_.recourses)
      b_.recovers_from(r.creditor, r.debtor, event(r.failure),
                       r.within.kind == amount::none
                           ? lupaus::term_list{}
                           : lupaus::term_list{lupaus::term_of<lupaus::deadline>(limit(r.within))});
    for (auto const& e : d_.ends)
      if (e.within.kind == amount::none)
        b_.ends_contract_with(e.debtor, e.creditor, {lupaus::event_ref{e.when}});
      else
        with_length(e.within, [&](auto t) {
          b_.ends_contract_with(e.debtor, e.creditor, {lupaus::event_ref{e.when}}, t);
        });
    for (auto const& r : d_.risks) {
      if (r.covers.empty())
        b_.bears(r.bearer, lupaus::loss_of(part(r.of)), event(r.from), event(r.until));
      else
        b_.covers(r.bearer, r.covers, lupaus::loss_of(part(r.of)), event(r.from), event(r.until));
    }
  }

  description const& d_;
  lupaus::builder mutable b_;  // a time-out is made where it is spoken of
};

std::optional<lupaus::model> to_model(description const& d) {
  auto built = teller{d}.run();
  if (!built) return {};
  return *built;
}

std::string faults_of(description const& d) {
  auto const built = teller{d}.run();
  return built ? std::string{} : to_string(built.error());
}

}  // namespace proof
