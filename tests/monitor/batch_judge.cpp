// SPDX-License-Identifier: BSL-1.0
#include "monitor/batch_judge.hpp"

#include "monitor/naive_calendar.hpp"
#include "monitor/naive_course.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace proof {
namespace {

constexpr auto never = std::numeric_limits<seconds_t>::max();

class batch_judge : private naive_course {
 public:
  batch_judge(naive_promise const& p, std::string order, monitor_options const& options)
      : naive_course{p}, order_{std::move(order)}, options_{options} {
    for (auto c : m.claims.ids()) {
      auto const& x = m.claims[c];
      for_each_term(m, x, [&](term const& t) {
        read_term(c, t, {}, {}, x.about, true, false);
        promised_steps_.push_back({x.about, t.quality});
      });
    }
    for (auto c : m.commitments.ids()) {
      auto const& x = m.commitments[c];
      auto const is_hers = x.creditor == m.customer;
      read_term(c, x.consequent, x.antecedent, x.brings_about, x.about, is_hers,
                are_two_firms(x.debtor, x.creditor), x.on_request || x.overrides);
      if (is_hers && !x.on_request && !x.overrides && !x.antecedent)
        promised_steps_.push_back({x.about, x.consequent.quality});
    }
  }

  std::vector<breach> run(std::vector<order_event> const& records, seconds_t end) {
    for (auto const& r : records) {
      if (r.kind != order_event_kind::placed || !is_unplaced()) continue;
      now_ = r.at;
      place();
      for (auto& d : deadlines_) {
        for (auto const& x : r.promised)
          if (x.of == d.of) d.limit = promised_[x.of] = x.limit;
        d.is_due_to_begin = is_date_or_moment(d.limit) || is_from_order(d);
      }
      look();
    }
    if (is_unplaced()) return {};
    for (auto const& r : records) {
      if (r.kind == order_event_kind::placed) continue;
      pass_to(r.at);
      read(r);
      look();
    }
    pass_to(end);
    if (is_broken_ && !is_broken_between_firms_)
      tell({breach_kind::watermelon, whole}, whole, broken_at_);
    return std::move(found_);
  }

 private:
  bool is_unplaced() const { return phase_ == phase::is_waiting; }
  /// Neither of them is the customer.
  bool are_two_firms(party_id a, party_id b) const {
    return a != m.customer && b != m.customer && !is_one_firm(a, b);
  }

  // ---- what the promise has to be held against -------------------------------------------------

  enum class status { runs, is_met, is_broken, is_over, is_held };

  struct one_count {  // F2
    std::uint32_t attempt;
    seconds_t begun, limit;
    status is = status::runs;
    bool is_met_since = false, is_in_jeopardy = false;
  };
  struct deadline_term {
    element of;
    part_id about;
    bound limit;
    event_id anchor, brings_about;
    bool is_to_her, is_between_firms;
    bool has_anchor = false;  // the anchor has happened to every unit
    bool is_due_to_begin = false;
    std::vector<one_count> counts = {};
  };
  struct recovery_term {
    element of;
    part_id about;
    bound limit;
    event_id anchor;
    bool is_to_her, is_between_firms;
  };
  struct one_recovery {  // F6
    recovery_term by;
    part_id part;
    std::size_t unit;
    std::uint32_t attempt;
    seconds_t limit;
    status is = status::runs;
    bool is_met_since = false;
  };
  struct right_to_cancel {  // C2
    bound limit;
    event_id anchor, given;
    bool has_anchor = false;
    seconds_t since = 0;
  };
  struct one_word {  // W3
    event_id of;
    std::size_t unit;
    party_id to;
    std::uint32_t attempt;
    seconds_t limit;
    bool is_between_firms;
    enum { is_owed, is_given, is_untold, is_late, is_dropped } is = is_owed;
  };

  void read_term(element of, term const& t, event_id antecedent, event_id brings_about,
                 part_id about, bool is_to_her, bool is_between_firms, bool is_no_debt = false) {
    auto const anchor = another_name(t.anchor ? t.anchor : antecedent ? antecedent : ordering);
    auto failure = t.anchor;
    if (!failure && antecedent && fails(cause_of(m, antecedent))) failure = antecedent;
    if (t.quality == &quality_of<deadline> && !is_no_debt)
      deadlines_.push_back(
          {of, about, t.limit, anchor, another_name(brings_about), is_to_her, is_between_firms});
    if (t.quality == &quality_of<recovery> && !is_no_debt)
      recovery_terms_.push_back({of, about, t.limit, failure, is_to_her, is_between_firms});
    if (t.quality == &quality_of<cancellable> && is_to_her && about == whole)
      rights_.push_back({t.limit, anchor, another_name(antecedent)});
  }
  static bool is_from_order(deadline_term const& d) { return d.anchor == ordering; }

  // ---- what is found ---------------------------------------------------------------------------

  bool tell(breach_key key, part_id about, seconds_t at, seconds_t due = 0, std::size_t there = 0) {
    for (auto const& b : found_)
      if (b.key == key) return false;
    breach b;
    b.order = order_;
    b.key = key;
    b.at = at;
    b.part = about;
    b.due = due;
    b.units = static_cast<std::uint32_t>(there);
    found_.push_back(b);
    return true;
  }
  /// C4.
  void break_promise() {
    if (is_broken_) return;
    is_broken_ = true;
    broken_at_ = now_;
    tell({breach_kind::broken_promise, whole}, whole, now_);
  }

  // ---- events, of whatever kind ----------------------------------------------------------------

  /// What a possession is another name of: the one event that hands the good over, or, where none
  /// does, its completion. Of any other event, the event itself.
  event_id another_name(event_id e) const {
    if (!e || kind(e) != event_kind::possession || meant_by(e).size() > 1) return e;
    auto const one = meant_by(e).empty() ? completed(part_of(e)) : meant_by(e).front();
    return one ? one : e;
  }
  /// The part whose units are those of the event; none for events of the order.
  part_id unit_part(event_id e) const {
    auto const cause = another_name(cause_of(m, e));
    return is_of_order(kind(cause)) ? part_id{} : part_of(cause);
  }
  std::size_t units_of(event_id e) const {
    return unit_part(e) ? units(unit_part(e)) : std::size_t{1};
  }
  /// It has happened to that unit, in the present attempt.
  bool has_happened(event_id e, std::size_t u) const {
    if (is_of_order(kind(e)))
      return order_event_has_happened(e) ||
             (kind(e) == event_kind::replacement_requested && has_asked_for_another_);
    for (auto x : meant_by(e))
      for (auto v : units_with(part_of(x), unit_part(e), u))
        if (has_happened_to(e, part_of(x), v)) return true;
    return false;
  }
  bool has_happened_to_all(event_id e) const {
    for (std::size_t u = 0; u < units_of(e); ++u)
      if (!has_happened(e, u)) return false;
    return units_of(e) > 0;
  }
  /// A good that several events can hand over has to be handed over again after a new attempt of a
  /// part that can.
  bool has_happened_to_all_anew(event_id e) const {
    if (kind(e) != event_kind::possession) return has_happened_to_all(e);
    for (auto v : all_units(part_of(e)))
      if (handed_over_.count({e, v}) == 0) return false;
    return true;
  }
  bool is_lived_in(event_id e, part_id p) const { return parts_of(e).count(p) > 0; }

  // ---- deadlines -------------------------------------------------------------------------------

  std::size_t units_there(deadline_term const& d) const {
    std::size_t n = 0;
    if (d.brings_about) {
      if (!is_life(d.brings_about)) return 0;
      for (std::size_t u = 0; u < units_of(d.brings_about); ++u)
        n += has_happened(d.brings_about, u);
      return n;
    }
    for (auto p : leaves_within(d.about))
      for (auto u : all_units(p)) n += is_performed(p, u);
    return n;
  }
  /// F4.
  bool is_met(deadline_term const& d) const {
    if (d.brings_about) return has_happened_to_all(d.brings_about);
    for (auto p : leaves_within(d.about))
      if (!is_performed(p)) return false;
    return true;
  }
  bool is_of_completion(deadline_term const& d) const {
    return !d.brings_about || d.brings_about == completed(d.about);
  }
  static void drop(deadline_term& d) {
    for (auto& c : d.counts)
      if (c.is == status::runs) c.is = status::is_over;
  }
  /// Until its anchor happens again.
  static void hold(deadline_term& d) {
    for (auto& c : d.counts)
      if (c.is == status::runs) c.is = status::is_held;
  }
  /// What happens again in the same second does not count again.
  bool goes_on(deadline_term& d) const {
    if (d.counts.empty() || d.counts.back().begun != now_) return false;
    if (d.counts.back().is == status::is_held) d.counts.back().is = status::runs;
    return true;
  }
  void begin(deadline_term& d) {
    drop(d);
    d.counts.push_back(
        {static_cast<std::uint32_t>(d.counts.size()), now_, limit_of(d.limit, now_, options_)});
    if (d.counts.back().limit < now_) break_it(d, d.counts.back());
  }
  /// F4, F5.
  void break_it(deadline_term& d, one_count& c) {
    c.is = status::is_broken;
    tell({breach_kind::broken_term, d.of, {}, {}, 0, c.attempt}, d.about, now_, c.limit,
         units_there(d));
    if (d.is_to_her) break_promise();
    if (d.is_between_firms) is_broken_between_firms_ = true;
    auto const late = find_event(m, event_kind::late, d.about);
    if (!is_leaf(m.parts[d.about]) || !late) return;
    if (!is_of_completion(d)) return;
    for (auto u : all_units(d.about))
      if (!is_performed(d.about, u)) happen(late, u);
  }

  // ---- recovery --------------------------------------------------------------------------------

  void begin_recoveries(event_id failure, std::size_t u, bool is_known) {
    if (!is_open()) return;
    auto const p = part_of(failure);
    for (auto const& r : recovery_terms_) {
      if (!is_within(m, p, r.about)) continue;
      auto const is_on_news = !r.anchor || is_report(r.anchor);
      auto const counts =
          is_on_news == is_known && (!r.anchor || another_name(cause_of(m, r.anchor)) == failure);
      if (!counts) continue;
      recoveries_.push_back({r, p, u, at(p, u).attempt, limit_of(r.limit, now_, options_)});
      if (recoveries_.back().limit < now_) break_it(recoveries_.back());
    }
  }
  void break_it(one_recovery& r) {
    r.is = status::is_broken;
    tell({breach_kind::broken_term,
          r.by.of,
          {},
          r.part,
          static_cast<std::uint32_t>(r.unit),
          r.attempt},
         r.part, now_, r.limit);
    if (r.by.is_to_her) break_promise();
    if (r.by.is_between_firms) is_broken_between_firms_ = true;
  }

  // ---- word ------------------------------------------------------------------------------------

  std::uint32_t attempt_of(event_id e, std::size_t u) const {
    return unit_part(e) ? at(unit_part(e), u).attempt : 0;
  }
  bool is_told(event_id e, std::size_t u, party_id who) const {
    auto const& all = unit_part(e) ? at(unit_part(e), u).told : told_of_order_;
    return all.count({e, who}) > 0;
  }
  bool is_some_unperformed(party_id performer) const {
    for (auto p : leaves)
      if (is_one_firm(m.parts[p].performer, performer) && !is_performed(p)) return true;
    return false;
  }
  /// W1 to W3.
  void owe_word(event_id e, std::size_t u) {
    struct how {
      seconds_t limit = never;
      bool is_between_firms = false;
    };
    std::map<party_id, how> owed;
    auto const owe = [&](party_id to, bound const& within, bool is_between_firms) {
      if (!to || !is_length(within) || is_witness(to, e)) return;
      auto& x = owed[firm(to)];
      x.limit = std::min(x.limit, limit_of(within, now_, options_));
      x.is_between_firms = x.is_between_firms || is_between_firms;
    };
    for (auto const& n : m.notices)
      if (is_meant_here(e, n.of)) owe(n.to, n.within, are_two_firms(n.from, n.to));
    if (fails(e))
      for (auto const& c : m.claims)
        for_each_term(m, c, [&](term const& t) {
          if (t.quality != &quality_of<informed> || !is_within(m, part_of(e), c.about)) return;
          owe(m.customer, t.limit, false);
          for (auto p : leaves)
            if (p == part_of(e) || (follows(p, part_of(e)) && !is_performed(p)))
              owe(m.parts[p].performer, t.limit, false);
        });
    for (auto const& c : m.contract_ends)
      if (c.when == e && is_told_by_contract(c) && is_some_unperformed(c.debtor))
        owe(c.debtor, c.within, are_two_firms(c.debtor, c.creditor));
    for (auto const& [to, x] : owed) {
      auto const is_there = std::any_of(words_.begin(), words_.end(), [&, who = to](auto const& w) {
        return w.of == e && w.unit == u && w.to == who && w.attempt == attempt_of(e, u);
      });
      if (!is_there && !is_told(e, u, to))
        words_.push_back({e, u, to, attempt_of(e, u), x.limit, x.is_between_firms});
    }
  }
  /// The event itself, or the possession of a good that it hands over.
  bool is_meant_here(event_id e, event_id said) const {
    if (kind(said) != event_kind::possession) return e == said;
    auto const& all = meant_by(said);
    return std::count(all.begin(), all.end(), e) > 0;
  }
  static bool is_told_by_contract(contract_end const& c) { return lupaus::is_told(c); }
  void break_it(one_word& w) {
    w.is = one_word::is_untold;
    tell({breach_kind::untold, w.of, w.to, {}, static_cast<std::uint32_t>(w.unit), w.attempt},
         part_of(w.of), now_, w.limit);
    if (w.to == m.customer) break_promise();
    if (w.is_between_firms) is_broken_between_firms_ = true;
  }
  void give_word(event_id e, std::size_t u, party_id to) {
    (unit_part(e) ? at(unit_part(e), u).told : told_of_order_).emplace(e, to);
    for (auto& w : words_) {
      if (w.of != e || w.unit != u || w.to != to || w.attempt != attempt_of(e, u)) continue;
      if (w.is == one_word::is_owed) w.is = one_word::is_given;
      if (w.is != one_word::is_untold) continue;
      w.is = one_word::is_late;
      tell({breach_kind::late_notice, e, to, {}, static_cast<std::uint32_t>(u), w.attempt},
           part_of(e), now_, w.limit);
    }
    if (to == m.seller && is_life(e)) learn(e, u);
  }

  // ---- what follows from each event ------------------------------------------------------------

  void on_event(event_id e, std::size_t u) override {
    auto& x = at(part_of(e), u);
    if (fails(e) && x.attempt > 0 && !std::exchange(x.has_deviated, true))  // C3
      tell({breach_kind::double_deviation, e, {}, {}, static_cast<std::uint32_t>(u), x.attempt},
           part_of(e), now_);
    owe_word(e, u);
    for_each_possession(part_of(e), u, [&](event_id possession, std::size_t v) {
      if (is_meant_here(e, possession)) handed_over_.emplace(possession, v);
    });
    if (fails(e)) begin_recoveries(e, u, false);
  }
  /// Of the goods that the part can hand over, with their units that belong to that one.
  template <class F>
  void for_each_possession(part_id p, std::size_t u, F f) const {
    for (auto e : m.events.ids())
      if (kind(e) == event_kind::possession && parts_of(e).count(p) > 0)
        for (auto v : units_with(part_of(e), p, u)) f(e, v);
  }
  void on_news(event_id e, std::size_t u) override {
    if (fails(e)) begin_recoveries(e, u, true);
  }
  void on_attempt(part_id p, std::size_t u) override {
    for_each_possession(p, u, [&](event_id e, std::size_t v) { handed_over_.erase({e, v}); });
    for (auto& d : deadlines_) {
      if (is_date_or_moment(d.limit)) continue;
      if (is_from_order(d)) {
        if (d.is_between_firms && is_within(m, p, d.about)) d.is_due_to_begin = true;
      } else if (is_lived_in(d.anchor, p)) {
        d.has_anchor = false;
        hold(d);
      }
    }
    for (auto& r : rights_)
      if (is_lived_in(r.anchor, p)) r.has_anchor = false;
    for (auto& w : words_)  // A1
      if (w.is == one_word::is_owed && unit_part(w.of) == p && w.unit == u)
        w.is = one_word::is_dropped;
  }

  /// After whatever happens.
  void look() {
    for (auto again = true; again;) {
      again = false;
      settle();
      for (auto& d : deadlines_) {
        if (!is_open()) break;
        if (!is_date_or_moment(d.limit) && !is_from_order(d) && !d.has_anchor &&
            has_happened_to_all_anew(d.anchor)) {
          d.has_anchor = true;
          d.is_due_to_begin = !goes_on(d);
        }
        if (!std::exchange(d.is_due_to_begin, false)) continue;
        begin(d);
        again = true;
      }
    }
    for (auto& r : rights_)
      if (!r.has_anchor && has_happened_to_all_anew(r.anchor)) r.has_anchor = true, r.since = now_;
    for (auto& d : deadlines_)
      for (auto& c : d.counts)
        if (is_met(d)) {
          if (c.is == status::runs) c.is = status::is_met;
          c.is_met_since = true;
        }
    for (auto& r : recoveries_)
      if (is_performed(r.part, r.unit)) {
        if (r.is == status::runs) r.is = status::is_met;
        r.is_met_since = true;
      }
    ask_for_jeopardy(now_, now_);
  }

  // ---- time ------------------------------------------------------------------------------------

  seconds_t next_limit() const {
    auto first = never;
    for (auto const& d : deadlines_)
      for (auto const& c : d.counts)
        if (c.is == status::runs) first = std::min(first, c.limit);
    for (auto const& r : recoveries_)
      if (r.is == status::runs) first = std::min(first, r.limit);
    for (auto const& w : words_)
      if (w.is == one_word::is_owed) first = std::min(first, w.limit);
    return first;
  }
  void pass_to(seconds_t then) {
    for (auto limit = next_limit(); limit < then; limit = next_limit()) {
      ask_for_jeopardy(now_ + 1, limit);
      now_ = limit + 1;
      for (auto& d : deadlines_)
        for (std::size_t i = 0; i < d.counts.size(); ++i)
          if (d.counts[i].is == status::runs && d.counts[i].limit < now_) break_it(d, d.counts[i]);
      for (std::size_t i = 0; i < recoveries_.size(); ++i)
        if (recoveries_[i].is == status::runs && recoveries_[i].limit < now_)
          break_it(recoveries_[i]);
      for (std::size_t i = 0; i < words_.size(); ++i)
        if (words_[i].is == one_word::is_owed && words_[i].limit < now_) break_it(words_[i]);
      look();
    }
    ask_for_jeopardy(now_ + 1, then);
    now_ = std::max(now_, then);
  }

  // ---- jeopardy --------------------------------------------------------------------------------

  /// A moment, as seen from a second that is `then`; and whether it moves on with that.
  struct moment {
    seconds_t at;
    bool moves = false;
  };
  /// What is counted at one second; `same` is for how long it can be said without counting anew.
  struct forecast {
    seconds_t then;
    seconds_t same = never;
    std::map<part_id, moment> known = {};
  };
  static moment later_of(moment a, moment b, forecast& f) {
    if (a.at < b.at) std::swap(a, b);
    if (!a.moves && b.moves && a.at > b.at) f.same = std::min(f.same, a.at - b.at);
    return {a.at, a.moves || (a.at == b.at && b.moves)};
  }
  static moment earlier_of(moment a, moment b) {
    if (a.at == b.at) return {a.at, a.moves || b.moves};
    return a.at < b.at ? a : b;
  }
  moment counted(bound const& b, moment since, forecast& f) const {
    auto const limit = limit_of(b, since.at, options_);
    if (b.kind == bound_kind::working && since.moves)
      f.same = std::min(f.same, same_day_for(since.at, options_));
    // What begins on a weekend ends at one moment, however long that goes on.
    return {limit, since.moves && limit != limit_of(b, since.at + 1, options_)};
  }
  /// C6. When a part ends.
  moment end_of(part_id p, forecast& f) const {
    if (auto const found = f.known.find(p); found != f.known.end()) return found->second;
    auto const end = is_performed(p) ? moment{completion_of(p)} : end_of_open(p, f);
    return f.known[p] = end;
  }
  /// In a ring, nothing is before anything.
  bool is_before(part_id earlier, part_id p) const {
    return follows(p, earlier) && !follows(earlier, p);
  }
  seconds_t completion_of(part_id p) const {
    auto last = placed_at_;
    for (auto u : all_units(p)) last = std::max(last, at(p, u).completed_at);
    return last;
  }
  moment end_of_open(part_id p, forecast& f) const {
    moment const now{f.then, true};
    moment from{placed_at_};  // where it is counted from the order
    auto has_failed = false;
    for (auto u : all_units(p)) {
      auto const& x = at(p, u);
      if (is_performed(p, u)) continue;
      from.at = std::max(from.at, x.begun);
      has_failed = has_failed || (x.result && kind(x.result) == event_kind::failed);
    }
    auto begins = from;
    if (has_failed) begins = later_of(begins, now, f);
    for (auto q : before(p))
      if (is_before(q, p)) begins = later_of(begins, end_of(q, f), f);
    moment soonest{never};
    for (auto const& a : m.abilities)
      if (a.what == p && is_one_firm(a.who, m.parts[p].performer))
        soonest = earlier_of(soonest, counted(a.lead_time, begins, f));
    if (soonest.at == never)
      for (auto c : m.commitments.ids())
        if (is_of_completion(c, p)) soonest = earlier_of(soonest, end_by(c, p, from, begins, f));
    return later_of(soonest.at == never ? begins : soonest, now, f);
  }
  bool is_of_completion(commitment_id i, part_id p) const {
    auto const& c = m.commitments[i];
    return c.consequent.quality == &quality_of<deadline> && !c.on_request && !c.overrides &&
           is_one_firm(c.debtor, m.parts[p].performer) && is_within(m, p, c.about) &&
           (!c.brings_about || c.brings_about == completed(p));
  }
  moment end_by(commitment_id i, part_id p, moment from, moment begins, forecast& f) const {
    auto const& c = m.commitments[i];
    auto const said = promised_.find(i);
    auto const& limit = said == promised_.end() ? c.consequent.limit : said->second;
    auto const anchor = another_name(c.consequent.anchor ? c.consequent.anchor
                                     : c.antecedent      ? c.antecedent
                                                         : ordering);
    if (is_date_or_moment(limit)) return later_of(begins, counted(limit, begins, f), f);
    auto since = begins;
    if (anchor == ordering)
      since = from;
    else if (kind(anchor) == event_kind::completed && units(part_of(anchor)) > 0 &&
             is_before(part_of(anchor), p))
      since = end_of(part_of(anchor), f);
    auto const ends = counted(limit, since, f);
    return ends.at < begins.at ? counted(limit, begins, f) : ends;
  }
  bool is_too_late(deadline_term const& d, one_count const& c, forecast& f) const {
    auto is_late = false;
    for (auto p : leaves_within(d.about)) is_late = end_of(p, f).at > c.limit || is_late;
    return is_late;
  }
  /// The first of these seconds at which it is too late; none: `never`.
  seconds_t first_too_late(deadline_term const& d, one_count const& c, seconds_t from,
                           seconds_t until) const {
    auto const is_late = [&](seconds_t then) {
      forecast f{then};
      return is_too_late(d, c, f);
    };
    while (from <= until) {
      forecast f{from};
      if (is_too_late(d, c, f)) return from;
      auto last = f.same > until - from ? until : from + f.same - 1;
      if (is_late(last)) {
        for (auto first = from + 1; first < last;) {
          auto const middle = first + (last - first) / 2;
          if (is_late(middle))
            last = middle;
          else
            first = middle + 1;
        }
        return last;
      }
      from = last + 1;
    }
    return never;
  }
  /// Of two deadlines of a claim in one second, the one that began to count first.
  void ask_for_jeopardy(seconds_t from, seconds_t until) {
    struct hit {
      seconds_t at, begun, limit;
      breach_key key;
      part_id about;
    };
    std::vector<hit> all;
    for (auto& d : deadlines_)
      for (auto& c : d.counts) {
        if (!d.is_to_her || !is_of_completion(d) || c.is != status::runs || c.is_in_jeopardy)
          continue;
        auto const first = first_too_late(d, c, from, std::min(until, c.limit));
        if (first == never) continue;
        c.is_in_jeopardy = true;
        all.push_back({first,
                       c.begun,
                       c.limit,
                       {breach_kind::jeopardy, d.of, {}, {}, 0, c.attempt},
                       d.about});
      }
    std::stable_sort(all.begin(), all.end(), [](hit const& a, hit const& b) {
      return std::pair{a.at, a.begun} < std::pair{b.at, b.begun};
    });
    for (auto const& x : all) tell(x.key, x.about, x.at, x.limit);
  }

  // ---- the customer ----------------------------------------------------------------------------

  /// C1.
  bool is_wrong() const {
    if (!is_open()) return false;
    if (is_some_failed()) return true;
    for (auto const& d : deadlines_)
      for (auto const& c : d.counts)
        if (d.is_to_her && c.is == status::is_broken && !c.is_met_since) return true;
    for (auto const& r : recoveries_)
      if (r.by.is_to_her && r.is == status::is_broken && !r.is_met_since) return true;
    for (auto const& w : words_)
      if (w.to == m.customer && w.is == one_word::is_untold &&
          w.attempt == attempt_of(w.of, w.unit))
        return true;
    return false;
  }
  void contact() {
    if (is_wrong()) tell({breach_kind::customer_chased, whole, {}, {}, 0, contacts_}, whole, now_);
    ++contacts_;
  }
  bool may_cancel() const {
    for (auto const& r : rights_) {
      if (r.given && !has_happened_to_all(r.given)) continue;
      if (is_date_or_moment(r.limit)
              ? now_ <= limit_of(r.limit, now_, options_)
              : !r.has_anchor || now_ <= limit_of(r.limit, r.since, options_))
        return true;
    }
    return false;
  }
  bool is_failure_left() const {
    for (auto p : leaves)
      for (auto u : all_units(p)) {
        if (!is_failed(p, u)) continue;
        auto const failure = at(p, u).result;
        if (!grants(occasion::news, p, u, failure) && !would_grant_another(p, u)) return true;
      }
    return false;
  }
  /// C2.
  void ask_for_another(order_event const& r) {
    contact();
    has_asked_for_another_ = true;
    for (auto e : m.events.ids())
      if (fails(e) && part_of(e) == r.part && at(r.part, r.unit).happened.count(e) > 0)
        give_word(e, r.unit, m.seller);
    settle();
    auto const number = requests_++;
    if (r.was != answer::refuses || !is_failed(r.part, r.unit)) return;
    if (!grants(occasion::replacement, r.part, r.unit, at(r.part, r.unit).result)) return;
    tell({breach_kind::refused_right, r.part, {}, {}, r.unit, number}, r.part, now_);
    break_promise();
  }
  void ask_to_cancel(order_event const& r) {
    contact();
    auto const number = requests_++;
    if (r.was == answer::refuses && (grants(occasion::cancellation, {}, 0, {}) || may_cancel() ||
                                     is_failure_left() || is_broken_)) {
      tell({breach_kind::refused_right, whole, {}, {}, 0, number}, whole, now_);
      break_promise();
    }
    has_asked_to_cancel_ = true;
  }
  void end(phase how) {
    if (!is_open()) return;
    if (is_some_failed()) break_promise();
    phase_ = how;
    for (auto& d : deadlines_) drop(d);
    for (auto& r : recoveries_)
      if (r.is == status::runs) r.is = status::is_over;
    for (auto& w : words_)
      if (w.is == one_word::is_owed) w.is = one_word::is_dropped;
    for (auto e : m.events.ids())
      if ((kind(e) == event_kind::cancelled && how == phase::is_cancelled) ||
          (kind(e) == event_kind::refunded && how == phase::is_refunded))
        owe_word(e, 0);
  }

  // ---- the steps of an encounter ---------------------------------------------------------------

  /// V1.
  bool is_promised_to_her(part_id step) const {
    return std::any_of(promised_steps_.begin(), promised_steps_.end(), [&](auto const& x) {
      return is_within(m, step, x.first) && x.second == m.parts[step].gives;
    });
  }
  void break_step(part_id p, std::size_t u) {
    if (!tell({breach_kind::broken_term, p, {}, {}, static_cast<std::uint32_t>(u)}, p, now_))
      return;
    is_broken_between_firms_ = true;  // C5
    if (is_promised_to_her(p)) break_promise();
  }
  /// V2.
  bool is_begun_by_her(order_event const& r) {
    auto const p = part_of(r.event);
    return r.who == m.customer && m.parts[p].gives && m.parts[p].performer != m.customer &&
           at(p, r.unit).happened.empty();
  }
  /// V3.
  void leave() {
    if (!is_open()) return;
    for (auto p : leaves)
      for (auto u : all_units(p))
        if (m.parts[p].gives && !is_performed(p, u)) break_step(p, u);
  }

  // ---- the log ---------------------------------------------------------------------------------

  bool has_unit(part_id p, std::size_t u) const { return u < units(p); }

  void read(order_event const& r) {
    switch (r.kind) {
      case order_event_kind::happened:
        if (is_open() && is_life(r.event) && has_unit(part_of(r.event), r.unit)) {
          if (is_begun_by_her(r)) break_step(part_of(r.event), r.unit);
          happen(r.event, r.unit);
        }
        break;
      case order_event_kind::remedied:
        if (!is_open() || !has_unit(r.part, r.unit)) break;
        if (r.was != answer::refunds)
          put_right(r.was, r.object, r.part, r.unit);
        else if (pay_back(r.object))
          end(phase::is_refunded);
        break;
      case order_event_kind::told:
        if (kind(r.event) == event_kind::possession)
          for (auto x : meant_by(r.event))
            for (auto v : units_with(part_of(x), part_of(r.event), r.unit))
              give_word(x, v, firm(r.who));
        else if (!unit_part(r.event))
          give_word(r.event, 0, firm(r.who));
        else if (has_unit(unit_part(r.event), r.unit))
          give_word(r.event, r.unit, firm(r.who));
        break;
      case order_event_kind::contacted: contact(); break;
      case order_event_kind::asked_for_another:
        if (is_open() && has_unit(r.part, r.unit)) ask_for_another(r);
        break;
      case order_event_kind::asked_to_cancel:
        if (is_open()) ask_to_cancel(r);
        break;
      case order_event_kind::called_off: end(phase::is_cancelled); break;
      case order_event_kind::paid_back: end(phase::is_refunded); break;
      case order_event_kind::left:
        leave();
        end(phase::has_left);
        break;
      default: break;
    }
  }

  std::string order_;
  monitor_options const& options_;
  std::vector<deadline_term> deadlines_;
  std::vector<recovery_term> recovery_terms_;
  std::map<element, bound> promised_;
  std::vector<std::pair<part_id, quality_ref>> promised_steps_;
  std::vector<right_to_cancel> rights_;
  std::vector<one_recovery> recoveries_;
  std::vector<one_word> words_;
  std::set<std::pair<event_id, party_id>> told_of_order_;
  std::set<std::pair<event_id, std::size_t>> handed_over_;  // F2
  std::vector<breach> found_;
  std::uint32_t contacts_ = 0, requests_ = 0;
  bool has_asked_for_another_ = false;
  bool is_broken_ = false, is_broken_between_firms_ = false;
  seconds_t broken_at_ = 0;
};

/// L1.
int rank(order_event const& e) {
  switch (e.kind) {
    case order_event_kind::placed: return 0;
    case order_event_kind::happened: return 1;
    case order_event_kind::remedied: return 2;
    case order_event_kind::told: return 3;
    case order_event_kind::contacted: return 4;
    case order_event_kind::asked_for_another: return 5;
    case order_event_kind::asked_to_cancel: return 6;
    case order_event_kind::exceeded: return 7;
    case order_event_kind::called_off: return 8;
    case order_event_kind::paid_back: return 9;
    default: return 10;
  }
}

}  // namespace

std::vector<order_event> standing(std::vector<order_event> const& log) {
  std::vector<order_event> all;
  std::set<std::string> ids, corrected;
  for (auto const& e : log)
    if (e.id.empty() || ids.insert(e.id).second) {
      all.push_back(e);
      if (!e.corrects.empty()) corrected.insert(e.corrects);
    }
  std::erase_if(all, [&](order_event const& e) {
    return e.kind == order_event_kind::withdrawn || (!e.id.empty() && corrected.count(e.id) > 0);
  });
  return all;
}

std::vector<breach> judge(naive_promise const& p, std::vector<order_event> const& log,
                          seconds_t end, monitor_options const& options) {
  auto records = standing(log);
  if (records.empty()) return {};
  auto const in_life = [&](order_event const& e) {
    if (e.kind != order_event_kind::happened) return 0;
    auto const k = p.m.events[e.event].kind;
    return k == event_kind::started ? 0 : k == event_kind::completed ? 2 : 1;
  };
  auto const placed = [&] {
    auto first = never;
    for (auto const& e : records)
      if (e.kind == order_event_kind::placed) first = std::min(first, e.at);
    return first;
  }();
  for (auto& e : records)
    if (placed != never) e.at = std::max(e.at, placed);  // L6: it has waited
  std::sort(records.begin(), records.end(), [&](order_event const& a, order_event const& b) {
    auto const key = [&](order_event const& e) {
      auto const part = e.kind == order_event_kind::happened ? p.m.events[e.event].of : e.part;
      return std::tuple{e.at, rank(e), part, in_life(e), e.event, e.unit, e.who, e.was, e.object};
    };
    return key(a) < key(b);
  });
  return batch_judge{p, records.front().order, options}.run(records, end);
}

}  // namespace proof
