// SPDX-License-Identifier: BSL-1.0
//
// A promise as the monitor watches it: what can be owed of an order, found once.
#pragma once

#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/model/event_names.hpp"
#include "lupaus/model/terms/qualities.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail {

/// A deadline, a time for recovery, or steps, of a claim or a commitment (F1, F6, V1).
struct watched_term {
  element of = {};  ///< the claim or commitment
  layer where = layer::delivery;
  part_id about = {};
  bound limit = {};
  event_id anchor = {};  ///< by its one name; ordering: the order
  event_id to = {};      ///< what it is met by; none: the completion of all that it is about
  bool is_recovery = false;
  bool is_of_steps = false;          ///< has no limit but the end of the encounter
  bool is_between_firms = false;     ///< the customer is none
  std::vector<part_id> leaves = {};  ///< that it is about
};

/// Word that is owed of an event (W1), to a firm that does not know without it (W2).
struct watched_word {
  event_id of = {};
  party_id to = {};
  bound within = {};              ///< a length of time
  party_id from = {};             ///< who owes it
  bool is_between_firms = false;  ///< by a notice, or a contract, to another than the customer
  /// The receiver has work to do on one of these, or it is not owed; empty: it is owed anyhow.
  std::vector<part_id> while_unfinished = {};
};

/// A time in which a performer is bound to perform a part: from when it can begin, or, with an
/// anchor, from that event.
struct contracted_lead {
  element of = {};  ///< the ability or commitment
  bound limit = {};
  event_id anchor = {};
};

/// Refers to the model's columns, which must outlive it.
class watched_promise {
 public:
  explicit watched_promise(model_view const& m)
      : plan_{m, (std::numeric_limits<std::size_t>::max)(), true},
        names_{m},
        first_slot_(m.events.size(), none),
        events_(m.parts.size()),
        late_(m.parts.size()),
        leads_(m.parts.size()) {
    has_time_outs_ = lupaus::has_time_outs(m);
    for (auto e : m.events.ids()) {
      auto const* const p = plan_.of(m.events[e].of);
      if (!p || !is_of_life(m, e)) continue;
      events_[p->part.index()].push_back(e);
      first_slot_[e.index()] = slots_;
      slots_ += p->units;
      if (m.events[e].kind == event_kind::late) late_[p->part.index()] = e;
    }
    for (auto const& p : plan_.parts())
      if (is_step(m.parts[p.part])) steps_.push_back(p.part);
    find_terms();
    find_words();
    find_leads();
  }

  static constexpr std::size_t none = ~std::size_t{0};

  model_view const& model() const { return plan_.model(); }
  order_plan const& plan() const { return plan_; }
  /// What happens in the life of a leaf part.
  std::vector<event_id> const& events_of(part_id p) const { return events_[p.index()]; }
  /// In what times its performer is bound to perform a leaf part (C6).
  std::vector<contracted_lead> const& leads_of(part_id p) const { return leads_[p.index()]; }
  std::vector<watched_term> const& terms() const { return terms_; }
  std::vector<watched_word> const& words() const { return words_; }
  /// Leaf parts that are steps of an encounter.
  std::vector<part_id> const& steps() const { return steps_; }
  /// The event 'late' of a leaf part; none where it has none.
  event_id late_event(part_id p) const { return late_[p.index()]; }
  /// Where the time of an event of a unit stands among all of them.
  std::size_t slot(event_id e, std::size_t unit) const { return first_slot_[e.index()] + unit; }
  std::size_t slots() const { return slots_; }
  bool has_time_outs() const { return has_time_outs_; }
  /// The event by its one name.
  event_id name_of(event_id e) const { return names_(e); }

 private:
  // F1.
  void find_terms() {
    auto const& m = model();
    for (auto i : m.claims.ids()) {
      auto const& c = m.claims[i];
      for_each_term(m, c, [&](term const& t) {
        add_term(i, layer::marketing, firm_of(m, c.claimant), m.customer, c.about, t, {});
      });
      std::vector<quality_ref> given;
      for_each_term(m, c, [&](term const& t) { given.push_back(t.quality); });
      add_steps(i, layer::marketing, c.about, given);
    }
    for (auto i : m.commitments.ids()) {
      auto const& c = m.commitments[i];
      if (c.on_request || c.overrides) continue;
      auto t = c.consequent;
      if (!t.anchor && c.antecedent && counts_from(c.antecedent, t)) t.anchor = c.antecedent;
      add_term(i, layer_of(m, c), c.debtor, c.creditor, c.about, t, c.brings_about);
      if (!c.antecedent) add_steps(i, layer_of(m, c), c.about, {t.quality});
    }
  }
  // What is owed on an event counts from there where its term names none; recovery, where that is a
  // failure or its report.
  bool counts_from(event_id antecedent, term const& t) const {
    auto const& m = model();
    return t.quality != &quality_of<recovery> || is_failure(m.events[cause_of(m, antecedent)].kind);
  }
  void add_term(element of, layer where, party_id debtor, party_id creditor, part_id about,
                term const& t, event_id to) {
    auto const is_recovery = t.quality == &quality_of<recovery>;
    if (!is_recovery && t.quality != &quality_of<deadline>) return;
    auto const& m = model();
    watched_term w{of, where, about, t.limit, names_(t.anchor), names_(to), is_recovery};
    w.is_between_firms = are_two_firms(debtor, creditor);
    // To bring about the completion of what it is about says nothing else.
    if (w.to && m.events[w.to].kind == event_kind::completed && m.events[w.to].of == about)
      w.to = {};
    if (!w.anchor && !is_recovery) w.anchor = ordering;
    for (auto const& p : plan_.parts())
      if (is_within(m, p.part, about)) w.leaves.push_back(p.part);
    if (!w.leaves.empty()) terms_.push_back(std::move(w));
  }

  // V1. One for all that it says of steps.
  void add_steps(element of, layer where, part_id about, std::vector<quality_ref> const& given) {
    auto const& m = model();
    watched_term w{.of = of, .where = where, .about = about, .anchor = ordering};
    w.is_of_steps = true;
    for (auto p : steps_)
      if (is_within(m, p, about) &&
          std::find(given.begin(), given.end(), m.parts[p].gives) != given.end())
        w.leaves.push_back(p);
    if (!w.leaves.empty()) terms_.push_back(std::move(w));
  }

  bool are_two_firms(party_id a, party_id b) const {
    auto const& m = model();
    return a != m.customer && b != m.customer && !same_firm(m, a, b);
  }

  void find_words() {
    auto const& m = model();
    // Who knows without being told: where nobody owes anybody word.
    auto silent = m;
    silent.notices = {};
    silent.coordinations = {};
    silent.contract_ends = {};
    word_of_events const none_owed{silent};
    firm_set knows{silent};
    for (auto e : m.events.ids()) {
      auto const is_end =
          m.events[e].kind == event_kind::cancelled || m.events[e].kind == event_kind::refunded;
      if (!is_of_life(m, e) && !is_end) continue;
      find_who_knows(none_owed, e, knows);
      for (auto const& n : m.notices)
        if (is_meant(m, e, n.of) && is_length(n.within))
          add_word(knows, {.of = e,
                           .to = n.to,
                           .within = n.within,
                           .from = n.from,
                           .is_between_firms = are_two_firms(n.from, n.to)});
      if (is_end) add_contract_words(knows, e);
      if (is_failure(m.events[e].kind)) add_claimed_words(knows, e);
    }
  }
  void add_contract_words(firm_set const& knows, event_id end) {
    auto const& m = model();
    for (auto const& c : m.contract_ends) {
      if (c.when != end || !is_length(c.within)) continue;
      watched_word w{.of = end,
                     .to = c.debtor,
                     .within = c.within,
                     .from = c.creditor,
                     .is_between_firms = are_two_firms(c.creditor, c.debtor)};
      for (auto const& p : plan_.parts())
        if (same_firm(m, m.parts[p.part].performer, c.debtor)) w.while_unfinished.push_back(p.part);
      if (!w.while_unfinished.empty()) add_word(knows, std::move(w));
    }
  }
  void add_claimed_words(firm_set const& knows, event_id failure) {
    auto const& m = model();
    auto const of = m.events[failure].of;
    for (auto const& c : m.claims) {
      if (!is_within(m, of, c.about)) continue;
      for_each_term(m, c, [&](term const& t) {
        if (t.quality != &quality_of<informed> || !is_length(t.limit)) return;
        watched_word w{
            .of = failure, .to = m.customer, .within = t.limit, .from = firm_of(m, c.claimant)};
        add_word(knows, w);
        auto concerned = plan_.of(of)->later;
        concerned.push_back(of);
        for (auto p : concerned) {
          auto const who = m.parts[p].performer;
          if (!who || who == m.customer) continue;
          w.to = who;
          w.while_unfinished = {p};
          add_word(knows, w);
        }
      });
    }
  }
  // To each firm once of each event: the shortest time counts (W3), and it is owed as long as any
  // reason for it stands.
  void add_word(firm_set const& knows, watched_word w) {
    auto const& m = model();
    w.to = firm_of(m, w.to);
    if (!w.to || knows.contains(w.to)) return;
    for (auto& x : words_) {
      if (x.of != w.of || x.to != w.to || x.within != w.within || x.from != w.from) continue;
      if (x.while_unfinished.empty() || w.while_unfinished.empty())
        x.while_unfinished.clear();
      else
        x.while_unfinished.insert(x.while_unfinished.end(), w.while_unfinished.begin(),
                                  w.while_unfinished.end());
      x.is_between_firms = x.is_between_firms || w.is_between_firms;
      return;
    }
    words_.push_back(std::move(w));
  }

  void find_leads() {
    auto const& m = model();
    for (auto const& p : plan_.parts()) {
      auto const who = m.parts[p.part].performer;
      auto& leads = leads_[p.part.index()];
      for (auto i : m.abilities.ids()) {
        auto const& a = m.abilities[i];
        if (a.what == p.part && same_firm(m, a.who, who) && is_length(a.lead_time))
          leads.push_back({i, a.lead_time, {}});
      }
      if (!leads.empty()) continue;
      for (auto i : m.commitments.ids()) {
        auto const& c = m.commitments[i];
        auto const is_deadline = c.consequent.quality == &quality_of<deadline> && !c.on_request &&
                                 !c.overrides && (!c.brings_about || c.brings_about == p.completed);
        if (!is_deadline || !same_firm(m, c.debtor, who) || !is_within(m, p.part, c.about))
          continue;
        auto const anchor = names_(c.consequent.anchor ? c.consequent.anchor : c.antecedent);
        leads.push_back({i, c.consequent.limit, anchor ? anchor : ordering});
      }
    }
  }

  order_plan plan_;
  event_names names_;
  std::vector<std::size_t> first_slot_;
  std::vector<std::vector<event_id>> events_;
  std::vector<event_id> late_;
  std::vector<std::vector<contracted_lead>> leads_;
  std::size_t slots_ = 0;
  bool has_time_outs_ = false;
  std::vector<watched_term> terms_;
  std::vector<part_id> steps_;
  std::vector<watched_word> words_;
};

}  // namespace lupaus::inline v0::detail
