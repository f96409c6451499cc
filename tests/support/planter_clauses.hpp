// SPDX-License-Identifier: BSL-1.0
//
// Plants gaps of claims and of handoffs.
#pragma once

#include "support/planter_tools.hpp"
#include "support/teller.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace proof {

class planter_clauses : public planter_tools {
 public:
  using planter_tools::planter_tools;

  // ---- marketing / fulfilment ----

  maybe unbacked_claim() {
    auto const about = r_.chance(70) ? leaf() : std::string{};
    auto const claim = new_unbacked_claim(about);
    if (!claim) return {};
    return done(*claim);
  }

  maybe disowned_part() {
    if (firms_.empty()) return {};
    auto const part = leaf();
    for (auto const& a : d_.answers)
      if (a.b == part) return {};
    auto const who = r_.chance(90) ? r_.one_of(firms_) : d_.customer;
    d_.answers.push_back({who, part});
    foreseen const root{"disowned-part", part, who};
    // What she was to get for a failure of it the seller owes by another promise, too.
    d_.commitments.push_back({d_.seller, d_.customer, part, {{quality_name::price, hours(1)}}});
    auto const way = r_.below(3);
    if (way == 0)
      if (auto const claim = new_unbacked_claim(part)) return done(root, {*claim});
    if (way == 1) {
      d_.claims.push_back({tag_, r_.one_of(house_), part, {{quality_name::price, minutes(30)}}});
      return done(root, {{"overclaimed-term", claim_name(tag_), d_.claims.back().who}});
    }
    return done(root);
  }

  // ---- fulfilment / delivery ----

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
      return done({"unowned-handoff", a, b});
    }
    auto const a = r_.chance(80) && !firms_.empty() ? r_.one_of(firms_) : d_.seller;
    auto const b = r_.chance(80) && !firms_.empty() ? r_.one_of(firms_) : d_.customer;
    if (same_firm(a, b) || is_coordinated(a, b)) return {};
    d_.party_needs.push_back({a, b});
    d_.channels.push_back({a, b});
    return done({"unowned-handoff", a, b});
  }

  /// Two new parts beside the rest, by two new firms whom nobody reaches but
  /// the customer.
  maybe customer_in_the_middle() {
    auto const is_ordered = r_.chance(70);
    d_.parties.push_back({"giver", false});
    d_.parties.push_back({"taker", false});
    add_beside({"first", "second"});
    if (is_ordered)
      d_.before.push_back({"first", "second"});
    else
      d_.part_needs.push_back({"first", "second"});
    d_.commitments.push_back({"giver", d_.seller, "first", {{quality_name::deadline, hours(9)}}});
    d_.commitments.push_back({"taker", d_.seller, "second", {{quality_name::deadline, hours(9)}}});
    if (r_.chance(50)) d_.commitments.back().term[0].anchor = completed("first");
    stand_behind("giver", d_.seller, "first"), stand_behind("taker", d_.seller, "second");
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
    return done({"customer-in-the-middle", "first", "second"});
  }

  /// Nobody tells a firm that the order has ended, though it may have work to do.
  maybe uninformed_of_end() {
    std::vector<end_says> all;
    oracle const o{m_};
    for (auto const& c : m_->commitments)
      for (auto const& e : d_.ends)
        if (same_firm(e.debtor, std::string{m_->parties[c.debtor].name}) &&
            same_firm(e.creditor, std::string{m_->parties[c.creditor].name}) &&
            e.when != kind::kept && o.is_called_off(c) && o.has_work_at(c, e.when))
          all.push_back(e);
    if (all.empty()) return {};
    auto const end = r_.one_of(all);
    for (auto& e : d_.ends) {
      if (e.when != end.when) continue;
      if (same_firm(e.creditor, end.debtor)) return {};  // who has others to tell of it
      if (same_firm(e.debtor, end.debtor)) e.within = {};
    }
    std::erase_if(d_.notices, [&](notice_says const& n) {
      return n.of == of_order(end.when) && same_firm(n.to, end.debtor);
    });
    for (auto const& n : d_.notices)
      if (n.of == of_order(end.when) && same_firm(n.from, end.debtor)) return {};
    return done({"uninformed-party", name_of(of_order(end.when)), firm(end.debtor)});
  }
  maybe uninformed_party() {
    if (r_.chance(30)) return uninformed_of_end();
    std::vector<std::string> parties = firms_;
    parties.insert(parties.end(), house_.begin(), house_.end());
    auto const who = r_.one_of(parties);
    std::vector<mention> all;
    for (auto const& p : order_.leaves()) all.push_back(completed(p));
    for (auto const& e : d_.events) all.push_back(e.said());
    auto const e = r_.one_of(all);
    oracle const o{m_};
    if (o.knowing(event_id(e)).contains(o.firm(party_id(who)))) return {};
    // A rule cannot lay it on a firm that has not committed to it; and a condition is seen to.
    auto const way = r_.below(4);
    auto const is_impossible =
        (way == 2 && !is_in_house(who)) || (way == 1 && e.kind == kind::step);
    auto const duty = is_impossible ? 3 : way;
    give_duty(who, e, duty);
    foreseen root{"uninformed-party", name_of(e), firm(who)};
    if (duty > 2 && is_in_house(who) && !o.knowing(event_id(e)).contains(m_->customer))
      root.of = d_.customer;  // she was promised word, and gets none
    return done(root);
  }

 private:
  // ---- claims ----

  /// A claim of what nobody has committed to, with a commitment beside it that
  /// only looks like it.
  std::optional<foreseen> new_unbacked_claim(std::string const& about) {
    auto const quality = r_.one_of(
        std::vector{quality_name::deadline, quality_name::informed, quality_name::recovery,
                    quality_name::cancellable, quality_name::condition,
                    quality_name::single_contact, quality_name::price, quality_name::installed});
    for (auto const& c : d_.commitments)
      if (!c.term.empty() && c.term[0].quality == quality && c.creditor == d_.customer) return {};
    auto const ample = quality == quality_name::price ? hours(1) : hours(60'000);
    term_says const term{quality, ample};
    if (is_overridden(quality)) return {};
    // One of another firm beside a single contact would split what is owed to her.
    auto const is_split = is_some_contact_single() || is_any_firm_committed_to_her() ||
                          quality == quality_name::single_contact;
    auto const is_work = quality == quality_name::condition || quality == quality_name::installed;
    if (quality >= quality_name::cancellable && r_.chance(60)) {
      auto const way = r_.below(4);
      if (way == 0 && !is_split) {  // for another part
        auto const other = leaf();
        if (other != about && !(is_work && !is_in_house(performer(other))))
          d_.commitments.push_back({d_.seller, d_.customer, other, {term}});
      }
      // The whole has a price, and can be cancelled.
      if (way == 1 && !about.empty() &&
          (quality == quality_name::price || quality == quality_name::cancellable))
        d_.commitments.push_back({d_.seller, d_.customer, {}, {term}});
      if (way == 2 && !is_split)  // by somebody else
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
          c.term[0].quality > quality_name::recovery && is_alone(c.term[0].quality))
        d_.claims.back().terms.push_back(c.term[0]);
    }
    return foreseen{"unbacked-claim", "claim #" + std::to_string(tag_++), who};
  }
  bool is_alone(quality_name q) const {  // or a stronger one might be claimed than is committed
    return std::count_if(
               d_.commitments.begin(), d_.commitments.end(), [&](commitment_says const& c) {
                 return c.creditor == d_.customer && !c.term.empty() && c.term[0].quality == q;
               }) == 1;
  }
  bool is_overridden(quality_name q) const {
    for (auto const& c : d_.commitments)
      if (!c.overrides.empty() && c.overrides[0] == q) return true;
    return false;
  }

  // ---- handoffs ----

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
    auto p = this->done({"unowned-handoff", forgotten.before, forgotten.after});

    auto const now = to_model(d_);
    if (!now) return {};
    oracle const o{now->view()};
    auto const who = o.firm(party_id(taker));
    for (auto const& [debtor, e] : o.dependences())
      if (debtor == who && !o.knowing(e).contains(who))
        if (auto const name = namer{*now, d_}(e); name == name_of(done)) {
          p.consequences.push_back({"uninformed-party", name, firm(taker)});
          if (o.is_word_unkept(who, e)) p.consequences.back().of = d_.customer;
        }
    return p;
  }
};

}  // namespace proof
