// SPDX-License-Identifier: BSL-1.0
#include "monitor/random_log.hpp"

#include "monitor/naive_calendar.hpp"
#include "monitor/naive_course.hpp"
#include "support/chooser.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace proof {
namespace {

/// 2024-09-28: a week before the one date that random promises name.
constexpr seconds_t base = 19'994 * one_day;

class log_writer : private naive_course {
 public:
  log_writer(naive_promise const& p, std::uint64_t seed) : naive_course{p}, r_{seed} {
    for (auto const& c : m.commitments) add_length(c.consequent.limit);
    for (auto const& t : m.terms) add_length(t.limit);
    for (auto const& n : m.notices) add_length(n.within);
    for (auto const& a : m.abilities) add_length(a.lead_time);
    for (auto e : m.events.ids())
      if (is_life(e)) life_.push_back(e);
    for (auto x : m.parties.ids()) parties_.push_back(x);
  }

  std::vector<order_event> write(std::string order) {
    order_ = std::move(order);
    now_ = base + r_.between(0, 6 * 86'400);
    is_wild_ = r_.chance(20);
    is_quick_ = r_.chance(50);
    says_who_ = r_.chance(25);
    if (is_wild_ && r_.chance(20)) tell_life(r_.one_of(life_), 0), wait();
    place();
    add(order_event_kind::placed).promised = promised();
    settle();
    for (auto left = r_.between(1, r_.chance(30) ? 40 : 15); left > 0; --left) {
      wait();
      is_wild_&& r_.chance(25) ? go_wild() : go_on();
    }
    return std::move(log_);
  }

 private:
  /// Other limits than those of the promise.
  std::vector<promised_limit> promised() {
    std::vector<promised_limit> all;
    if (!r_.chance(20)) return all;
    auto const limit = [&]() -> bound {
      switch (r_.below(4)) {
        case 0: return {bound_kind::calendar_day, now_ / one_day + r_.between(0, 3), 0, {}};
        case 1: return {bound_kind::instant, now_ + r_.between(0, 3 * 86'400), 0, {}};
        case 2: return {bound_kind::working, r_.between(0, 3), 5, {}};
        default: return {bound_kind::elapsed, r_.between(0, 3 * 86'400), 0, {}};
      }
    };
    for (auto c : m.claims.ids()) {
      auto has_deadline = false;
      for_each_term(m, m.claims[c], [&](term const& t) {
        has_deadline = has_deadline || t.quality == &quality_of<deadline>;
      });
      if (has_deadline && r_.chance(50)) all.push_back({c, limit()});
    }
    for (auto c : m.commitments.ids())
      if (m.commitments[c].consequent.quality == &quality_of<deadline> && r_.chance(50))
        all.push_back({c, limit()});
    return all;
  }
  void add_length(bound const& b) {
    if (b.kind == bound_kind::elapsed) lengths_.push_back(b.a);
    if (b.kind == bound_kind::working) lengths_.push_back(b.a * one_day);
  }
  void wait() {
    auto const how = r_.below(100);
    if (how < 15) return;
    if (how < 25)
      now_ += r_.between(1, 90);
    else if (how < 45)
      now_ += r_.between(1, 90) * 60;
    else if (how < 65 || is_quick_)
      now_ += r_.between(1, 12) * 1'800;
    else if (how < 90 || lengths_.empty())
      now_ += r_.between(1, 72) * 3'600 + (r_.chance(30) ? r_.between(0, 3'600) : 0);
    // To the second of a limit, or the one before or after.
    if (lengths_.empty() || log_.empty() || !r_.chance(25)) return;
    auto const then = r_.one_of(log_).at + r_.one_of(lengths_) + r_.between(-1, 1);
    if (then >= now_ && then < now_ + 5 * one_day) now_ = then;
  }

  order_event& add(order_event_kind k) {
    order_event e;
    e.order = order_;
    e.at = now_;
    e.kind = k;
    e.id = order_ + "-" + std::to_string(log_.size());
    log_.push_back(e);
    return log_.back();
  }
  void tell_life(event_id what, std::size_t u) {
    auto& e = add(order_event_kind::happened);
    e.event = what;
    e.unit = static_cast<std::uint32_t>(u);
    // Rarely, as an order of which that is told goes no plain way any more.
    if (says_who_ && r_.chance(50)) e.who = r_.chance(50) ? m.customer : r_.one_of(parties_);
  }
  void happen_now(event_id e, std::size_t u) {
    tell_life(e, u);
    if (!is_open()) return;
    happen(e, u);
    settle();
  }
  std::size_t unit_of(part_id p) { return r_.below(units(p)); }
  answer remedy() {
    return r_.one_of(std::vector{answer::replaces, answer::replaces, answer::performs_again,
                                 answer::repairs, answer::reduces_price});
  }
  void put_right_now(part_id p, std::size_t u) {
    auto& e = add(order_event_kind::remedied);
    e.part = p;
    e.unit = static_cast<std::uint32_t>(u);
    e.was = remedy();
    if (r_.chance(40)) e.object = r_.chance(50) ? p : r_.one_of(leaves);
    if (r_.chance(5)) e.was = answer::refunds;
    if (!is_open()) return;
    if (e.was == answer::refunds) {
      if (pay_back(e.object)) phase_ = phase::is_refunded;
      return;
    }
    put_right(e.was, e.object, p, u);
    settle();
  }
  answer reply(std::vector<answer> const& granted) {
    if (r_.chance(60)) return answer::refuses;
    return r_.chance(30) ? answer::waits : r_.one_of(granted);
  }
  void tell_word(event_id of, std::size_t u) {
    auto& e = add(order_event_kind::told);
    e.event = of;
    e.unit = static_cast<std::uint32_t>(u);
    e.who = r_.chance(40) ? m.customer : r_.chance(40) ? m.seller : r_.one_of(parties_);
    // Rather to somebody who is owed it.
    std::vector<party_id> owed;
    for (auto const& n : m.notices)
      if (n.of == of) owed.push_back(n.to);
    if (!owed.empty() && r_.chance(70)) e.who = r_.one_of(owed);
    if (is_open() && firm(e.who) == m.seller && is_life(of)) learn(of, u), settle();
  }

  // ---- what can happen -------------------------------------------------------------------------

  void go_on() {
    auto const what = r_.below(100);
    if (what < 55 && live()) return;
    if (what < 75 && recover()) return;
    if (what < 90 && give_word()) return;
    if (what < 93) return void(add(order_event_kind::contacted));
    if (what < 94) return void(add(order_event_kind::exceeded).part = r_.one_of(leaves));
    if (what < 97) return ask_to_cancel();
    if (what < 98 || (says_who_ && what < 99)) return end();
    if (!live()) recover();
  }
  bool live() {
    std::vector<std::pair<event_id, std::size_t>> good, bad;
    for (auto e : life_)
      for (auto u : all_units(part_of(e)))
        if (is_open() && can_come_about(e, u)) (fails(e) ? bad : good).emplace_back(e, u);
    if (good.empty() && bad.empty()) return false;
    auto const& from = good.empty() || (!bad.empty() && r_.chance(40)) ? bad : good;
    auto const [e, u] = r_.one_of(from);
    // Units of a part go together, as a rule.
    happen_now(e, u);
    if (!r_.chance(70)) return true;
    for (auto v : all_units(part_of(e)))
      if (is_open() && v != u && can_come_about(e, v)) happen_now(e, v);
    return true;
  }
  bool give_word() {
    std::vector<std::pair<event_id, std::size_t>> all;
    for (auto p : leaves)
      for (auto u : all_units(p))
        for (auto e : at(p, u).happened)
          for (auto i = fails(e) ? 3 : 1; i > 0; --i) all.emplace_back(e, u);
    for (auto e : m.events.ids())
      if (kind(e) == event_kind::possession && r_.chance(10)) all.emplace_back(e, 0);
    if (!is_open())
      for (auto e : m.events.ids())
        if (kind(e) == event_kind::cancelled || kind(e) == event_kind::refunded)
          all.emplace_back(e, 0), all.emplace_back(e, 0);
    if (all.empty()) return false;
    auto const [e, u] = r_.one_of(all);
    tell_word(e, u);
    return true;
  }
  bool recover() {
    std::vector<std::pair<part_id, std::size_t>> all;
    for (auto p : leaves)
      for (auto u : all_units(p))
        if (is_failed(p, u)) all.emplace_back(p, u);
    if (all.empty()) return false;
    auto const [p, u] = r_.one_of(all);
    if (r_.chance(50))
      put_right_now(p, u);
    else
      ask_for_another(p, u);
    return true;
  }
  void ask_for_another(part_id p, std::size_t u) {
    auto& e = add(order_event_kind::asked_for_another);
    e.part = p;
    e.unit = static_cast<std::uint32_t>(u);
    e.was = reply({answer::accepts, answer::replaces, answer::repairs, answer::refunds});
    for (auto x : std::set{at(p, u).happened})
      if (fails(x)) learn(x, u);
    settle();
  }
  void ask_to_cancel() {
    add(order_event_kind::asked_to_cancel).was = reply({answer::accepts, answer::refunds});
    has_asked_to_cancel_ = true;
    settle();
  }
  void end() {
    auto const how = r_.below(3);
    add(how == 0   ? order_event_kind::called_off
        : how == 1 ? order_event_kind::paid_back
                   : order_event_kind::left);
    if (is_open())
      phase_ = how == 0 ? phase::is_cancelled : how == 1 ? phase::is_refunded : phase::has_left;
  }

  // ---- what cannot -----------------------------------------------------------------------------

  void go_wild() {
    auto const p = r_.one_of(leaves);
    auto const u = unit_of(p);
    switch (r_.below(8)) {
      case 0: ++now_; return void(add(order_event_kind::placed));
      case 1: return put_right_now(p, u);
      case 2: return ask_for_another(p, u);
      case 3: {
        auto const e = r_.one_of(life_);
        return tell_word(e, unit_of(part_of(e)));
      }
      case 4: {
        auto const e = r_.one_of(life_);
        tell_life(e, units(part_of(e)));
        return;
      }
      case 5: return end();
      default: {
        auto const e = r_.one_of(life_);
        return happen_now(e, unit_of(part_of(e)));
      }
    }
  }

  chooser r_;
  std::string order_;
  bool is_wild_ = false, is_quick_ = false, says_who_ = false;
  std::vector<order_event> log_;
  std::vector<event_id> life_;
  std::vector<party_id> parties_;
  std::vector<seconds_t> lengths_;
};

}  // namespace

std::vector<order_event> random_log(naive_promise const& p, std::uint64_t seed) {
  chooser r{seed};
  std::vector<order_event> all;
  for (auto i = r.between(1, 3); i > 0; --i) {
    auto const one =
        log_writer{p, seed * 8 + static_cast<std::uint64_t>(i)}.write("order" + std::to_string(i));
    all.insert(all.end(), one.begin(), one.end());
  }
  std::stable_sort(all.begin(), all.end(),
                   [](order_event const& a, order_event const& b) { return a.at < b.at; });
  return all;
}

monitor_options odd_calendar(std::uint64_t seed) {
  chooser r{seed};
  auto const winter = r.between(-44, 52) * quarter;
  auto const by = r.chance(80) ? 3'600 : r.between(1, 8) * quarter;
  // One day of 23 hours, and one of 25, at any time of the day; more than three days apart.
  auto const first = base + r.between(0, 96 * 12) * quarter;
  auto const second = first + 3 * one_day + r.between(1, 96 * 15) * quarter;
  auto const is_spring = r.chance(50);
  monitor_options o;
  o.zone = [=](seconds_t t) {
    auto const is_between = first <= t && t < second;
    return is_between == is_spring ? winter + by : winter;
  };
  auto const step = static_cast<std::int32_t>(r.between(2, 9));
  o.is_holiday = [step](calendar_day d) { return d.since_epoch % step == 0; };
  return o;
}

monitor_options random_calendar(std::uint64_t seed) {
  auto o = odd_calendar(seed);
  if (seed % 3 == 0) o.zone = {};
  if (seed % 4 < 2) o.is_holiday = {};
  return o;
}

std::string to_string(model_view const& m, order_event const& e) {
  std::ostringstream out;
  out << e.order << " " << e.at << " " << lupaus::to_string(e.kind);
  if (e.event) {
    auto const& x = m.events[e.event];
    out << " event " << e.event.index() << " (" << m.parts[x.of].name << " "
        << lupaus::to_string(x.kind) << " " << x.name << ")";
  }
  if (e.part) out << " of " << m.parts[e.part].name;
  out << " unit " << e.unit;
  if (e.who) out << " to " << m.parties[e.who].name;
  if (e.kind == order_event_kind::remedied || e.kind == order_event_kind::asked_for_another ||
      e.kind == order_event_kind::asked_to_cancel)
    out << " " << lupaus::to_string(e.was);
  if (e.object) out << " object " << m.parts[e.object].name;
  for (auto const& x : e.promised)
    out << " promised " << static_cast<int>(x.of.kind) << "/" << x.of.index << " "
        << static_cast<int>(x.limit.kind) << ":" << x.limit.a;
  if (!e.id.empty()) out << " id " << e.id;
  if (!e.corrects.empty()) out << " corrects " << e.corrects;
  return out.str();
}

}  // namespace proof
