// SPDX-License-Identifier: BSL-1.0
//
// Random sound promises: of random size and shape, in which everything that can go wrong has been
// provided for, one way or another. Every choice below that opens a gap closes it again, at once.
#pragma once

#include "support/chooser.hpp"
#include "support/leaf_order.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace proof {

/// A random series-parallel product of that many parts, "good1", "work2", ..., with composites
/// ("set1") in it.
class product_maker {
 public:
  product_maker(chooser& r, description& d) : r_{r}, d_{d} {}

  void run(int parts) {
    auto product = node(parts);
    if (!product.inside.empty()) product.name.clear();
    d_.product = {std::move(product)};
  }

 private:
  shape node(int parts) {
    if (parts == 1) {
      auto const is_good = r_.chance(40);
      auto const name = (is_good ? "good" : "work") + std::to_string(++leaves_);
      d_.parts.push_back({name, is_good});
      // A composite may hold one part alone.
      if (r_.chance(5)) return {"set" + std::to_string(++composites_), true, {{name}}};
      return {name};
    }
    shape s{{}, r_.chance(65), {}};
    auto const children = r_.between(2, parts < 4 ? parts : 4);
    auto left = parts;
    for (int i = children; i > 0; --i) {
      auto const mine = i == 1 ? left : r_.between(1, left - (i - 1));
      s.inside.push_back(node(mine));
      left -= mine;
    }
    if (r_.chance(35)) s.name = "set" + std::to_string(++composites_);
    return s;
  }

  chooser& r_;
  description& d_;
  int leaves_ = 0, composites_ = 0;
};

class sound_maker {
 public:
  explicit sound_maker(std::uint64_t seed) : r_{seed} {}

  description run() {
    tell_parties();
    product_maker{r_, d_}.run(r_.between(3, r_.chance(30) ? 12 : 6));
    order_ = leaf_order{d_.product.front()};
    for_each_shape(d_.product, [&](shape const& s) {
      if (!s.inside.empty() && !s.name.empty()) composites_.push_back(&s);
    });
    share_out_work();
    carry_goods();
    coordinate();
    tell_claims();
    for (auto const& p : order_.leaves()) tell_failures(p);
    tell_exits();
    tell_failures_to_all();
    add_what_does_no_harm();
    return std::move(d_);
  }

 private:
  using kind = lupaus::event_kind;
  using act = lupaus::action_kind;

  // ---- who and what --------------------------------------------------------------------------

  void tell_parties() {
    for (int i = 1, n = r_.between(1, 2); i <= n; ++i)
      d_.parties.push_back({"desk" + std::to_string(i), true});
    for (int i = 1, n = r_.between(1, 5); i <= n; ++i)
      d_.parties.push_back({"firm" + std::to_string(i), false});
    for (auto const& p : d_.parties) (p.is_department ? desks_ : firms_).push_back(p.name);
  }

  std::string somebody_in_house() { return r_.chance(60) ? d_.seller : r_.one_of(desks_); }
  std::string firm_of(std::string const& party) const {
    for (auto const& p : d_.parties)
      if (p.name == party && p.is_department) return d_.seller;
    return party;
  }
  bool same_firm(std::string const& a, std::string const& b) const {
    return firm_of(a) == firm_of(b);
  }
  bool in_house(std::string const& party) const { return firm_of(party) == d_.seller; }

  amount work_time() { return hours(r_.between(0, 72)); }
  /// Longer than all that a promise of twelve parts can take.
  amount ample_time() { return hours(r_.between(5'000, 50'000)); }
  amount notice_time() { return hours(r_.between(0, 6)); }

  // ---- work ----------------------------------------------------------------------------------

  commitment_says& commit(std::string debtor, std::string creditor, std::string about,
                          quality_name q, amount limit, mention anchor = {}) {
    d_.commitments.push_back({std::move(debtor),
                              std::move(creditor),
                              std::move(about),
                              {{q, limit, std::move(anchor)}}});
    return d_.commitments.back();
  }

  void share_out_work() {
    // A composite in one hand, whoever then does its parts.
    std::map<std::string, std::string> contractor;  // of a leaf
    for (auto const* c : composites_) {
      if (!r_.chance(30)) continue;
      auto const leaves = leaf_order{*c}.leaves();
      auto taken = false;
      for (auto const& p : leaves) taken = taken || contractor.contains(p);
      if (taken) continue;
      auto const& who = r_.one_of(firms_);
      commit(who, d_.seller, c->name, quality_name::deadline, work_time());
      for (auto const& p : leaves) contractor[p] = who;
    }
    for (auto const& p : order_.leaves()) {
      auto const way = r_.below(100);
      if (contractor.contains(p)) {
        auto const& general = performer_[p] = contractor[p];
        auto const& other = r_.one_of(firms_);
        if (way < 40 && other != general) {
          commit(other, general, p, quality_name::deadline, work_time());
          performer_[p] = other;
        }
      } else if (way < 25) {
        performer_[p] = somebody_in_house();
        d_.abilities.push_back({performer_[p], p, work_time()});
      } else if (way < 35) {
        performer_[p] = r_.chance(50) ? somebody_in_house() : r_.one_of(firms_);
        d_.performers.push_back({p, performer_[p]});
        // In-house work without a time of its own would take as long as the shop allows itself.
        if (in_house(performer_[p]) || r_.chance(70))
          d_.abilities.push_back({performer_[p], p, work_time()});
      } else {
        auto const first = r_.one_of(firms_);
        performer_[p] = first;
        commit(first, d_.seller, p, quality_name::deadline, work_time());
        if (r_.chance(20)) d_.commitments.back().term.clear();
        auto const& second = r_.one_of(firms_);
        if (way > 75 && second != first) {
          commit(second, first, p, quality_name::deadline, work_time());
          performer_[p] = second;
        }
      }
    }
  }

  void carry_goods() {
    for (auto const& service : d_.parts)
      for (auto const& good : d_.parts) {
        auto taken = service.is_good || !good.is_good || !order_.precedes(good.name, service.name);
        for (auto const& c : d_.carries) taken = taken || c.a == service.name || c.b == good.name;
        if (!taken && r_.chance(60)) d_.carries.push_back({service.name, good.name});
      }
  }
  std::string carried_by(std::string const& part) const {
    for (auto const& c : d_.carries)
      if (c.a == part) return c.b;
    return {};
  }

  // ---- who is told ---------------------------------------------------------------------------

  /// All that happens to a part in a sound promise is its performer's act.
  std::string const& actor_of(mention const& e) const { return performer_.at(e.part); }

  bool is_told(std::string const& who, mention const& e) const {
    for (auto const& n : d_.notices)
      if (n.of == e && same_firm(n.to, who)) return true;
    if (e.kind == kind::late) return is_told(who, completed(e.part));
    if (e.kind == kind::completed)
      for (auto const& c : d_.coordinations)
        if (c.before == e.part && same_firm(performer_.at(c.after), who)) return true;
    return false;
  }
  /// Sees to it that the party knows of the event.
  void inform(std::string const& who, mention e) {
    if (e.part.empty()) return;  // of the order: only the seller's firm has duties on these
    e.reported = false;          // a report is known to whoever knows what is reported
    auto const& actor = actor_of(e);
    if (same_firm(actor, who) || is_told(who, e)) return;
    auto from = actor;
    if (!in_house(actor) && !in_house(who) && r_.chance(30)) {
      inform(d_.seller, e);
      from = d_.seller;
    }
    d_.notices.push_back({from, who, e, notice_time()});
  }

  void coordinate() {
    for (auto const& [a, b] : order_.steps()) {
      auto const &giver = performer_[a], &taker = performer_[b];
      if (same_firm(giver, taker) && !r_.chance(10)) continue;
      auto const way = r_.below(4);
      auto const owner = way == 0 ? giver : way == 1 ? taker : somebody_in_house();
      inform(owner, completed(a));
      d_.coordinations.push_back({owner, a, b});
      if (r_.chance(10)) d_.part_needs.push_back({a, b});
      if (r_.chance(10)) d_.party_needs.push_back({giver, taker});
      if (r_.chance(10)) d_.party_needs.push_back({taker, giver});
    }
    // A contract may count from the end of the part before.
    for (auto& c : d_.commitments) {
      if (c.term.empty() || !r_.chance(40)) continue;
      for (auto const& [a, b] : order_.steps())
        if (b == c.about) {
          auto const debtor = c.debtor;
          c.term[0].anchor = completed(a);
          inform(debtor, completed(a));
          break;
        }
    }
  }

  // ---- what is claimed -----------------------------------------------------------------------

  std::string some_part() {
    auto const n = r_.below(order_.leaves().size() + composites_.size() + 2);
    if (n < order_.leaves().size()) return order_.leaves()[n];
    if (n - order_.leaves().size() < composites_.size())
      return composites_[n - order_.leaves().size()]->name;
    return {};
  }
  /// Each composite around a part, from the part itself on, and the whole.
  std::vector<std::string> around(std::string const& part) const {
    std::vector<std::string> found{part};
    if (part.empty()) return found;
    for (auto const* c : composites_) {
      std::vector<shape> inside = c->inside;
      auto holds = false;
      for_each_shape(inside, [&](shape const& s) { holds = holds || s.name == part; });
      if (holds) found.push_back(c->name);
    }
    found.push_back({});
    return found;
  }

  void back(std::string const& about, quality_name q) {
    auto const on = q == quality_name::price ? about : r_.one_of(around(about));
    auto anchor = mention{};
    auto const debtor = somebody_in_house();
    if (q == quality_name::deadline && r_.chance(20)) {
      anchor = completed(r_.one_of(order_.leaves()));
      inform(debtor, anchor);
    }
    commit(debtor, d_.customer, on, q, q == quality_name::price ? hours(1) : ample_time(), anchor);
  }

  void tell_claims() {
    static std::vector<quality_name> const all{
        quality_name::deadline,    quality_name::informed,  quality_name::recovery,
        quality_name::cancellable, quality_name::condition, quality_name::single_contact,
        quality_name::price,       quality_name::greeting};
    for (int i = r_.between(0, 5); i > 0; --i) {
      claim_says c{
          ++tags_, r_.chance(70) ? r_.one_of(desks_) : d_.seller, some_part(), {}, r_.chance(30)};
      for (int k = r_.between(0, 3); k > 0; --k) {
        auto const q = r_.one_of(all);
        c.terms.push_back({q, q == quality_name::price ? hours(1) : ample_time(), {}});
        back(c.about, q);
      }
      if (!c.terms.empty() && c.terms[0].quality == quality_name::deadline && r_.chance(30))
        c.terms[0].anchor = completed(r_.one_of(order_.leaves()));
      d_.claims.push_back(c);
    }
    // And more is kept than is claimed.
    for (int i = r_.between(0, 2); i > 0; --i) back(some_part(), r_.one_of(all));
  }

  // ---- what can go wrong ---------------------------------------------------------------------

  void tell_failures(std::string const& part) {
    for (int i = r_.between(0, 2); i > 0; --i) {
      event_says e{part, "broken" + std::to_string(i), kind::failed};
      if (i == 2 && r_.chance(50)) e.kind = kind::late, e.name.clear();
      d_.events.push_back(e);
      provide_for(e.said());
    }
  }

  /// A step that can follow a failure, by the performer.
  mention add_step(mention const& after, std::string const& good, std::string const& holder) {
    event_says e{after.part, "step" + std::to_string(++steps_), kind::step, {{after, {}}}, good,
                 holder};
    if (r_.chance(30)) e.ways[0].by = performer_[after.part];
    d_.events.push_back(e);
    return e.said();
  }

  void provide_for(mention const& failure) {
    auto const& part = failure.part;
    auto const performer = performer_[part];
    rule_says r{++tags_, failure, d_.seller, d_.customer};
    auto const is_general = r_.chance(5);
    if (is_general) {  // her request is answered, whatever it is that failed
      r.on = of_order(kind::replacement_requested);
      r.since = r_.chance(50) ? of_order(kind::ordered) : failure;
    } else if (r_.chance(40)) {
      r.on = reported(failure);
      inform(d_.seller, failure);
    } else if (r_.chance(30)) {
      r.debtor = performer;
    }
    if (r.debtor == d_.seller) r.debtor = somebody_in_house();
    if (!is_general) inform(r.debtor, failure);
    if (r_.chance(10) && !same_firm(r.debtor, d_.seller)) r.creditor = d_.seller;

    auto const carried = carried_by(part);
    auto const actions = std::vector{act::replace, act::redo, act::repair, act::refund, act::act};
    r.action = r_.one_of(actions);
    if (r.action == act::replace || r.action == act::redo || r.action == act::repair)
      r.object = r.action != act::redo && !carried.empty() ? carried : part;
    if (r_.chance(50)) r.within = hours(r_.between(0, 48));

    auto const hers = !carried.empty() && r_.chance(20);  // it is handed over all the same
    if (hers) add_step(failure, carried, d_.customer);
    if (r_.chance(20)) add_step(failure, {}, {});
    if (!is_general && r_.chance(40)) add_gate(r, failure);
    if (!is_general && r_.chance(50)) add_presumption(r, failure, hers);
    d_.rules.push_back(r);
  }

  void add_gate(rule_says& r, mention const& failure) {
    auto const performer = performer_[failure.part];
    auto const way = r_.below(3);
    if (way == 0 && r.on == failure && in_house(r.debtor) && !in_house(performer)) {
      // A report is assured by a notice, and by nothing less.
      d_.notices.push_back({performer, d_.seller, failure, notice_time()});
      r.gate = reported(failure);
      return;
    }
    if (way == 1)
      for (auto const& q : order_.leaves())
        if (order_.always_precedes(q, failure.part)) {
          r.gate = completed(q);
          inform(r.debtor, r.gate);
          return;
        }
    auto const carried = carried_by(failure.part);
    auto const comes_back = !carried.empty() && r_.chance(60);
    r.gate =
        comes_back ? add_step(failure, carried, somebody_in_house()) : add_step(failure, {}, {});
    auto& c = commit(performer, in_house(performer) ? d_.customer : d_.seller, failure.part,
                     quality_name::deadline, work_time(), r_.chance(70) ? failure : mention{});
    c.brings_about = r.gate;
    inform(r.debtor, r.gate);
  }

  void add_presumption(rule_says& r, mention const& failure, bool hers) {
    auto const carried = carried_by(failure.part);
    if (!carried.empty()) {
      r.presumes.push_back({{}, {}, started(failure.part)});
      if (!hers) r.presumes.push_back({performer_[failure.part], carried, {}});
    }
    for (auto const& q : order_.leaves())
      if (order_.always_precedes(q, failure.part) && r_.chance(30))
        r.presumes.push_back({{}, {}, completed(q)});
    for (auto const& c : d_.carries)
      if (order_.precedes(failure.part, c.a) && r_.chance(50))
        r.presumes.push_back({r_.chance(50) ? d_.seller : r_.one_of(desks_), c.b, {}});
    if (r_.chance(20)) r.presumes.push_back({{}, {}, of_order(kind::ordered)});
    if (r_.chance(20)) r.presumes.push_back({{}, {}, failure});
  }

  void tell_failures_to_all() {
    // Word of every change, told in one breath: the one who owes it has to hear of each.
    if (r_.chance(30))
      d_.change_notices.push_back({d_.seller, d_.customer, some_part(), notice_time()});
    auto const owed_in_general = [&](std::string const& debtor, std::string const& about) {
      for (auto const& e : std::vector<event_says>{d_.events})
        if (e.kind != kind::step && within(e.part, about)) inform(debtor, e.said());
    };
    for (auto const& n : std::vector{d_.change_notices}) owed_in_general(n.from, n.part);
    for (auto const& c : std::vector{d_.commitments})
      if (!c.term.empty() && c.term[0].quality == quality_name::informed)
        owed_in_general(c.debtor, c.about);

    for (auto const& e : d_.events) {
      if (e.kind == kind::step) continue;
      if (!hears_of_changes(e.part) || r_.chance(20)) inform(d_.customer, e.said());
      for (auto const& q : order_.leaves())
        if (order_.precedes(e.part, q)) inform(performer_[q], e.said());
    }
  }
  bool within(std::string const& part, std::string const& outer) const {
    for (auto const& x : around(part))
      if (x == outer) return true;
    return false;
  }
  bool hears_of_changes(std::string const& part) const {
    for (auto const& n : d_.change_notices)
      if (within(part, n.part)) return true;
    for (auto const& c : d_.commitments)
      if (!c.term.empty() && c.term[0].quality == quality_name::informed && within(part, c.about))
        return true;
    return false;
  }

  // ---- how she gets out ----------------------------------------------------------------------

  rule_says& on_cancellation(act action) {
    d_.rules.push_back(
        {++tags_, of_order(kind::cancel_requested), somebody_in_house(), d_.customer, action});
    return d_.rules.back();
  }
  act a_way_out() { return r_.chance(70) ? act::accept : act::refund; }

  mention some_event() {
    std::vector<mention> all;
    for (auto const& p : order_.leaves()) all.push_back(completed(p));
    for (auto const& c : d_.carries) all.push_back(started(c.a)), all.push_back(possession(c.b));
    for (auto const& e : d_.events) all.push_back(e.said());
    return r_.one_of(all);
  }

  void tell_exits() {
    if (r_.chance(15)) {
      d_.on_the_spot = true;
      if (r_.chance(50)) on_cancellation(act::refuse).until = some_event();
      return;
    }
    if (r_.chance(50)) {
      auto& r = on_cancellation(a_way_out());
      // Assured from the order on: somebody can do it without waiting for anything.
      if (!d_.abilities.empty() && r_.chance(30)) {
        auto const& done = r_.one_of(d_.abilities).what;
        r.gate = completed(done);
        inform(d_.seller, completed(done));
      }
      if (r_.chance(30))
        on_cancellation(act::refuse).until = some_event();  // she is out all the same
    } else {
      auto const e = some_event();
      on_cancellation(a_way_out()).until = e;
      on_cancellation(a_way_out()).since = e;
    }
    for (auto const& p : order_.leaves()) {
      auto is_last = true;
      for (auto const& [a, b] : order_.steps()) is_last = is_last && a != p;
      if (is_last && r_.chance(20)) on_cancellation(act::refuse).since = completed(p);
    }
  }

  // ---- what changes nothing ------------------------------------------------------------------

  void add_what_does_no_harm() {
    std::vector<std::string> everybody{d_.customer, d_.seller};
    for (auto const& p : d_.parties) everybody.push_back(p.name);
    for (int i = r_.between(0, 3); i > 0; --i) {
      auto const &a = r_.one_of(everybody), &b = r_.one_of(everybody);
      if (a != b) d_.channels.push_back({a, b});
    }
    for (auto const& p : order_.leaves())
      if (r_.chance(10)) d_.answers.push_back({somebody_in_house(), p});
    for (auto const* c : composites_)
      if (r_.chance(15)) d_.answers.push_back({somebody_in_house(), c->name});
    if (r_.chance(20)) {
      auto& c =
          commit(r_.one_of(firms_), d_.seller, some_part(), quality_name::deadline, work_time());
      c.overrides = {quality_name::deadline};  // an incentive: neither work nor backing
    }
    if (r_.chance(20)) {
      auto& c = commit(r_.one_of(firms_), d_.seller, some_part(), quality_name::condition, {});
      c.on_request = true;  // a remedy is no work
    }
  }

  chooser r_;
  description d_;
  leaf_order order_;
  std::vector<std::string> desks_, firms_;
  std::vector<shape const*> composites_;
  std::map<std::string, std::string> performer_;  // of each leaf
  int tags_ = 0, steps_ = 0;
};

/// A promise without any gap. The same seed gives the same promise.
inline description sound_promise(std::uint64_t seed) {
  auto d = sound_maker{seed}.run();
  d.seed = seed;
  return d;
}

}  // namespace proof
