// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the monitor.
#pragma once

#include "lupaus/detail/nearest_name.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/model/element_text.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/monitor/book/order_book.hpp"
#include "lupaus/monitor/book/order_keeper.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail {

[[noreturn]] LUPAUS_COLD inline void refuse_record(error e) {
#if defined(__cpp_exceptions)
  throw bad_input{{std::move(e)}};
#else
  print_and_abort({std::move(e)});
#endif
}

[[noreturn]] LUPAUS_COLD inline void refuse_record(order_event const& e, char const* fault) {
  error bad;
  bad.code = error_code::bad_value;
  bad.where = "order '" + e.order + "'";
  bad.message = fault;
  refuse_record(std::move(bad));
}

LUPAUS_COLD inline error unknown_in_log(std::string_view order, std::string message,
                                        std::vector<std::string_view> const& known,
                                        std::string_view name) {
  error e;
  e.code = error_code::unknown_name;
  e.where = "order '" + std::string{order} + "'";
  e.message = std::move(message);
  e.suggestion = nearest_name(name, known);
  return e;
}

inline part_id part_in_log(model_view const& m, std::string_view order, std::string_view name) {
  if (auto const p = part_called(m, name); p && is_leaf(m.parts[p])) return p;
  std::vector<std::string_view> known;
  for (auto const& p : m.parts)
    if (is_leaf(p)) known.push_back(p.name);
  refuse_record(unknown_in_log(
      order, "there is no good or service named '" + std::string{name} + "'", known, name));
}
inline event_id event_in_log(model_view const& m, std::string_view order, std::string_view part,
                             std::string_view name) {
  auto const p = part_in_log(m, order, part);
  if (auto const e = event_called(m, p, name)) return e;
  std::vector<std::string> calls;
  for (auto e : m.events.ids())
    if (m.events[e].of == p && is_of_life(m, e)) calls.push_back(call_of(m, e));
  std::vector<std::string_view> known(calls.begin(), calls.end());
  refuse_record(unknown_in_log(
      order, "'" + std::string{part} + "' has no event named '" + std::string{name} + "'", known,
      name));
}
inline party_id party_in_log(model_view const& m, std::string_view order, std::string_view name) {
  std::vector<std::string_view> known;
  for (auto p : m.parties.ids()) {
    if (m.parties[p].name == name) return p;
    known.push_back(m.parties[p].name);
  }
  refuse_record(
      unknown_in_log(order, "there is no party named '" + std::string{name} + "'", known, name));
}

// A million years around 1970: nothing overflows that is counted from there.
constexpr seconds_t farthest_time = seconds_t{1} << 45;

inline bool is_countable(bound const& b) {
  if (!quality_of<deadline>.accepts(b)) return false;
  auto const most = b.kind == bound_kind::working        ? seconds_t{100'000}
                    : b.kind == bound_kind::calendar_day ? farthest_time / one_day
                                                         : farthest_time;
  if (b.a > most || b.a < -most) return false;
  return b.kind != bound_kind::working ||
         (b.b >= 0 && b.b < 1 << 24 && working(b).days_per_week >= 1);
}

inline std::optional<error> too_large_to_watch(model_view const& m) {
  constexpr auto most = order_plan::most_events;
  if (m.events.size() <= most && m.parties.size() <= most) return {};
  error e;
  e.code = error_code::too_large;
  e.message = "a promise of more than 254 events or parties cannot be watched";
  return e;
}

}  // namespace detail

LUPAUS_DECL char const* fault_of(model_view const& m, order_event const& e) {
  auto const has_event = e.event && m.events.contains(e.event);
  auto const has_part = e.part && m.parts.contains(e.part) && is_leaf(m.parts[e.part]);
  if (e.order.empty()) return "an order's number is expected";
  if (e.at > detail::farthest_time || e.at < -detail::farthest_time)
    return "a time within a million years is expected";
  for (auto const& p : e.promised) {
    auto const is_known =
        (p.of.kind == element_kind::claim && m.claims.contains(claim_id{p.of.index})) ||
        (p.of.kind == element_kind::commitment &&
         m.commitments.contains(commitment_id{p.of.index}));
    if (!is_known || !detail::is_countable(p.limit))
      return "a limit of time of a claim or commitment is expected";
  }
  if (e.object && !m.parts.contains(e.object)) return "a part of the promise is expected";
  switch (e.kind) {
    case order_event_kind::happened:
      if (e.who && !m.parties.contains(e.who)) return "a party of the promise is expected";
      return has_event && detail::is_of_life(m, e.event)
                 ? nullptr
                 : "an event in the life of a part is expected";
    case order_event_kind::exceeded:
      return e.part && m.parts.contains(e.part) ? nullptr : "a part of the promise is expected";
    case order_event_kind::told:
      return has_event && e.who && m.parties.contains(e.who)
                 ? nullptr
                 : "an event of the promise, and a party who is told, are expected";
    case order_event_kind::remedied:
      if (e.was == answer::refunds) return nullptr;
      return has_part && (e.was == answer::replaces || e.was == answer::performs_again ||
                          e.was == answer::repairs || e.was == answer::reduces_price)
                 ? nullptr
                 : "a good or service, and a remedy of it, are expected";
    case order_event_kind::asked_for_another:
      return has_part ? nullptr : "a good or service is expected";
    case order_event_kind::withdrawn:
      return e.corrects.empty() ? "the id of a record is expected" : nullptr;
    default: return nullptr;
  }
}

LUPAUS_DECL void require_record(model_view const& m, order_event const& e) {
  if (auto const* const fault = fault_of(m, e)) detail::refuse_record(e, fault);
}

LUPAUS_DECL monitor::monitor(explorable_promise const& promise, breach_sink on_breach,
                             remark_sink on_remark, monitor_options options) {
  if (auto fault = detail::too_large_to_watch(promise.view()))
    detail::refuse_record(std::move(*fault));
  book_ = std::make_unique<detail::order_book>(promise, std::move(on_breach), std::move(on_remark),
                                               std::move(options));
}
LUPAUS_DECL monitor::monitor(monitor&&) noexcept = default;
LUPAUS_DECL monitor& monitor::operator=(monitor&&) noexcept = default;
LUPAUS_DECL monitor::~monitor() = default;

LUPAUS_DECL model_view const& monitor::promise() const noexcept { return book_->model(); }

LUPAUS_DECL void monitor::observe(order_event const& e) {
  require_record(promise(), e);
  book_->observe(e);
}
LUPAUS_DECL void monitor::observe(std::span<order_event const> some) {
  for (auto const& e : some) require_record(promise(), e);
  book_->observe(some);
}
LUPAUS_DECL void monitor::advance(seconds_t now) { book_->advance(now); }
LUPAUS_DECL void monitor::finish() { book_->finish(); }

LUPAUS_DECL void monitor::orders(std::string_view order, seconds_t at) {
  observe({.order = std::string{order}, .at = at, .kind = order_event_kind::placed});
}
LUPAUS_DECL void monitor::happens(std::string_view order, std::string_view part,
                                  std::string_view event, seconds_t at, std::size_t unit) {
  order_event e{.order = std::string{order}, .at = at};
  e.event = detail::event_in_log(promise(), order, part, event);
  e.unit = static_cast<std::uint32_t>(unit);
  observe(e);
}
LUPAUS_DECL void monitor::does(std::string_view order, std::string_view who, std::string_view part,
                               std::string_view event, seconds_t at, std::size_t unit) {
  order_event e{.order = std::string{order}, .at = at};
  e.event = detail::event_in_log(promise(), order, part, event);
  e.unit = static_cast<std::uint32_t>(unit);
  e.who = detail::party_in_log(promise(), order, who);
  observe(e);
}
LUPAUS_DECL void monitor::is_told(std::string_view order, std::string_view who,
                                  std::string_view part, std::string_view event, seconds_t at,
                                  std::size_t unit) {
  order_event e{.order = std::string{order}, .at = at, .kind = order_event_kind::told};
  e.event = detail::event_in_log(promise(), order, part, event);
  e.unit = static_cast<std::uint32_t>(unit);
  e.who = detail::party_in_log(promise(), order, who);
  observe(e);
}
LUPAUS_DECL void monitor::contacts(std::string_view order, seconds_t at) {
  observe({.order = std::string{order}, .at = at, .kind = order_event_kind::contacted});
}
LUPAUS_DECL void monitor::asks_for_another(std::string_view order, std::string_view part,
                                           answer was, seconds_t at, std::size_t unit) {
  order_event e{.order = std::string{order}, .at = at, .kind = order_event_kind::asked_for_another};
  e.part = detail::part_in_log(promise(), order, part);
  e.unit = static_cast<std::uint32_t>(unit);
  e.was = was;
  observe(e);
}
LUPAUS_DECL void monitor::asks_to_cancel(std::string_view order, answer was, seconds_t at) {
  order_event e{.order = std::string{order}, .at = at, .kind = order_event_kind::asked_to_cancel};
  e.was = was;
  observe(e);
}
LUPAUS_DECL void monitor::remedies(std::string_view order, std::string_view part, answer does,
                                   seconds_t at, std::size_t unit) {
  order_event e{.order = std::string{order}, .at = at, .kind = order_event_kind::remedied};
  e.part = detail::part_in_log(promise(), order, part);
  e.unit = static_cast<std::uint32_t>(unit);
  e.was = does;
  if (does == answer::refunds) e.object = e.part;
  observe(e);
}
LUPAUS_DECL void monitor::cancels(std::string_view order, seconds_t at) {
  observe({.order = std::string{order}, .at = at, .kind = order_event_kind::called_off});
}
LUPAUS_DECL void monitor::refunds(std::string_view order, seconds_t at) {
  observe({.order = std::string{order}, .at = at, .kind = order_event_kind::paid_back});
}

LUPAUS_DECL void monitor::leaves(std::string_view order, seconds_t at) {
  observe({.order = std::string{order}, .at = at, .kind = order_event_kind::left});
}
LUPAUS_DECL void monitor::exceeds(std::string_view order, std::string_view part, seconds_t at) {
  order_event e{.order = std::string{order}, .at = at, .kind = order_event_kind::exceeded};
  e.part = detail::part_in_log(promise(), order, part);
  observe(e);
}

LUPAUS_DECL std::size_t monitor::size() const noexcept { return book_->size(); }
LUPAUS_DECL std::vector<std::string> monitor::order_numbers() const {
  return detail::order_keeper::numbers_of(*book_);
}
LUPAUS_DECL std::optional<seconds_t> monitor::now() const noexcept {
  auto const latest = book_->now();
  return latest == detail::order_book::first_time ? std::nullopt : std::optional{latest};
}
LUPAUS_DECL std::optional<seconds_t> monitor::next_due() const noexcept {
  return book_->next_due();
}
LUPAUS_DECL std::vector<breach> monitor::breaches(std::string_view order) const {
  std::vector<breach> all;
  book_->ask(order, [&](detail::order_log const& log) { all = log.standing(); });
  return all;
}
LUPAUS_DECL party_id monitor::holder(std::string_view order, part_id good, std::size_t unit) const {
  auto const* const plan = book_->watched().plan().of(good);
  party_id who;
  if (!plan || unit >= plan->units) return who;
  book_->ask(order, [&](detail::order_log const& log) {
    auto const& life = log.watch().life();
    if (life.is_placed()) who = life.holder(good, unit);
  });
  return who;
}
LUPAUS_DECL scorecard monitor::score() const { return book_->score(); }
LUPAUS_DECL bool monitor::erase(std::string_view order) { return book_->erase(order); }

}  // namespace lupaus::inline v0
