// SPDX-License-Identifier: BSL-1.0
//
// The answers of `order_view`: those of `state_reader`, with every id looked at first.
#pragma once

#include "lupaus/explore/order/order_view.hpp"
#include "lupaus/explore/order/question_limit.hpp"
#include "lupaus/life/knowledge.hpp"
#include "lupaus/life/order/asked_history.hpp"
#include "lupaus/life/order/order_plan.hpp"
#include "lupaus/life/order/state_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace lupaus::inline v0 {

LUPAUS_DECL model_view const& order_view::promise() const noexcept { return plan_->model(); }

LUPAUS_DECL detail::state_reader order_view::read() const noexcept { return {*plan_, bytes_}; }

LUPAUS_DECL bool order_view::may_ask(std::size_t many) const {
  return !limit_ || limit_->may_ask(many);
}

LUPAUS_DECL void order_view::note(part_id p) const {
  if (limit_) limit_->note(p);
}
LUPAUS_DECL void order_view::note(event_id e) const {
  if (limit_) limit_->note(e);
}
LUPAUS_DECL void order_view::note(rule_id r) const {
  if (limit_) limit_->note(r);
}

LUPAUS_DECL std::uint32_t order_view::any_number() const { return limit_->any_number(); }

// What walks over parts or events counts as so many questions.
namespace detail {
inline constexpr std::size_t questions_a_walk = 4;

/// It happens to units of a leaf part, whose states say so.
inline bool is_of_a_unit(model_view const& m, event_id e) {
  return is_of_life(m, e) && m.events[e].of && is_leaf(m.parts[m.events[e].of]);
}
}  // namespace detail

// What a policy is answered that asks too often: anything of the kind, so that no loop rests on it.
template <class Question>
auto order_view::answer_to(Question&& q, std::size_t many) const {
  using answered = decltype(q());
  if (may_ask(many)) return q();
  auto const n = any_number();
  if constexpr (std::is_same_v<answered, bool>)
    return n % 2 == 0;
  else if constexpr (std::is_same_v<answered, std::size_t>)
    return std::size_t{n % 256};
  else if constexpr (std::is_same_v<answered, order_phase>)
    return static_cast<order_phase>(n % 6);
  else if constexpr (std::is_same_v<answered, reply>)
    return static_cast<reply>(n % 3);
  else if constexpr (std::is_same_v<answered, std::optional<answer>>)
    return n % 8 == 7 ? answered{} : answered{static_cast<answer>(n % 8)};
  else {
    auto const size = [&] {
      if constexpr (std::is_same_v<answered, event_id>)
        return promise().events.size();
      else
        return promise().parties.size();
    }();
    auto const index = n % (size + 1);
    return index == size ? answered{} : answered{index};
  }
}

LUPAUS_DECL bool order_view::has(part_id p, std::size_t unit) const {
  if (!promise().parts.contains(p)) return false;
  auto const* const x = plan_->of(p);
  return x && unit < x->units;
}
LUPAUS_DECL bool order_view::has(event_id e) const { return promise().events.contains(e); }
LUPAUS_DECL bool order_view::has(event_id e, std::size_t unit) const {
  return has(e) && has(promise().events[e].of, unit);
}
LUPAUS_DECL bool order_view::has(rule_id r) const { return promise().rules.contains(r); }

LUPAUS_DECL order_phase order_view::phase() const {
  return answer_to([&] { return read().phase(); });
}
LUPAUS_DECL std::size_t order_view::failures() const {
  return answer_to([&] { return read().failures(); });
}
LUPAUS_DECL reply order_view::cancellation() const {
  return answer_to([&] { return read().cancellation(); });
}
LUPAUS_DECL bool order_view::is_kept() const {
  note(whole);
  return answer_to([&] { return read().is_kept(); }, detail::questions_a_walk);
}
LUPAUS_DECL bool order_view::is_acceptable() const {
  note(whole);
  return answer_to([&] { return read().is_acceptable(); }, detail::questions_a_walk);
}

LUPAUS_DECL std::size_t order_view::units(part_id p) const {
  note(p);
  return answer_to([&] { return promise().parts.contains(p) ? read().units(p) : std::size_t{0}; });
}
LUPAUS_DECL event_id order_view::last(part_id p, std::size_t unit) const {
  note(p);
  return answer_to([&] { return has(p, unit) ? read().last(p, unit) : event_id{}; });
}
LUPAUS_DECL bool order_view::is_done(part_id p, std::size_t unit) const {
  note(p);
  return answer_to([&] { return has(p, unit) && read().is_done(p, unit); });
}
LUPAUS_DECL bool order_view::is_done(part_id p) const {
  note(p);
  return answer_to(
      [&] {
        if (has(p, 0)) return read().is_done(p);
        auto const& m = promise();
        if (!m.parts.contains(p)) return false;
        auto any = false;
        for (auto const& x : plan_->parts()) {
          if (!is_within(m, x.part, p)) continue;
          if (!read().is_done(x.part)) return false;
          any = true;
        }
        return any;
      },
      detail::questions_a_walk);
}
LUPAUS_DECL reply order_view::replacement(part_id p, std::size_t unit) const {
  note(p);
  return answer_to([&] { return has(p, unit) ? read().replacement(p, unit) : reply::not_asked; });
}
LUPAUS_DECL bool order_view::is_told(part_id p, std::size_t unit) const {
  note(p);
  return answer_to([&] { return has(p, unit) && read().is_told(p, unit); });
}
LUPAUS_DECL party_id order_view::holder(part_id good, std::size_t unit) const {
  note(good);
  return answer_to([&] { return has(good, unit) ? read().holder(good, unit) : party_id{}; });
}
LUPAUS_DECL event_id order_view::open_failure(part_id p, std::size_t unit) const {
  note(p);
  return answer_to([&] { return has(p, unit) ? read().open_failure(p, unit) : event_id{}; },
                   detail::questions_a_walk);
}

LUPAUS_DECL bool order_view::has_happened(event_id e, std::size_t unit) const {
  note(e);
  return answer_to([&] { return has(e, unit) && read().has_happened(e, unit); });
}
LUPAUS_DECL bool order_view::has_happened(event_id e) const {
  note(e);
  return answer_to([&] { return has(e) && read().has_happened(e); }, detail::questions_a_walk);
}
LUPAUS_DECL bool order_view::is_reported(event_id e, std::size_t unit) const {
  note(e);
  return answer_to([&] { return has(e, unit) && read().is_reported(e, unit); });
}

// Also of what is not followed here: then all is followed the next time.
LUPAUS_DECL std::size_t order_view::how_often_to(event_id e, std::size_t unit) const {
  if (auto* const h = plan_->history()) h->note(e);
  return has(e, unit) ? (std::min)(read().how_often(e, unit), most_counted) : 0;
}
LUPAUS_DECL std::size_t order_view::how_often(event_id e, std::size_t unit) const {
  note(e);
  return answer_to([&] {
    return has(e) && detail::is_of_a_unit(promise(), e) ? how_often_to(e, unit) : std::size_t{0};
  });
}
LUPAUS_DECL std::size_t order_view::how_often(event_id e) const {
  note(e);
  return answer_to(
      [&] {
        if (!has(e)) return std::size_t{0};
        auto const& m = promise();
        std::size_t n = 0;
        auto is_counted = false;
        for (auto x : m.events.ids()) {
          if (!is_meant(m, x, e) || !detail::is_of_a_unit(m, x)) continue;
          is_counted = true;
          n += how_often_to(x, 0);
          for (std::size_t u = 1; u < read().units(m.events[x].of); ++u) n += how_often_to(x, u);
        }
        return is_counted ? (std::min)(n, most_counted) : std::size_t{read().has_happened(e)};
      },
      detail::questions_a_walk);
}

namespace detail {
inline std::optional<answer> answer_numbered(std::size_t n) {
  return n == 0 ? std::optional<answer>{} : static_cast<answer>(n - 1);
}
}  // namespace detail

LUPAUS_DECL void order_view::note_requests(part_id p) const {
  auto const& m = promise();
  auto* const h = plan_->history();
  if (h && m.parts.contains(p) && is_leaf(m.parts[p])) h->note(p);
}
LUPAUS_DECL std::size_t order_view::replacement_requests(part_id p, std::size_t unit) const {
  note(p);
  return answer_to([&] {
    note_requests(p);
    return has(p, unit) ? read().how_often_asked(plan_->requests_bit(p, unit)) : std::size_t{0};
  });
}
LUPAUS_DECL std::optional<answer> order_view::last_replacement_answer(part_id p,
                                                                      std::size_t unit) const {
  note(p);
  return answer_to([&] {
    note_requests(p);
    return has(p, unit) ? detail::answer_numbered(read().last_answer(plan_->requests_bit(p, unit)))
                        : std::optional<answer>{};
  });
}
LUPAUS_DECL std::size_t order_view::cancellation_requests() const {
  return answer_to([&] {
    if (auto* const h = plan_->history()) h->note_cancellations();
    return read().how_often_asked(plan_->cancellations_bit());
  });
}
LUPAUS_DECL std::optional<answer> order_view::last_cancellation_answer() const {
  return answer_to([&] {
    if (auto* const h = plan_->history()) h->note_cancellations();
    return detail::answer_numbered(read().last_answer(plan_->cancellations_bit()));
  });
}

LUPAUS_DECL bool order_view::knows(party_id who, event_id e) const {
  auto const& m = promise();
  auto const s = read();
  if (!m.parties.contains(who) || !has(e) || !s.has_happened(e)) return false;
  if (is_sellers(m, who)) {
    auto is_followed = false;  // the reports of it are
    for (auto x : m.events.ids())
      for (std::size_t u = 0; is_meant(m, x, e) && u < s.units(m.events[x].of); ++u) {
        if (s.is_reported(x, u)) return true;
        is_followed = is_followed || plan_->reported_bit(x, u) != detail::order_plan::none;
      }
    if (is_followed) return false;
  }
  if (lupaus::knows(m, who, e)) return true;
  if (m.events[e].kind != event_kind::completed) return false;
  for (auto const& x : m.precedences) {
    if (x.before != m.events[e].of || m.parts[x.after].performer != who) continue;
    for (std::size_t u = 0; u < s.units(x.after); ++u)
      if (s.is_told(x.after, u)) return true;
  }
  return false;
}
LUPAUS_DECL bool order_view::is_told(party_id who, event_id e) const {
  note(e);
  note(whole);
  return answer_to([&] { return knows(who, e); }, detail::questions_a_walk);
}

LUPAUS_DECL bool order_view::is_in_situation(rule_id id) const {
  note(id);
  return answer_to([&] { return has(id) && read().is_in_situation(id); }, detail::questions_a_walk);
}
LUPAUS_DECL bool order_view::has_fired(rule_id id, std::size_t unit) const {
  note(id);
  return answer_to(
      [&] {
        if (!has(id)) return false;
        auto const& m = promise();
        auto const& on = m.events[m.rules[id].on];
        return has(on.kind == event_kind::reported ? on.subject : m.rules[id].on, unit) &&
               read().has_fired(id, unit);
      },
      detail::questions_a_walk);
}
LUPAUS_DECL bool order_view::is_open(rule_id id, part_id p, std::size_t unit) const {
  note(id);
  return answer_to([&] { return has(id) && (!p || has(p, unit)) && read().is_open(id, p, unit); },
                   detail::questions_a_walk);
}

}  // namespace lupaus::inline v0
