// SPDX-License-Identifier: BSL-1.0
//
// An oracle for the explorer, third part: what can happen to the parts of an order, what follows at
// once, and what a remedy does.
#pragma once

#include "support/naive_rules.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace proof {

/// What of earlier attempts is remembered: what the policy asks for (S8), besides what rules do.
struct naive_memory {
  std::vector<event_id> events = {};
  std::vector<part_id> replacements = {};
  bool cancellations = false;
};

class naive_life : public naive_rules {
 public:
  naive_life(model_view const& view, bool every_event, std::size_t budget, naive_memory kept = {})
      : naive_rules{view, every_event}, budget_{budget}, kept_{std::move(kept)} {
    for (auto e : kept_.events) most_[e] = 3;
    for (auto const& r : m.rules) {
      if (r.from_time + r.up_to_time == 0) continue;
      auto& most = most_[cause(r.on)];
      most = std::max<std::size_t>({most, r.from_time, r.up_to_time > 0 ? r.up_to_time + 1u : 0u});
    }
  }

  /// S8.
  void count(naive_state& s, event_id e, std::size_t u) const {
    if (auto const most = most_.find(e); most != most_.end())
      add_one(s, fact::how_often, e.index(), u, most->second);
  }
  /// S8. `p` is none where she asks to cancel.
  void note_request(naive_state& s, part_id p, std::size_t u, answer said) const {
    auto const& some = kept_.replacements;
    if (p ? std::find(some.begin(), some.end(), p) == some.end() : !kept_.cancellations) return;
    auto const of = p ? p.index() : m.parts.size();
    add_one(s, fact::requests, of, u);
    put(s, fact::answered_last, static_cast<std::size_t>(said) + 1, of, u);
  }

  void hand(naive_state& s, part_id good, std::size_t u, party_id who) const {
    put(s, fact::holder, who ? who.index() + 1 : 0, good.index(), u);
  }
  /// S1.
  static naive_state ended(naive_phase p) {
    naive_state s;
    put(s, fact::phase, p);
    return s;
  }

  // ---- what happens --------------------------------------------------------------------------

  /// E8. What stock there is, is there; and rules whose situation holds have fired.
  void settle(naive_state& s) const {
    for (auto again = true; again;) {
      again = false;
      for (auto p : leaves())
        for (std::size_t u = 0; u < units(p); ++u)
          if (is_in_stock(p) && !is_performed(s, p, u) && are_performed(s, before(p))) {
            happen(s, completed(p), u);
            move_goods(s, completed(p), u);
            again = true;
          }
    }
    fire_rules(s);
  }
  void happen(naive_state& s, event_id e, std::size_t u) const {
    auto const p = part_of(e);
    put(s, fact::happened, 1, e.index(), u);  // S3
    count(s, e, u);
    auto const sets = kind(e) == event_kind::completed || kind(e) == event_kind::failed ||
                      (kind(e) == event_kind::late && !result(s, p, u));
    if (sets) put(s, fact::result, e.index() + 1, p.index(), u);  // E4
    if (kind(e) != event_kind::late && is_by_code())
      put(s, fact::last, e.index() + 1, p.index(), u);                           // S7
    if (kind(e) == event_kind::completed) put(s, fact::reply, 0, p.index(), u);  // E4
    if (is_news(e) && is_seen(e)) put(s, fact::reported, 1, e.index(), u);       // E9
  }
  /// E6.
  void move_goods(naive_state& s, event_id e, std::size_t u) const {
    if (auto const good = moved(e))
      for (auto v : units_with(good, part_of(e), u)) hand(s, good, v, m.events[e].holder);
  }

  bool can_come_about(naive_state const& s, transition const& t, std::size_t u) const {
    auto const p = part_of(t.to);
    auto const k = kind(t.to);
    auto const happens_once =
        k == event_kind::started || k == event_kind::step || k == event_kind::late;
    if (happens_once && get(s, fact::happened, t.to.index(), u)) return false;  // E3
    auto const is_work =
        k == event_kind::started || k == event_kind::late || k == event_kind::completed;
    if (is_work && is_performed(s, p, u)) return false;                                      // E3
    if (fails(t.to) && get(s, fact::failures) >= budget_) return false;                      // E7
    if (auto const end = m.events[t.to].until; end && has_last(s, end, p, u)) return false;  // E2
    if (begins(t)) return are_performed(s, before(p)) && is_free(s, t, {}, u);               // E2
    if (is_of_order(kind(t.from)))                                                           // E2
      return has_happened(s, t.from) && is_free(s, t, t.from, u);
    for (auto first : meant_by(t.from))
      if (has_followed(s, t, first, u) && is_free(s, t, first, u)) return true;
    return false;
  }
  /// E2. The event of a part that comes first on the way, or the report of it, has happened.
  bool has_followed(naive_state const& s, transition const& t, event_id first,
                    std::size_t u) const {
    auto const p = part_of(t.to), q = part_of(first);
    if (is_report(t.from)) {
      for (std::size_t v = 0; v < units(q); ++v)
        if (is_reported(s, first, v)) return true;
      return false;
    }
    if (q == p) return get(s, fact::happened, first.index(), u) != 0;
    for (auto v : units_with(q, p, u))
      if (get(s, fact::happened, first.index(), v)) return true;
    return false;
  }
  /// E4, E6. Neither the result nor custody hinders it.
  bool is_free(naive_state const& s, transition const& t, event_id first, std::size_t u) const {
    auto const p = part_of(t.to);
    auto const stands = result(s, p, u);
    auto const ends = kind(t.to) == event_kind::completed || kind(t.to) == event_kind::failed;
    if (ends && stands && kind(stands) != event_kind::late && !(first && follows(first, stands)))
      return false;
    auto const done = completed(p);
    auto const is_before_end = !(first && done && follows(first, done));
    if (needs_custody(p) && (kind(t.to) == event_kind::completed || (fails(t.to) && is_before_end)))
      return holds(s, m.parts[p].performer, carried(p), p, u);
    auto const to = m.events[t.to].holder;
    auto const gives = t.by == m.customer && moved(t.to) && to && to != m.customer;
    return !gives || holds(s, m.customer, moved(t.to), p, u);
  }

  /// D1, D2.
  bool can_be_counted_on(naive_state const& s, transition const& t, std::size_t u) const {
    auto const p = part_of(t.to);
    if (t.by == m.customer) return true;
    if (begins(t) && !has_begun(s, p, u) && !words_missing(p).empty() &&
        !get(s, fact::told, p.index(), u))
      return false;
    auto const good = moved(t.to);
    if (good && m.events[t.to].holder == m.customer && holds(s, t.by, good, p, u)) return true;
    for (auto const& [given, anchor] : owed(t))
      if ((!given || has_happened(s, given)) && (!anchor || has_happened(s, anchor))) return true;
    return false;
  }

  // ---- time ----------------------------------------------------------------------------------

  /// E11. `p` is none for the order.
  bool is_over(naive_state const& s, event_id timer, part_id p, std::size_t u) const {
    auto const what = m.events[timer].subject;
    return get(s, fact::happened, timer.index(), u) || (what && has_last(s, what, p, u));
  }
  /// E12. Something keeps the event from coming: its part, or one before it, has failed; or has not
  /// begun, and nobody is bound to perform it, or who is has no word and can have none.
  bool is_hindered(naive_state const& s, event_id e, part_id p, std::size_t u) const {
    for (auto q : leaves()) {
      if (q != part_of(e) && !detail::is_before(m, q, part_of(e))) continue;
      for (auto v : units_with(q, p, u)) {
        if (failure_of(s, q, v)) return true;
        if (is_performed(s, q, v) || has_begun(s, q, v)) continue;
        auto const words = words_missing(q);
        if (std::count(words.begin(), words.end(), false) > 0 && !get(s, fact::told, q.index(), v))
          return true;
        if (q != part_of(e) && !is_anybodys(q)) return true;
      }
    }
    return false;
  }
  /// E12.
  bool is_failure_too(naive_state const& s, event_id timer, part_id p, std::size_t u) const {
    for (auto const& due : due_before(timer))
      if (!has_last(s, due.what, p, u) && has_first(s, due.since, p, u) &&
          (!due.given || has_first(s, due.given, p, u)) && !is_hindered(s, due.what, p, u))
        return true;
    return false;
  }
  bool can_pass(naive_state const& s, event_id timer, part_id p, std::size_t u) const {
    auto const& t = m.events[timer];
    if (is_over(s, timer, p, u) || !has_first(s, t.since, p, u)) return false;
    for (auto e : m.events.ids())
      if (is_timer(e) && m.events[e].of == t.of && m.events[e].since == t.since &&
          worst_case(length_of(m.events[e].within)) < worst_case(length_of(t.within)) &&
          !is_over(s, e, p, u))
        return false;
    return get(s, fact::failures) < budget_ || !is_failure_too(s, timer, p, u);
  }

  // ---- what is done about it -----------------------------------------------------------------

  /// R2. Nothing has happened yet to the unit.
  void begin_attempt(naive_state& s, part_id p, std::size_t u) const {
    for (auto e : m.events.ids())
      if ((is_life(e) || is_timer(e)) && part_of(e) == p)
        put(s, fact::happened, 0, e.index(), u), put(s, fact::reported, 0, e.index(), u);
    for (auto r : m.rules.ids()) put(s, fact::fired, 0, r.index(), fired_for(p, u));
    for (auto f : {fact::result, fact::last, fact::told, fact::reply}) put(s, f, 0, p.index(), u);
  }
  /// R4. Something that comes after it is performed.
  bool is_past(naive_state const& s, part_id p, std::size_t u) const {
    for (auto q : leaves())
      if (detail::is_before(m, p, q))
        for (auto v : units_with(q, p, u))
          if (is_performed(s, q, v)) return true;
    return false;
  }
  /// What she paid stays paid.
  bool is_paid(naive_state const& s, part_id p, std::size_t u) const {
    return is_instalment(m.parts[p]) && get(s, fact::happened, completed(p).index(), u);
  }
  /// R4. Performed at once, with all that it is never performed without.
  void finish(naive_state& s, part_id q, std::size_t v) const {
    for (auto e : m.events.ids())
      if (is_life(e) && part_of(e) == q &&
          (kind(e) == event_kind::started || kind(e) == event_kind::step) &&
          follows(completed(q), e))
        happen(s, e, v);
    happen(s, completed(q), v);
  }
  /// R6.
  naive_state kept_for_less(naive_state s, part_id p, std::size_t u) const {
    begin_attempt(s, p, u);
    finish(s, p, u);
    settle(s);
    return s;
  }
  naive_state remedied(naive_state s, decision d, part_id p, std::size_t u) const {
    if (d.does == answer::reduces_price) {  // R6
      auto const good = is_good_part(p) ? p : carried(p);
      if (!good || holds(s, m.customer, good, p, u)) return kept_for_less(s, p, u);
      d = {.does = answer::repairs, .object = good};
    }
    auto object = p;  // R1
    if (d.object && is_leaf(m.parts[d.object]))
      object = d.object;
    else if (d.does != answer::performs_again && carried(p))
      object = carried(p);
    auto const repairs = d.does == answer::repairs;
    auto const renews = !repairs && d.does != answer::performs_again;
    auto const was = s;
    auto const complete_at_once = [&](part_id q, std::size_t v) { finish(s, q, v); };
    for (auto q : leaves()) {
      if (q != object && q != p && !detail::is_before(m, object, q)) continue;
      for (auto v : units_with(q, p, u)) {
        if (q != object && q != p && !has_begun(s, q, v)) continue;  // R2
        if (is_paid(s, q, v)) continue;                              // R2
        begin_attempt(s, q, v);                                      // R2
        if (renews && is_good_part(q)) hand(s, q, v, supplier(q));   // R3
        auto const good = carried(q);
        auto const is_hers =
            good && (good == object || good == carried(p)) && holds(s, m.customer, good, q, v);
        if (repairs && (q == object || is_hers || (q == p && !good))) complete_at_once(q, v);  // R4
      }
    }
    for (auto q : leaves())  // R4
      if (repairs && q != p && q != object && detail::is_before(m, object, q))
        for (auto v : units_with(q, p, u))
          if (!is_paid(was, q, v) && has_begun(was, q, v) && is_performed(was, q, v) &&
              is_past(s, q, v))
            complete_at_once(q, v);
    settle(s);
    return s;
  }
  /// R5.
  naive_state refunded(naive_state s, decision const& d, occasion on, part_id p,
                       std::size_t u) const {
    std::vector<part_id> parts;
    for (auto q : leaves())
      if (d.object ? is_within(m, q, d.object) : !is_hers(m, q)) parts.push_back(q);
    if (parts == bought()) return ended(is_paid_back);
    for (auto q : parts) {
      auto const is_asked = on == occasion::cancellation ||
                            (on == occasion::replacement && (q == p || q == carried(p)));
      auto const now = std::size_t{is_asked ? on_her_asking : unasked};
      put(s, fact::returned, std::max(get(s, fact::returned, q.index()), now), q.index());
    }
    if (on == occasion::cancellation) put(s, fact::cancellation, to_wait);
    if (on == occasion::replacement) put(s, fact::reply, to_wait, p.index(), u);
    return s;
  }

 private:
  static void add_one(naive_state& s, fact f, std::size_t of, std::size_t u, std::size_t most = 3) {
    put(s, f, std::min<std::size_t>(get(s, f, of, u) + 1, most), of, u);
  }

  std::size_t budget_;
  naive_memory kept_;
  std::map<event_id, std::size_t> most_;  // so often it is counted
};

}  // namespace proof
