// SPDX-License-Identifier: BSL-1.0
//
// Plants one gap at a random place of a sound promise, and says exactly what
// has to be found there. Each has variants that only just open the gap, and
// variants that bring consequences with them.
#pragma once

#include "support/chooser.hpp"
#include "support/findings.hpp"
#include "support/leaf_order.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace proof {

/// A finding as it is foreseen, by names.
struct foreseen {
  std::string gap, where, other = "-";
  lupaus::seconds_t late_by = 0;
  std::set<std::string> listed = {};

  /// As `namer` says a verdict.
  std::string in_words() const {
    auto text = gap + " at " + where + ", " + other;
    if (late_by != 0) text += ", late by " + std::to_string(late_by) + " s";
    for (auto const& n : listed) text += (n == *listed.begin() ? ": " : ", ") + n;
    return text;
  }
};

inline std::string name_of(mention const& e) {
  using lupaus::event_kind;
  if (e.reported) {
    auto plain = e;
    plain.reported = false;
    return "report of " + name_of(plain);
  }
  switch (e.kind) {
    case event_kind::completed: return "completed of " + e.part;
    case event_kind::started: return "started of " + e.part;
    case event_kind::late: return "late of " + e.part;
    case event_kind::failed: return "failed " + e.name + " of " + e.part;
    case event_kind::step: return "step " + e.name + " of " + e.part;
    default: return "?";
  }
}

/// The promise with the gap, and what has to be found: the gap, and what
/// follows from it.
struct planted {
  description d;
  foreseen root;
  std::vector<foreseen> consequences = {};
};

class planter {
 public:
  using maybe = std::optional<planted>;  // none: the promise has no place for it

  /// Precondition: `m` is the description's model; it is sound, and every part
  /// has a performer.
  planter(description d, lupaus::model m, std::uint64_t seed)
      : d_{std::move(d)}, m_{std::move(m)}, order_{d_.product.front()}, r_{seed} {
    for (auto const& p : d_.parties) (p.is_department ? desks_ : firms_).push_back(p.name);
    house_ = desks_;
    house_.push_back(d_.seller);
    for (auto const& c : d_.claims) tag_ = std::max(tag_, c.tag);
    for (auto const& r : d_.rules) tag_ = std::max(tag_, r.tag);
    ++tag_;
  }

  // ---- marketing / fulfilment
  // ------------------------------------------------------------------

  maybe unbacked_claim() {
    auto const about = r_.chance(70) ? leaf() : std::string{};
    auto const claim = new_unbacked_claim(about);
    if (!claim) return {};
    return planted{d_, *claim};
  }

  maybe disowned_part() {
    if (firms_.empty()) return {};
    auto const part = leaf();
    for (auto const& a : d_.answers)
      if (a.b == part) return {};
    auto const who = r_.chance(90) ? r_.one_of(firms_) : d_.customer;
    d_.answers.push_back({who, part});
    planted p{d_, {"disowned-part", part, who}};
    if (r_.chance(50))
      if (auto const claim = new_unbacked_claim(part)) p = {d_, p.root, {*claim}};
    return p;
  }

  // ---- fulfilment / delivery
  // -------------------------------------------------------------------

  maybe unowned_handoff() {
    auto const way = r_.below(3);
    if (way == 0) return forget_coordination();
    if (way == 1) {  // a need that nobody has thought of
      auto const a = leaf(), b = leaf();
      if (same_firm(performer(a), performer(b))) return {};
      for (auto const& c : d_.coordinations)
        if (c.before == a && c.after == b) return {};
      d_.part_needs.push_back({a, b});
      d_.channels.push_back({performer(a), performer(b)});
      return planted{d_, {"unowned-handoff", a, b}};
    }
    auto const a = r_.chance(80) && !firms_.empty() ? r_.one_of(firms_) : d_.seller;
    auto const b = r_.chance(80) && !firms_.empty() ? r_.one_of(firms_) : d_.customer;
    if (same_firm(a, b) || is_coordinated(a, b)) return {};
    d_.party_needs.push_back({a, b});
    d_.channels.push_back({a, b});
    return planted{d_, {"unowned-handoff", a, b}};
  }

  /// Two new parts beside the rest, by two new firms whom nobody reaches but
  /// the customer.
  maybe customer_in_the_middle() {
    auto const is_ordered = r_.chance(70);
    d_.parties.push_back({"giver", false});
    d_.parties.push_back({"taker", false});
    d_.parts.push_back({"first", false});
    d_.parts.push_back({"second", false});
    shape all{{}, false, {std::move(d_.product.front()), {"first"}, {"second"}}};
    d_.product = {std::move(all)};
    if (is_ordered)
      d_.before.push_back({"first", "second"});
    else
      d_.part_needs.push_back({"first", "second"});
    d_.commitments.push_back({"giver", d_.seller, "first", {{quality_name::deadline, hours(9)}}});
    d_.commitments.push_back({"taker", d_.seller, "second", {{quality_name::deadline, hours(9)}}});
    if (r_.chance(50)) d_.commitments.back().term[0].anchor = completed("first");
    // It is she who coordinates the two; that makes the handoff owned, and her
    // the link.
    d_.coordinations.push_back({d_.customer, "first", "second"});
    d_.notices.push_back({"giver", d_.customer, completed("first"), hours(1)});
    if (r_.chance(50)) d_.channels.push_back({"taker", d_.customer});
    if (r_.chance(50)) {  // one more on the way to her changes nothing
      d_.parties.push_back({"friend", false});
      d_.channels.push_back({"friend", r_.chance(50) ? "taker" : "giver"});
      if (r_.chance(50)) d_.channels.push_back({"friend", d_.customer});
    }
    return planted{d_, {"customer-in-the-middle", "first", "second"}};
  }

  maybe uninformed_party() {
    std::vector<std::string> parties = firms_;
    parties.insert(parties.end(), house_.begin(), house_.end());
    auto const who = r_.one_of(parties);
    std::vector<mention> all;
    for (auto const& p : order_.leaves()) all.push_back(completed(p));
    for (auto const& e : d_.events) all.push_back(e.said());
    auto const e = r_.one_of(all);
    oracle const o{m_};
    if (o.knowing(event_id(e)).contains(o.firm(party_id(who)))) return {};
    give_duty(who, e, r_.below(4));
    return planted{d_, {"uninformed-party", name_of(e), firm(who)}};
  }

  // ---- recovery
  // --------------------------------------------------------------------------------

  maybe uncovered_failure() {
    for (auto const& r : d_.rules)  // her request would be answered
      if (r.on.kind == lupaus::event_kind::replacement_requested &&
          r.since.kind == lupaus::event_kind::ordered)
        return {};
    auto const e = new_failure();
    auto const silence = tell_of(e, r_.chance(50));
    planted p{d_, {"uncovered-failure", name_of(e)}, {}};
    if (r_.chance(50))
      if (auto* exit = the_one_exit(); exit && !has_refusal()) {
        exit->until = e;
        p.consequences.push_back({"no-exit", e.part, "-", 0, {name_of(e)}});
      }
    if (silence) p.consequences.push_back(*silence);
    p.d = d_;
    return p;
  }

  maybe blocked_remedy() {
    std::vector<rule_says*> all;
    for (auto& r : d_.rules)
      if (is_remedy(r) && r.action != lupaus::action_kind::refund && !r.on.part.empty())
        all.push_back(&r);
    if (all.empty()) return {};
    auto& rule = *r_.one_of(all);
    auto const by = performer(rule.on.part);
    auto trigger = rule.on;
    trigger.reported = false;
    event_says const step{rule.on.part, "planted", lupaus::event_kind::step, {{trigger, {}}}};
    auto const gate = rule.gate = step.said();
    auto const tag = rule.tag;
    auto const debtor = rule.debtor;
    d_.events.push_back(step);
    if (!same_firm(by, debtor)) d_.notices.push_back({by, debtor, gate, hours(1)});
    // What looks like a commitment to bring it about, and assures nothing.
    commitment_says c{by, is_in_house(by) ? d_.customer : d_.seller, step.part};
    c.brings_about = gate;
    auto const what = r_.below(5);
    c.term = {{quality_name::deadline, hours(9)}};
    if (what == 0) c.term = {{quality_name::condition}};
    if (what == 1) c.term[0].anchor = gate;  // waits for itself
    if (what == 2) c.given = gate;
    if (what == 3) c.overrides = {quality_name::deadline};  // an incentive
    if (what < 4) d_.commitments.push_back(c);
    return planted{d_, {"blocked-remedy", rule_name(tag), name_of(gate)}};
  }

  /// A claim that the slowest remedy of a part misses by a known time; by none
  /// at all when `misses` is false, and then nothing must be found.
  maybe late_remedy(bool misses = true) {
    oracle const o{m_};
    auto const part = leaf();
    rule_says const* slowest = nullptr;
    lupaus::seconds_t longest = 0, second = 0;
    for (auto const& r : d_.rules) {
      if (!is_remedy(r) || r.on.part != part) continue;
      auto const i = static_cast<std::size_t>(&r - d_.rules.data());
      auto const& rule = m_->rules[lupaus::rule_id{i}];
      auto const took = o.steps_of(rule, o.happening(rule.on));
      if (!took || took->working.count != 0) continue;
      if (took->elapsed >= longest) {
        second = longest;
        longest = took->elapsed;
        slowest = &r;
      } else {
        second = std::max(second, took->elapsed);
      }
    }
    if (!slowest || longest == second) return {};
    auto const late_by = misses ? 60 * r_.between(1, static_cast<int>((longest - second) / 60)) : 0;
    auto limit = minutes(static_cast<int>((longest - late_by) / 60));
    auto const tag = slowest->tag;
    claim_says claim{tag_, d_.seller, part, {}};

    if (!has_recovery_claim(part) && r_.chance(50)) {
      claim.terms = {{quality_name::deadline, limit}};
      if (r_.chance(30)) claim.terms[0].anchor = completed(leaf());
    } else {
      auto anchor = mention{};
      auto failure = slowest->on;
      failure.reported = false;
      if (r_.chance(30)) anchor = slowest->on;
      if (r_.chance(30) && slowest->on.reported) {
        // Counted from the failure itself: the report takes its time, which is
        // not the rule's.
        auto const lag = o.assured(event_id(failure));
        auto const report = lag.find(event_id(slowest->on));
        if (report != lag.end() && report->second) {
          anchor = failure;
          limit.n += static_cast<int>(report->second->elapsed / 60);
        }
      }
      claim.terms = {{quality_name::recovery, limit, anchor}};
    }
    d_.claims.push_back(claim);
    d_.commitments.push_back(
        {d_.seller, d_.customer, part, {{claim.terms[0].quality, hours(60'000)}}});
    return planted{d_, {"late-remedy", rule_name(tag), "claim #" + std::to_string(tag_), late_by}};
  }

  maybe misapplied_rule() {
    std::vector<rule_says*> all;
    for (auto& r : d_.rules)
      if (!r.on.part.empty()) all.push_back(&r);
    if (all.empty()) return {};
    auto& rule = *r_.one_of(all);
    auto cases = firing_after(rule);
    auto const part = rule.on.part;
    std::string good;
    for (auto const& c : d_.carries)
      if (c.a == part) good = c.b;
    auto const way = r_.below(3);
    if (way == 0) {
      rule.presumes.push_back({{}, {}, completed(part)});
    } else if (way == 1) {
      auto const q = leaf();
      if (order_.precedes(q, part)) return {};
      rule.presumes.push_back({{}, {}, completed(q)});
    } else {
      if (good.empty()) return {};
      // It is hers only where it was handed over all the same.
      rule.presumes.push_back({d_.customer, good, {}});
      for (auto const& e : d_.events)
        if (e.part == part && e.good == good && e.holder == d_.customer)
          cases.erase(name_of(e.said()));
    }
    return planted{d_, {"misapplied-rule", rule_name(rule.tag), "-", 0, cases}};
  }

  maybe silent_failure() {
    auto const e = new_failure();
    auto const by = performer(e.part);
    auto const debtor = r_.chance(50) ? by : r_.one_of(house_);
    if (!same_firm(debtor, by)) d_.notices.push_back({by, debtor, e, hours(1)});
    d_.rules.push_back({tag_, e, debtor, d_.customer});
    auto const silence = tell_of(e, true);
    if (!silence) return {};
    planted p{d_, *silence, {}};
    if (r_.chance(50)) {  // and one of those has a duty that hangs on it
      std::vector<std::string> untold(silence->listed.begin(), silence->listed.end());
      auto const who = r_.one_of(untold);
      give_duty(who, e, 0);
      p = {d_, *silence, {{"uninformed-party", name_of(e), who}}};
    }
    return p;
  }

  maybe no_exit() {
    auto* exit = the_one_exit();
    if (!exit) return {};
    // From where she cannot get out: after a failure that leads nowhere, or
    // after a part.
    mention from;
    std::set<std::string> cases;
    std::string part;
    if (r_.chance(50) && !d_.events.empty()) {
      from = r_.one_of(d_.events).said();
      if (from.kind == lupaus::event_kind::step || is_refunded(from)) return {};
      part = from.part;
      cases = {name_of(from)};
      for (auto const& e : d_.events)
        if (follows(e, from) && is_asked(e)) cases.insert(name_of(e.said()));
    } else {
      auto const done = leaf();
      from = completed(done);
      for (auto const& x : order_.leaves())
        if (order_.always_precedes(done, x)) {
          part = part.empty() ? x : "several";
          cases.merge(asked_of(x));
        }
    }
    if (cases.empty()) return {};
    exit->until = from;
    std::erase_if(d_.rules, [](rule_says const& r) {
      return r.on.kind == lupaus::event_kind::cancel_requested &&
             r.action == lupaus::action_kind::refuse;
    });
    if (part == "several" || r_.chance(50)) {
      d_.rules.push_back({tag_,
                          of_order(lupaus::event_kind::cancel_requested),
                          d_.seller,
                          d_.customer,
                          lupaus::action_kind::refuse,
                          {},
                          from});
      return planted{d_, {"no-exit", rule_name(tag_), "-", 0, cases}};
    }
    return planted{d_, {"no-exit", part, "-", 0, cases}};
  }

 private:
  using strings = std::vector<std::string>;

  std::string const& leaf() { return r_.one_of(order_.leaves()); }
  static std::string rule_name(int tag) { return "rule #" + std::to_string(tag); }

  lupaus::party_id party_id(std::string const& name) const {
    for (auto p : m_->parties.ids())
      if (m_->parties[p].name == name) return p;
    return {};
  }
  lupaus::event_id event_id(mention const& e) const {
    for (auto x : m_->events.ids())
      if (namer{m_, d_}(x) == name_of(e)) return x;
    return {};
  }
  std::string performer(std::string const& part) const {
    for (auto const& p : m_->parts)
      if (p.name == part) return std::string{m_->parties[p.performer].name};
    return {};
  }
  std::string firm(std::string const& party) const {
    return std::find(desks_.begin(), desks_.end(), party) == desks_.end() ? party : d_.seller;
  }
  bool same_firm(std::string const& a, std::string const& b) const { return firm(a) == firm(b); }
  bool is_in_house(std::string const& party) const { return firm(party) == d_.seller; }
  static bool is_remedy(rule_says const& r) {
    return r.action != lupaus::action_kind::accept && r.action != lupaus::action_kind::refuse;
  }

  // ---- claims
  // ----------------------------------------------------------------------------------

  /// A claim of what nobody has committed to, with a commitment beside it that
  /// only looks like it.
  std::optional<foreseen> new_unbacked_claim(std::string const& about) {
    auto const quality = r_.one_of(
        std::vector{quality_name::deadline, quality_name::informed, quality_name::recovery,
                    quality_name::cancellable, quality_name::condition,
                    quality_name::single_contact, quality_name::price, quality_name::greeting});
    for (auto const& c : d_.commitments)
      if (!c.term.empty() && c.term[0].quality == quality && c.creditor == d_.customer) return {};
    auto const ample = quality == quality_name::price ? hours(1) : hours(60'000);
    term_says const term{quality, ample};
    if (quality >= quality_name::cancellable && r_.chance(60)) {
      auto const way = r_.below(4);
      if (way == 0) {  // for another part
        auto const other = leaf();
        if (other != about) d_.commitments.push_back({d_.seller, d_.customer, other, {term}});
      }
      if (way == 1 && quality == quality_name::price && !about.empty())  // the whole has a price
        d_.commitments.push_back({d_.seller, d_.customer, {}, {term}});
      if (way == 2 && !firms_.empty())  // by somebody else
        d_.commitments.push_back({r_.one_of(firms_), d_.customer, about, {term}});
      if (way == 3) {  // an incentive
        d_.commitments.push_back({d_.seller, d_.customer, about, {term}});
        d_.commitments.back().overrides = {quality_name::deadline};
      }
    }
    auto const who = r_.one_of(house_);
    d_.claims.push_back({tag_, who, about, {term}});
    // A second term that is backed does not help the first.
    if (!d_.commitments.empty() && r_.chance(30)) {
      auto const& c = r_.one_of(d_.commitments);
      if (!c.term.empty() && c.creditor == d_.customer &&
          c.term[0].quality > quality_name::recovery)
        d_.claims.back().terms.push_back(c.term[0]);
    }
    return foreseen{"unbacked-claim", "claim #" + std::to_string(tag_++), who};
  }
  bool has_recovery_claim(std::string const& part) const {
    for (auto const& c : d_.claims)
      for (auto const& t : c.terms)
        if (t.quality == quality_name::recovery) {
          auto holds = c.about.empty() || c.about == part;
          auto tree = d_.product;
          for_each_shape(tree, [&](shape& s) {
            if (s.name == c.about)
              for_each_shape(s.inside, [&](shape& x) { holds = holds || x.name == part; });
          });
          if (holds) return true;
        }
    return false;
  }

  // ---- handoffs
  // --------------------------------------------------------------------------------

  bool is_coordinated(std::string const& x, std::string const& y) const {
    for (auto const& c : d_.coordinations) {
      auto const a = performer(c.before), b = performer(c.after);
      if ((same_firm(a, x) && same_firm(b, y)) || (same_firm(a, y) && same_firm(b, x))) return true;
    }
    return false;
  }
  bool have_contract(std::string const& x, std::string const& y) const {
    for (auto const& c : d_.commitments)
      if (c.creditor != d_.customer && ((same_firm(c.debtor, x) && same_firm(c.creditor, y)) ||
                                        (same_firm(c.debtor, y) && same_firm(c.creditor, x))))
        return true;
    return false;
  }

  maybe forget_coordination() {
    if (d_.coordinations.empty()) return {};
    auto const forgotten = r_.one_of(d_.coordinations);
    auto const giver = performer(forgotten.before), taker = performer(forgotten.after);
    auto const is_declared = std::any_of(
        d_.part_needs.begin(), d_.part_needs.end(),
        [&](pair_says const& n) { return n.a == forgotten.before && n.b == forgotten.after; });
    auto const is_next = order_.steps().contains({forgotten.before, forgotten.after});
    if (same_firm(giver, taker)) return {};
    if (!is_declared && (!is_next || have_contract(giver, taker))) return {};
    // Whoever heard of it from the taker would now be a cause of his own.
    auto const done = completed(forgotten.before);
    for (auto const& n : d_.notices)
      if (n.of.part == done.part && n.of.kind != lupaus::event_kind::failed &&
          same_firm(n.from, taker))
        return {};
    for (auto const& c : d_.coordinations)
      if (c.before == done.part && c.after != forgotten.after && same_firm(c.owner, taker))
        return {};

    // Where lateness is a failure mode, not to hear of it is a gap of its own.
    for (auto const& e : d_.events)
      if (e.part == done.part && e.kind == lupaus::event_kind::late) return {};

    std::erase_if(d_.coordinations, [&](coordination_says const& c) {
      return c.before == forgotten.before && c.after == forgotten.after;
    });
    std::erase_if(d_.party_needs, [&](pair_says const& n) { return !is_coordinated(n.a, n.b); });
    for (auto const& x : strings{giver, taker})  // they reach each other as before
      if (x != forgotten.owner) d_.channels.push_back({forgotten.owner, x});
    planted p{d_, {"unowned-handoff", forgotten.before, forgotten.after}};

    auto const now = to_model(d_);
    if (!now) return {};
    oracle const o{now->view()};
    auto const who = o.firm(party_id(taker));
    for (auto const& [debtor, e] : o.dependences())
      if (debtor == who && !o.knowing(e).contains(who))
        if (auto const name = namer{*now, d_}(e); name == name_of(done))
          p.consequences.push_back({"uninformed-party", name, firm(taker)});
    return p;
  }

  // ---- duties, failures
  // ------------------------------------------------------------------------

  /// The party owes something that depends on the event.
  void give_duty(std::string const& who, mention const& e, std::size_t way) {
    auto const creditor = is_in_house(who) ? d_.customer : d_.seller;
    commitment_says c{who, creditor, {}, {{quality_name::recovery, hours(60'000)}}};
    switch (way) {
      case 0:
        c.term[0].anchor = e;
        d_.commitments.push_back(c);
        break;
      case 1:
        c.given = e;
        d_.commitments.push_back(c);
        break;
      case 2: d_.rules.push_back({tag_, e, who, creditor}); break;
      default: d_.notices.push_back({who, creditor, e, hours(1)}); break;
    }
  }

  mention new_failure() {
    event_says e{leaf(), "planted", lupaus::event_kind::failed};
    if (r_.chance(20)) e.ways.push_back({{}, performer(e.part)});
    d_.events.push_back(e);
    return e.said();
  }

  /// Owes word of a new failure to all who have to hear of it, or leaves some
  /// of them out: then it is silent, and says to whom.
  std::optional<foreseen> tell_of(mention const& e, bool leave_some_out) {
    auto const by = performer(e.part);
    std::set<std::string> ask{d_.customer};
    for (auto const& q : order_.leaves())
      if (order_.precedes(e.part, q)) ask.insert(firm(performer(q)));
    ask.erase(firm(by));
    // Word of any change is owed to some in general; who owes it has to hear of
    // this one too.
    auto const told = to_model(d_);
    if (!told) return {};
    for (auto const& n : (*told)->notices)
      if (namer{*told, d_}(n.of) == name_of(e)) {
        auto const from = std::string{(*told)->parties[n.from].name};
        ask.erase(firm(std::string{(*told)->parties[n.to].name}));
        if (same_firm(from, by)) continue;
        ask.erase(firm(from));
        d_.notices.push_back({by, from, e, hours(1)});
      }
    foreseen silence{"silent-failure", name_of(e)};
    for (auto const& who : ask) {
      if (leave_some_out && r_.chance(60))
        silence.listed.insert(who);
      else
        d_.notices.push_back({by, who, e, hours(1)});
    }
    if (silence.listed.empty()) return {};
    return silence;
  }

  // ---- situations
  // ------------------------------------------------------------------------------

  /// The event can come after that one. In a sound promise nothing comes after
  /// a step.
  static bool follows(event_says const& e, mention const& from) {
    for (auto const& w : e.ways)
      if (w.from == from) return true;
    return false;
  }
  /// The goods are neither hers by it, nor back with the seller.
  bool is_asked(event_says const& e) const {
    return e.good.empty() || (e.holder != d_.customer && !is_in_house(e.holder));
  }
  /// Where a rule on a failure may have to be applied.
  std::set<std::string> firing_after(rule_says const& r) const {
    auto failure = r.on;
    failure.reported = false;
    std::set<std::string> cases{name_of(failure)};
    for (auto const& e : d_.events)
      if (follows(e, failure) && !(e.said() == r.gate) &&
          (e.good.empty() || !is_in_house(e.holder)))
        cases.insert(name_of(e.said()));
    return cases;
  }
  bool is_refunded(mention const& failure) const {
    for (auto const& r : d_.rules)
      if (r.action == lupaus::action_kind::refund && r.on.part == failure.part &&
          r.on.name == failure.name && r.on.kind == failure.kind)
        return true;
    return false;
  }
  /// The situations of a part before she has it, without those in which a
  /// failure refunds her.
  std::set<std::string> asked_of(std::string const& part) const {
    std::set<std::string> cases{part}, refunded;
    for (auto const& c : d_.carries)
      if (c.a == part) cases.insert(name_of(started(part)));
    for (auto const& e : d_.events)
      if (e.part == part && is_asked(e)) cases.insert(name_of(e.said()));
    for (auto const& r : d_.rules)
      if (r.on.part == part && r.action == lupaus::action_kind::refund && r.creditor == d_.customer)
        for (auto const& n : firing_after(r)) cases.erase(n);
    return cases;
  }
  /// The only rule by which she can cancel, if it is the only one and holds
  /// everywhere.
  rule_says* the_one_exit() {
    rule_says* found = nullptr;
    if (d_.on_the_spot) return nullptr;
    for (auto& r : d_.rules) {
      if (r.on.kind != lupaus::event_kind::cancel_requested ||
          r.action == lupaus::action_kind::refuse)
        continue;
      if (found || r.since || r.until) return nullptr;
      found = &r;
    }
    return found;
  }
  bool has_refusal() const {
    for (auto const& r : d_.rules)
      if (r.action == lupaus::action_kind::refuse) return true;
    return false;
  }

  description d_;
  lupaus::model m_;
  leaf_order order_;
  chooser r_;
  strings desks_, firms_, house_;
  int tag_ = 0;
};

}  // namespace proof
